// What must be true of everything that is said of a definition. Shared by the properties and the fuzzer.
#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "pipeline.h"
#include "text.h"

namespace orchestrator {

/// True for valid UTF-8 in which every character can be seen.
inline bool is_legible(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    const bool broken = character.code == 0xFFFD && character.length == 1;
    if (broken || is_control(character.code) || is_invisible(character.code)) return false;
    i += character.length;
  }
  return true;
}

inline std::string broken_rule_of(const Diagnostic& diagnostic) {
  if (diagnostic.message.empty()) return "every mistake has a sentence";
  if (!is_legible(diagnostic.message)) return "a sentence shows what it says: " + diagnostic.message;
  if (!is_legible(diagnostic.hint)) return "a hint shows what it says: " + diagnostic.hint;
  if (!diagnostic.path.empty() && diagnostic.path.front() != '/') return "a path is a JSON pointer: " + diagnostic.path;
  const std::set<std::string> once(diagnostic.steps.begin(), diagnostic.steps.end());
  if (once.size() != diagnostic.steps.size()) return "steps are named once";
  if (once.count("") > 0) return "only steps with a name are named";
  return "";
}

/// The first rule that does not hold; empty when all do.
inline std::string broken_rule_of(const Checked& checked) {
  const auto is_error = [](const Diagnostic& d) { return severity_of(d.code) == Severity::error; };
  if (has_errors(checked.diagnostics) == checked.runnable) return "a pipeline is runnable or has an error";
  if (!std::is_partitioned(checked.diagnostics.begin(), checked.diagnostics.end(), is_error)) {
    return "errors come before warnings";
  }
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    const std::string broken = broken_rule_of(diagnostic);
    if (!broken.empty()) return broken;
  }
  if (checked.runnable && !checked.pipeline) return "what is runnable is a pipeline";
  if (!checked.pipeline) return "";
  const Graph& graph = checked.pipeline->graph;
  const auto& steps = checked.pipeline->definition.steps;
  if (graph.step_count() != steps.size()) return "the graph has every step";
  const bool cyclic = std::any_of(checked.diagnostics.begin(), checked.diagnostics.end(),
                                  [](const Diagnostic& d) { return d.code == Code::cyclic_dependency; });
  if (cyclic == Plan::of(graph).has_value()) return "a cycle is reported exactly when there is no plan";
  std::set<std::string> names;
  for (StepId step = 0; step < steps.size(); ++step) {
    if (is_blank(steps[step].name) || !names.insert(steps[step].name).second) return "names are unique and not blank";
    const auto upstream = graph.dependencies(step);
    const bool linked =
        std::equal(upstream.begin(), upstream.end(), steps[step].depends_on.begin(), steps[step].depends_on.end(),
                   [&](StepId id, const std::string& name) { return steps[id].name == name; });
    if (!linked) return "every name is linked to its step";
  }
  return "";
}

}  // namespace orchestrator
