// Tie-breaks: which of several ready steps Kahn's algorithm takes next. Whatever the rule, what comes out is an order.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graph.h"
#include "kahn.h"
#include "sentence.h"

namespace orchestrator {

enum class TieBreak : std::uint8_t {
  /// The one that has been ready the longest: a queue, as in the course.
  fifo,
  /// The one that became ready last: a stack.
  lifo,
  /// The first by name, byte by byte, which for UTF-8 is the order of the characters' numbers.
  name,
  /// The one with the longest path ahead of it, which holds up the most; of several the first of the definition.
  /// (T. C. Hu, "Parallel sequencing and assembly line problems", Operations Research 9(6), 1961.)
  longest_path,
};

inline constexpr std::array<std::string_view, 4> tie_break_names{"fifo", "lifo", "name", "longest-path"};
inline std::string_view tie_break_name(TieBreak tie_break) {
  return tie_break_names[static_cast<std::size_t>(tie_break)];
}
std::optional<TieBreak> tie_break_named(std::string_view name);

/// The order that a tie-break gives. With a cycle it lacks the same steps whatever the tie-break. Sources become ready
/// in definition order, dependents in the order of Graph::dependents. Time linear in steps + dependencies for fifo, and
/// n log n more for n steps by the others; memory linear.
Order kahn_order(const Graph& graph, TieBreak tie_break, const NameOf& name_of);

/// How Kahn's algorithm goes through a graph by a tie-break.
struct ReadyWalk {
  /// The steps as they are taken out.
  std::vector<StepId> order;
  /// The same steps as they become ready, and how many of them had by the time each was taken out, with one entry more
  /// at the end.
  std::vector<StepId> entered;
  std::vector<std::uint32_t> entered_before;
};
ReadyWalk walk_ready(const Graph& graph, TieBreak tie_break, const NameOf& name_of);

/// How many steps still lie on the longest path from each step on, itself not counted, as far as they can be sorted; 0
/// for a step that cannot. Time linear.
std::vector<std::uint32_t> paths_ahead(const Graph& graph);

}  // namespace orchestrator
