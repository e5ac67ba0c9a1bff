// Mends: the fewest dependencies whose removal leaves a pipeline without cycles, and what it frees.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "feedback.h"
#include "graph.h"

namespace orchestrator {

/// Steps that wait for each other, all of them for all: a strongly connected component with a cycle. Every cycle lies
/// in one of them, so each can be mended by itself.
struct Knot {
  /// Ascending.
  std::vector<StepId> steps;
  /// Dependencies whose removal leaves no cycle here, by dependent, then by upstream step. One that is listed several
  /// times counts once, and all its listings have to go. A step that depends on itself must always be mended.
  std::vector<Dependency> mends;
  /// Whether there are provably none fewer: for knots of at most most_steps_for_exact steps, unless the larger of them
  /// are very many, and for larger ones whose cycles share a dependency. Otherwise each is needed, as far as time
  /// allows.
  bool exact;
};

/// By their first steps; none when the graph is acyclic. Time and memory linear in steps + dependencies, beside a fixed
/// amount of at most about a second for the smallest mends; see feedback.h.
std::vector<Knot> find_mends(const Graph& graph);

/// All mends of several knots, by dependent, then by upstream step.
std::vector<Dependency> all_mends(std::span<const Knot> knots);

/// What Kahn's algorithm leaves over, asked what less would do. Memory: 4 bytes a step.
class LeftOver {
 public:
  /// The graph must outlive it. Time linear.
  explicit LeftOver(const Graph& graph);

  /// The steps that the algorithm takes out once these dependencies are gone, and does not before; ascending. Each
  /// dependency must be named once. Time: linear in what is freed, its dependents and the dependencies named.
  std::vector<StepId> freed_by(std::span<const Dependency> gone);

 private:
  // Lowers what a step waits for; takes it on when that is nothing any more.
  void lower(StepId step, std::uint32_t by);

  const Graph* graph_;
  // How many dependencies each step waits for when the algorithm stops.
  std::vector<std::uint32_t> waits_for_;
  // What was lowered, to be taken back.
  struct Lowered {
    StepId step;
    std::uint32_t by;
  };
  std::vector<Lowered> lowered_;
  std::vector<StepId> freed_;
};

}  // namespace orchestrator
