// The first phase of a layout (K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical
// system structures", 1981): every step gets a layer, and what spans several layers a place in each of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "../graph.h"

namespace orchestrator {

/// Something that takes up room in one layer: a step, or the place where a long dependency passes through. Steps come
/// first and keep their ids.
using Item = std::uint32_t;

/// A dependency as it is drawn. One listed twice is drawn once, in two places of the definition.
struct Link {
  /// The ends in the direction of the layers: `low` is in a lower layer than `high`, unless it is a loop.
  StepId low;
  StepId high;
  /// True for a back dependency, which leads from `high` to `low`.
  bool reversed;
  /// The items it passes through between its ends, one a layer: [first, first + count). None for a link that is so long
  /// that it is led round all steps.
  Item first;
  std::uint32_t count;
};

struct Layers {
  std::size_t step_count = 0;
  /// One an item.
  std::vector<std::uint32_t> layer;
  /// One an item: the step that a lane's end stands beside (see lanes.h); no_step for all others.
  std::vector<StepId> beside;
  std::vector<Link> links;
  /// For each dependency, in the order of Graph::dependents over all steps, its place in `links`.
  std::vector<std::uint32_t> link_of;
  /// Items of neighbouring layers that are joined by a piece of a link; a loop has none.
  Graph segments;
  std::uint32_t count = 0;

  std::size_t item_count() const { return layer.size(); }
  bool is_step(Item item) const { return item < step_count; }
  /// How many layers a link leads up.
  std::uint32_t span(const Link& link) const { return layer[link.high] - layer[link.low]; }
  /// True for a link that would need too many passages: it is led round all steps.
  bool is_around(const Link& link) const { return span(link) > link.count + 1; }
};

/// A step's place in an earlier layout. Unknown for steps that are new.
struct Before {
  bool known = false;
  /// Where the step was along its layer.
  double along = 0;
  std::uint32_t layer = 0;
};

/// True for steps that were there; `before` has one entry a step, or none.
inline bool was_there(std::span<const Before> before, Item item) { return item < before.size() && before[item].known; }

/// A step's layer is its tier in the graph without its back dependencies. With an earlier layout (`before` has one
/// entry a step, or none), a dependency within a cycle that led back then still does, so that closing a cycle moves
/// nothing; otherwise depth-first search finds the back dependencies. Time and memory linear in steps + dependencies:
/// where all passages together would be more than steps + dependencies + `spare_passages`, the longest links have none.
Layers assign_layers(const Graph& graph, std::span<const Before> before);

inline constexpr std::size_t spare_passages = 20000;

}  // namespace orchestrator
