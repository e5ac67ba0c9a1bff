#include "layout/lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace orchestrator {
namespace {

// Where samples are taken, lines that span at most so many layers are short.
constexpr std::int32_t most_short = 4;
// About how many samples a line is compared with: gaps between layers, lines in each of them, long lines.
constexpr std::uint32_t most_gaps = 24;
constexpr std::uint32_t most_in_gap = 32;
constexpr std::uint32_t most_long = 400;
// What a line that is led round all steps costs for each item beyond which its step stands, as it crosses what is drawn
// on its way out there.
constexpr std::int32_t way_out = 4;
// Where a line ends, it does not move with its other end: that would have to go as far as can be.
constexpr double endless = 1e6;

// Without branches, which would be taken as often as not.
constexpr std::int32_t positive(std::int32_t value) { return value & ~(value >> 31); }
constexpr std::int32_t lesser(std::int32_t a, std::int32_t b) { return a - positive(a - b); }

// The whole level nearest to one that is not below 0.
constexpr std::int32_t nearest(double level) { return (static_cast<std::int32_t>(2 * level) + 1) / 2; }

}  // namespace

LineSifter::LineSifter(const Layers& layers, const Kept& kept, Places places, bool takes_samples)
    : layers_(layers),
      kept_(kept),
      takes_samples_(takes_samples),
      level_(std::move(places)),
      least_(level_[0]),
      lines_(layers.links.size()),
      table_(std::size_t{layers.count} * (levels + 1)),
      meeting_(layers.count) {
  double most = level_[0];
  for (const double place : level_) {
    least_ = std::min(least_, place);
    most = std::max(most, place);
  }
  between_levels_ = std::max(most - least_, 1.0) / (levels - 1);
  for (double& level : level_) level = (level - least_) / between_levels_;
  std::vector<Dependency> rows;
  for (std::uint32_t line = 0; line < lines_.size(); ++line) {
    const Link& link = layers.links[line];
    const std::uint32_t begin = layers.layer[link.low];
    const std::uint32_t end = layers.layer[link.high];
    lines_[line] = {link.low,
                    link.high,
                    static_cast<std::int32_t>(begin),
                    static_cast<std::int32_t>(end),
                    layers.is_around(link),
                    0,
                    0,
                    0};
    if (begin == end) continue;
    for (const StepId step : {link.low, link.high}) rows.push_back({step, line});
    if (end - begin == 1) {
      rows.push_back({from_layer(begin), line});
    } else {
      long_.push_back(line);
    }
  }
  rows_ = Graph(std::max<std::size_t>(from_layer(layers.count), lines_.size()), rows);
  for (StepId step = 0; step < layers.step_count; ++step) draw(step);
}

// Sets anew what the lines of a step are, now that it stands where it does.
void LineSifter::draw(StepId step) {
  for (const std::uint32_t i : rows_.dependents(step)) {
    Line& line = lines_[i];
    line.slope = (level_[line.high] - level_[line.low]) / (line.end - line.begin);
    line.base = level_[line.low] - line.slope * line.begin;
  }
  set_costs(step, false);
}

void LineSifter::set_costs(StepId step, bool are_lines_hidden) {
  for (const std::uint32_t i : rows_.dependents(step)) {
    lines_[i].cost = are_lines_hidden ? 0 : lines_[i].is_around ? unseen : seen;
  }
}

std::size_t LineSifter::sift(std::size_t most_pairs) {
  std::size_t moved = 0;
  if (takes_samples_) fill_table();
  for (StepId step = 0; step < layers_.step_count && pairs_ < most_pairs; ++step) {
    if (sift_step(step)) ++moved;
  }
  return moved;
}

Places LineSifter::places() const {
  Places places = level_;
  for (const Link& link : layers_.links) {
    const double way = (places[link.high] - places[link.low]) / (link.count + 1);
    for (std::uint32_t i = 0; i < link.count; ++i) places[link.first + i] = places[link.low] + way * (i + 1);
  }
  for (double& place : places) place = place_of(place);
  return places;
}

void LineSifter::fill_table() {
  std::fill(table_.begin(), table_.end(), 0);
  for (const std::uint32_t i : long_) {
    const Line& line = lines_[i];
    for (std::int32_t layer = line.begin; layer <= line.end; ++layer) {
      const auto level = static_cast<std::int32_t>(line.base + line.slope * layer + 1);
      ranks(layer)[lesser(positive(level), levels)] += line.cost;
    }
  }
  for (std::size_t i = 1; i < table_.size(); ++i) {
    if (i % (levels + 1) != 0) table_[i] += table_[i - 1];
  }
}

