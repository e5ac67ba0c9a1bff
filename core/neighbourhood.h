// What a picture of a part of a large graph needs: the steps near to some, and all that are related to one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph.h"

namespace orchestrator {

/// How many dependencies, and how many dependents, a step brings into a neighbourhood.
inline constexpr std::size_t most_brought_by_a_centre = 12;
inline constexpr std::size_t most_brought_by_others = 4;

/// A part of a graph.
struct Neighbourhood {
  /// Ascending, each once.
  std::vector<StepId> steps;
  /// For each of these how many different dependencies are not among them, and how many dependents.
  std::vector<std::uint32_t> hidden_dependencies;
  std::vector<std::uint32_t> hidden_dependents;
};

/// The centres, as many as may be, and what is nearest to them in either direction, at most `most` steps: round by
/// round each step brings a few of its dependencies, the first that it lists, and of its dependents, the first that are
/// defined. Centres must be steps of the graph. Takes time linear in the result and what it is tied to, and a byte for
/// each step of the graph.
Neighbourhood around(const Graph& graph, std::span<const StepId> centres, std::size_t most);

/// What `relatives` says of a step; one on a cycle with it is both.
inline constexpr std::uint8_t is_upstream = 1;
inline constexpr std::uint8_t is_downstream = 2;

/// For each step of the graph whether `step` waits for it, near or far, and whether it waits for `step`. The step
/// itself is no relative of its own unless it is on a cycle. Time and memory linear.
std::vector<std::uint8_t> relatives(const Graph& graph, StepId step);

}  // namespace orchestrator
