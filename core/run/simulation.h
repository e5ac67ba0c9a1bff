// Runs that execute nothing: every attempt does what its step's action says, in virtual time.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "run.h"

namespace orchestrator {

/// Runs the actions of a pipeline from time 0 on; a long duration takes no longer than a short one. At one time
/// attempts end before others time out, in the order in which they started, and then new ones start. The plan must be
/// of the definition's graph, and outlive the result. Events, where they are asked for, are appended, at most so many.
/// Time: O(log steps + workers) for each attempt.
Run simulate(const Plan& plan, const PipelineDefinition& definition, const RunRules& rules,
             std::vector<RunEvent>* events = nullptr,
             std::size_t most_events = std::numeric_limits<std::size_t>::max());

/// By the course's policy, with what the definition says of fail_fast and workers.
Run simulate(const Plan& plan, const PipelineDefinition& definition);

}  // namespace orchestrator
