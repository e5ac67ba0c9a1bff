// How the command runs a pipeline: the options of its task "run".
#pragma once

#include <optional>
#include <string>

#include "definition.h"
#include "run/policy.h"
#include "run/retry_delay.h"

namespace CLI {
class App;
}

namespace orchestrator::cli {

struct RunOptions {
  /// These two override what the file says.
  std::optional<bool> fail_fast;
  std::optional<int> workers;

  const Policy* policy = &course_policy();
  RetryDelay delay;
  /// Steps wait for all earlier tiers.
  bool by_tiers = false;
  /// How long a command that must end may tidy up before it is killed, in milliseconds.
  double grace_ms = 2000;

  bool dry_run = false;
  bool events = false;
  /// A path; empty: none is written.
  std::string junit_file;

  bool fails_fast(const PipelineDefinition& definition) const { return fail_fast.value_or(definition.fail_fast); }
  int workers_of(const PipelineDefinition& definition) const { return workers.value_or(definition.workers); }
};

/// The options must outlive the app.
void add_run_options(CLI::App& run, RunOptions& options);

}  // namespace orchestrator::cli
