// A run in words: for each event a sentence that is true just then.
#pragma once

#include "../sentence.h"
#include "run.h"

namespace orchestrator {

/// What happened, and why. The event must be one of the run, which may have gone on since. Workers are counted from 1,
/// as people do. Time: O(dependencies of the step); of `end`, O(steps).
Sentence narrate(const Run& run, const RunEvent& event);

/// What became of a step, and why: FAILED after 3 attempts, SKIPPED because of …
Sentence explain(const Run& run, StepId step);

}  // namespace orchestrator
