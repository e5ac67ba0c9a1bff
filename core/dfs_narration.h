// Depth-first search in words: for each event the line of its pseudo-code, and a sentence that is true just then.
#pragma once

#include <string_view>

#include "dfs.h"
#include "sentence.h"

namespace orchestrator {

/// The row of the pseudo-code, from 1, that does an event.
int line_of(const DepthMoment& moment);

/// What happened at a moment of the trace, and why. Time: O(log n).
Sentence narrate(const DepthTrace& trace, const DepthMoment& moment);

/// "start", "discover", …
std::string_view event_name(DepthEventKind kind);
/// "tree", "back", …
std::string_view class_name(DependencyClass found);
/// "running", "sorted" or "cycle".
std::string_view state_name(DepthState state);

}  // namespace orchestrator
