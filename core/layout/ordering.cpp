#include "layout/ordering.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "layout/refine.h"

namespace orchestrator {
namespace {

// Work that all sweeps together may do, counted in segments looked at: what a small graph gains by many tries, a large
// one could not pay for.
constexpr std::size_t most_work = 3000000;
constexpr int most_starts = 12;

// Each item's weakly connected component, numbered by first items.
std::vector<std::uint32_t> components_of(const Layers& layers) {
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::uint32_t> component(layers.item_count(), none);
  std::vector<Item> pending;
  std::uint32_t count = 0;
  for (Item first = 0; first < component.size(); ++first) {
    if (component[first] != none) continue;
    pending.push_back(first);
    component[first] = count;
    while (!pending.empty()) {
      const Item item = pending.back();
      pending.pop_back();
      const auto visit = [&](Item neighbour) {
        if (component[neighbour] != none) return;
        component[neighbour] = count;
        pending.push_back(neighbour);
      };
      for (const Item neighbour : layers.segments.dependents(item)) visit(neighbour);
      for (const Item neighbour : layers.segments.dependencies(item)) visit(neighbour);
    }
    ++count;
  }
  return component;
}

// Small, seeded and the same everywhere: only for ties among starts (G. Marsaglia, "Xorshift RNGs", 2003).
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

// Which way the next sweep goes, and which items it may reorder.
class Sweeper {
 public:
  Sweeper(const Layers& layers, const std::vector<bool>& kept)
      : layers_(layers), kept_(kept), refiner_(layers, kept), key_(layers.item_count()) {}

  // Sweeps up and down until that does not help any more; leaves the best ordering found.
  std::uint64_t improve(Ordering& ordering, std::size_t& work) {
    Ordering best = ordering;
    std::uint64_t fewest = count_crossings(layers_, ordering);
    constexpr int patience = 6;
    for (int sweep = 0, idle = 0; idle < patience && fewest > 0 && work < most_work; ++sweep, ++idle) {
      // Items with the same barycentre change places every other time: so a sweep does not get stuck among ties.
      one_sweep(ordering, sweep % 2 == 0, sweep % 4 >= 2);
      switch_everywhere(ordering);
      work += 8 * layers_.segments.dependency_count() + layers_.item_count();
      const std::uint64_t crossings = count_crossings(layers_, ordering);
      if (crossings >= fewest) continue;
      if (crossings + fewest / 100 < fewest) idle = -1;
      fewest = crossings;
      best = ordering;
    }
    ordering = std::move(best);
    if (fewest > 0) sift_everywhere(ordering, work);
    return count_crossings(layers_, ordering);
  }

 private:
  void one_sweep(Ordering& ordering, bool upward, bool turn_ties) {
    const std::size_t count = ordering.layers.size();
    for (std::size_t i = 1; i < count; ++i) sort_layer(ordering, upward ? i : count - 1 - i, upward, turn_ties);
  }

  void sort_layer(Ordering& ordering, std::size_t layer, bool upward, bool turn_ties) {
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
    std::stable_sort(items.begin(), items.end(), [this](Item a, Item b) { return key_[a] < key_[b]; });
    for (std::uint32_t i = 0; i < items.size(); ++i) ordering.position[items[i]] = i;
  }

  // Replaces the keys of kept items by the nearest ones that do not change their order: neighbours in the wrong order
  // are pooled at their mean (isotonic regression; M. Ayer et al. 1955).
  void keep_order(const std::vector<Item>& items) {
    pools_.clear();
    for (const Item item : items) {
      if (!kept_[item]) continue;
      pools_.push_back({key_[item], 1});
      while (pools_.size() > 1 && pools_[pools_.size() - 2].mean() >= pools_.back().mean()) {
        const Pool last = pools_.back();
        pools_.pop_back();
        pools_.back().sum += last.sum;
        pools_.back().count += last.count;
      }
    }
    std::size_t pool = 0;
    std::size_t used = 0;
    for (const Item item : items) {
      if (!kept_[item]) continue;
      if (used == pools_[pool].count) {
        ++pool;
        used = 0;
      }
      key_[item] = pools_[pool].mean();
      ++used;
    }
  }

  void switch_everywhere(Ordering& ordering) {
    constexpr int rounds = 4;
    for (std::size_t layer = 0; layer < ordering.layers.size(); ++layer) {
      refiner_.switch_neighbours(ordering, layer, rounds);
    }
  }

