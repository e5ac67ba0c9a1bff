// Several attempts in flight: again every time is a literal.
#include <gtest/gtest.h>

#include "driven.h"

namespace orchestrator {
namespace {

RunRules rules_for(std::uint32_t workers, bool fail_fast = true, const char* policy = "course") {
  RunRules rules;
  rules.policy = find_policy(policy);
  rules.fail_fast = fail_fast;
  rules.workers = workers;
  return rules;
}

RunRules with_delay(RunRules rules, double ms) {
  rules.delay.kind = RetryDelay::Kind::constant;
  rules.delay.base_ms = ms;
  return rules;
}

TEST(Workers, TakeReadyStepsInKahnsOrder) {
  Driven driven(fixtures::definition_of({{}, {}, {}}), rules_for(2));
  EXPECT_EQ(driven.polls(0), "start #1 a 1 until 30000, start #2 b 1 until 30000 on 1, wait until 30000");
  driven.succeed(2, 5);
  EXPECT_EQ(driven.polls(5), "start #3 c 1 until 30005 on 1, wait until 30000");
  driven.succeed(1, 7);
  driven.succeed(3, 9);
  EXPECT_EQ(driven.poll(9), "finished");
  EXPECT_EQ(driven.results(), (EventLines{"a SUCCESS 1 0-7 |", "b SUCCESS 1 0-5 |", "c SUCCESS 1 5-9 |"}));
}

TEST(Workers, TheLowestFreeOneIsTaken) {
  Driven driven(fixtures::definition_of({{}, {}, {}, {}}), rules_for(3));
  driven.polls(0);
  driven.succeed(3, 5);
  driven.succeed(1, 5);
  EXPECT_EQ(driven.polls(5), "start #4 d 1 until 30005, wait until 30000");
}

TEST(Workers, MoreThanStepsStandIdle) {
  Driven driven(fixtures::definition_of({{}, {"a"}}), rules_for(4000000000U));
  EXPECT_EQ(driven.polls(0), "start #1 a 1 until 30000, wait until 30000");
  driven.succeed(1, 1);
  EXPECT_EQ(driven.polls(1), "start #2 b 1 until 30001, wait until 30001");
  driven.succeed(2, 2);
  EXPECT_EQ(driven.poll(2), "finished");
}

TEST(Workers, HaveNothingToDoWithoutSteps) {
  Driven driven(fixtures::definition_of({}), rules_for(8));
  EXPECT_EQ(driven.poll(3), "finished");
  EXPECT_TRUE(driven.run.passed());
  EXPECT_EQ(event_lines(driven.events), (EventLines{"3 begin", "3 end"}));
}

TEST(Workers, NoneCountsAsOne) {
  Driven driven(fixtures::definition_of({{}, {}}), rules_for(0));
  EXPECT_EQ(driven.polls(0), "start #1 a 1 until 30000, wait until 30000");
}

TEST(Workers, AnAttemptThatEndsExactlyAtItsDeadlineIsInTimeAndOthersAreNot) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}});
  for (StepDefinition& step : definition.steps) step.timeout_ms = 100;
  Driven driven(definition, rules_for(2, false));
  driven.polls(0);
  driven.succeed(1, 100);
  driven.run.handle_deadline(100);
  EXPECT_EQ(driven.polls(100), "cancel #2, finished");
  EXPECT_EQ(driven.reasons(), (EventLines{"a SUCCESS", "b FAILED timed_out"}));
}

TEST(Workers, ResultsThatComeAfterTheTimeoutAreIgnored) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}});
  definition.steps[0].timeout_ms = 50;
  definition.steps[0].max_retries = 2;
  Driven driven(definition, rules_for(2));
  driven.polls(0);
  driven.run.handle_deadline(50);
  EXPECT_FALSE(driven.run.in_flight(1));
  EXPECT_EQ(driven.polls(50), "cancel #1, start #3 a 2 until 100, wait until 100");
  driven.succeed(1, 60, "too late");
  EXPECT_EQ(driven.poll(60), "wait until 100");
  driven.succeed(3, 70, "done");
  driven.succeed(2, 80);
  EXPECT_EQ(driven.results(), (EventLines{"a SUCCESS 2 0-70 done|", "b SUCCESS 1 0-80 |"}));
}

