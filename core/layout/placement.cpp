#include "layout/placement.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <numeric>

#include "kahn.h"

namespace orchestrator {
namespace {

using Places = std::vector<double>;

bool less(const Dependency& a, const Dependency& b) {
  return a.upstream != b.upstream ? a.upstream < b.upstream : a.dependent < b.dependent;
}

// Segments between two passages should be straight: other segments that cross one of them are not aligned along.
// Returns those, sorted (Brandes & Köpf, algorithm 1).
std::vector<Dependency> crossing_passages(const Layers& layers, const Ordering& ordering) {
  std::vector<Dependency> found;
  const auto inner_partner = [&](Item item) {
    if (layers.is_step(item)) return no_step;
    for (const Item low : layers.segments.dependencies(item)) {
      if (!layers.is_step(low)) return low;
    }
    return no_step;
  };
  for (std::size_t layer = 1; layer < ordering.layers.size(); ++layer) {
    const std::vector<Item>& items = ordering.layers[layer];
    std::uint32_t first_open = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Item partner = inner_partner(items[i]);
      if (partner == no_step && i + 1 < items.size()) continue;
      const std::uint32_t last_open =
          partner == no_step ? std::numeric_limits<std::uint32_t>::max() : ordering.position[partner];
      for (; next <= i; ++next) {
        for (const Item low : layers.segments.dependencies(items[next])) {
          const bool inside = ordering.position[low] >= first_open && ordering.position[low] <= last_open;
          const bool inner = !layers.is_step(low) && !layers.is_step(items[next]);
          if (!inside && !inner) found.push_back({low, items[next]});
        }
      }
      first_open = last_open;
    }
  }
  std::sort(found.begin(), found.end(), less);
  return found;
}

// One of the four runs: layers from the far end when `downward`, items from the far end when `mirrored`.
class Alignment {
 public:
  Alignment(const Layers& layers, const Ordering& ordering, const std::vector<Dependency>& avoided, bool downward,
            bool mirrored)
      : layers_(layers), ordering_(ordering), avoided_(avoided), downward_(downward), mirrored_(mirrored) {}

  Places places(std::span<const double> extents, const Gaps& gaps) {
    align();
    return compact(extents, gaps);
  }

 private:
  // Counted from the end at which this run begins.
  std::int64_t place(Item item) const {
    const std::int64_t position = ordering_.position[item];
    return mirrored_ ? -position : position;
  }
  // The item before or behind another one as this run sees it.
  Item beside(Item item, int step) const {
    const std::vector<Item>& items = ordering_.layers[layers_.layer[item]];
    const std::int64_t index = std::int64_t{ordering_.position[item]} + (mirrored_ ? -step : step);
    return index < 0 || index >= static_cast<std::int64_t>(items.size()) ? no_step
                                                                         : items[static_cast<std::size_t>(index)];
  }

  // Puts each item in line with a median neighbour of the layer before, so that no two lines cross.
  void align() {
    root_.resize(layers_.item_count());
    std::iota(root_.begin(), root_.end(), 0);
    const std::size_t count = ordering_.layers.size();
    for (std::size_t i = 1; i < count; ++i) {
      const std::vector<Item>& items = ordering_.layers[downward_ ? count - 1 - i : i];
      std::int64_t reached = std::numeric_limits<std::int64_t>::min();
      for (std::size_t k = 0; k < items.size(); ++k) {
        const Item item = mirrored_ ? items[items.size() - 1 - k] : items[k];
        const Item partner = median_neighbour(item, reached);
        if (partner == no_step) continue;
        root_[item] = root_[partner];
        reached = place(partner);
      }
    }
  }

  Item median_neighbour(Item item, std::int64_t reached) {
    const auto neighbours = downward_ ? layers_.segments.dependents(item) : layers_.segments.dependencies(item);
    sorted_.assign(neighbours.begin(), neighbours.end());
    if (sorted_.empty()) return no_step;
    std::sort(sorted_.begin(), sorted_.end(), [this](Item a, Item b) { return place(a) < place(b); });
    for (const std::size_t median : {(sorted_.size() - 1) / 2, sorted_.size() / 2}) {
      const Item neighbour = sorted_[median];
      const Dependency segment = downward_ ? Dependency{item, neighbour} : Dependency{neighbour, item};
      const bool avoided = std::binary_search(avoided_.begin(), avoided_.end(), segment, less);
      if (place(neighbour) > reached && !avoided) return neighbour;
    }
    return no_step;
  }

