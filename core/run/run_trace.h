// A simulated run from its first event to its last: what every step is at any of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "run.h"

namespace orchestrator {

/// A step just after an event.
struct StepMoment {
  Status status = Status::pending;
  Reason reason = Reason::none;
  StepId cause = no_step;
  /// Made so far, the one in flight included.
  std::uint32_t attempts = 0;
  /// Who carries out its attempt; no_worker when none is in flight.
  WorkerId worker = no_worker;
  /// The time of the last event that was about it; 0 when there was none.
  double since = 0;
  /// The deadline of the attempt in flight, or when its wait is over; 0 when there is neither.
  double until = 0;
};

class RunTrace {
 public:
  /// Of longer runs (more than 80 MB of events) only so many events are kept; the results are whole all the same.
  static constexpr std::size_t most_events = 2000000;

  /// Simulates the run. The plan must be of the definition's graph, and outlive the trace; the definition need not.
  /// Time: O(log steps + workers) for each attempt. Memory: 44 bytes an event.
  RunTrace(const Plan& plan, const PipelineDefinition& definition, const RunRules& rules,
           std::size_t keep = most_events);

  /// After its end.
  const Run& run() const { return run_; }
  const std::vector<RunEvent>& events() const { return events_; }
  /// False when some of the last events were not kept.
  bool complete() const { return !events_.empty() && events_.back().kind == RunEventKind::end; }

  /// `cursor` must be below the number of events. Time: O(log events of the step).
  StepMoment at(std::size_t cursor, StepId step) const;

 private:
  std::vector<RunEvent> events_;
  Run run_;
  // The events of each step: step_events_[offsets_[step], offsets_[step + 1]), ascending.
  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint32_t> step_events_;
};

}  // namespace orchestrator
