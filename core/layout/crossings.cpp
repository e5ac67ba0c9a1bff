#include "layout/ordering.h"

namespace orchestrator {
namespace {

// Which places of a layer were seen so far, and how often: a tree whose leaves are places, and whose nodes sum up what
// is below them.
class SeenPlaces {
 public:
  void clear(std::size_t size) {
    leaves_ = 1;
    while (leaves_ < size) leaves_ *= 2;
    tree_.assign(2 * leaves_, 0);
  }

  void add(std::size_t place) {
    for (std::size_t node = place + leaves_; node > 0; node /= 2) ++tree_[node];
  }

  std::uint64_t behind(std::size_t place) const {
    std::uint64_t sum = 0;
    for (std::size_t node = place + leaves_; node > 1; node /= 2) {
      // A left child's right sibling sums up greater places.
      if (node % 2 == 0) sum += tree_[node + 1];
    }
    return sum;
  }

 private:
  std::size_t leaves_ = 1;
  std::vector<std::uint32_t> tree_;
};

}  // namespace

std::uint64_t count_crossings(const Layers& layers, const Ordering& ordering) {
  SeenPlaces seen;
  std::uint64_t crossings = 0;
  for (std::size_t layer = 0; layer + 1 < ordering.layers.size(); ++layer) {
    seen.clear(ordering.layers[layer + 1].size());
    for (const Item item : ordering.layers[layer]) {
      // Segments that share this item do not cross.
      for (const Item above : layers.segments.dependents(item)) crossings += seen.behind(ordering.position[above]);
      for (const Item above : layers.segments.dependents(item)) seen.add(ordering.position[above]);
    }
  }
  return crossings;
}

}  // namespace orchestrator
