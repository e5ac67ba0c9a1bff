// How the attempts of a run lie in time: who did what when, what held everything up, and how fast it could have been.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "run.h"

namespace orchestrator {

/// One attempt on a worker's lane. Times as of the run's events, in milliseconds.
struct AttemptBar {
  StepId step = no_step;
  /// 1 for a step's first attempt.
  std::uint32_t number = 0;
  WorkerId worker = 0;
  double start = 0;
  double end = 0;
  /// succeed, fail, time_out or cancel.
  RunEventKind outcome = RunEventKind::succeed;
};

/// A step waits for its next attempt, and holds no worker.
struct WaitBar {
  StepId step = no_step;
  /// The attempt that failed.
  std::uint32_t after = 0;
  double start = 0;
  double end = 0;
};

struct Schedule {
  /// In the order in which they start.
  std::vector<AttemptBar> attempts;
  std::vector<WaitBar> waits;
  double began = 0;
  double ended = 0;
  /// How many lanes there are, idle ones too.
  std::uint32_t workers = 1;
  /// All attempts together.
  double work = 0;
  /// The steps that a longest chain of dependencies leads through, by the time that their attempts and waits took, in
  /// that order. No number of workers makes the run shorter than it (J. E. Kelley, M. R. Walker, "Critical-path
  /// planning and scheduling", 1959).
  std::vector<StepId> critical_path;
  double critical_ms = 0;

  double makespan() const { return ended - began; }
  /// The other bound: so long takes the work when no worker is ever idle.
  double work_over_workers() const { return work / workers; }
  /// All lanes' time without an attempt.
  double idle() const { return makespan() * workers - work; }
};

/// Of a run that has finished and all its events. Time: O(events + steps + dependencies).
Schedule schedule_of(const Run& run, std::span<const RunEvent> events);

}  // namespace orchestrator
