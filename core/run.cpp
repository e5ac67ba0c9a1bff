#include "run.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace orchestrator {

std::string_view status_name(Status status) {
  constexpr std::array<std::string_view, 5> names{"PENDING", "RUNNING", "SUCCESS", "FAILED", "SKIPPED"};
  return names[static_cast<std::size_t>(status)];
}

std::vector<AttemptLimits> limits_of(const PipelineDefinition& definition) {
  std::vector<AttemptLimits> limits;
  limits.reserve(definition.steps.size());
  for (const StepDefinition& step : definition.steps) {
    AttemptLimits limit;
    limit.max_attempts = step.max_retries;
    limit.timeout_ms = step.timeout_ms;
    limits.push_back(limit);
  }
  return limits;
}

Run::Run(const Plan& plan, std::vector<AttemptLimits> limits, bool fail_fast)
    : plan_(&plan),
      limits_(std::move(limits)),
      fail_fast_(fail_fast),
      blocks_(plan.graph().step_count()),
      results_(plan.order().size()) {
  for (std::size_t i = 0; i < results_.size(); ++i) results_[i].step = plan.order()[i];
}

Instruction Run::poll(double now) {
  if (to_cancel_ != 0) return CancelAttempt{std::exchange(to_cancel_, 0)};
  if (in_flight_ != 0) return WaitUntil{deadline_};
  while (!finished()) {
    if (must_skip(current().step)) {
      settle(Status::skipped, now);
    } else if (current().attempts < limits_[current().step].max_attempts) {
      return start_attempt(now);
    } else {
      // Only the course's unmended rules let in a step that may make no attempt at all.
      current().error =
          "max_retries is " + std::to_string(limits_[current().step].max_attempts) + ", so no attempt was made";
      settle(Status::failed, now);
    }
  }
  return RunFinished{};
}

void Run::handle_finished(AttemptId id, Outcome outcome, double now) {
  if (in_flight_ == 0 || id != in_flight_) return;
  if (now > deadline_) outcome = timed_out();
  end_attempt(std::move(outcome), now);
}

void Run::handle_deadline(double now) {
  if (in_flight_ == 0 || now < deadline_) return;
  to_cancel_ = in_flight_;
  end_attempt(timed_out(), now);
}

StartAttempt Run::start_attempt(double now) {
  StepResult& result = current();
  if (result.attempts == 0) result.started = now;
  result.status = Status::running;
  in_flight_ = ++last_attempt_;
  deadline_ = now + limits_[result.step].timeout_ms;
  return {in_flight_, result.step, ++result.attempts, limits_[result.step].timeout_ms, deadline_};
}

void Run::end_attempt(Outcome outcome, double now) {
  in_flight_ = 0;
  StepResult& result = current();
  if (outcome.succeeded) {
    result.output = std::move(outcome.text);
    result.error.clear();
    settle(Status::success, now);
    return;
  }
  result.error = std::move(outcome.text);
  // With attempts left the step stays current, and the next poll starts another one.
  if (result.attempts >= limits_[result.step].max_attempts) settle(Status::failed, now);
}

void Run::settle(Status status, double now) {
  StepResult& result = current();
  if (result.attempts == 0) result.started = now;
  result.ended = now;
  result.status = status;
  if (status == Status::failed) failed_ = true;
  if (status != Status::success) blocks_[result.step] = true;
  ++next_;
}

bool Run::must_skip(StepId step) const {
  if (failed_ && fail_fast_) return true;
  const auto dependencies = plan_->graph().dependencies(step);
  return std::any_of(dependencies.begin(), dependencies.end(), [this](StepId upstream) { return blocks_[upstream]; });
}

Outcome Run::timed_out() const {
  const auto timeout = std::llround(limits_[results_[next_].step].timeout_ms);
  return {false, "timed out after " + std::to_string(timeout) + " ms"};
}

}  // namespace orchestrator
