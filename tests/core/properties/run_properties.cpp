#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "../byte_document.h"
#include "generators.h"
#include "pipeline.h"
#include "run/simulation.h"

namespace orchestrator {
namespace {

/// The course's program, told as a loop over the order.
std::vector<StepResult> naive_run(const RandomPipeline& pipeline, bool fail_fast) {
  std::vector<StepResult> results;
  std::vector<Status> status(pipeline.pairs.steps, Status::pending);
  bool failed = false;
  double now = 0;
  const auto order = naive::trace_of(pipeline.pairs).back().order;
  for (const StepId step : order) {
    const StepDefinition& definition = pipeline.definition.steps[step];
    StepResult result;
    result.step = step;
    result.started = now;
    bool skip = failed && fail_fast;
    for (const Dependency& d : pipeline.pairs.dependencies) {
      if (d.dependent == step && status[d.upstream] != Status::success) skip = true;
    }
    result.status = skip ? Status::skipped : Status::failed;
    if (!skip && definition.max_retries.value_or(1) < 1) result.error = "max_retries is 0, so no attempt was made";
    while (!skip && result.status != Status::success && result.attempts < definition.max_retries.value_or(1)) {
      ++result.attempts;
      if (definition.action.duration_ms > definition.timeout_ms) {
        now += definition.timeout_ms;
        result.error = "timed out after " + std::to_string(static_cast<int>(definition.timeout_ms)) + " ms";
        continue;
      }
      now += definition.action.duration_ms;
      if (static_cast<std::uint32_t>(result.attempts) <= definition.action.fails) {
        result.error = definition.action.error;
      } else {
        result.status = Status::success;
        result.output = definition.action.output;
        result.error.clear();
      }
    }
    result.ended = now;
    status[step] = result.status;
    failed = failed || result.status == Status::failed;
    results.push_back(result);
  }
  return results;
}

Run simulated(const Plan& plan, const RandomPipeline& pipeline, bool fail_fast) {
  RunRules rules;
  rules.fail_fast = fail_fast;
  return simulate(plan, pipeline.definition, rules);
}

void assert_equal(const std::vector<StepResult>& ours, const std::vector<StepResult>& expected) {
  RC_ASSERT(ours.size() == expected.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    RC_ASSERT(ours[i].step == expected[i].step);
    RC_ASSERT(ours[i].status == expected[i].status);
    RC_ASSERT(ours[i].attempts == expected[i].attempts);
    RC_ASSERT(ours[i].started == expected[i].started);
    RC_ASSERT(ours[i].ended == expected[i].ended);
    RC_ASSERT(ours[i].output == expected[i].output);
    RC_ASSERT(ours[i].error == expected[i].error);
  }
}

RC_GTEST_PROP(RunProperty, EqualsTheCoursesProgram, (const RandomPipeline& pipeline, bool fail_fast)) {
  const Graph graph = pipeline.pairs.graph();
  const auto plan = Plan::of(graph);
  const auto run = simulated(*plan, pipeline, fail_fast);
  const auto expected = naive_run(pipeline, fail_fast);
  assert_equal(run.results(), expected);
  RC_ASSERT(run.passed() == std::none_of(expected.begin(), expected.end(),
                                         [](const StepResult& r) { return r.status == Status::failed; }));
}

RC_GTEST_PROP(RunProperty, SimulationIsDeterministic, (const RandomPipeline& pipeline, bool fail_fast)) {
  const Graph graph = pipeline.pairs.graph();
  const auto plan = Plan::of(graph);
  assert_equal(simulated(*plan, pipeline, fail_fast).results(), simulated(*plan, pipeline, fail_fast).results());
}

RC_GTEST_PROP(RunProperty, UpToTheFirstFailureBothPoliciesDoTheSame, (const RandomPipeline& pipeline)) {
  const Graph graph = pipeline.pairs.graph();
  const auto plan = Plan::of(graph);
  auto fast = simulated(*plan, pipeline, true).results();
  auto on = simulated(*plan, pipeline, false).results();
  const auto failure = std::find_if(fast.begin(), fast.end(), [](const auto& r) { return r.status == Status::failed; });
  const auto same = static_cast<std::size_t>(failure - fast.begin()) + (failure == fast.end() ? 0U : 1U);
  fast.resize(same);
  on.resize(same);
  assert_equal(fast, on);
}

/// Drives a run by whims: late and false reports, spurious deadlines, odd times; when they run out, every attempt
/// succeeds. Returns what it was told to start.
std::vector<StartAttempt> drive_by(Run& run, std::span<const std::uint8_t> bytes) {
  Bytes whims(bytes);
  std::vector<StartAttempt> started;
  double now = 0;
  while (true) {
    const Instruction instruction = run.poll(now);
    if (std::holds_alternative<RunFinished>(instruction)) return started;
    if (const auto* start = std::get_if<StartAttempt>(&instruction)) started.push_back(*start);
    constexpr std::array<double, 4> pauses{0, 1, 10, 100};
    now += pauses[whims.below(pauses.size())];
    const auto last = static_cast<AttemptId>(started.size());
    const Outcome outcome{whims.empty() || whims.below(2) == 0, "said"};
    switch (whims.below(4)) {
      case 1: run.handle_deadline(now); break;
      case 2: run.handle_finished(whims.below(started.size() + 2), outcome, now); break;
      default: run.handle_finished(last, outcome, now);
    }
  }
}

RC_GTEST_PROP(RunProperty, WhateverIsReportedTheRulesHold,
              (const RandomPipeline& pipeline, bool fail_fast, const std::vector<std::uint8_t>& whims)) {
  const Graph graph = pipeline.pairs.graph();
  const auto plan = Plan::of(graph);
  RunRules rules;
  rules.fail_fast = fail_fast;
  orchestrator::Run run(*plan, step_rules_of(pipeline.definition), rules);
  const std::vector<StartAttempt> started = drive_by(run, whims);

  RC_ASSERT(run.finished());
  for (std::size_t i = 0; i < started.size(); ++i) {
    const StartAttempt& start = started[i];
    RC_ASSERT(start.id == i + 1);
    RC_ASSERT(start.number == (i > 0 && started[i - 1].step == start.step ? started[i - 1].number + 1 : 1));
    RC_ASSERT(start.number <= pipeline.definition.steps[start.step].max_retries.value_or(1));
  }
  bool failed = false;
  double before = 0;
  std::vector<Status> status(pipeline.pairs.steps);
  for (const StepResult& result : run.results()) {
    const auto attempts = std::count_if(started.begin(), started.end(),
                                        [&](const StartAttempt& start) { return start.step == result.step; });
    RC_ASSERT(result.attempts == attempts);
    RC_ASSERT(before <= result.started && result.started <= result.ended);
    const auto dependencies = graph.dependencies(result.step);
    const bool held_up = std::any_of(dependencies.begin(), dependencies.end(),
                                     [&](StepId upstream) { return status[upstream] != Status::success; });
    RC_ASSERT((result.status == Status::skipped) == (held_up || (failed && fail_fast)));
    RC_ASSERT(result.status != Status::skipped || result.attempts == 0);
    failed = failed || result.status == Status::failed;
    before = result.ended;
    status[result.step] = result.status;
  }
  RC_ASSERT(run.passed() == !failed);
}

}  // namespace
}  // namespace orchestrator
