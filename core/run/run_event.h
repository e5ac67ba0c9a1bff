// What a run does, one thing at a time.
#pragma once

#include <cstdint>
#include <string_view>

#include "../graph.h"
#include "status.h"

namespace orchestrator {

enum class RunEventKind : std::uint8_t {
  /// The run begins.
  begin,
  /// An attempt starts.
  start,
  /// An attempt ended well, and with it the step.
  succeed,
  /// An attempt failed.
  fail,
  /// An attempt took too long.
  time_out,
  /// The step waits before its next attempt.
  wait,
  /// The step has failed.
  give_up,
  /// The step is skipped.
  skip,
  /// An attempt in flight is cancelled.
  cancel,
  /// From now on nothing new starts: the run fails fast, or was cancelled.
  stop,
  /// Every step is settled.
  end,
};
/// "begin", "start", "succeed", "fail", "time_out", "wait", "give_up", "skip", "cancel", "stop", "end".
std::string_view event_name(RunEventKind kind);

/// Numbers the workers of a run from 0.
using WorkerId = std::uint32_t;
inline constexpr WorkerId no_worker = 0xFFFFFFFF;

struct RunEvent {
  /// On the caller's clock, in milliseconds.
  double time = 0;
  /// start: the attempt's deadline; wait: when it is over; otherwise 0.
  double until = 0;
  /// no_step for begin, stop and end.
  StepId step = no_step;
  /// Of give_up, skip and stop: the step that this follows from (by upstream or fail_fast); otherwise no_step.
  StepId cause = no_step;
  /// The attempts that the step has made, this one included; 0 for begin, stop and end.
  std::uint32_t attempts = 0;
  /// Of an attempt's events (start, succeed, fail, time_out, cancel): who carries it out; otherwise no_worker.
  WorkerId worker = no_worker;
  RunEventKind kind = RunEventKind::begin;
  /// Of wait, give_up, skip and stop.
  Reason reason = Reason::none;

  bool operator==(const RunEvent&) const = default;
};

}  // namespace orchestrator
