#include "run/schedule.h"

#include <gtest/gtest.h>

#include "driven.h"
#include "run/run_narration.h"
#include "run/run_trace.h"

namespace orchestrator {
namespace {

//  a (10) -> c (10)    b (15, fails once and waits 5) -> c    d (1)
RunTrace retried(const Plan& plan, std::uint32_t workers) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}, {"a", "b"}, {}});
  const double durations[] = {10, 15, 10, 1};
  for (StepId step = 0; step < 4; ++step) definition.steps[step].action.duration_ms = durations[step];
  definition.steps[1].action.fails = 1;
  definition.steps[1].max_retries = 2;
  RunRules rules;
  rules.workers = workers;
  rules.delay = {RetryDelay::Kind::constant, 5};
  return RunTrace(plan, definition, rules);
}

class ScheduleOf : public testing::Test {
 protected:
  const Graph graph_ = fixtures::graph_of(4, {"ac", "bc"});
  const std::optional<Plan> plan_ = Plan::of(graph_);
};

TEST_F(ScheduleOf, TwoWorkersHasTheRetriedStepOnItsCriticalPath) {
  const RunTrace trace = retried(*plan_, 2);
  const Schedule schedule = schedule_of(trace.run(), trace.events());
  // Attempts and its wait: 15 + 5 + 15, and then c.
  EXPECT_EQ(schedule.makespan(), 45);
  EXPECT_EQ(schedule.critical_ms, 45);
  EXPECT_EQ(fixtures::letters(schedule.critical_path), "b c");
  EXPECT_EQ(schedule.work, 51);
  EXPECT_EQ(schedule.work_over_workers(), 25.5);
  EXPECT_EQ(schedule.idle(), 39);
  ASSERT_EQ(schedule.waits.size(), 1U);
  EXPECT_EQ(schedule.waits[0].start, 15);
  EXPECT_EQ(schedule.waits[0].end, 20);
}

TEST_F(ScheduleOf, OneWorkerIsBoundByTheWork) {
  const RunTrace trace = retried(*plan_, 1);
  const Schedule schedule = schedule_of(trace.run(), trace.events());
  // a to 10, b to 25, d in its wait to 26, a gap to 30, b to 45, c to 55.
  EXPECT_EQ(schedule.makespan(), 55);
  EXPECT_EQ(schedule.work_over_workers(), 51);
  EXPECT_EQ(schedule.idle(), 4);
}

TEST_F(ScheduleOf, NothingIsEmpty) {
  const Graph graph;
  const auto plan = Plan::of(graph);
  const RunTrace trace(*plan, {}, {});
  const Schedule schedule = schedule_of(trace.run(), trace.events());
  EXPECT_EQ(schedule.makespan(), 0);
  EXPECT_TRUE(schedule.critical_path.empty() && schedule.attempts.empty());
}

TEST_F(ScheduleOf, ALongRunKeepsTheEventsThatItMay) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}, {"a", "b"}, {}});
  const RunTrace trace(*plan_, definition, {}, 3);
  EXPECT_FALSE(trace.complete());
  EXPECT_EQ(event_lines(trace.events()), (EventLines{"0 begin", "0 start a 1 until 30000 on 0", "0 succeed a 1 on 0"}));
  EXPECT_TRUE(trace.run().passed());
  EXPECT_EQ(trace.at(2, 0).status, Status::success);
  EXPECT_EQ(trace.at(2, 3).status, Status::pending);
}

}  // namespace
}  // namespace orchestrator
