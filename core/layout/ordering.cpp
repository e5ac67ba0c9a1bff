#include "layout/ordering.h"

#include <algorithm>

#include "layout/starts.h"
#include "layout/sweeps.h"
#include "layout/switching.h"
#include "layout/threading.h"

namespace orchestrator {
namespace {

// Measured in segments, items and places looked at: what a small graph gains by many tries a large one could not pay
// for.
constexpr std::size_t most_sweep_work = 600000;
constexpr std::size_t most_refine_work = 6000000;
constexpr std::uint32_t most_starts = 12;
constexpr int refine_rounds = 8;

// Sweeps from several starts; the best is refined.
Ordering fresh_order(const Layers& layers) {
  const Kept none;
  Sweeper sweeper(layers, none);
  Ordering best;
  std::uint64_t fewest = 0;
  for (std::uint32_t start = 0; start < most_starts; ++start) {
    if (start > 0 && (fewest == 0 || sweeper.work() >= most_sweep_work)) break;
    Ordering ordering = depth_first_start(layers, start % 2 == 0, start / 2);
    const std::uint64_t crossings = sweeper.improve(ordering, most_sweep_work);
    if (start > 0 && crossings >= fewest) continue;
    fewest = crossings;
    best = std::move(ordering);
  }
  if (fewest > 0 && layers.item_count() <= most_small) refine(layers, best, none, refine_rounds, most_refine_work);
  part_components(layers, best);
  return best;
}

// About how much `Threader::thread` would do for a link.
std::size_t threading_work(const Layers& layers, const Ordering& ordering, const Link& link) {
  std::size_t work = 0;
  for (Item item = link.first; item < link.first + link.count; ++item) {
    const std::uint32_t layer = layers.layer[item];
    work += ordering.layers[layer].size() * ordering.layers[layer + 1].size();
  }
  return work;
}

}  // namespace

void Ordering::number() {
  for (std::size_t layer = 0; layer < layers.size(); ++layer) number(layer);
}

void Ordering::number(std::size_t layer) {
  std::uint32_t place = 0;
  for (const Item item : layers[layer]) position[item] = place++;
}

Kept kept_items(const Layers& layers, std::span<const Before> before) {
  if (before.empty()) return {};
  Kept kept(layers.item_count());
  for (StepId step = 0; step < before.size(); ++step) kept[step] = before[step].known;
  return kept;
}

void refine(const Layers& layers, Ordering& ordering, const Kept& kept, int most_rounds, std::size_t most_work) {
  constexpr int switch_rounds = 4;
  Threader threader(layers);
  Switcher switcher(layers, kept);
  std::uint64_t crossings = count_crossings(layers, ordering);
  for (int round = 0; round < most_rounds && crossings > 0; ++round) {
    for (const Link& link : layers.links) {
      if (threader.work() + threading_work(layers, ordering, link) < most_work) threader.thread(ordering, link);
    }
    for (std::size_t layer = 0; layer < ordering.layers.size(); ++layer) {
      switcher.switch_neighbours(ordering, layer, switch_rounds);
    }
    const std::uint64_t now = count_crossings(layers, ordering);
    if (now + now / 200 >= crossings) break;
    crossings = now;
  }
}

Ordering order_items(const Layers& layers, std::span<const Before> before) {
  if (before.empty()) return fresh_order(layers);
  const Kept kept = kept_items(layers, before);
  Ordering ordering = earlier_start(layers, before);
  Sweeper(layers, kept).improve(ordering, most_sweep_work);
  refine(layers, ordering, kept, refine_rounds, most_refine_work);
  return ordering;
}

}  // namespace orchestrator
