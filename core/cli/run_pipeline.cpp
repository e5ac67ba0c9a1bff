#include "run_pipeline.h"

#include <memory>
#include <vector>

#include "command.h"
#include "shell_command.h"

namespace orchestrator::cli {

Report run_pipeline(const Plan& plan, const PipelineDefinition& definition, bool fail_fast) {
  double now = 0;
  std::vector<std::unique_ptr<Command>> commands;
  commands.reserve(definition.steps.size());
  for (const StepDefinition& step : definition.steps) {
    if (step.run.empty()) {
      commands.push_back(std::make_unique<ScriptedCommand>(step.action, now));
    } else {
      commands.push_back(std::make_unique<ShellCommand>(step.run, now));
    }
  }
  // Commands are carried out one at a time.
  RunRules rules;
  rules.fail_fast = fail_fast;
  Run run(plan, step_rules_of(definition), rules);
  drive(run, commands, [&now] { return now; });
  return report_of(run);
}

}  // namespace orchestrator::cli
