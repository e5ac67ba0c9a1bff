// The loop of Kahn's algorithm, shared by the order and the trace.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph.h"

namespace orchestrator {

/// Fills `order`, which is the queue as well: what is behind the current place waits in it. Just before the step at
/// order[i] is taken out, calls before_taking(number of steps that have entered by then).
template <class BeforeTaking>
void walk_kahn(const Graph& graph, std::vector<StepId>& order, BeforeTaking before_taking) {
  const std::size_t count = graph.step_count();
  std::vector<std::uint32_t> in_degree(count);
  order.clear();
  order.reserve(count);
  for (StepId step = 0; step < count; ++step) {
    in_degree[step] = graph.in_degree(step);
    if (in_degree[step] == 0) order.push_back(step);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    before_taking(order.size());
    for (const StepId dependent : graph.dependents(order[i])) {
      if (--in_degree[dependent] == 0) order.push_back(dependent);
    }
  }
}

}  // namespace orchestrator