  // Pushes the lines to the near end as far as their neighbours allow, then each one back towards its far neighbours.
  // Lines stand in a sequence without cycles, so Kahn's algorithm tells in which order to push.
  Places compact(std::span<const double> extents, const Gaps& gaps) {
    const auto apart = [&](Item a, Item b) {
      const bool steps[2] = {layers_.is_step(a), layers_.is_step(b)};
      const double gap = steps[0] && steps[1]   ? gaps.between_steps
                         : steps[0] || steps[1] ? gaps.beside_passage
                                                : gaps.between_passages;
      return (extents[a] + extents[b]) / 2 + gap;
    };
    std::vector<Dependency> sequence;
    std::vector<Dependency> members;
    for (Item item = 0; item < layers_.item_count(); ++item) {
      members.push_back({root_[item], item});
      if (const Item near = beside(item, -1); near != no_step) sequence.push_back({root_[near], root_[item]});
    }
    const Graph line(layers_.item_count(), members);
    const std::vector<StepId> order = kahn_order(Graph(layers_.item_count(), sequence)).steps;

    Places at(layers_.item_count());
    for (const Item root : order) {
      for (const Item item : line.dependents(root)) {
        if (const Item near = beside(item, -1); near != no_step) {
          at[root] = std::max(at[root], at[root_[near]] + apart(near, item));
        }
      }
    }
    for (auto root = order.rbegin(); root != order.rend(); ++root) {
      double furthest = std::numeric_limits<double>::infinity();
      for (const Item item : line.dependents(*root)) {
        if (const Item far = beside(item, 1); far != no_step) {
          furthest = std::min(furthest, at[root_[far]] - apart(item, far));
        }
      }
      if (furthest < std::numeric_limits<double>::infinity()) at[*root] = std::max(at[*root], furthest);
    }
    Places result(layers_.item_count());
    for (Item item = 0; item < result.size(); ++item) result[item] = mirrored_ ? -at[root_[item]] : at[root_[item]];
    return result;
  }

  const Layers& layers_;
  const Ordering& ordering_;
  const std::vector<Dependency>& avoided_;
  bool downward_;
  bool mirrored_;
  std::vector<Item> root_;
  std::vector<Item> sorted_;
};

struct Range {
  double least = std::numeric_limits<double>::infinity();
  double most = -std::numeric_limits<double>::infinity();
};

Range range_of(const Places& places, std::span<const double> extents) {
  Range range;
  for (Item item = 0; item < places.size(); ++item) {
    range.least = std::min(range.least, places[item] - extents[item] / 2);
    range.most = std::max(range.most, places[item] + extents[item] / 2);
  }
  return range;
}

// Moves each run to the narrowest one: those from the near end to its near edge, the mirrored ones to its far edge.
void line_up(std::array<Places, 4>& runs, std::span<const double> extents) {
  std::array<Range, 4> ranges;
  std::size_t narrowest = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    ranges[i] = range_of(runs[i], extents);
    const bool narrower = ranges[i].most - ranges[i].least < ranges[narrowest].most - ranges[narrowest].least;
    if (narrower) narrowest = i;
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const bool mirrored = i % 2 == 1;
    const double shift = mirrored ? ranges[narrowest].most - ranges[i].most : ranges[narrowest].least - ranges[i].least;
    for (double& place : runs[i]) place += shift;
  }
}

}  // namespace

Places place_items(const Layers& layers, const Ordering& ordering, std::span<const double> extents, const Gaps& gaps) {
  const std::vector<Dependency> avoided = crossing_passages(layers, ordering);
  std::array<Places, 4> runs;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    runs[i] = Alignment(layers, ordering, avoided, i >= 2, i % 2 == 1).places(extents, gaps);
  }
  line_up(runs, extents);
  Places result(layers.item_count());
  for (Item item = 0; item < result.size(); ++item) {
    std::array<double, 4> places{runs[0][item], runs[1][item], runs[2][item], runs[3][item]};
    std::sort(places.begin(), places.end());
    result[item] = (places[1] + places[2]) / 2;
  }
  const double least = range_of(result, extents).least;
  for (double& place : result) place -= least;
  return result;
}

}  // namespace orchestrator