TEST(Workers, DeadlinesThatPassTogetherAreHandledByAttemptId) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}, {}});
  definition.steps[0].timeout_ms = 100;
  definition.steps[1].timeout_ms = 50;
  Driven driven(definition, rules_for(3, false));
  driven.polls(0);
  driven.run.handle_deadline(49.5);
  EXPECT_EQ(driven.poll(49.5), "wait until 50");
  driven.run.handle_deadline(120);
  EXPECT_EQ(driven.polls(120), "cancel #1, cancel #2, wait until 30000");
}

TEST(Workers, AFailureLeavesOthersRunningAndBlocksOnlyWhatDependsOnIt) {
  //  a fails -> c    b -> d
  Driven driven(fixtures::definition_of({{}, {}, {"a"}, {"b"}}), rules_for(2, false));
  driven.polls(0);
  driven.fail(1, 10);
  EXPECT_TRUE(driven.run.in_flight(2));
  EXPECT_EQ(driven.poll(10), "wait until 30000");
  driven.succeed(2, 20);
  EXPECT_EQ(driven.polls(20), "start #3 d 1 until 30020, wait until 30020");
  driven.succeed(3, 30);
  EXPECT_EQ(driven.reasons(), (EventLines{"a FAILED failed", "b SUCCESS", "c SKIPPED upstream by a", "d SUCCESS"}));
}

TEST(Workers, FailFastLetsAttemptsInFlightEndAndStartsNothingNew) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}, {}, {}});
  definition.steps[1].max_retries = 3;
  Driven driven(definition, rules_for(3));
  driven.polls(0);
  driven.fail(1, 10);
  EXPECT_EQ(driven.poll(10), "wait until 30000");
  driven.fail(2, 20, "late");
  EXPECT_EQ(driven.poll(20), "wait until 30000");
  driven.succeed(3, 30);
  EXPECT_EQ(driven.poll(30), "finished");
  EXPECT_EQ(driven.results(), (EventLines{"a FAILED 1 0-10 |boom", "b FAILED 1 0-20 |late", "c SUCCESS 1 0-30 |",
                                          "d SKIPPED 0 10-10 |"}));
  EXPECT_EQ(event_lines(driven.events),
            (EventLines{"0 begin", "0 start a 1 until 30000 on 0", "0 start b 1 until 30000 on 1",
                        "0 start c 1 until 30000 on 2", "10 fail a 1 on 0", "10 give_up a 1 failed",
                        "10 stop fail_fast by a", "10 skip d 0 fail_fast by a", "20 fail b 1 on 1",
                        "20 give_up b 1 fail_fast by a", "30 succeed c 1 on 2", "30 end"}));
}

TEST(Workers, FailFastMayCancelWhatRuns) {
  Driven driven(fixtures::definition_of({{}, {}, {"b"}}), rules_for(2, true, "airflow"));
  driven.polls(0);
  driven.fail(1, 10);
  EXPECT_EQ(driven.polls(10), "cancel #2, finished");
  driven.succeed(2, 11, "from beyond");
  EXPECT_EQ(driven.results(),
            (EventLines{"a FAILED 1 0-10 |boom", "b FAILED 1 0-10 |cancelled", "c SKIPPED 0 10-10 |"}));
  EXPECT_EQ(driven.reasons(), (EventLines{"a FAILED failed", "b FAILED fail_fast by a", "c SKIPPED fail_fast by a"}));
}

TEST(Workers, AStepThatWaitsForItsRetryHoldsNoWorker) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}});
  definition.steps[0].max_retries = 2;
  Driven driven(definition, with_delay(rules_for(1), 100));
  driven.polls(0);
  driven.fail(1, 10);
  EXPECT_EQ(driven.run.results()[0].status, Status::running);
  EXPECT_EQ(driven.polls(10), "start #2 b 1 until 30010, wait until 110");
  driven.succeed(2, 60);
  EXPECT_EQ(driven.poll(60), "wait until 110");
  EXPECT_EQ(driven.poll(109), "wait until 110");
  driven.run.handle_deadline(110);
  EXPECT_EQ(driven.polls(110), "start #3 a 2 until 30110, wait until 30110");
  driven.succeed(3, 120);
  EXPECT_EQ(event_lines(driven.events),
            (EventLines{"0 begin", "0 start a 1 until 30000 on 0", "10 fail a 1 on 0", "10 wait a 1 until 110 failed",
                        "10 start b 1 until 30010 on 0", "60 succeed b 1 on 0", "110 start a 2 until 30110 on 0",
                        "120 succeed a 2 on 0", "120 end"}));
}

