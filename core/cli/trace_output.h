// A trace of Kahn's algorithm as text or JSON, one event a line.
#pragma once

#include "output.h"
#include "pipeline.h"

namespace orchestrator::cli {

/// Number, kind and sentence of each event; then whether it sorted or stalled, and what it stalled on.
void print_trace(Output& out, const Pipeline& pipeline);

/// {"cursor","kind","step"?,"dependent"?,"line","sentence"} a line.
void print_trace_json(Output& out, const Pipeline& pipeline);

}  // namespace orchestrator::cli
