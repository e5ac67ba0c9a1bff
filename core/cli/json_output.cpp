#include "json_output.h"

#include <nlohmann/json.hpp>

namespace orchestrator::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json diagnostic_json(const Diagnostic& diagnostic) {
  return {{"code", code_name(diagnostic.code)}, {"severity", severity_name(severity_of(diagnostic.code))},
          {"message", diagnostic.message},      {"hint", diagnostic.hint},
          {"steps", diagnostic.steps},          {"path", diagnostic.path}};
}

Json row_json(const Report::Row& row, const PipelineDefinition& definition) {
  return {{"step", definition.steps[row.step].name},
          {"status", status_name(row.status)},
          {"attempts", row.attempts},
          {"duration_ms", row.duration_ms},
          {"output", row.output},
          {"error", row.error}};
}

// Writes [a,b,…] piece by piece: a million rows as one value would take gigabytes.
template <class Items, class ToText>
void print_list(Output& out, const Items& items, ToText to_text) {
  std::string_view separator = "[";
  for (const auto& item : items) {
    out << separator << to_text(item);
    separator = ",";
  }
  out << (items.empty() ? "[]" : "]");
}

}  // namespace

std::string json_text(std::string_view text) { return dump(Json(text)); }

void print_json(Output& out, const std::vector<Diagnostic>& diagnostics) {
  out << R"({"diagnostics":)";
  print_list(out, diagnostics, [](const Diagnostic& diagnostic) { return dump(diagnostic_json(diagnostic)); });
  out << "}\n";
}

void print_json(Output& out, const Report& report, const PipelineDefinition& definition) {
  out << R"({"passed":)" << (report.passed ? "true" : "false");
  out << R"(,"total_duration_ms":)" << std::to_string(report.total_duration_ms) << R"(,"results":)";
  print_list(out, report.rows, [&definition](const Report::Row& row) { return dump(row_json(row, definition)); });
  out << "}\n";
}

void print_json_names(Output& out, const std::vector<StepId>& steps, const PipelineDefinition& definition) {
  print_list(out, steps, [&definition](StepId step) { return json_text(definition.steps[step].name); });
}

}  // namespace orchestrator::cli
