#include "run_task.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "dry_run.h"
#include "event_output.h"
#include "exit_status.h"
#include "json_output.h"
#include "progress.h"
#include "run/junit.h"
#include "run/report.h"
#include "run_pipeline.h"
#include "text_output.h"
#include "written_file.h"

namespace orchestrator::cli {
namespace {

bool has_commands(const PipelineDefinition& definition) {
  return std::any_of(definition.steps.begin(), definition.steps.end(),
                     [](const StepDefinition& step) { return !step.run.empty(); });
}

void print_report(Output& out, const FinishedRun& finished, const PipelineDefinition& definition, bool as_json) {
  const Report report = report_of(finished.run);
  if (as_json) {
    print_json(out, report, finished.ends, definition);
  } else {
    out << report_text(report, definition);
    out.flush();
    print_failures(finished.run, definition);
  }
  out.flush();
}

}  // namespace

int run_task(Output& out, const Pipeline& pipeline, const Arguments& arguments) {
  const PipelineDefinition& definition = pipeline.definition;
  const RunOptions& options = arguments.run;
  // Only runnable pipelines come here, so the plan is there.
  const Plan plan = *Plan::of(pipeline.graph);
  if (options.dry_run) {
    (arguments.json ? print_dry_run_json : print_dry_run)(out, plan, definition, options);
    return exit_passed;
  }
  std::optional<WrittenFile> junit;
  if (!options.junit_file.empty()) junit.emplace(options.junit_file);

  const bool as_json = arguments.json || options.events;
  Progress progress(definition, !arguments.json);
  EventOutput events(out, definition);
  std::vector<RunListener*> listeners;
  if (options.events) {
    listeners.push_back(&events);
  } else if (has_commands(definition)) {
    // What is only simulated is over at once.
    listeners.push_back(&progress);
  }
  const FinishedRun finished = run_pipeline(plan, definition, options, listeners);
  progress.end();

  print_report(out, finished, definition, as_json);
  if (junit) junit->write(junit_text(finished.run, definition));
  if (finished.signal != 0) {
    write_error("Interrupted.\n");
    return 128 + finished.signal;
  }
  return finished.run.passed() ? exit_passed : exit_failed;
}

}  // namespace orchestrator::cli
