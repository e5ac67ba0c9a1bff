#include "layout/lines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "layout/sorting.h"

namespace orchestrator {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();
// How far beyond the last item of a layer a step would stand.
constexpr double beyond = 60;
// Closer than this, lines touch and do not cross.
constexpr double negligible = 1e-9;

}  // namespace

LineSifter::LineSifter(const Layers& layers, const Kept& kept, Ordering& ordering, Places places)
    : layers_(layers),
      kept_(kept),
      ordering_(ordering),
      places_(std::move(places)),
      lines_below_(layers.count + 1),
      lines_of_(layers.step_count) {
  std::vector<std::uint32_t> ascending;
  std::vector<double> begin;
  for (const Link& link : layers.links) {
    if (link.low != link.high) ascending.push_back(static_cast<std::uint32_t>(begin.size()));
    begin.push_back(layers.layer[link.low]);
  }
  sort_by_key(ascending, begin);
  for (const std::uint32_t i : ascending) {
    const Link& link = layers.links[i];
    lines_.push_back({link.low, link.high, begin[i], static_cast<double>(layers.layer[link.high]), 0, 0});
  }
  for (std::uint32_t i = 0; i < lines_.size(); ++i) {
    draw(lines_[i]);
    lines_of_[lines_[i].low].push_back(i);
    lines_of_[lines_[i].high].push_back(i);
    ++lines_below_[layers.layer[lines_[i].low] + 1];
  }
  std::partial_sum(lines_below_.begin(), lines_below_.end(), lines_below_.begin());
}

std::size_t LineSifter::sift(std::size_t most_work) {
  std::size_t saved = 0;
  for (const std::vector<Item>& items : ordering_.layers) {
    // Moving changes the list.
    const std::vector<Item> now = items;
    for (const Item item : now) {
      if (layers_.is_step(item) && work_ < most_work) saved += sift_step(item);
    }
  }
  return saved;
}

std::size_t LineSifter::sift_step(StepId step) {
  gather_choices(step);
  if (choices_.size() < 2) return 0;
  count_crossings(step);
  const std::int64_t now = crossings_[own_choice_];
  std::size_t best = own_choice_;
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    const bool nearer = std::abs(choices_[i] - places_[step]) < std::abs(choices_[best] - places_[step]);
    if (crossings_[i] < crossings_[best] || (crossings_[i] == crossings_[best] && crossings_[i] < now && nearer))
      best = i;
  }
  if (best == own_choice_) return 0;
  move(step, best);
  return static_cast<std::size_t>(now - crossings_[best]);
}

// Between any two other items of the layer; a kept step stays between the kept ones on both sides of it.
void LineSifter::gather_choices(StepId step) {
  items_ = ordering_.layers[layers_.layer[step]];
  const std::size_t own = ordering_.position[step];
  items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(own));
  std::size_t last = items_.size();
  first_choice_ = 0;
  if (is_kept(step)) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!is_kept(items_[i])) continue;
      if (i < own) first_choice_ = i + 1;
      if (i >= own) last = std::min(last, i);
    }
  }
  choices_.clear();
  for (std::size_t i = first_choice_; i <= last; ++i) {
    const double before = i > 0 ? places_[items_[i - 1]] : places_[items_.empty() ? step : items_[0]] - 2 * beyond;
    const double behind = i < items_.size() ? places_[items_[i]] : before + 2 * beyond;
    const double place = i == own ? places_[step] : (before + behind) / 2;
    // Steps that moved stand between two items, not yet apart from them: never descend, whatever that makes of it.
    choices_.push_back(choices_.empty() ? place : std::max(place, choices_.back()));
  }
  own_choice_ = own - first_choice_;
}

void LineSifter::count_crossings(StepId step) {
  crossings_.assign(choices_.size() + 1, 0);
  for (const std::uint32_t own_line : lines_of_[step]) {
    const Line& own = lines_[own_line];
    const std::size_t end = lines_below_[static_cast<std::size_t>(own.end)];
    for (std::size_t i = 0; i < end; ++i) {
      const Line& other = lines_[i];
      if (other.end <= own.begin) continue;
      const auto [from, to] = crossing_places(own, step, other);
      const auto first = std::lower_bound(choices_.begin(), choices_.end(), from);
      const auto last = std::lower_bound(first, choices_.end(), to);
      ++crossings_[static_cast<std::size_t>(first - choices_.begin())];
      --crossings_[static_cast<std::size_t>(last - choices_.begin())];
    }
    work_ += end;
  }
  std::partial_sum(crossings_.begin(), crossings_.end(), crossings_.begin());
}

// Two lines cross when one is above the other where the later of them begins, and below it where the first one ends.
LineSifter::Interval LineSifter::crossing_places(const Line& own, StepId step, const Line& other) const {
  constexpr Interval never{0, 0};
  const StepId far_step = own.low == step ? own.high : own.low;
  const bool share_end = other.low == step || other.high == step || other.low == far_step || other.high == far_step;
  if (share_end) return never;
  const double layer = layers_.layer[step];
  const double far_layer = layers_.layer[far_step];
  const double begin = std::max(own.begin, other.begin);
  const double end = std::min(own.end, other.end);
  const double near = own.low == step ? begin : end;
  const double far = own.low == step ? end : begin;
  // The place of the step at which its line meets the other one in a layer.
  const auto meeting = [&](double at) {
    const double share = (at - layer) / (far_layer - layer);
    return (other.at(at) - places_[far_step] * share) / (1 - share);
  };
  const double place = meeting(near);
  if (far == far_layer) {
    const double height = places_[far_step] - other.at(far);
    if (std::abs(height) < negligible) return never;
    return height > 0 ? Interval{-unlimited, place} : Interval{place, unlimited};
  }
  const double far_place = meeting(far);
  return {std::min(place, far_place), std::max(place, far_place)};
}

void LineSifter::move(StepId step, std::size_t choice) {
  places_[step] = choices_[choice];
  items_.insert(items_.begin() + static_cast<std::ptrdiff_t>(first_choice_ + choice), step);
  const std::uint32_t layer = layers_.layer[step];
  ordering_.layers[layer] = items_;
  ordering_.number(layer);
  for (const std::uint32_t line : lines_of_[step]) draw(lines_[line]);
}

void LineSifter::draw(Line& line) const {
  line.slope = (places_[line.high] - places_[line.low]) / (line.end - line.begin);
  line.base = places_[line.low] - line.slope * line.begin;
}

}  // namespace orchestrator
