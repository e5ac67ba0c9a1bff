// A run of a pipeline as a state machine without I/O: it says what to do next, and is told what happened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "../definition.h"
#include "../pipeline.h"
#include "least_first.h"
#include "policy.h"
#include "retry_delay.h"
#include "run_event.h"
#include "status.h"
#include "transitions.h"

namespace orchestrator {

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
  /// Who carries it out: the lowest number that is free.
  WorkerId worker;
};
/// Nothing to do before this time, unless an attempt ends earlier; infinity when only that can happen.
struct WaitUntil {
  double time;
};
/// Stop the attempt: it took too long, or nobody waits for it any more. What it reports afterwards is ignored, and its
/// worker counts as free.
struct CancelAttempt {
  AttemptId id;
};
struct RunFinished {};

using Instruction = std::variant<StartAttempt, WaitUntil, CancelAttempt, RunFinished>;

/// By which rules all steps are run.
struct RunRules {
  /// One of `policies()`.
  const Policy* policy = &course_policy();
  /// Counts where the policy knows such a rule.
  bool fail_fast = true;
  /// How many attempts may be in flight at once, from 1.
  std::uint32_t workers = 1;
  RetryDelay delay = {};
  /// A step starts only when every step of all earlier tiers is settled, for comparison with true readiness.
  bool by_tiers = false;
};
/// What the definition says of fail_fast and workers, under a policy.
RunRules rules_of(const PipelineDefinition& definition, const Policy& policy = course_policy());

/// What the run needs to know of a step.
struct StepRules {
  int max_attempts = StepDefinition::default_max_retries;
  double timeout_ms = StepDefinition::default_timeout_ms;
  bool allow_failure = false;
};
std::vector<StepRules> step_rules_of(const PipelineDefinition& definition, const Policy& policy = course_policy());

struct StepResult {
  StepId step = no_step;
  Status status = Status::pending;
  /// Of a failed or skipped step; of a running one, why its last attempt was none that counts.
  Reason reason = Reason::none;
  /// The step that this follows from: the dependency (upstream), or the failure (fail_fast); otherwise no_step.
  StepId cause = no_step;
  int attempts = 0;
  /// It failed, and the policy lets `allow_failure` do something about that.
  bool allowed = false;
  /// From its first attempt's start to when it was settled; of a skipped step both are that time.
  double started = 0;
  double ended = 0;
  /// Of the last attempt; empty unless it succeeded.
  std::string output;
  /// Of the last attempt; empty unless it failed.
  std::string error;
};

/// Ready steps start in the plan's order as workers get free. A step that fails may be retried, and its failure has the
/// consequences that the policy says. Every change of a step's status is a row of `transitions()`.
///
/// Use: loop { poll(now) } and do as told; call a `handle_` function when something happened, then poll again.
/// Time never goes back. No call is an error at the wrong time: what no longer matters is ignored. What happens at one
/// time should be told by attempt id, finished attempts before deadlines; the same calls always get the same answers.
///
/// Time: O(log steps + workers) for each attempt and wait, and O(1) for each dependency, in all. Memory linear.
class Run {
 public:
  /// One entry of `steps` a step. The plan must outlive the run.
  Run(const Plan& plan, std::vector<StepRules> steps, const RunRules& rules);

  /// Appends every event from now on, in the order in which they happen; null: tells no more. The list must outlive the
  /// run; it may be emptied at any time.
  void tell(std::vector<RunEvent>* events) { events_ = events; }

  /// What to do next. `StartAttempt` and `CancelAttempt` are said once; the others as often as one asks.
  Instruction poll(double now);
  /// An attempt ended. Later than its deadline it counts as timed out, whatever its outcome.
  void handle_finished(AttemptId id, Outcome outcome, double now);
  /// The time that `WaitUntil` named has come. Calls too early change nothing.
  void handle_deadline(double now);
  /// Somebody wants no more of it: nothing starts any more, and what is in flight is cancelled.
  void handle_cancel(double now);

  bool finished() const { return settled_ == results_.size(); }
  /// By the policy's verdict on what is settled so far; false once it was cancelled.
  bool passed() const { return failures_ == 0 && !cancelled_; }
  bool cancelled() const { return cancelled_; }
  /// Whether the end of this attempt would still matter.
  bool in_flight(AttemptId id) const { return find(id) != in_flight_.end(); }
  /// One a step, in the plan's order.
  const std::vector<StepResult>& results() const { return results_; }
  const StepResult& result_of(StepId step) const { return results_[states_[step].place]; }
  const RunRules& rules() const { return rules_; }
  const Plan& plan() const { return *plan_; }
  const std::vector<StepRules>& step_rules() const { return steps_; }

 private:
  struct StepState {
    // In the plan's order.
    std::uint32_t place = 0;
    // Dependencies that are not settled yet.
    std::uint32_t left = 0;
    // A dependency that keeps it from running.
    StepId blocker = no_step;
    bool in_flight = false;
  };
  struct InFlight {
    AttemptId id;
    StepId step;
    WorkerId worker;
    double deadline;
  };
  struct Waiting {
    double until;
    std::uint32_t place;
    bool operator>(const Waiting& other) const {
      return until > other.until || (until == other.until && place > other.place);
    }
  };
  using Flight = std::vector<InFlight>::const_iterator;

  StepResult& result(StepId step) { return results_[states_[step].place]; }
  Flight find(AttemptId id) const;
  bool may_start(StepId step) const;
  std::optional<StartAttempt> take(StepId step, double now);
  StartAttempt start_attempt(StepId step, double now);
  void end_attempt(Flight flight, Outcome outcome, bool in_time, double now);
  void retry_or_give_up(StepId step, bool timed_out, double now);
  void move(StepId step, Move by, double now, StepId cause = no_step);
  void settle(StepId step, Move by, double now, StepId cause = no_step);
  void release_dependents(StepId step);
  void count(StepResult& its);
  void stop(Reason reason, StepId cause, double now);
  void stop_step(StepId step, Reason reason, StepId cause, double now);
  void skip_blocked(double now);
  void begin(double now);
  void conclude(double now);
  void note(const RunEvent& event);
  double next_time() const;
  std::string timed_out(StepId step) const;

  const Plan* plan_;
  std::vector<StepRules> steps_;
  RunRules rules_;
  std::vector<RunEvent>* events_ = nullptr;

  std::vector<StepState> states_;
  std::vector<StepResult> results_;
  // By tiers only: each step's tier, how many of each tier are not settled, and which one may start.
  std::vector<std::uint32_t> tier_;
  std::vector<std::uint32_t> tier_left_;
  std::uint32_t open_tier_ = 0;

  // Steps whose next attempt may start, by their places in the order.
  LeastFirst ready_;
  LeastFirst free_workers_;
  // By ascending id.
  std::vector<InFlight> in_flight_;
  // A heap: who waits least first.
  std::vector<Waiting> waiting_;
  std::vector<AttemptId> to_cancel_;
  // Steps to be skipped because of a dependency, as they were found.
  std::vector<StepId> to_skip_;

  AttemptId last_attempt_ = 0;
  std::size_t settled_ = 0;
  // What counts against the run.
  std::size_t failures_ = 0;
  // The failure after which nothing starts.
  StepId stopped_by_ = no_step;
  bool begun_ = false;
  bool ended_ = false;
  bool stopped_ = false;
  bool cancelled_ = false;
};

}  // namespace orchestrator
