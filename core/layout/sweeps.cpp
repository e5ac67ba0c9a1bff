#include "layout/sweeps.h"

#include <algorithm>

#include "layout/sorting.h"

namespace orchestrator {

std::uint64_t Sweeper::improve(Ordering& ordering, std::size_t most_work) {
  constexpr int patience = 6;
  constexpr int least_sweeps = 2;
  Ordering best = ordering;
  std::uint64_t fewest = count_crossings(layers_, ordering);
  for (int i = 0, idle = 0; idle < patience && fewest > 0 && (work_ < most_work || i < least_sweeps); ++i, ++idle) {
    // Items with the same middle change places every other time: so a sweep does not get stuck among ties.
    sweep(ordering, i % 2 == 0, i % 4 >= 2);
    const std::uint64_t crossings = count_crossings(layers_, ordering);
    if (crossings >= fewest) continue;
    if (crossings + fewest / 100 < fewest) idle = -1;
    fewest = crossings;
    best = ordering;
  }
  ordering = std::move(best);
  return fewest;
}

void Sweeper::sweep(Ordering& ordering, bool upward, bool turn_ties) {
  constexpr int rounds = 4;
  const std::size_t count = ordering.layers.size();
  for (std::size_t i = 1; i < count; ++i) sort_layer(ordering, upward ? i : count - 1 - i, upward, turn_ties);
  for (std::size_t layer = 0; layer < count; ++layer) switcher_.switch_neighbours(ordering, layer, rounds);
  work_ += 8 * layers_.segments.dependency_count() + layers_.item_count();
}

void Sweeper::sort_layer(Ordering& ordering, std::size_t layer, bool upward, bool turn_ties) {
  std::vector<Item>& items = ordering.layers[layer];
  const std::size_t fixed_size = ordering.layers[upward ? layer - 1 : layer + 1].size();
  const double scale = static_cast<double>(fixed_size) / static_cast<double>(items.size());
  for (const Item item : items) {
    const auto neighbours = upward ? layers_.segments.dependencies(item) : layers_.segments.dependents(item);
    double sum = 0;
    for (const Item neighbour : neighbours) sum += ordering.position[neighbour];
    // An item without neighbours there stays about where it is.
    key_[item] = neighbours.empty() ? ordering.position[item] * scale : sum / static_cast<double>(neighbours.size());
  }
  if (!kept_.empty()) keep_order(items);
  if (turn_ties && kept_.empty()) std::reverse(items.begin(), items.end());
  sort_by_key(items, key_);
  ordering.number(layer);
}

// Replaces the keys of kept items by the nearest ones that do not change their order.
void Sweeper::keep_order(const std::vector<Item>& items) {
  isotonic_.clear();
  for (const Item item : items) {
    if (kept_[item]) isotonic_.add(key_[item], 1);
  }
  std::size_t next = 0;
  const std::vector<double>& fitted = isotonic_.fit();
  for (const Item item : items) {
    if (kept_[item]) key_[item] = fitted[next++];
  }
}

}  // namespace orchestrator