  void sift_everywhere(Ordering& ordering, std::size_t& work) {
    constexpr std::uint32_t reach = 60;
    for (std::uint64_t saved = 1; saved > 0 && work < most_work;) {
      saved = 0;
      for (std::size_t layer = 0; layer < ordering.layers.size(); ++layer) {
        saved += refiner_.sift(ordering, layer, reach);
        work += 2 * std::min<std::size_t>(reach, ordering.layers[layer].size()) * ordering.layers[layer].size();
      }
    }
  }

  struct Pool {
    double sum;
    std::size_t count;
    double mean() const { return sum / static_cast<double>(count); }
  };

  const Layers& layers_;
  const std::vector<bool>& kept_;
  Refiner refiner_;
  std::vector<double> key_;
  std::vector<Pool> pools_;
};

// Items as a depth-first search comes upon them, from the sources up or from the sinks down: what belongs together
// begins together. A random sequence of the roots makes another start of it.
Ordering depth_first_start(const Layers& layers, bool upward, Random* random) {
  Ordering ordering{std::vector<std::vector<Item>>(layers.count), std::vector<std::uint32_t>(layers.item_count())};
  std::vector<Item> roots(layers.item_count());
  std::iota(roots.begin(), roots.end(), 0);
  if (random != nullptr) {
    for (auto i = static_cast<std::uint32_t>(roots.size()); i > 1; --i)
      std::swap(roots[i - 1], roots[random->below(i)]);
  }
  std::vector<bool> seen(layers.item_count());
  std::vector<Item> pending;
  for (const Item root : roots) {
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
  number_positions(ordering);
  return ordering;
}

Ordering fresh_order(const Layers& layers) {
  const std::vector<bool> none_kept;
  Sweeper sweeper(layers, none_kept);
  Ordering best;
  std::uint64_t fewest = 0;
  std::size_t work = 0;
  for (int start = 0; start < most_starts; ++start) {
    if (start > 0 && (fewest == 0 || work >= most_work)) break;
    Random random(static_cast<std::uint32_t>(start));
    Ordering ordering = depth_first_start(layers, start % 2 == 0, start < 2 ? nullptr : &random);
    const std::uint64_t crossings = sweeper.improve(ordering, work);
    if (start > 0 && crossings >= fewest) continue;
    fewest = crossings;
    best = std::move(ordering);
  }
  const std::vector<std::uint32_t> component = components_of(layers);
  for (std::vector<Item>& items : best.layers) {
    std::stable_sort(items.begin(), items.end(), [&](Item a, Item b) { return component[a] < component[b]; });
  }
  number_positions(best);
  return best;
}

// Steps where they were; what is new, and what passes through, near its neighbours.
Ordering earlier_order(const Layers& layers, std::span<const Before> before, std::vector<bool>& kept) {
  std::vector<double> along(layers.item_count());
  kept.assign(layers.item_count(), false);
  double last = 0;
  for (StepId step = 0; step < layers.step_count; ++step) {
    kept[step] = before[step].known;
    if (kept[step]) along[step] = before[step].along;
    last = std::max(last, along[step]);
  }
  Ordering ordering{std::vector<std::vector<Item>>(layers.count), std::vector<std::uint32_t>(layers.item_count())};
  for (Item item = 0; item < layers.item_count(); ++item) ordering.layers[layers.layer[item]].push_back(item);
  for (std::vector<Item>& items : ordering.layers) {
    for (const Item item : items) {
      if (kept[item]) continue;
      double sum = 0;
      std::size_t count = 0;
      for (const Item neighbour : layers.segments.dependencies(item)) sum += along[neighbour], ++count;
      for (const Item neighbour : layers.segments.dependents(item)) {
        if (layers.is_step(neighbour) && kept[neighbour]) sum += along[neighbour], ++count;
      }
      // What belongs to nothing comes behind everything.
      along[item] = count > 0 ? sum / static_cast<double>(count) : last + 1;
    }
    std::stable_sort(items.begin(), items.end(), [&](Item a, Item b) { return along[a] < along[b]; });
  }
  number_positions(ordering);
  return ordering;
}

}  // namespace

Ordering order_items(const Layers& layers, std::span<const Before> before) {
  if (before.empty()) return fresh_order(layers);
  std::vector<bool> kept;
  Ordering ordering = earlier_order(layers, before, kept);
  std::size_t work = 0;
  Sweeper(layers, kept).improve(ordering, work);
  return ordering;
}

}  // namespace orchestrator
