#include "run/schedule.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace orchestrator {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// What a step is doing while the events are read: which bar is open.
struct Open {
  std::size_t attempt = none;
  std::size_t wait = none;
};

class Reader {
 public:
  Reader(Schedule& schedule, std::size_t steps) : schedule_(&schedule), open_(steps) {}

  void read(const RunEvent& event) {
    switch (event.kind) {
      case RunEventKind::begin: schedule_->began = schedule_->ended = event.time; return;
      case RunEventKind::end: schedule_->ended = event.time; return;
      case RunEventKind::stop: return;
      case RunEventKind::start: return start(event);
      case RunEventKind::wait: return wait(event);
      case RunEventKind::succeed:
      case RunEventKind::fail:
      case RunEventKind::time_out:
      case RunEventKind::cancel: return end_attempt(event);
      case RunEventKind::give_up:
      case RunEventKind::skip: end_wait(event);
    }
  }

 private:
  void start(const RunEvent& event) {
    end_wait(event);
    open_[event.step].attempt = schedule_->attempts.size();
    schedule_->attempts.push_back({event.step, event.attempts, event.worker, event.time, event.time});
  }
  void wait(const RunEvent& event) {
    open_[event.step].wait = schedule_->waits.size();
    schedule_->waits.push_back({event.step, event.attempts, event.time, event.until});
  }
  void end_attempt(const RunEvent& event) {
    AttemptBar& bar = schedule_->attempts[open_[event.step].attempt];
    bar.end = event.time;
    bar.outcome = event.kind;
    schedule_->work += bar.end - bar.start;
  }
  // When it is over the step may have to queue for a worker, which is no wait of its own.
  void end_wait(const RunEvent& event) {
    const std::size_t open = std::exchange(open_[event.step].wait, none);
    if (open == none) return;
    WaitBar& bar = schedule_->waits[open];
    bar.end = std::min(bar.end, event.time);
  }

  Schedule* schedule_;
  std::vector<Open> open_;
};

// How long a chain of steps is up to the end of one: in time, and of equally long ones in steps.
struct Length {
  double ms = 0;
  std::uint32_t steps = 0;
  StepId before = no_step;
  bool operator<(const Length& other) const { return ms < other.ms || (ms == other.ms && steps < other.steps); }
};

void find_critical_path(const Run& run, Schedule& schedule) {
  const Graph& graph = run.plan().graph();
  std::vector<double> took(graph.step_count());
  for (const AttemptBar& bar : schedule.attempts) took[bar.step] += bar.end - bar.start;
  for (const WaitBar& bar : schedule.waits) took[bar.step] += bar.end - bar.start;
  std::vector<Length> lengths(graph.step_count());
  StepId last = no_step;
  for (const StepId step : run.plan().order()) {
    // What never ran held nothing up.
    if (run.result_of(step).attempts == 0) continue;
    Length& its = lengths[step];
    for (const StepId upstream : graph.dependencies(step)) {
      if (its < lengths[upstream]) its = {lengths[upstream].ms, lengths[upstream].steps, upstream};
    }
    its.ms += took[step];
    ++its.steps;
    if (last == no_step || lengths[last] < its) last = step;
  }
  if (last != no_step) schedule.critical_ms = lengths[last].ms;
  for (StepId step = last; step != no_step; step = lengths[step].before) schedule.critical_path.push_back(step);
  std::reverse(schedule.critical_path.begin(), schedule.critical_path.end());
}

}  // namespace

Schedule schedule_of(const Run& run, std::span<const RunEvent> events) {
  Schedule schedule;
  schedule.workers = run.rules().workers;
  Reader reader(schedule, run.results().size());
  for (const RunEvent& event : events) reader.read(event);
  find_critical_path(run, schedule);
  return schedule;
}

}  // namespace orchestrator
