// Who wants to be told of a run while it goes on.
#pragma once

#include <limits>

#include "process_pool.h"
#include "run/run.h"

namespace orchestrator::cli {

class RunListener {
 public:
  virtual ~RunListener() = default;

  /// Every event of the run, in order. `process` is what a command left when this event tells of the end of its attempt
  /// (succeed, fail, time_out); otherwise null.
  virtual void on_event(const Run& run, const RunEvent& event, const EndedProcess* process) = 0;
  /// A command that had been cancelled is gone.
  virtual void on_cancelled_process(StepId, const EndedProcess&) {}
  /// The run is about to wait, `now` by its own clock: what was held back must go out. Returns after how many
  /// milliseconds at most it wants to be called again.
  virtual double before_waiting(double /*now*/) { return std::numeric_limits<double>::infinity(); }
};

}  // namespace orchestrator::cli
