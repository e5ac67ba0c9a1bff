#include "layout/starts.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "flags.h"
#include "layout/sorting.h"

namespace orchestrator {
namespace {

// Small, seeded and the same everywhere (G. Marsaglia, "Xorshift RNGs", 2003).
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed * 2654435769U + 1U) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 17U;
    state_ ^= state_ << 5U;
    return state_ % limit;
  }

 private:
  std::uint32_t state_;
};

Ordering empty_ordering(const Layers& layers) {
  return {std::vector<std::vector<Item>>(layers.count), std::vector<std::uint32_t>(layers.item_count())};
}

std::vector<Item> shuffled_items(const Layers& layers, std::uint32_t seed) {
  std::vector<Item> items(layers.item_count());
  std::iota(items.begin(), items.end(), 0);
  if (seed == 0) return items;
  Random random(seed);
  for (auto i = static_cast<std::uint32_t>(items.size()); i > 1; --i) std::swap(items[i - 1], items[random.below(i)]);
  return items;
}

// The first step of each item's weakly connected component (B. Galler and M. Fischer, "An improved equivalence
// algorithm", 1964).
std::vector<double> components_of(const Layers& layers) {
  std::vector<StepId> first(layers.step_count);
  std::iota(first.begin(), first.end(), 0);
  const auto find = [&](StepId step) {
    while (first[step] != step) step = first[step] = first[first[step]];
    return step;
  };
  for (const Link& link : layers.links) {
    const auto [least, most] = std::minmax({find(link.low), find(link.high)});
    first[most] = least;
  }
  std::vector<double> component(layers.item_count());
  for (StepId step = 0; step < layers.step_count; ++step) component[step] = find(step);
  for (const Link& link : layers.links) {
    for (Item item = link.first; item < link.first + link.count; ++item) component[item] = component[link.low];
  }
  return component;
}

}  // namespace

Ordering depth_first_start(const Layers& layers, bool upward, std::uint32_t seed) {
  Ordering ordering = empty_ordering(layers);
  Flags seen(layers.item_count());
  std::vector<Item> pending;
  for (const Item root : shuffled_items(layers, seed)) {
    const auto before = upward ? layers.segments.dependencies(root) : layers.segments.dependents(root);
    if (!before.empty()) continue;
    pending.push_back(root);
    while (!pending.empty()) {
      const Item item = pending.back();
      pending.pop_back();
      if (seen[item]) continue;
      seen[item] = true;
      ordering.layers[layers.layer[item]].push_back(item);
      const auto next = upward ? layers.segments.dependents(item) : layers.segments.dependencies(item);
      pending.insert(pending.end(), next.rbegin(), next.rend());
    }
  }
  ordering.number();
  return ordering;
}

Ordering earlier_start(const Layers& layers, std::span<const Before> before) {
  std::vector<double> along(layers.item_count());
  double last = 0;
  for (StepId step = 0; step < layers.step_count; ++step) {
    if (before[step].known) along[step] = before[step].along;
    last = std::max(last, along[step]);
  }
  const auto is_known = [&](Item item) { return layers.is_step(item) && before[item].known; };
  const auto wish_of = [&](Item item) {
    double sum = 0;
    std::size_t count = 0;
    // Lower layers have their places already.
    for (const Item low : layers.segments.dependencies(item)) sum += along[low], ++count;
    for (const Item high : layers.segments.dependents(item)) {
      if (is_known(high)) sum += along[high], ++count;
    }
    // What belongs to nothing comes behind everything.
    return count > 0 ? sum / static_cast<double>(count) : last + 1;
  };
  Ordering ordering = empty_ordering(layers);
  for (Item item = 0; item < layers.item_count(); ++item) ordering.layers[layers.layer[item]].push_back(item);
  for (std::vector<Item>& items : ordering.layers) {
    for (const Item item : items) {
      if (!is_known(item)) along[item] = wish_of(item);
    }
    sort_by_key(items, along);
  }
  ordering.number();
  return ordering;
}

void part_components(const Layers& layers, Ordering& ordering) {
  const std::vector<double> component = components_of(layers);
  for (std::vector<Item>& items : ordering.layers) sort_by_key(items, component);
  ordering.number();
}

}  // namespace orchestrator
