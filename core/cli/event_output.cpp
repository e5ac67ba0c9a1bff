#include "event_output.h"

#include <cmath>
#include <string>
#include <string_view>

#include "json_output.h"
#include "run/run_narration.h"

namespace orchestrator::cli {
namespace {

// In thousandths of a millisecond: finer than anything a process does.
std::string rounded_ms(double ms) { return ms_text(std::round(ms * 1000) / 1000); }

}  // namespace

void EventOutput::on_event(const Run& run, const RunEvent& event, const EndedProcess* process) {
  const auto plain_name_of = [this](StepId step) { return std::string_view(definition_->steps[step].name); };
  const auto name_of = [&](StepId step) { return json_text(plain_name_of(step)); };
  Output& out = *out_;
  out << R"({"time_ms":)" << rounded_ms(event.time) << R"(,"kind":")" << event_name(event.kind) << "\"";
  if (event.step != no_step) out << R"(,"step":)" << name_of(event.step);
  if (event.attempts != 0) out << R"(,"attempt":)" << std::to_string(event.attempts);
  if (event.worker != no_worker) out << R"(,"worker":)" << std::to_string(event.worker);
  if (event.kind == RunEventKind::start || event.kind == RunEventKind::wait) {
    out << R"(,"until_ms":)" << rounded_ms(event.until);
  }
  if (event.reason != Reason::none) out << R"(,"reason":")" << reason_name(event.reason) << "\"";
  if (event.cause != no_step) out << R"(,"cause":)" << name_of(event.cause);
  if (process != nullptr) {
    out << R"(,"output":)" << json_text(process->output.text_without_last_breaks());
    out << R"(,"error":)" << json_text(process->error.text_without_last_breaks());
    if (process->end.kind == ChildEnd::Kind::exited) {
      out << R"(,"exit_code":)" << std::to_string(process->end.number);
    } else {
      out << R"(,"signal":)" << std::to_string(process->end.number);
    }
  }
  out << R"(,"sentence":)" << json_text(english(narrate(run, event), plain_name_of)) << "}\n";
}

double EventOutput::before_waiting(double) {
  out_->flush();
  return std::numeric_limits<double>::infinity();
}

}  // namespace orchestrator::cli
