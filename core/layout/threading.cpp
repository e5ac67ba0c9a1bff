#include "layout/threading.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace orchestrator {
namespace {

// What a place's distance from the straight line costs, in crossings: so little that it only decides between equals.
constexpr double bend_cost = 1e-4;

}  // namespace

void Threader::thread(Ordering& ordering, const Link& link) {
  if (link.count == 0) return;
  take_out(ordering, link);
  if (stages_.size() < link.count) stages_.resize(link.count);
  start(ordering, link);
  prefer_straight(ordering, link, 0);
  for (std::uint32_t i = 1; i < link.count; ++i) {
    advance(ordering, layers_.layer[link.first] + i - 1, stages_[i - 1], stages_[i]);
    prefer_straight(ordering, link, i);
  }
  put_in(ordering, link);
}

void Threader::take_out(Ordering& ordering, const Link& link) {
  for (Item item = link.first; item < link.first + link.count; ++item) {
    const std::uint32_t layer = layers_.layer[item];
    std::vector<Item>& items = ordering.layers[layer];
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(ordering.position[item]));
    ordering.number(layer);
  }
}

void Threader::put_in(Ordering& ordering, const Link& link) {
  std::uint32_t place = finish(ordering, link, stages_[link.count - 1]);
  for (std::uint32_t i = link.count; i-- > 0;) {
    const std::uint32_t layer = layers_.layer[link.first + i];
    std::vector<Item>& items = ordering.layers[layer];
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(place), link.first + i);
    ordering.number(layer);
    place = stages_[i].from[place];
  }
}

// From the lower step to every place of the next layer; its own segments share an end and cross nothing.
void Threader::start(const Ordering& ordering, const Link& link) {
  const std::uint32_t layer = layers_.layer[link.low];
  begin_gap(ordering, layer, link.low);
  for (std::uint32_t i = 0; i < ordering.position[link.low]; ++i) pass_item(ordering, ordering.layers[layer][i]);
  stages_[0].cost.assign(crossings_.begin(), crossings_.end());
  stages_[0].from.assign(crossings_.size(), 0);
}

void Threader::advance(const Ordering& ordering, std::size_t layer, const Stage& lower, Stage& upper) {
  begin_gap(ordering, layer, no_step);
  upper.cost.assign(crossings_.size(), std::numeric_limits<double>::infinity());
  upper.from.assign(crossings_.size(), 0);
  for (std::uint32_t place = 0; place < lower.cost.size(); ++place) {
    if (place > 0) pass_item(ordering, ordering.layers[layer][place - 1]);
    for (std::size_t i = 0; i < crossings_.size(); ++i) {
      const double cost = lower.cost[place] + static_cast<double>(crossings_[i]);
      if (cost >= upper.cost[i]) continue;
      upper.cost[i] = cost;
      upper.from[i] = place;
    }
  }
}

// The best place in the last layer below the upper step.
std::uint32_t Threader::finish(const Ordering& ordering, const Link& link, const Stage& last) const {
  const std::uint32_t end = ordering.position[link.high];
  const std::uint32_t layer = layers_.layer[link.high];
  std::int64_t crossings = 0;
  for (std::uint32_t i = 0; i < end; ++i) crossings += layers_.segments.in_degree(ordering.layers[layer][i]);
  std::uint32_t best = 0;
  double least = last.cost[0] + static_cast<double>(crossings);
  for (std::uint32_t place = 1; place < last.cost.size(); ++place) {
    for (const Item upper : layers_.segments.dependents(ordering.layers[layer - 1][place - 1])) {
      if (ordering.position[upper] != end) crossings += ordering.position[upper] > end ? 1 : -1;
    }
    const double cost = last.cost[place] + static_cast<double>(crossings);
    if (cost >= least) continue;
    least = cost;
    best = place;
  }
  return best;
}

void Threader::prefer_straight(const Ordering& ordering, const Link& link, std::uint32_t passage) {
  const auto share = [&](StepId step) {
    return (ordering.position[step] + 0.5) / static_cast<double>(ordering.layers[layers_.layer[step]].size());
  };
  const double way = static_cast<double>(passage + 1) / (link.count + 1);
  std::vector<double>& cost = stages_[passage].cost;
  const double straight = (share(link.low) * (1 - way) + share(link.high) * way) * static_cast<double>(cost.size() - 1);
  for (std::size_t i = 0; i < cost.size(); ++i) {
    cost[i] += std::abs(static_cast<double>(i) - straight) * bend_cost;
  }
}

// Crossings of a segment from below the first item of the layer: all segments that end before its own end.
void Threader::begin_gap(const Ordering& ordering, std::size_t layer, Item without) {
  const std::vector<Item>& uppers = ordering.layers[layer + 1];
  crossings_.assign(uppers.size() + 1, 0);
  change_.assign(uppers.size() + 1, 0);
  for (std::size_t i = 0; i < uppers.size(); ++i) crossings_[i + 1] = layers_.segments.in_degree(uppers[i]);
  if (without != no_step) {
    for (const Item upper : layers_.segments.dependents(without)) {
      // The link's own first passage is not there.
      if (uppers.size() > ordering.position[upper] && uppers[ordering.position[upper]] == upper) {
        --crossings_[ordering.position[upper] + 1];
      }
    }
  }
  for (std::size_t i = 1; i < crossings_.size(); ++i) crossings_[i] += crossings_[i - 1];
}

// The new segment now comes from behind this item: it crosses those of the item's segments that end behind its own.
void Threader::pass_item(const Ordering& ordering, Item item) {
  const auto uppers = layers_.segments.dependents(item);
  for (const Item upper : uppers) change_[ordering.position[upper] + 1] -= 2;
  auto change = static_cast<std::int64_t>(uppers.size());
  for (std::size_t i = 0; i < crossings_.size(); ++i) {
    change += change_[i];
    crossings_[i] += change;
    change_[i] = 0;
  }
  work_ += crossings_.size();
}

}  // namespace orchestrator
