#include "layout/straightening.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "layout/sorting.h"

namespace orchestrator {
namespace {

// Closer than this is the same place.
constexpr double tolerance = 1e-6;
// What is worth trying, at most: lines in one push, moves of one line.
constexpr std::size_t most_pushed = 300;
constexpr int most_moves = 8;

}  // namespace

Straightener::Straightener(const Spacing& spacing, const Ordering& ordering, Places& places,
                           std::span<const Before> before, double hold)
    : layers_(spacing.layers()),
      spacing_(spacing),
      ordering_(ordering),
      places_(places),
      before_(before),
      hold_(hold),
      line_of_(places.size()),
      first_(places.size() + 1),
      items_(places.size()),
      mark_(places.size()) {}

void Straightener::run(int rounds, std::size_t most_work) {
  most_work_ = most_work;
  for (int i = 0; i < rounds && work_ < most_work_; ++i) {
    const bool moved_lines = round(true);
    const bool moved_parts = round(false);
    if (!moved_lines && !moved_parts) return;
  }
}

// Lines of steps and passages, or of passages alone, so that steps may leave them.
bool Straightener::round(bool with_steps) {
  make_lines(with_steps);
  bool moved = false;
  const auto try_line = [&](Item line) {
    for (int i = 0; i < most_moves && work_ < most_work_ && (push(line, -1) || push(line, 1)); ++i) moved = true;
  };
  std::for_each(lines_.begin(), lines_.end(), try_line);
  std::for_each(lines_.rbegin(), lines_.rend(), try_line);
  return moved;
}

void Straightener::make_lines(bool with_steps) {
  for (const std::vector<Item>& items : ordering_.layers) {
    for (const Item item : items) line_of_[item] = line_start(item, with_steps);
    // The ends of a lane stay at their step.
    for (const Item item : items) {
      if (layers_.beside[item] != no_step) line_of_[item] = line_of_[layers_.beside[item]];
    }
  }
  std::fill(first_.begin(), first_.end(), 0);
  for (const Item line : line_of_) ++first_[line + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  std::vector<std::uint32_t> free(first_.begin(), first_.end() - 1);
  lines_.clear();
  for (Item item = 0; item < line_of_.size(); ++item) {
    items_[free[line_of_[item]]++] = item;
    if (line_of_[item] == item) lines_.push_back(item);
  }
  sort_by_key(lines_, places_);
}

Item Straightener::line_start(Item item, bool with_steps) const {
  if (is_held(item)) return item;
  for (const Item low : layers_.segments.dependencies(item)) {
    const bool joins = with_steps || (!layers_.is_step(item) && !layers_.is_step(low));
    if (joins && !is_held(low) && std::abs(places_[low] - places_[item]) < tolerance) return line_of_[low];
  }
  return item;
}

// What moves by itself, lest a line takes it along: a step that was there, and the end of a lane beside it.
bool Straightener::is_held(Item item) const {
  const StepId step = layers_.beside[item];
  return was_there(before_, step == no_step ? item : step);
}

void Straightener::align() {
  make_lines(true);
  std::for_each(lines_.begin(), lines_.end(), [this](Item line) { align(line); });
}

void Straightener::align(Item line) {
  double way[2] = {0, 0};
  int ways = 0;
  double room_before = std::numeric_limits<double>::infinity();
  double room_behind = room_before;
  for (const Item* item = begin(line); item != end(line); ++item) {
    if (was_there(before_, *item)) return;
    for (const Item other : layers_.segments.dependencies(*item)) {
      if (line_of_[other] != line && ways++ == 0) way[0] = places_[other] - places_[*item];
    }
    for (const Item other : layers_.segments.dependents(*item)) {
      if (line_of_[other] != line && ways++ == 1) way[1] = places_[other] - places_[*item];
    }
    if (const Item other = next(*item, -1); other != no_step && line_of_[other] != line) {
      room_before = std::min(room_before, room(*item, other));
    }
    if (const Item other = next(*item, 1); other != no_step && line_of_[other] != line) {
      room_behind = std::min(room_behind, room(*item, other));
    }
  }
  if (ways != 2 || way[0] * way[1] >= 0) return;
  if (std::abs(way[1]) < std::abs(way[0])) std::swap(way[0], way[1]);
  for (const double distance : way) {
    if (distance < -room_before || distance > room_behind) continue;
    for (const Item* item = begin(line); item != end(line); ++item) places_[*item] += distance;
    return;
  }
}

bool Straightener::push(Item line, int direction) {
  mark_[line] = ++pushes_;
  if (gain(line, direction) <= 0 || !gather_pushed(line, direction)) return false;
  double saved = 0;
  const double distance = useful_distance(direction, saved);
  if (saved <= 0 || distance <= tolerance) return false;
  for (const Item pushed : pushed_) {
    for (const Item* item = begin(pushed); item != end(pushed); ++item) places_[*item] += direction * distance;
  }
  return true;
}

// What a segment weighs: a bend between two passages counts most.
constexpr double weight_of(int passages) { return passages == 2 ? 8 : passages == 1 ? 2 : 1; }

// What it saves, in weight by distance, if the item moves, by all that pulls at it: its segments, but for those to
// items that are pushed along, and the place where it was before. Lowers `distance` to how far ahead the next of that
// is.
double Straightener::pull(Item item, int direction, double& distance) const {
  double saved = 0;
  const auto pull_to = [&](double place, double weight) {
    const double ahead = (place - places_[item]) * direction;
    saved += ahead > tolerance ? weight : -weight;
    if (ahead > tolerance) distance = std::min(distance, ahead);
  };
  const auto look = [&](Item other) {
    if (is_pushed(other)) return;
    pull_to(places_[other], weight_of((layers_.is_step(item) ? 0 : 1) + (layers_.is_step(other) ? 0 : 1)));
  };
  for (const Item other : layers_.segments.dependencies(item)) look(other);
  for (const Item other : layers_.segments.dependents(item)) look(other);
  if (was_there(before_, item)) pull_to(before_[item].along, hold_);
  return saved;
}

// What it saves if the line moves by itself.
double Straightener::gain(Item line, int direction) {
  double sum = 0;
  double distance = 0;
  for (const Item* item = begin(line); item != end(line); ++item) sum += pull(*item, direction, distance);
  work_ += static_cast<std::size_t>(end(line) - begin(line));
  return sum;
}

// The line and whatever it presses against in this direction. False when that is too much.
bool Straightener::gather_pushed(Item line, int direction) {
  pushed_.assign(1, line);
  for (std::size_t i = 0; i < pushed_.size(); ++i) {
    if (pushed_.size() > most_pushed) return false;
    work_ += static_cast<std::size_t>(end(pushed_[i]) - begin(pushed_[i]));
    for (const Item* item = begin(pushed_[i]); item != end(pushed_[i]); ++item) {
      const Item other = next(*item, direction);
      if (other == no_step || is_pushed(other) || room(*item, other) > tolerance) continue;
      mark_[line_of_[other]] = pushes_;
      pushed_.push_back(line_of_[other]);
    }
  }
  return true;
}

// How far all that is pushed may move until it presses against more, or until a segment is without a bend; and what
// that saves.
double Straightener::useful_distance(int direction, double& gain_of_all) {
  double distance = std::numeric_limits<double>::infinity();
  for (const Item line : pushed_) {
    for (const Item* item = begin(line); item != end(line); ++item) {
      gain_of_all += pull(*item, direction, distance);
      const Item other = next(*item, direction);
      if (other != no_step && !is_pushed(other)) distance = std::min(distance, room(*item, other));
    }
    work_ += static_cast<std::size_t>(end(line) - begin(line));
  }
  return distance;
}

Item Straightener::next(Item item, int direction) const {
  const std::vector<Item>& items = ordering_.layers[layers_.layer[item]];
  const std::int64_t place = std::int64_t{ordering_.position[item]} + direction;
  return place < 0 || place >= static_cast<std::int64_t>(items.size()) ? no_step
                                                                       : items[static_cast<std::size_t>(place)];
}

double Straightener::room(Item item, Item other) const {
  return std::abs(places_[other] - places_[item]) - spacing_.between(item, other);
}

}  // namespace orchestrator
