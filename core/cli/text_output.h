// What is printed for people. Names are printed so that none can move the cursor or pass for another.
#pragma once

#include <cstddef>
#include <vector>

#include "diagnostic.h"
#include "output.h"
#include "pipeline.h"
#include "run/run.h"

namespace orchestrator::cli {

/// To standard error: sentence and hint, place and code of each.
void print_diagnostics(const std::vector<Diagnostic>& diagnostics);

/// To standard error: why each failed step failed. The report, as the course has it, does not say.
void print_failures(const Run& run, const PipelineDefinition& definition);

/// "No mistakes: 5 steps, 4 dependencies."
void print_size(Output& out, const Pipeline& pipeline, std::size_t warnings);

/// "Tier 0: a, b", one a line.
void print_tiers(Output& out, const std::vector<std::vector<StepId>>& tiers, const Pipeline& pipeline);

}  // namespace orchestrator::cli
