#include <algorithm>

#include "layout/ordering.h"

namespace orchestrator {
namespace {

// Counts inversions in a list of places below `size`: pairs in which the earlier one is greater. The tree sums up, in
// its leaves, how often each place was seen.
class InversionCounter {
 public:
  std::uint64_t count(const std::vector<std::uint32_t>& places, std::size_t size) {
    std::size_t leaves = 1;
    while (leaves < size) leaves *= 2;
    tree_.assign(2 * leaves, 0);
    std::uint64_t inversions = 0;
    for (const std::uint32_t place : places) {
      std::size_t index = place + leaves;
      for (++tree_[index]; index > 1; index /= 2) {
        // A left child's right sibling sums up greater places.
        if (index % 2 == 0) inversions += tree_[index + 1];
        ++tree_[index / 2];
      }
    }
    return inversions;
  }

 private:
  std::vector<std::uint32_t> tree_;
};

}  // namespace

std::uint64_t count_crossings(const Layers& layers, const Ordering& ordering) {
  InversionCounter counter;
  std::vector<std::uint32_t> places;
  std::uint64_t crossings = 0;
  for (std::size_t layer = 0; layer + 1 < ordering.layers.size(); ++layer) {
    places.clear();
    for (const Item item : ordering.layers[layer]) {
      const auto start = static_cast<std::ptrdiff_t>(places.size());
      for (const Item above : layers.segments.dependents(item)) places.push_back(ordering.position[above]);
      std::sort(places.begin() + start, places.end());
    }
    crossings += counter.count(places, ordering.layers[layer + 1].size());
  }
  return crossings;
}

}  // namespace orchestrator
