#include "dry_run.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "json_output.h"
#include "text.h"

namespace orchestrator::cli {
namespace {

std::string limits_text(const StepDefinition& step, const Policy& policy) {
  const int attempts = attempts_allowed(policy, step);
  const std::string most = attempts > 1 ? "at most " : "";
  return "(" + most + counted(static_cast<std::size_t>(attempts), "attempt") + " of " + ms_text(step.timeout_ms) +
         "ms)";
}

}  // namespace

void print_dry_run(Output& out, const Plan& plan, const PipelineDefinition& definition, const RunOptions& options) {
  const bool fail_fast = options.fails_fast(definition) && options.policy->fail_fast != FailFast::unknown;
  out << counted(plan.order().size(), "step") << " on "
      << counted(static_cast<std::size_t>(options.workers_of(definition)), "worker") << " by the rules of "
      << (options.policy == &course_policy() ? "the course" : options.policy->name) << ", "
      << (fail_fast ? "failing fast" : "going on after failures") << ". Nothing is run.\n";
  const std::size_t width = std::to_string(plan.order().size()).size();
  std::size_t place = 0;
  for (const StepId step : plan.order()) {
    const StepDefinition& written = definition.steps[step];
    const std::string number = std::to_string(++place);
    out << "  " << std::string(width - number.size(), ' ') << number << ". " << visible(written.name);
    std::string_view separator = ", after ";
    for (const StepId upstream : plan.graph().dependencies(step)) {
      out << separator << visible(definition.steps[upstream].name);
      separator = ", ";
    }
    out << ": ";
    if (written.run.empty()) {
      out << "simulated, " << ms_text(written.action.duration_ms) << "ms ";
    } else {
      out << visible(written.run) << " ";
    }
    out << limits_text(written, *options.policy) << "\n";
  }
}

void print_dry_run_json(Output& out, const Plan& plan, const PipelineDefinition& definition,
                        const RunOptions& options) {
  out << R"({"policy":")" << options.policy->id << R"(","workers":)" << std::to_string(options.workers_of(definition))
      << R"(,"fail_fast":)" << (options.fails_fast(definition) ? "true" : "false") << R"(,"steps":)";
  std::string_view separator = "[";
  for (const StepId step : plan.order()) {
    const StepDefinition& written = definition.steps[step];
    const auto dependencies = plan.graph().dependencies(step);
    out << separator << R"({"step":)" << json_text(written.name) << R"(,"depends_on":)";
    print_json_names(out, {dependencies.begin(), dependencies.end()}, definition);
    out << R"(,"run":)" << (written.run.empty() ? "null" : json_text(written.run)) << R"(,"attempts":)"
        << std::to_string(attempts_allowed(*options.policy, written)) << R"(,"timeout_ms":)"
        << ms_text(written.timeout_ms) << "}";
    separator = ",";
  }
  out << (plan.order().empty() ? "[]}\n" : "]}\n");
}

}  // namespace orchestrator::cli
