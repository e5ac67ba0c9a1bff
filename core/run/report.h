// What is told of a finished run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "../definition.h"
#include "run.h"

namespace orchestrator {

/// Results in the order of the run, durations in whole milliseconds (rounded to the nearest).
struct Report {
  struct Row {
    StepId step = no_step;
    Status status = Status::pending;
    Reason reason = Reason::none;
    StepId cause = no_step;
    int attempts = 0;
    std::int64_t duration_ms = 0;
    std::string output;
    std::string error;
  };
  bool passed = true;
  std::int64_t total_duration_ms = 0;
  std::vector<Row> rows;
};

Report report_of(const Run& run);

/// The course's text: a heading, one line a step with its status padded to 7, and the total. Ends with a newline.
std::string report_text(const Report& report, const PipelineDefinition& definition);

}  // namespace orchestrator
