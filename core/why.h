// Why a step is where it is, at an event of Kahn's algorithm.
#pragma once

#include <vector>

#include "sentence.h"
#include "trace.h"

namespace orchestrator {

/// A short paragraph: the step's in-degree at the start and now; which dependencies were taken off, at which events,
/// and for which it still waits; when it enters and leaves the queue; of a step that never becomes ready the cycle it
/// is on or behind. Every sentence speaks of this step; of many dependencies or steps only a few are named.
/// std::out_of_range unless cursor < trace.size(). Time linear in the step's dependencies and theirs, and in steps +
/// dependencies for a step that never becomes ready; besides a few binary searches.
std::vector<Sentence> why(const KahnTrace& trace, StepId step, Cursor cursor);

}  // namespace orchestrator
