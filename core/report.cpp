#include "report.h"

#include <cmath>

#include "text.h"

namespace orchestrator {
namespace {

std::string padded(std::string_view status) {
  constexpr std::size_t width = 7;
  std::string text(status);
  if (text.size() < width) text.resize(width, ' ');
  return text;
}

}  // namespace

Report report_of(const Run& run) {
  Report report;
  report.passed = run.passed();
  for (const StepResult& result : run.results()) {
    Report::Row row;
    row.step = result.step;
    row.status = result.status;
    row.attempts = result.attempts;
    row.duration_ms = std::llround(result.ended - result.started);
    row.output = result.output;
    row.error = result.error;
    report.rows.push_back(std::move(row));
  }
  if (!run.results().empty()) {
    report.total_duration_ms = std::llround(run.results().back().ended - run.results().front().started);
  }
  return report;
}

std::string report_text(const Report& report, const PipelineDefinition& definition) {
  std::string text = report.passed ? "Pipeline PASSED\n" : "Pipeline FAILED\n";
  for (const Report::Row& row : report.rows) {
    text += "  [" + padded(status_name(row.status)) + "] " + visible(definition.steps[row.step].name) + " (" +
            std::to_string(row.attempts) + " attempt(s), " + std::to_string(row.duration_ms) + "ms)\n";
  }
  return text + "Total: " + std::to_string(report.total_duration_ms) + "ms\n";
}

}  // namespace orchestrator
