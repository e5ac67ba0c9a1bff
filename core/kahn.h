// Kahn's algorithm (A. B. Kahn, "Topological sorting of large networks", CACM 5(11), 1962) with a FIFO queue.
#pragma once

#include <vector>

#include "graph.h"

namespace orchestrator {

/// The steps in the order in which the ready queue hands them out. Because the queue is first in, first out, this is
/// also the order in which they entered it: the queue is at any time a slice of this list.
struct Order {
  std::vector<StepId> steps;
  /// False when a cycle keeps some steps out of the list.
  bool complete = true;
};

/// Sources enter in definition order, dependents in the order of Graph::dependents. Time and memory linear.
Order kahn_order(const Graph& graph);

}  // namespace orchestrator
