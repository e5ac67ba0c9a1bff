// A run of a pipeline by the native command.
#pragma once

#include <optional>
#include <vector>

#include "pipeline.h"
#include "run/run.h"
#include "run_listener.h"
#include "run_options.h"

namespace orchestrator::cli {

struct FinishedRun {
  Run run;
  /// One a step, by its number: how its command ended last; nothing when it ran none to its end.
  std::vector<std::optional<ChildEnd>> ends;
  /// The signal that stopped it, 0 for none.
  int signal = 0;
};

/// Runs the steps as the options say. A step with a shell command executes it; any other plays its action. While a
/// command runs, or waits for its next attempt, simulated steps take their time beside it; otherwise the clock moves on
/// to whatever is next, so that a pipeline without commands takes no time, and its times are exact.
/// A signal to end cancels the run, and a second one does not wait for commands to tidy up; either way no process is
/// left. Plan, definition and listeners must outlive the result.
FinishedRun run_pipeline(const Plan& plan, const PipelineDefinition& definition, const RunOptions& options,
                         const std::vector<RunListener*>& listeners);

}  // namespace orchestrator::cli
