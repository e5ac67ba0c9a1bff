// Kahn's algorithm in words: for each event the line of its pseudo-code, and a sentence that is true just then.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sentence.h"
#include "trace.h"

namespace orchestrator {

/// The row of the pseudo-code, from 1, that does an event. A source enters the queue on another line than a step set
/// free in the loop.
int line_of(const Moment& moment);

/// What happened at a moment of the trace, and why. Time: as for KahnTrace::in_degree.
Sentence narrate(const KahnTrace& trace, const Moment& moment);

/// The same for one who goes through the events in turn and keeps the in-degrees: `in_degree` is the one of the event's
/// dependent just after the event. Takes constant time, however many dependencies a step has.
Sentence narrate(const KahnTrace& trace, const Moment& moment, std::uint32_t in_degree);

/// The same in English.
std::string sentence_of(const KahnTrace& trace, const Moment& moment, const NameOf& name_of);
std::string sentence_of(const KahnTrace& trace, const Moment& moment, const NameOf& name_of, std::uint32_t in_degree);

/// "start", "enqueue", …
std::string_view event_name(EventKind kind);
/// "running", "sorted" or "stalled".
std::string_view state_name(TraceState state);

}  // namespace orchestrator
