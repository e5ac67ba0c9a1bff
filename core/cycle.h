// Cycles: which steps lie on one, which only wait behind one, and one closed path as evidence.
#pragma once

#include <cstdint>
#include <vector>

#include "graph.h"

namespace orchestrator {

enum class Standing : std::uint8_t {
  /// Kahn's algorithm takes the step out.
  free,
  /// The step is in a strongly connected component that has a cycle: it waits, in the end, for itself.
  on_cycle,
  /// The step only waits, directly or not, for one that is on a cycle.
  behind_cycle,
};

struct Cycles {
  /// One entry a step.
  std::vector<Standing> standing;
  /// For each strongly connected component with a cycle a shortest closed path through its first step: first = last,
  /// each step upstream of the next. Ordered by that first step.
  std::vector<std::vector<StepId>> paths;
};

/// Time and memory linear in steps + dependencies (R. Tarjan, "Depth-first search and linear graph algorithms", 1972;
/// without recursion).
Cycles find_cycles(const Graph& graph);

inline constexpr std::uint32_t no_component = 0xFFFFFFFF;

/// For each step on a cycle the number of its strongly connected component, from 0; no_component for the others.
/// Time and memory linear.
std::vector<std::uint32_t> cyclic_components(const Graph& graph);

}  // namespace orchestrator
