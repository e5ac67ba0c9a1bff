// What a run would do.
#pragma once

#include "output.h"
#include "pipeline.h"
#include "run_options.h"

namespace orchestrator::cli {

/// "1. build, after fetch: make all (at most 3 attempts of 30000ms)", one step a line in the order in which they would
/// be taken.
void print_dry_run(Output& out, const Plan& plan, const PipelineDefinition& definition, const RunOptions& options);

/// {"policy","workers","fail_fast","steps":[{"step","depends_on","run","attempts","timeout_ms"}]}; "run" is null for a
/// step that would be simulated.
void print_dry_run_json(Output& out, const Plan& plan, const PipelineDefinition& definition, const RunOptions& options);

}  // namespace orchestrator::cli
