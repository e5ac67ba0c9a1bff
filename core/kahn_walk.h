// The loop of Kahn's algorithm, shared by the order and the trace.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "graph.h"
#include "raw_vector.h"

namespace orchestrator {

/// See walk_kahn. `Count` must hold the greatest in-degree.
template <class Count, class BeforeTaking>
void walk_kahn_counting_in(const Graph& graph, std::vector<StepId>& order, BeforeTaking before_taking) {
  const std::size_t count = graph.step_count();
  RawVector<Count> in_degree(count);
  // Whether a step enters is hard to predict for a processor: each step is written behind the last one, and only then
  // does the queue grow or not. So there is room for one more.
  order.resize(count + 1);
  std::size_t entered = 0;
  for (StepId step = 0; step < count; ++step) {
    in_degree[step] = static_cast<Count>(graph.in_degree(step));
    order[entered] = step;
    entered += in_degree[step] == 0 ? 1U : 0U;
  }
  // The queue tells which rows are needed next, so they are asked for a few steps before their turn: the memory then
  // fetches several at once.
  constexpr std::size_t ahead = 8;
  for (std::size_t taken = 0; taken < entered; ++taken) {
    if (taken + 3 * ahead < entered) {
      graph.will_read_offset(order[taken + 3 * ahead]);
      graph.will_read_dependents(order[taken + 2 * ahead]);
    }
    before_taking(entered);
    for (const StepId dependent : graph.dependents(order[taken])) {
      order[entered] = dependent;
      entered += --in_degree[dependent] == 0 ? 1U : 0U;
    }
  }
  order.resize(entered);
}

/// Fills `order`, which is the queue as well: what is behind the current place waits in it. Just before the step at
/// order[i] is taken out, calls before_taking(number of steps that have entered by then).
template <class BeforeTaking>
void walk_kahn(const Graph& graph, std::vector<StepId>& order, BeforeTaking before_taking) {
  // Nearly every graph gets by with one byte a step, and so more of the counters stay in the cache.
  using Small = std::uint8_t;
  std::uint32_t greatest = 0;
  for (StepId step = 0; step < graph.step_count(); ++step) greatest = std::max(greatest, graph.in_degree(step));
  if (greatest <= std::numeric_limits<Small>::max()) {
    walk_kahn_counting_in<Small>(graph, order, before_taking);
  } else {
    walk_kahn_counting_in<std::uint32_t>(graph, order, before_taking);
  }
}

}  // namespace orchestrator
