// A run of a pipeline as a state machine without I/O: it says what to do next, and is told what happened.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "definition.h"
#include "flags.h"
#include "pipeline.h"

namespace orchestrator {

enum class Status : std::uint8_t { pending, running, success, failed, skipped };
/// "PENDING", "RUNNING", "SUCCESS", "FAILED", "SKIPPED", as in the course.
std::string_view status_name(Status status);

/// How one attempt ended.
struct Outcome {
  bool succeeded = true;
  /// The output of a success, or the message of a failure.
  std::string text;
};

/// Numbers the attempts of a run from 1, across all steps.
using AttemptId = std::uint64_t;

/// Start this attempt now, and report its end with `handle_finished`.
struct StartAttempt {
  AttemptId id;
  StepId step;
  /// 1 for a step's first attempt.
  int number;
  double timeout_ms;
  /// When it counts as too long, on the caller's clock in milliseconds. One that ends exactly then is in time.
  double deadline;
};
/// Nothing to do before this time, unless an attempt ends earlier.
struct WaitUntil {
  double time;
};
/// The attempt took too long: stop it. What it reports afterwards is ignored.
struct CancelAttempt {
  AttemptId id;
};
struct RunFinished {};

using Instruction = std::variant<StartAttempt, WaitUntil, CancelAttempt, RunFinished>;

struct StepResult {
  StepId step = no_step;
  Status status = Status::pending;
  int attempts = 0;
  double started = 0;
  double ended = 0;
  /// Of the last attempt; empty unless it succeeded.
  std::string output;
  /// Of the last attempt; empty unless it failed.
  std::string error;
};

/// What the rules of a run need to know of a step.
struct AttemptLimits {
  int max_attempts = StepDefinition::default_max_retries;
  double timeout_ms = StepDefinition::default_timeout_ms;
};
std::vector<AttemptLimits> limits_of(const PipelineDefinition& definition);

/// The course's run: one step after another in the plan's order. A step whose dependency failed or was skipped is
/// skipped. After a failure, fail-fast skips everything that follows in the order; otherwise the run goes on.
///
/// Use: loop { poll(now) } and do as told; call a `handle_` function when something happened, then poll again.
/// Time never goes back. No call is an error at the wrong time: what no longer matters is ignored.
class Run {
 public:
  /// One entry of `limits` a step. The plan must outlive the run.
  Run(const Plan& plan, std::vector<AttemptLimits> limits, bool fail_fast);

  /// What to do next. `StartAttempt` and `CancelAttempt` are said once; the others as often as one asks.
  Instruction poll(double now);
  /// An attempt ended. Later than its deadline it counts as timed out, whatever its outcome.
  void handle_finished(AttemptId id, Outcome outcome, double now);
  /// The time that `WaitUntil` named has come. Calls too early change nothing.
  void handle_deadline(double now);

  bool finished() const { return next_ == plan_->order().size(); }
  /// True when nothing has failed so far.
  bool passed() const { return !failed_; }
  /// One a step, in the plan's order.
  const std::vector<StepResult>& results() const { return results_; }

 private:
  StepResult& current() { return results_[next_]; }
  bool must_skip(StepId step) const;
  StartAttempt start_attempt(double now);
  void end_attempt(Outcome outcome, double now);
  void settle(Status status, double now);
  Outcome timed_out() const;

  const Plan* plan_;
  std::vector<AttemptLimits> limits_;
  bool fail_fast_;
  bool failed_ = false;
  // Steps that let nothing behind them run: failed or skipped ones.
  Flags blocks_;
  std::vector<StepResult> results_;
  std::size_t next_ = 0;
  AttemptId last_attempt_ = 0;
  // The attempt in flight, 0 for none.
  AttemptId in_flight_ = 0;
  double deadline_ = 0;
  // An attempt to be cancelled, 0 for none.
  AttemptId to_cancel_ = 0;
};

}  // namespace orchestrator
