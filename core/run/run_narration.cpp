#include "run/run_narration.h"

#include <algorithm>
#include <cmath>

namespace orchestrator {
namespace {

using Form = SentenceForm;

constexpr Form begin_empty{"run.begin.empty", "There is nothing to run."};
constexpr Form begin_one_worker{"run.begin.one-worker",
                                "The run begins. Steps: {#steps}. One worker takes them, one after another."};
constexpr Form begin_workers{"run.begin.workers",
                             "The run begins. Steps: {#steps}. {#workers} workers take each as soon as it may start."};
constexpr Form begin_tiers{"run.begin.tiers",
                           "The run begins, tier by tier. Steps: {#steps}. Workers: {#workers}. A tier starts when the "
                           "tier before it is done as a whole."};
constexpr Form start_source{"run.start.source", "{step} starts on worker {#worker}: it depends on nothing."};
constexpr Form start_ready{"run.start.ready",
                           "{step} starts on worker {#worker}: everything that it depends on has succeeded."};
constexpr Form start_allowed{
    "run.start.allowed", "{step} starts on worker {#worker}, although {dependency} failed: that failure is allowed."};
constexpr Form start_again{"run.start.again",
                           "{step} starts again on worker {#worker}: attempt {#number} of at most {#most}."};
constexpr Form succeed_first{"run.succeed.first", "{step} succeeds at the first attempt."};
constexpr Form succeed_later{"run.succeed.later", "{step} succeeds at attempt {#number}."};
constexpr Form fail_left{"run.fail.left", "Attempt {#number} of {step} fails. It may make up to {#most}."};
constexpr Form fail_last{"run.fail.last", "Attempt {#number} of {step} fails, and it was the last that it may make."};
constexpr Form time_out_left{"run.time-out.left",
                             "Attempt {#number} of {step} takes too long: its timeout is {#ms} ms. It may make up to "
                             "{#most} attempts."};
constexpr Form time_out_last{
    "run.time-out.last",
    "Attempt {#number} of {step} takes too long: its timeout is {#ms} ms. It was the last that "
    "it may make."};
constexpr Form wait_before{"run.wait", "{step} waits {#ms} ms before attempt {#number}. No worker is held up by that."};
constexpr Form cancel_attempt{"run.cancel", "Attempt {#number} of {step} is cancelled."};
constexpr Form failed_only{"run.failed.only", "{step} is FAILED: its only attempt failed."};
constexpr Form failed_all{"run.failed.all", "{step} is FAILED after {#number} attempts."};
constexpr Form timed_out_only{"run.timed-out.only", "{step} is FAILED: its only attempt took too long."};
constexpr Form timed_out_all{"run.timed-out.all", "{step} is FAILED after {#number} attempts: the last took too long."};
constexpr Form failed_fast{"run.failed.fail-fast",
                           "{step} is FAILED: {cause} failed, the run fails fast, and so it may not go on."};
constexpr Form failed_cancelled{"run.failed.cancelled", "{step} is FAILED: the run was cancelled before it was done."};
constexpr Form failed_no_attempt{"run.failed.no-attempt",
                                 "{step} is FAILED at once: its max_retries allows no attempt."};
constexpr Form skipped_failed{"run.skipped.failed", "{step} is SKIPPED: it depends on {cause}, which failed."};
constexpr Form skipped_skipped{"run.skipped.skipped", "{step} is SKIPPED: it depends on {cause}, which was skipped."};
constexpr Form skipped_fast{"run.skipped.fail-fast", "{step} is SKIPPED: {cause} failed, and the run fails fast."};
constexpr Form skipped_waiting{
    "run.skipped.waiting",
    "{step} is SKIPPED while it waits for another attempt: {cause} failed, and the run fails "
    "fast."};
constexpr Form skipped_cancelled{"run.skipped.cancelled",
                                 "{step} is SKIPPED: the run was cancelled before it could start."};
constexpr Form stop_new{"run.stop.new",
                        "{cause} failed, and the run fails fast: nothing new starts, what runs may end."};
constexpr Form stop_all{"run.stop.all",
                        "{cause} failed, and the run fails fast: nothing new starts, what runs is cancelled."};
constexpr Form stop_cancelled{"run.stop.cancelled",
                              "The run is cancelled: nothing new starts, and what runs is stopped."};
constexpr Form end_empty{"run.end.empty", "A run of nothing passes."};
constexpr Form end_passed{"run.end.passed", "The run PASSED: every step succeeded."};
constexpr Form end_allowed{
    "run.end.allowed",
    "The run PASSED all the same, for every failure is allowed. Succeeded: {#succeeded}, failed: "
    "{#failed}, skipped: {#skipped}."};
constexpr Form end_leaves{"run.end.leaves",
                          "The run PASSED all the same, for only steps on which none depends count, and none of them "
                          "failed or was blocked. Succeeded: {#succeeded}, failed: {#failed}, skipped: {#skipped}."};
constexpr Form end_failed{"run.end.failed",
                          "The run FAILED. Succeeded: {#succeeded}, failed: {#failed}, skipped: {#skipped}."};
constexpr Form end_cancelled{"run.end.cancelled",
                             "The run was cancelled. Succeeded: {#succeeded}, failed: {#failed}, skipped: {#skipped}."};
constexpr Form pending_now{"run.pending", "{step} has not started yet."};
constexpr Form running_now{"run.running", "{step} is running. Attempts so far: {#number}."};

std::size_t whole(double ms) { return static_cast<std::size_t>(std::llround(ms)); }

Sentence begin(const Run& run) {
  const std::size_t steps = run.results().size();
  if (steps == 0) return {&begin_empty};
  if (run.rules().by_tiers) return {&begin_tiers, {steps, run.rules().workers}};
  if (run.rules().workers == 1) return {&begin_one_worker, {steps}};
  return {&begin_workers, {steps, run.rules().workers}};
}

Sentence start(const Run& run, const RunEvent& event) {
  const std::size_t worker = std::size_t{event.worker} + 1;
  if (event.attempts > 1) {
    const auto most = static_cast<std::size_t>(run.step_rules()[event.step].max_attempts);
    return {&start_again, {event.step, worker, event.attempts, most}};
  }
  const auto dependencies = run.plan().graph().dependencies(event.step);
  if (dependencies.empty()) return {&start_source, {event.step, worker}};
  const auto allowed = std::find_if(dependencies.begin(), dependencies.end(),
                                    [&run](StepId upstream) { return run.result_of(upstream).allowed; });
  if (allowed != dependencies.end()) return {&start_allowed, {event.step, worker, *allowed}};
  return {&start_ready, {event.step, worker}};
}

Sentence attempt_fails(const Run& run, const RunEvent& event) {
  const StepRules& rules = run.step_rules()[event.step];
  const auto most = static_cast<std::size_t>(rules.max_attempts);
  const bool is_last = event.attempts >= most;
  if (event.kind == RunEventKind::fail) return {is_last ? &fail_last : &fail_left, {event.attempts, event.step, most}};
  return {is_last ? &time_out_last : &time_out_left, {event.attempts, event.step, whole(rules.timeout_ms), most}};
}

Sentence give_up(const RunEvent& event) {
  switch (event.reason) {
    case Reason::timed_out:
      return {event.attempts == 1 ? &timed_out_only : &timed_out_all, {event.step, event.attempts}};
    case Reason::fail_fast: return {&failed_fast, {event.step, event.cause}};
    case Reason::cancelled: return {&failed_cancelled, {event.step}};
    case Reason::no_attempt: return {&failed_no_attempt, {event.step}};
    case Reason::failed:
    case Reason::upstream:
    case Reason::none: break;
  }
  return {event.attempts == 1 ? &failed_only : &failed_all, {event.step, event.attempts}};
}

Sentence skip(const Run& run, const RunEvent& event) {
  if (event.reason == Reason::cancelled) return {&skipped_cancelled, {event.step}};
  if (event.reason == Reason::fail_fast) {
    return {event.attempts > 0 ? &skipped_waiting : &skipped_fast, {event.step, event.cause}};
  }
  const bool failed = run.result_of(event.cause).status == Status::failed;
  return {failed ? &skipped_failed : &skipped_skipped, {event.step, event.cause}};
}

Sentence stop(const Run& run, const RunEvent& event) {
  if (event.reason == Reason::cancelled) return {&stop_cancelled};
  return {run.rules().policy->fail_fast == FailFast::cancels_running ? &stop_all : &stop_new, {event.cause}};
}

Sentence end(const Run& run) {
  const auto& results = run.results();
  if (results.empty()) return {&end_empty};
  const auto count = [&results](Status status) {
    return static_cast<std::size_t>(std::count_if(
        results.begin(), results.end(), [status](const StepResult& result) { return result.status == status; }));
  };
  const std::size_t succeeded = count(Status::success);
  if (succeeded == results.size()) return {&end_passed};
  const bool by_leaves = run.rules().policy->verdict == Verdict::leaves;
  return {run.cancelled() ? &end_cancelled
          : !run.passed() ? &end_failed
          : by_leaves     ? &end_leaves
                          : &end_allowed,
          {succeeded, count(Status::failed), count(Status::skipped)}};
}

}  // namespace

Sentence narrate(const Run& run, const RunEvent& event) {
  switch (event.kind) {
    case RunEventKind::begin: return begin(run);
    case RunEventKind::start: return start(run, event);
    case RunEventKind::succeed:
      return {event.attempts == 1 ? &succeed_first : &succeed_later, {event.step, event.attempts}};
    case RunEventKind::fail:
    case RunEventKind::time_out: return attempt_fails(run, event);
    case RunEventKind::wait:
      return {&wait_before, {event.step, whole(event.until - event.time), std::size_t{event.attempts} + 1}};
    case RunEventKind::give_up: return give_up(event);
    case RunEventKind::skip: return skip(run, event);
    case RunEventKind::cancel: return {&cancel_attempt, {event.attempts, event.step}};
    case RunEventKind::stop: return stop(run, event);
    case RunEventKind::end: break;
  }
  return end(run);
}

Sentence explain(const Run& run, StepId step) {
  const StepResult& result = run.result_of(step);
  RunEvent event;
  event.step = step;
  event.cause = result.cause;
  event.attempts = static_cast<std::uint32_t>(result.attempts);
  event.reason = result.reason;
  switch (result.status) {
    case Status::pending: return {&pending_now, {step}};
    case Status::running: return {&running_now, {step, event.attempts}};
    case Status::success: event.kind = RunEventKind::succeed; break;
    case Status::failed: event.kind = RunEventKind::give_up; break;
    case Status::skipped: event.kind = RunEventKind::skip; break;
  }
  return narrate(run, event);
}

}  // namespace orchestrator
