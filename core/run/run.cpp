#include "run/run.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "tiers.h"

namespace orchestrator {

RunRules rules_of(const PipelineDefinition& definition, const Policy& policy) {
  RunRules rules;
  rules.policy = &policy;
  rules.fail_fast = definition.fail_fast;
  rules.workers = static_cast<std::uint32_t>(definition.workers);
  return rules;
}

std::vector<StepRules> step_rules_of(const PipelineDefinition& definition, const Policy& policy) {
  std::vector<StepRules> rules;
  rules.reserve(definition.steps.size());
  for (const StepDefinition& step : definition.steps) {
    StepRules rule;
    rule.max_attempts = attempts_allowed(policy, step);
    rule.timeout_ms = step.timeout_ms;
    rule.allow_failure = step.allow_failure;
    rules.push_back(rule);
  }
  return rules;
}

Run::Run(const Plan& plan, std::vector<StepRules> steps, const RunRules& rules)
    : plan_(&plan),
      steps_(std::move(steps)),
      rules_(rules),
      states_(plan.order().size()),
      results_(plan.order().size()),
      ready_(plan.order().size()),
      free_workers_(std::min<std::size_t>(std::max(rules.workers, 1U), plan.order().size())) {
  rules_.workers = std::max(rules.workers, 1U);
  const Graph& graph = plan.graph();
  const auto size = static_cast<std::uint32_t>(results_.size());
  for (std::uint32_t place = 0; place < size; ++place) {
    const StepId step = plan.order()[place];
    results_[place].step = step;
    states_[step].place = place;
    states_[step].left = graph.in_degree(step);
    if (states_[step].left == 0) ready_.insert(place);
  }
  for (WorkerId worker = 0; worker < std::min(rules_.workers, size); ++worker) free_workers_.insert(worker);
  if (rules_.by_tiers) {
    tier_ = distances(graph, {plan.order(), true});
    for (const std::uint32_t tier : tier_) {
      if (tier >= tier_left_.size()) tier_left_.resize(std::size_t{tier} + 1);
      ++tier_left_[tier];
    }
  }
}

Instruction Run::poll(double now) {
  begin(now);
  if (!to_cancel_.empty()) {
    const AttemptId id = to_cancel_.front();
    to_cancel_.erase(to_cancel_.begin());
    return CancelAttempt{id};
  }
  while (!waiting_.empty() && waiting_.front().until <= now) {
    ready_.insert(waiting_.front().place);
    std::pop_heap(waiting_.begin(), waiting_.end(), std::greater<>());
    waiting_.pop_back();
  }
  while (!stopped_ && !free_workers_.empty() && !ready_.empty()) {
    const std::uint32_t place = ready_.least();
    const StepId step = results_[place].step;
    // All ready steps of earlier tiers come before it.
    if (!may_start(step)) break;
    ready_.remove(place);
    if (const auto start = take(step, now)) return *start;
  }
  conclude(now);
  if (finished()) return RunFinished{};
  return WaitUntil{next_time()};
}

void Run::handle_finished(AttemptId id, Outcome outcome, double now) {
  const auto flight = find(id);
  if (flight == in_flight_.end()) return;
  const bool in_time = now <= flight->deadline;
  if (!in_time) outcome = {false, timed_out(flight->step)};
  end_attempt(flight, std::move(outcome), in_time, now);
  conclude(now);
}

void Run::handle_deadline(double now) {
  const auto is_due = [now](const InFlight& flight) { return flight.deadline <= now; };
  // One at a time: what follows from a failure may cancel others.
  for (auto due = std::find_if(in_flight_.begin(), in_flight_.end(), is_due); due != in_flight_.end();
       due = std::find_if(in_flight_.begin(), in_flight_.end(), is_due)) {
    to_cancel_.push_back(due->id);
    end_attempt(due, {false, timed_out(due->step)}, false, now);
  }
  conclude(now);
}

void Run::handle_cancel(double now) {
  if (cancelled_ || finished()) return;
  begin(now);
  cancelled_ = true;
  stop(Reason::cancelled, no_step, now);
  skip_blocked(now);
  conclude(now);
}

Run::Flight Run::find(AttemptId id) const {
  const auto before = [](const InFlight& flight, AttemptId wanted) { return flight.id < wanted; };
  const auto found = std::lower_bound(in_flight_.begin(), in_flight_.end(), id, before);
  return found != in_flight_.end() && found->id == id ? found : in_flight_.end();
}

bool Run::may_start(StepId step) const { return tier_.empty() || tier_[step] <= open_tier_; }

std::optional<StartAttempt> Run::take(StepId step, double now) {
  if (states_[step].blocker != no_step) {
    settle(step, Move::skip_upstream, now, states_[step].blocker);
  } else if (steps_[step].max_attempts < 1) {
    result(step).error = "max_retries is " + std::to_string(steps_[step].max_attempts) + ", so no attempt was made";
    settle(step, Move::refuse, now);
    skip_blocked(now);
  } else {
    return start_attempt(step, now);
  }
  return std::nullopt;
}

StartAttempt Run::start_attempt(StepId step, double now) {
  StepResult& its = result(step);
  if (its.attempts == 0) its.started = now;
  const WorkerId worker = free_workers_.least();
  free_workers_.remove(worker);
  const double timeout_ms = steps_[step].timeout_ms;
  const StartAttempt start{++last_attempt_, step, ++its.attempts, timeout_ms, now + timeout_ms, worker};
  in_flight_.push_back({start.id, step, worker, start.deadline});
  states_[step].in_flight = true;
  move(step, its.status == Status::pending ? Move::start : Move::restart, now);
  return start;
}

void Run::end_attempt(Flight flight, Outcome outcome, bool in_time, double now) {
  const StepId step = flight->step;
  StepResult& its = result(step);
  if (outcome.succeeded) {
    its.output = std::move(outcome.text);
    its.error.clear();
  } else {
    its.error = std::move(outcome.text);
    note({.time = now,
          .step = step,
          .attempts = static_cast<std::uint32_t>(its.attempts),
          .worker = flight->worker,
          .kind = in_time ? RunEventKind::fail : RunEventKind::time_out});
  }
  if (outcome.succeeded) settle(step, Move::succeed, now);
  free_workers_.insert(flight->worker);
  states_[step].in_flight = false;
  in_flight_.erase(flight);
  if (!outcome.succeeded) retry_or_give_up(step, !in_time, now);
  skip_blocked(now);
}

void Run::retry_or_give_up(StepId step, bool timed_out, double now) {
  const StepResult& its = result(step);
  if (its.attempts >= steps_[step].max_attempts) {
    settle(step, timed_out ? Move::give_up_timed_out : Move::give_up_failed, now);
  } else if (stopped_) {
    settle(step, Move::give_up_fail_fast, now, stopped_by_);
  } else {
    move(step, timed_out ? Move::retry_timed_out : Move::retry_failed, now);
  }
}

// The only place where a status changes.
void Run::move(StepId step, Move by, double now, StepId cause) {
  const Transition& row = transition_of(by);
  StepResult& its = result(step);
  its.status = row.to;
  its.reason = row.reason;
  its.cause = cause;
  RunEvent event{.time = now,
                 .step = step,
                 .cause = cause,
                 .attempts = static_cast<std::uint32_t>(its.attempts),
                 .kind = row.event,
                 .reason = row.reason};
  if (row.event == RunEventKind::start) {
    event.until = in_flight_.back().deadline;
    event.worker = in_flight_.back().worker;
  } else if (row.event == RunEventKind::succeed) {
    event.worker = std::find_if(in_flight_.begin(), in_flight_.end(), [step](const InFlight& flight) {
                     return flight.step == step;
                   })->worker;
  } else if (row.event == RunEventKind::wait) {
    const double wait = wait_ms(rules_.delay, step, event.attempts);
    if (!(wait > 0)) return ready_.insert(states_[step].place);
    event.until = now + wait;
    waiting_.push_back({event.until, states_[step].place});
    std::push_heap(waiting_.begin(), waiting_.end(), std::greater<>());
  }
  note(event);
}

void Run::settle(StepId step, Move by, double now, StepId cause) {
  move(step, by, now, cause);
  StepResult& its = result(step);
  if (its.attempts == 0) its.started = now;
  its.ended = now;
  ++settled_;
  if (!tier_.empty()) {
    --tier_left_[tier_[step]];
    while (open_tier_ + 1 < tier_left_.size() && tier_left_[open_tier_] == 0) ++open_tier_;
  }
  count(its);
  release_dependents(step);
  const bool fails_fast = rules_.fail_fast && rules_.policy->fail_fast != FailFast::unknown;
  if (its.status == Status::failed && !its.allowed && fails_fast && !stopped_) stop(Reason::fail_fast, step, now);
}

// What its status means for the run.
void Run::count(StepResult& its) {
  const Policy& policy = *rules_.policy;
  const Allowance allowance = steps_[its.step].allow_failure ? policy.allowance : Allowance{};
  its.allowed = its.status == Status::failed && (allowance.lets_run_pass || allowance.lets_dependents_run);
  const bool failed = its.status == Status::failed && !allowance.lets_run_pass;
  const bool is_leaf = plan_->graph().out_degree(its.step) == 0;
  if (policy.verdict == Verdict::any_failure ? failed : is_leaf && (failed || its.reason == Reason::upstream)) {
    ++failures_;
  }
}

void Run::release_dependents(StepId step) {
  const StepResult& its = result(step);
  const SkipTime skip_time = rules_.policy->skip_time;
  const bool passes = its.status == Status::success || (its.allowed && rules_.policy->allowance.lets_dependents_run);
  for (const StepId dependent : plan_->graph().dependents(step)) {
    StepState& state = states_[dependent];
    --state.left;
    if (!passes && state.blocker == no_step) state.blocker = step;
    if (results_[state.place].status != Status::pending) continue;
    const bool is_blocked = state.blocker != no_step;
    if (is_blocked &&
        (skip_time == SkipTime::at_first_failure || (skip_time == SkipTime::when_all_settled && state.left == 0))) {
      to_skip_.push_back(dependent);
    } else if (state.left == 0) {
      ready_.insert(state.place);
    }
  }
}

// Without recursion: skipping one finds more.
void Run::skip_blocked(double now) {
  std::size_t next = 0;
  while (next < to_skip_.size()) {
    const StepId step = to_skip_[next++];
    if (result(step).status != Status::pending) continue;
    settle(step, Move::skip_upstream, now, states_[step].blocker);
  }
  to_skip_.clear();
}

void Run::stop(Reason reason, StepId cause, double now) {
  stopped_ = true;
  stopped_by_ = cause;
  note({.time = now, .cause = cause, .kind = RunEventKind::stop, .reason = reason});
  for (const StepResult& its : results_) {
    if (its.status == Status::pending || its.status == Status::running) stop_step(its.step, reason, cause, now);
  }
  waiting_.clear();
}

void Run::stop_step(StepId step, Reason reason, StepId cause, double now) {
  const bool by_cancel = reason == Reason::cancelled;
  StepState& state = states_[step];
  if (result(step).status == Status::pending) {
    return settle(step, by_cancel ? Move::skip_cancelled : Move::skip_fail_fast, now, cause);
  }
  if (state.in_flight) {
    if (!by_cancel && rules_.policy->fail_fast != FailFast::cancels_running) return;
    const auto flight =
        std::find_if(in_flight_.begin(), in_flight_.end(), [step](const InFlight& its) { return its.step == step; });
    to_cancel_.push_back(flight->id);
    note({.time = now,
          .step = step,
          .attempts = static_cast<std::uint32_t>(result(step).attempts),
          .worker = flight->worker,
          .kind = RunEventKind::cancel});
    free_workers_.insert(flight->worker);
    in_flight_.erase(flight);
    state.in_flight = false;
    result(step).error = "cancelled";
  } else if (!by_cancel && rules_.policy->waiting_at_fail_fast == Status::skipped) {
    return settle(step, Move::drop_fail_fast, now, cause);
  }
  settle(step, by_cancel ? Move::give_up_cancelled : Move::give_up_fail_fast, now, cause);
}

void Run::begin(double now) {
  if (begun_) return;
  begun_ = true;
  note({.time = now, .kind = RunEventKind::begin});
}

void Run::conclude(double now) {
  if (!begun_ || ended_ || !finished()) return;
  ended_ = true;
  note({.time = now, .kind = RunEventKind::end});
}

void Run::note(const RunEvent& event) {
  if (events_ != nullptr) events_->push_back(event);
}

double Run::next_time() const {
  double next = waiting_.empty() ? std::numeric_limits<double>::infinity() : waiting_.front().until;
  for (const InFlight& flight : in_flight_) next = std::min(next, flight.deadline);
  return next;
}

std::string Run::timed_out(StepId step) const {
  return "timed out after " + std::to_string(std::llround(steps_[step].timeout_ms)) + " ms";
}

}  // namespace orchestrator
