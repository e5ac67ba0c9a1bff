// The time of a run that is partly real and partly played.
#pragma once

#include <algorithm>

#include "steady_clock.h"

namespace orchestrator::cli {

/// Milliseconds since the run began. It goes on by itself only while something real is waited for, and otherwise stands
/// still until it is moved on: so simulated steps alone take no time, and their durations are exact.
class RunClock {
 public:
  double now() const { return goes_ ? stood_at_ + steady_ms() - going_since_ : stood_at_; }

  void go() {
    if (!goes_) going_since_ = steady_ms();
    goes_ = true;
  }
  void stand() {
    stood_at_ = now();
    goes_ = false;
  }
  /// Does nothing for a time that has passed. Only while it stands.
  void move_on_to(double time) { stood_at_ = std::max(stood_at_, time); }

 private:
  double stood_at_ = 0;
  double going_since_ = 0;
  bool goes_ = false;
};

}  // namespace orchestrator::cli
