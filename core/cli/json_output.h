// What --json prints. Keys come in the order in which they are documented.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "child_process.h"
#include "diagnostic.h"
#include "output.h"
#include "pipeline.h"
#include "run/report.h"

namespace orchestrator::cli {

/// Text as JSON, in quotes. Bytes that are no UTF-8, as a shell command may print them, become U+FFFD.
std::string json_text(std::string_view text);

/// A number of milliseconds, as short as it stays exact.
std::string ms_text(double ms);

/// {"diagnostics":[{"code","severity","message","hint","steps","path"}]}
void print_json(Output& out, const std::vector<Diagnostic>& diagnostics);

/// {"passed","total_duration_ms","results":[{"step","status","attempts","duration_ms","output","error","reason"?,"cause"?,
/// "exit_code"?}]}. "reason" and "cause" are there for what is no success; "exit_code" when the step has a command,
/// null when that was not started, or was stopped. `ends` has one entry a step, by its number.
void print_json(Output& out, const Report& report, const std::vector<std::optional<ChildEnd>>& ends,
                const PipelineDefinition& definition);

/// ["name",…]
void print_json_names(Output& out, const std::vector<StepId>& steps, const PipelineDefinition& definition);

}  // namespace orchestrator::cli
