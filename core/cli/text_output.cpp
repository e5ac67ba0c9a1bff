#include "text_output.h"

#include <unistd.h>

#include <string>
#include <string_view>

#include "run/run_narration.h"
#include "text.h"

namespace orchestrator::cli {
namespace {

std::string diagnostic_text(const Diagnostic& diagnostic) {
  std::string text(severity_name(severity_of(diagnostic.code)));
  text += ": " + diagnostic.message + '\n';
  if (!diagnostic.hint.empty()) text += "    " + diagnostic.hint + '\n';
  text += "    [" + std::string(code_name(diagnostic.code)) + ']';
  // The place holds names of fields, which may hold anything.
  if (!diagnostic.path.empty()) text += " at " + legible(diagnostic.path);
  return text + '\n';
}

}  // namespace

void print_diagnostics(const std::vector<Diagnostic>& diagnostics) {
  Output error(STDERR_FILENO);
  for (const Diagnostic& diagnostic : diagnostics) error << diagnostic_text(diagnostic);
  error.flush();
}

void print_failures(const Run& run, const PipelineDefinition& definition) {
  const auto name_of = [&definition](StepId step) { return std::string_view(definition.steps[step].name); };
  Output error(STDERR_FILENO);
  for (const StepResult& result : run.results()) {
    if (result.status != Status::failed) continue;
    if (result.error.empty()) {
      error << english(explain(run, result.step), name_of) << "\n";
    } else {
      error << "Step " << quoted(name_of(result.step)) << " failed: " << visible(result.error) << "\n";
    }
  }
  error.flush();
}

void print_size(Output& out, const Pipeline& pipeline, std::size_t warnings) {
  out << (warnings == 0 ? "No mistakes: " : "No errors, " + counted(warnings, "warning") + ": ")
      << counted(pipeline.graph.step_count(), "step") << ", "
      << counted(pipeline.graph.dependency_count(), "dependency") << ".\n";
}

void print_tiers(Output& out, const std::vector<std::vector<StepId>>& tiers, const Pipeline& pipeline) {
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    out << "Tier " << std::to_string(i);
    std::string_view separator = ": ";
    for (const StepId step : tiers[i]) {
      out << separator << visible(pipeline.name_of(step));
      separator = ", ";
    }
    out << "\n";
  }
}

}  // namespace orchestrator::cli
