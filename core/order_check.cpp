#include "order_check.h"

#include <algorithm>
#include <stdexcept>

#include "flags.h"
#include "misuse.h"

namespace orchestrator {

std::optional<Dependency> first_broken(const Graph& graph, std::span<const StepId> sequence) {
  Flags stands_before(graph.step_count());
  for (const StepId step : sequence) {
    if (step >= graph.step_count()) misuse<std::out_of_range>("first_broken: no such step");
    if (stands_before[step] != 0) continue;
    const auto upstream = graph.dependencies(step);
    const auto broken =
        std::find_if(upstream.begin(), upstream.end(), [&](StepId one) { return stands_before[one] == 0; });
    if (broken != upstream.end()) return Dependency{*broken, step};
    stands_before[step] = 1;
  }
  return std::nullopt;
}

}  // namespace orchestrator
