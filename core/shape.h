// The shape of a graph: how deep and how wide it is, and a longest path through it.
#pragma once

#include <cstdint>
#include <vector>

#include "graph.h"

namespace orchestrator {

/// Rounds in which all ready steps leave together: as many as the longest path has steps, and the widest says how much
/// could be done at once. With cycles, all this is of the part that can be sorted.
struct Shape {
  /// Each step's longest distance from a source; no_tier for a step that a cycle keeps out.
  std::vector<std::uint32_t> tiers;
  static constexpr std::uint32_t no_tier = 0xFFFFFFFF;
  /// How many tiers there are.
  std::uint32_t depth = 0;
  /// How many steps stand in the widest.
  std::uint32_t width = 0;
  /// A longest path, from a source on: it ends in the step of the last tier that is taken out first, and comes from the
  /// dependency listed first where there are several as far away.
  std::vector<StepId> path;
};

/// Time and memory linear in steps + dependencies.
Shape shape_of(const Graph& graph);

/// The same for the graph without one dependency, however often it is listed.
Shape shape_without(const Graph& graph, Dependency left_out);

/// A graph without some dependencies, each however often it is listed. Time linear, but for sorting these.
Graph without(const Graph& graph, std::vector<Dependency> left_out);

}  // namespace orchestrator
