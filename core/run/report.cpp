#include "run/report.h"

#include <algorithm>
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
  const std::vector<StepResult>& results = run.results();
  double began = results.empty() ? 0 : results.front().started;
  double ended = began;
  for (const StepResult& result : results) {
    began = std::min(began, result.started);
    ended = std::max(ended, result.ended);
    Report::Row row;
    row.step = result.step;
    row.status = result.status;
    row.reason = result.reason;
    row.cause = result.cause;
    row.attempts = result.attempts;
    row.duration_ms = std::llround(result.ended - result.started);
    row.output = result.output;
    row.error = result.error;
    report.rows.push_back(std::move(row));
  }
  report.total_duration_ms = std::llround(ended - began);
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
