// A run of a pipeline by the native command.
#pragma once

#include "pipeline.h"
#include "run/report.h"

namespace orchestrator::cli {

/// Runs the steps one after another. A step with a shell command executes it; any other plays its action in virtual
/// time. Both move the same clock on by the length of the attempt, so that a pipeline may mix them and nothing sleeps.
/// Throws Interruption when a signal stopped it; no process is left then.
Report run_pipeline(const Plan& plan, const PipelineDefinition& definition, bool fail_fast);

}  // namespace orchestrator::cli
