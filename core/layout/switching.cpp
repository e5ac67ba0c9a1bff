#include "layout/switching.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace orchestrator {

void Switcher::gather(const Ordering& ordering, std::size_t layer) {
  items_ = ordering.layers[layer];
  places_.clear();
  low_.clear();
  high_.clear();
  gather_side(ordering, layer, false, low_);
  gather_side(ordering, layer, true, high_);
}

// Takes the neighbours in their sequence, and notes each one's place with all its own neighbours: so places ascend.
void Switcher::gather_side(const Ordering& ordering, std::size_t layer, bool high, std::vector<Slice>& slices) {
  const Graph& segments = layers_.segments;
  auto end = static_cast<std::uint32_t>(places_.size());
  for (const Item item : items_) {
    slices.push_back({end, end});
    end += high ? segments.out_degree(item) : segments.in_degree(item);
  }
  places_.resize(end);
  if (layer == (high ? ordering.layers.size() - 1 : 0)) return;
  for (const Item neighbour : ordering.layers[high ? layer + 1 : layer - 1]) {
    for (const Item item : high ? segments.dependencies(neighbour) : segments.dependents(neighbour)) {
      places_[slices[ordering.position[item]].end++] = ordering.position[neighbour];
    }
  }
}

// How many more pairs of `many` and `few` have the place of `many` first than last. Looks each place of the shorter
// list up in the longer one, so that a hub among small steps costs little.
std::int64_t Switcher::balance(Slice many, Slice few) {
  std::int64_t balance = 0;
  const auto begin = places_.begin() + static_cast<std::ptrdiff_t>(many.begin);
  const auto end = places_.begin() + static_cast<std::ptrdiff_t>(many.end);
  for (std::uint32_t i = few.begin; i < few.end; ++i) {
    const auto first = std::lower_bound(begin, end, places_[i]);
    auto last = first;
    while (last != end && *last == places_[i]) ++last;
    balance += (first - begin) - (end - last);
  }
  return balance;
}

// Crossings of two neighbours' segments as they stand, less those if they were switched.
std::int64_t Switcher::crossings_saved(std::uint32_t left, std::uint32_t right) {
  const auto on_side = [this](Slice a, Slice b) {
    return a.end - a.begin >= b.end - b.begin ? -balance(a, b) : balance(b, a);
  };
  return on_side(low_[left], low_[right]) + on_side(high_[left], high_[right]);
}

void Switcher::switch_neighbours(Ordering& ordering, std::size_t layer, int rounds) {
  gather(ordering, layer);
  for (bool changed = true; changed && rounds > 0; --rounds) {
    changed = false;
    for (std::uint32_t i = 0; i + 1 < items_.size(); ++i) {
      if (fixed_pair(items_[i], items_[i + 1]) || crossings_saved(i, i + 1) <= 0) continue;
      std::swap(items_[i], items_[i + 1]);
      std::swap(low_[i], low_[i + 1]);
      std::swap(high_[i], high_[i + 1]);
      changed = true;
    }
  }
  write_back(ordering, layer);
}

void Switcher::write_back(Ordering& ordering, std::size_t layer) {
  ordering.layers[layer] = items_;
  ordering.number(layer);
}

}  // namespace orchestrator
