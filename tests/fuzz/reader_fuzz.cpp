// From arbitrary bytes to everything that is said of a definition: once through the command's JSON parser, once with
// the bytes as a script of values, which gets further than text that must parse first.
#include <cstdint>
#include <variant>

#include "../../core/cli/json_document.h"
#include "../core/byte_document.h"
#include "../core/checked_invariants.h"
#include "narration.h"
#include "require.h"
#include "run/report.h"
#include "run/simulation.h"

namespace orchestrator {
namespace {

constexpr std::size_t most_events_told = 500;
constexpr std::size_t most_steps_run = 50;

void tell(const Pipeline& pipeline) {
  const KahnTrace trace(pipeline.graph);
  const auto name_of = [&](StepId step) { return std::string_view(pipeline.name_of(step)); };
  for (Cursor cursor = 0; cursor < trace.size() && cursor < most_events_told; ++cursor) {
    const std::string sentence = sentence_of(trace, trace.at(cursor), name_of);
    require(!sentence.empty() && is_legible(sentence), "every event has a sentence that can be read");
  }
}

void run(const Pipeline& pipeline) {
  const auto plan = Plan::of(pipeline.graph);
  const Run run = simulate(*plan, pipeline.definition);
  require(run.finished(), "every run comes to an end");
  const Report report = report_of(run);
  require(report.rows.size() == pipeline.definition.steps.size(), "a report has a line for every step");
  for (const Report::Row& row : report.rows) {
    require(row.status != Status::pending && row.status != Status::running, "after a run every step is settled");
    require(row.duration_ms >= 0 && row.attempts >= 0, "nothing takes less than no time");
  }
  require(!report_text(report, pipeline.definition).empty(), "a report has a text");
}

void examine(const Document& document) {
  for (const Validation validation : {Validation::mended, Validation::course}) {
    const Checked checked = check(document, validation);
    require_none(broken_rule_of(checked));
    if (checked.pipeline) tell(*checked.pipeline);
    if (checked.runnable && checked.pipeline->definition.steps.size() <= most_steps_run) run(*checked.pipeline);
  }
}

}  // namespace
}  // namespace orchestrator

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace orchestrator;
  const std::string text(data, data + size);
  const auto parsed = cli::parse_json(text);
  if (const auto* document = std::get_if<Document>(&parsed)) {
    examine(*document);
  } else {
    require_none(broken_rule_of(std::get<Diagnostic>(parsed)));
  }
  examine(ByteDocument({data, size}).take());
  return 0;
}
