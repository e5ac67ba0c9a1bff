// A trace as text or JSON, one event a line.
#pragma once

#include "output.h"
#include "pipeline.h"
#include "sort_options.h"
#include "trace_lines.h"

namespace orchestrator::cli {

/// All its lines; see trace_lines.h.
void print_trace(Output& out, const Pipeline& pipeline, const SortOptions& options, LineFormat format);

}  // namespace orchestrator::cli
