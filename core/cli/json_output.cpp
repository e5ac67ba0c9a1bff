#include "json_output.h"

#include <array>
#include <charconv>
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

Json exit_code_json(const std::optional<ChildEnd>& end) {
  return end && end->kind == ChildEnd::Kind::exited ? Json(end->number) : Json(nullptr);
}

Json row_json(const Report::Row& row, const std::optional<ChildEnd>& end, const PipelineDefinition& definition) {
  const StepDefinition& step = definition.steps[row.step];
  Json json{{"step", step.name},        {"status", status_name(row.status)},
            {"attempts", row.attempts}, {"duration_ms", row.duration_ms},
            {"output", row.output},     {"error", row.error}};
  if (row.reason != Reason::none) json["reason"] = reason_name(row.reason);
  if (row.cause != no_step) json["cause"] = definition.steps[row.cause].name;
  if (!step.run.empty()) json["exit_code"] = exit_code_json(end);
  return json;
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

std::string ms_text(double ms) {
  std::array<char, 64> text{};
  const auto [end, trouble] = std::to_chars(text.data(), text.data() + text.size(), ms);
  return {text.data(), end};
}

void print_json(Output& out, const std::vector<Diagnostic>& diagnostics) {
  out << R"({"diagnostics":)";
  print_list(out, diagnostics, [](const Diagnostic& diagnostic) { return dump(diagnostic_json(diagnostic)); });
  out << "}\n";
}

void print_json(Output& out, const Report& report, const std::vector<std::optional<ChildEnd>>& ends,
                const PipelineDefinition& definition) {
  out << R"({"passed":)" << (report.passed ? "true" : "false");
  out << R"(,"total_duration_ms":)" << std::to_string(report.total_duration_ms) << R"(,"results":)";
  print_list(out, report.rows, [&](const Report::Row& row) { return dump(row_json(row, ends[row.step], definition)); });
  out << "}\n";
}

void print_json_names(Output& out, const std::vector<StepId>& steps, const PipelineDefinition& definition) {
  print_list(out, steps, [&definition](StepId step) { return json_text(definition.steps[step].name); });
}

}  // namespace orchestrator::cli
