// The task "run".
#pragma once

#include "arguments.h"
#include "output.h"
#include "pipeline.h"

namespace orchestrator::cli {

/// Runs a runnable pipeline and reports on it, or says what it would run. Returns the exit status.
int run_task(Output& out, const Pipeline& pipeline, const Arguments& arguments);

}  // namespace orchestrator::cli
