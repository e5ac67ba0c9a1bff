#include "kahn.h"

#include "kahn_walk.h"

namespace orchestrator {

Order kahn_order(const Graph& graph) {
  Order order;
  walk_kahn(graph, order.steps, [](std::size_t) {});
  order.complete = order.steps.size() == graph.step_count();
  return order;
}

}  // namespace orchestrator