TEST(Workers, AStepWhoseWaitIsOverComesBeforeLaterOnes) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}, {}});
  definition.steps[0].max_retries = 2;
  Driven driven(definition, with_delay(rules_for(1), 20));
  driven.polls(0);
  driven.fail(1, 10);
  driven.polls(10);
  driven.succeed(2, 40);
  EXPECT_EQ(driven.polls(40), "start #3 a 2 until 30040, wait until 30040");
}

TEST(Workers, FailFastEndsAWaitForARetry) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}});
  definition.steps[0].max_retries = 2;
  for (const auto& [policy, expected] :
       {std::pair("argo", "a FAILED fail_fast by b"), std::pair("airflow", "a SKIPPED fail_fast by b")}) {
    Driven driven(definition, with_delay(rules_for(2, true, policy), 1000));
    driven.polls(0);
    driven.fail(1, 10);
    driven.polls(10);
    driven.fail(2, 20);
    EXPECT_EQ(driven.polls(20), "finished") << policy;
    EXPECT_EQ(driven.reasons()[0], expected);
  }
}

TEST(Workers, ACancelEndsWaitsAndAttemptsAndStartsNothing) {
  //  a waits for its retry, b is in flight, c has not started, d depends on b
  PipelineDefinition definition = fixtures::definition_of({{}, {}, {}, {"b"}});
  definition.steps[0].max_retries = 5;
  Driven driven(definition, with_delay(rules_for(1), 100));
  driven.polls(0);
  driven.fail(1, 10);
  driven.polls(10);
  driven.run.handle_cancel(50);
  EXPECT_TRUE(driven.run.finished());
  EXPECT_EQ(driven.polls(50), "cancel #2, finished");
  driven.run.handle_cancel(60);
  driven.run.handle_deadline(200);
  driven.succeed(2, 200);
  EXPECT_EQ(driven.poll(200), "finished");
  EXPECT_FALSE(driven.run.passed());
  EXPECT_EQ(driven.results(), (EventLines{"a FAILED 1 0-50 |boom", "b FAILED 1 10-50 |cancelled", "c SKIPPED 0 50-50 |",
                                          "d SKIPPED 0 50-50 |"}));
  EXPECT_EQ(driven.reasons(),
            (EventLines{"a FAILED cancelled", "b FAILED cancelled", "c SKIPPED cancelled", "d SKIPPED cancelled"}));
  EXPECT_EQ(event_line(driven.events.back()), "50 end");
}

TEST(Workers, ACancelBeforeTheBeginningSkipsEverything) {
  Driven driven(fixtures::definition_of({{}, {"a"}}), rules_for(2));
  driven.run.handle_cancel(5);
  EXPECT_EQ(driven.polls(6), "finished");
  EXPECT_EQ(event_lines(driven.events),
            (EventLines{"5 begin", "5 stop cancelled", "5 skip a 0 cancelled", "5 skip b 0 cancelled", "5 end"}));
}

TEST(Workers, ACancelAfterFailFastEndsWhatWasLeftRunning) {
  Driven driven(fixtures::definition_of({{}, {}}), rules_for(2));
  driven.polls(0);
  driven.fail(1, 10);
  driven.run.handle_cancel(20);
  EXPECT_EQ(driven.polls(20), "cancel #2, finished");
  EXPECT_EQ(driven.reasons(), (EventLines{"a FAILED failed", "b FAILED cancelled"}));
}

TEST(Workers, ByTiersAStepWaitsForTheWholeTierBeforeIt) {
  //  a -> c    b (slow)    by readiness c would not wait for b
  RunRules rules = rules_for(2);
  rules.by_tiers = true;
  Driven driven(fixtures::definition_of({{}, {}, {"a"}}), rules);
  driven.polls(0);
  driven.succeed(1, 10);
  EXPECT_EQ(driven.poll(10), "wait until 30000");
  driven.succeed(2, 50);
  EXPECT_EQ(driven.polls(50), "start #3 c 1 until 30050, wait until 30050");
}

TEST(Workers, ByTiersAFailureStillLetsLaterTiersStart) {
  //  a fails -> c -> d    b -> e
  RunRules rules = rules_for(2, false, "airflow");
  rules.by_tiers = true;
  Driven driven(fixtures::definition_of({{}, {}, {"a"}, {"c"}, {"b"}}), rules);
  driven.polls(0);
  driven.fail(1, 10);
  driven.succeed(2, 20);
  EXPECT_EQ(driven.polls(20), "start #3 e 1 until 30020, wait until 30020");
  driven.succeed(3, 30);
  EXPECT_EQ(driven.poll(30), "finished");
}

}  // namespace
}  // namespace orchestrator
