#include "run/run_trace.h"

#include <algorithm>

#include "run/simulation.h"

namespace orchestrator {
namespace {

StepMoment moment_after(const RunEvent& event) {
  StepMoment moment;
  moment.reason = event.reason;
  moment.cause = event.cause;
  moment.attempts = event.attempts;
  moment.since = event.time;
  moment.until = event.until;
  moment.status = Status::running;
  switch (event.kind) {
    case RunEventKind::start: moment.worker = event.worker; break;
    case RunEventKind::succeed: moment.status = Status::success; break;
    case RunEventKind::fail: moment.reason = Reason::failed; break;
    case RunEventKind::time_out: moment.reason = Reason::timed_out; break;
    case RunEventKind::give_up: moment.status = Status::failed; break;
    case RunEventKind::skip: moment.status = Status::skipped; break;
    // A cancelled attempt ends its step with the next event. The others are about no step.
    case RunEventKind::wait:
    case RunEventKind::cancel:
    case RunEventKind::begin:
    case RunEventKind::stop:
    case RunEventKind::end: break;
  }
  return moment;
}

}  // namespace

RunTrace::RunTrace(const Plan& plan, const PipelineDefinition& definition, const RunRules& rules, std::size_t keep)
    : run_(simulate(plan, definition, rules, &events_, keep)), offsets_(plan.order().size() + 1) {
  for (const RunEvent& event : events_) {
    if (event.step != no_step) ++offsets_[event.step + 1];
  }
  for (std::size_t step = 1; step < offsets_.size(); ++step) offsets_[step] += offsets_[step - 1];
  step_events_.resize(offsets_.back());
  std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
  for (std::uint32_t cursor = 0; cursor < events_.size(); ++cursor) {
    const StepId step = events_[cursor].step;
    if (step != no_step) step_events_[next[step]++] = cursor;
  }
}

StepMoment RunTrace::at(std::size_t cursor, StepId step) const {
  const auto first = step_events_.begin() + static_cast<std::ptrdiff_t>(offsets_[step]);
  const auto last = step_events_.begin() + static_cast<std::ptrdiff_t>(offsets_[step + 1]);
  const auto after = std::upper_bound(first, last, cursor);
  return after == first ? StepMoment{} : moment_after(events_[*(after - 1)]);
}

}  // namespace orchestrator