bool LineSifter::sift_step(StepId step) {
  if (!kept_.empty() && kept_[step]) return false;
  const Costs& costs = this->costs(step);
  const std::int32_t now = nearest(level_[step]);
  const auto cost = [&](std::int32_t level) { return costs[static_cast<std::size_t>(level)]; };
  std::int32_t best = now;
  for (std::int32_t level = 0; level < levels; ++level) {
    const bool is_nearer = std::abs(level - now) < std::abs(best - now);
    if (cost(level) < cost(best) || (cost(level) == cost(best) && is_nearer)) best = level;
  }
  if (best == now) return false;
  level_[step] = best;
  draw(step);
  return true;
}

const LineSifter::Costs& LineSifter::costs(StepId step) {
  costs_.fill(0);
  rise_.fill(0);
  for (const std::uint32_t line : rows_.dependents(step)) count(lines_[line], step);
  std::int32_t sum = 0;
  for (std::size_t level = 0; level < costs_.size(); ++level) {
    sum += rise_[level];
    costs_[level] += sum;
  }
  return costs_;
}

// What one of the step's lines crosses. One that ends at some level and is to pass through another one in a layer
// between is that much further away from it at its other end as that is further away.
void LineSifter::count(const Line& own, StepId step) {
  const bool from_low = own.low == step;
  const StepId far_step = from_low ? own.high : own.low;
  const std::int32_t layer = from_low ? own.begin : own.end;
  const std::int32_t far_layer = from_low ? own.end : own.begin;
  const std::int32_t span = own.end - own.begin;
  for (std::int32_t at = own.begin; at <= own.end; ++at) {
    const double share = at == far_layer ? endless : static_cast<double>(far_layer - layer) / (far_layer - at);
    // Whole levels from the next one above: hence 1 more.
    meeting_[static_cast<std::size_t>(at)] = {level_[far_step] * (1 - share) + 1, share, share * at};
  }
  const auto stride_for = [this](std::size_t count, std::uint32_t most) {
    return takes_samples_ ? 1 + static_cast<std::uint32_t>(count) / (most + 1) : 1;
  };
  const std::int32_t cost = own.cost;
  // Lines that share an end do not cross.
  set_costs(step, true);
  set_costs(far_step, true);
  const auto gaps = static_cast<std::uint32_t>(span);
  const std::uint32_t stride = stride_for(gaps, most_gaps);
  for (std::uint32_t gap = own.low % stride; gap < gaps; gap += stride) {
    const auto others = rows_.dependents(from_layer(static_cast<std::uint32_t>(own.begin) + gap));
    const std::uint32_t stride_in_gap = stride_for(others.size(), most_in_gap);
    for (std::size_t i = 0; i < others.size(); i += stride_in_gap) {
      count_pair(own, lines_[others[i]], cost, static_cast<std::int32_t>(stride * stride_in_gap));
    }
  }
  if (takes_samples_ && span <= most_short) {
    count_ranks(layer, far_layer, level_[far_step]);
  } else {
    const std::uint32_t stride_of_long = stride_for(long_.size(), most_long);
    for (std::size_t i = own.low % stride_of_long; i < long_.size(); i += stride_of_long) {
      const Line& other = lines_[long_[i]];
      if (other.begin < own.end && other.end > own.begin)
        count_pair(own, other, cost, static_cast<std::int32_t>(stride_of_long));
    }
  }
  set_costs(step, false);
  set_costs(far_step, false);
  if (!own.is_around) return;
  const auto items = static_cast<std::int32_t>(layers_.item_count() / layers_.count);
  for (std::int32_t level = 0; level < levels; ++level) {
    costs_[static_cast<std::size_t>(level)] += way_out * items * (levels - level) / levels;
  }
}

// They cross while the end at hand is between the levels at which they would meet in the first layer that both pass,
// and in the last one.
void LineSifter::count_pair(const Line& own, const Line& other, std::int32_t cost, std::int32_t times) {
  const auto level_at = [&](std::int32_t layer) {
    const Meeting& meeting = meeting_[static_cast<std::size_t>(layer)];
    const double level = meeting.constant + meeting.of_base * other.base + meeting.of_slope * other.slope;
    return lesser(positive(static_cast<std::int32_t>(level)), levels);
  };
  const std::int32_t one = level_at(own.begin + positive(other.begin - own.begin));
  const std::int32_t two = level_at(lesser(own.end, other.end));
  const std::int32_t first = lesser(one, two);
  const std::int32_t rise = lesser(cost, other.cost) * times;
  rise_[static_cast<std::size_t>(first)] += rise;
  rise_[static_cast<std::size_t>(one + two - first)] -= rise;
  ++pairs_;
}

void LineSifter::count_ranks(std::int32_t layer, std::int32_t far_layer, double far_level) {
  const std::int32_t far_rank = ranks(far_layer)[nearest(far_level)];
  const std::int32_t* const own_ranks = ranks(layer);
  for (std::size_t level = 0; level < levels; ++level) costs_[level] += std::abs(own_ranks[level] - far_rank);
}

}  // namespace orchestrator
