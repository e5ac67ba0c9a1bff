// The run as a machine, driven by hand: every time in these tests is a literal, and none of them waits.
#include "run/run.h"

#include <gtest/gtest.h>

#include "driven.h"
#include "fixtures.h"

namespace orchestrator {
namespace {

const RunRules continuing = [] {
  RunRules rules;
  rules.fail_fast = false;
  return rules;
}();

PipelineDefinition one_step(int max_retries, double timeout_ms) {
  PipelineDefinition definition = fixtures::definition_of({{}});
  definition.steps[0].max_retries = max_retries;
  definition.steps[0].timeout_ms = timeout_ms;
  return definition;
}

TEST(Run, OfNothingIsFinishedAndPassed) {
  Driven driven(fixtures::definition_of({}));
  EXPECT_TRUE(driven.run.finished());
  EXPECT_EQ(driven.poll(0), "finished");
  EXPECT_TRUE(driven.run.passed());
  EXPECT_TRUE(driven.results().empty());
}

TEST(Run, WalksTheOrderOneStepAfterAnother) {
  Driven driven(fixtures::definition_of({{"b"}, {}, {}}));
  EXPECT_EQ(driven.poll(100), "start #1 b 1 until 30100");
  EXPECT_EQ(driven.poll(100), "wait until 30100");
  driven.succeed(1, 110, "fetched");
  EXPECT_EQ(driven.poll(110), "start #2 c 1 until 30110");
  driven.succeed(2, 130);
  EXPECT_EQ(driven.poll(131), "start #3 a 1 until 30131");
  EXPECT_FALSE(driven.run.finished());
  driven.succeed(3, 140);
  EXPECT_TRUE(driven.run.finished());
  EXPECT_EQ(driven.poll(140), "finished");
  EXPECT_TRUE(driven.run.passed());
  EXPECT_EQ(driven.results(),
            (EventLines{"b SUCCESS 1 100-110 fetched|", "c SUCCESS 1 110-130 |", "a SUCCESS 1 131-140 |"}));
}

TEST(Run, StepsArePendingThenRunningThenDone) {
  Driven driven(fixtures::definition_of({{}, {"a"}}));
  EXPECT_EQ(driven.run.results()[0].status, Status::pending);
  driven.poll(0);
  EXPECT_EQ(driven.run.results()[0].status, Status::running);
  EXPECT_EQ(driven.run.results()[1].status, Status::pending);
  driven.succeed(1, 5);
  EXPECT_EQ(driven.run.results()[0].status, Status::success);
}

TEST(Run, AnAttemptCarriesItsStepsTimeout) {
  Driven driven(one_step(1, 250));
  const Instruction instruction = driven.run.poll(1000);
  const auto& start = std::get<StartAttempt>(instruction);
  EXPECT_EQ(start.timeout_ms, 250);
  EXPECT_EQ(start.deadline, 1250);
}

TEST(Run, AFailedAttemptIsRetriedUntilOneSucceeds) {
  Driven driven(one_step(3, 100));
  EXPECT_EQ(driven.poll(0), "start #1 a 1 until 100");
  driven.fail(1, 10, "boom 1");
  EXPECT_EQ(driven.run.results()[0].status, Status::running);
  EXPECT_EQ(driven.poll(20), "start #2 a 2 until 120");
  driven.succeed(2, 35, "done");
  EXPECT_EQ(driven.poll(35), "finished");
  EXPECT_EQ(driven.results(), EventLines{"a SUCCESS 2 0-35 done|"}) << "the error of the first attempt is gone";
}

TEST(Run, AStepFailsWhenItsLastAttemptFails) {
  Driven driven(one_step(2, 100));
  driven.poll(0);
  driven.fail(1, 10, "boom 1");
  driven.poll(10);
  driven.fail(2, 30, "boom 2");
  EXPECT_EQ(driven.poll(30), "finished");
  EXPECT_FALSE(driven.run.passed());
  EXPECT_EQ(driven.results(), EventLines{"a FAILED 2 0-30 |boom 2"});
}

TEST(Run, ExactlyAtTheDeadlineIsInTime) {
  Driven driven(one_step(1, 100));
  driven.poll(7);
  driven.succeed(1, 107, "just so");
  EXPECT_EQ(driven.results(), EventLines{"a SUCCESS 1 7-107 just so|"});
}

TEST(Run, LaterThanTheDeadlineIsTimedOutWhateverTheOutcome) {
  Driven driven(one_step(1, 100));
  driven.poll(7);
  driven.succeed(1, 108, "too late");
  EXPECT_EQ(driven.results(), EventLines{"a FAILED 1 7-108 |timed out after 100 ms"});
  EXPECT_EQ(driven.poll(108), "finished") << "it ended by itself: nothing is left to cancel";
}

TEST(Run, ADeadlineThatPassesCancelsTheAttempt) {
  Driven driven(one_step(1, 100));
  driven.poll(0);
  driven.run.handle_deadline(100);
  EXPECT_EQ(driven.poll(100), "cancel #1");
  EXPECT_EQ(driven.poll(100), "finished");
  EXPECT_EQ(driven.results(), EventLines{"a FAILED 1 0-100 |timed out after 100 ms"});
}

TEST(Run, ATimedOutAttemptIsRetriedLikeAnyOther) {
  Driven driven(one_step(2, 100));
  driven.poll(0);
  driven.run.handle_deadline(101);
  EXPECT_EQ(driven.poll(101), "cancel #1");
  EXPECT_EQ(driven.poll(102), "start #2 a 2 until 202");
  driven.succeed(2, 150, "done");
  EXPECT_EQ(driven.results(), EventLines{"a SUCCESS 2 0-150 done|"});
  EXPECT_TRUE(driven.run.passed());
}

TEST(Run, WhatACancelledAttemptReportsIsIgnored) {
  Driven driven(one_step(2, 100));
  driven.poll(0);
  driven.run.handle_deadline(100);
  driven.succeed(1, 100, "from beyond");
  EXPECT_EQ(driven.poll(100), "cancel #1");
  EXPECT_EQ(driven.poll(100), "start #2 a 2 until 200");
  driven.succeed(1, 120, "from beyond");
  EXPECT_EQ(driven.poll(120), "wait until 200");
  driven.fail(2, 130, "boom");
  EXPECT_EQ(driven.results(), EventLines{"a FAILED 2 0-130 |boom"});
}

TEST(Run, CallsAtTheWrongTimeChangeNothing) {
  Driven driven(one_step(1, 100));
  driven.run.handle_deadline(500);
  driven.succeed(0, 0, "no such attempt");
  driven.succeed(1, 0, "not started yet");
  EXPECT_EQ(driven.poll(1000), "start #1 a 1 until 1100");
  driven.run.handle_deadline(1099.5);
  driven.succeed(0, 1050);
  driven.succeed(2, 1050);
  EXPECT_EQ(driven.poll(1099.5), "wait until 1100");
  driven.succeed(1, 1100, "done");
  driven.fail(1, 1101);
  driven.fail(0, 1101);
  driven.run.handle_deadline(2000);
  EXPECT_EQ(driven.poll(2000), "finished");
  EXPECT_EQ(driven.poll(2000), "finished");
  EXPECT_EQ(driven.results(), EventLines{"a SUCCESS 1 1000-1100 done|"});
}

TEST(Run, NothingThatComesAfterTheEndMatters) {
  Driven driven(fixtures::definition_of({}));
  driven.succeed(0, 0);
  driven.succeed(1, 0);
  driven.run.handle_deadline(0);
  EXPECT_EQ(driven.poll(0), "finished");
}

TEST(Run, FailFastSkipsEverythingThatFollowsInTheOrder) {
  //  a    b    c <- a    b fails: c does not depend on it
  Driven driven(fixtures::definition_of({{}, {}, {"a"}}));
  driven.poll(0);
  driven.succeed(1, 10);
  driven.poll(10);
  driven.fail(2, 20);
  EXPECT_EQ(driven.poll(25), "finished");
  EXPECT_FALSE(driven.run.passed());
  EXPECT_EQ(driven.results(), (EventLines{"a SUCCESS 1 0-10 |", "b FAILED 1 10-20 |boom", "c SKIPPED 0 20-20 |"}));
}

TEST(Run, ContinueOnErrorSkipsOnlyWhatDependsOnTheFailure) {
  //  a    b -> d -> e    c <- a    b fails
  Driven driven(fixtures::definition_of({{}, {}, {"a"}, {"b"}, {"d", "a"}}), continuing);
  driven.poll(0);
  driven.succeed(1, 10);
  driven.poll(10);
  driven.fail(2, 20);
  EXPECT_EQ(driven.poll(20), "start #3 c 1 until 30020");
  driven.succeed(3, 30);
  EXPECT_EQ(driven.poll(30), "finished");
  EXPECT_FALSE(driven.run.passed());
  EXPECT_EQ(driven.results(), (EventLines{"a SUCCESS 1 0-10 |", "b FAILED 1 10-20 |boom", "c SUCCESS 1 20-30 |",
                                          "d SKIPPED 0 30-30 |", "e SKIPPED 0 30-30 |"}));
}

TEST(Run, OneSkippedDependencyAmongSeveralIsEnough) {
  //  a fails -> b; c is fine; d waits for both
  Driven driven(fixtures::definition_of({{}, {"a"}, {}, {"c", "b"}}), continuing);
  driven.poll(0);
  driven.fail(1, 1);
  EXPECT_EQ(driven.poll(1), "start #2 c 1 until 30001");
  driven.succeed(2, 2);
  EXPECT_EQ(driven.poll(2), "finished");
  EXPECT_EQ(driven.results().back(), "d SKIPPED 0 2-2 |");
}

TEST(Run, ARetryThatSucceedsIsNoFailure) {
  Driven driven(one_step(5, 100));
  for (AttemptId id = 1; id <= 4; ++id) {
    driven.poll(0);
    driven.fail(id, 0);
    EXPECT_TRUE(driven.run.passed());
  }
  driven.poll(0);
  driven.succeed(5, 0);
  EXPECT_EQ(driven.results(), EventLines{"a SUCCESS 5 0-0 |"});
}

TEST(Run, WithoutAnyAttemptAllowedAStepFailsAtOnce) {
  for (const int max_retries : {0, -2}) {
    Driven driven(one_step(max_retries, 100));
    EXPECT_EQ(driven.poll(40), "finished");
    EXPECT_FALSE(driven.run.passed());
    EXPECT_EQ(driven.results(), EventLines{"a FAILED 0 40-40 |max_retries is " + std::to_string(max_retries) +
                                           ", so no attempt was made"});
  }
}

TEST(Run, AFailureWithoutAttemptsHoldsUpItsDependents) {
  PipelineDefinition definition = fixtures::definition_of({{}, {"a"}, {}});
  definition.steps[0].max_retries = 0;
  Driven going_on(definition, continuing);
  EXPECT_EQ(going_on.poll(0), "start #1 c 1 until 30000");
  going_on.succeed(1, 5);
  EXPECT_EQ(going_on.poll(5), "finished");
  EXPECT_EQ(going_on.results().back(), "b SKIPPED 0 5-5 |");
  Driven failing_fast(definition);
  EXPECT_EQ(failing_fast.poll(0), "finished");
  EXPECT_EQ(failing_fast.results()[1], "c SKIPPED 0 0-0 |");
}

TEST(Run, AttemptsAreNumberedAcrossSteps) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}});
  definition.steps[0].max_retries = 2;
  Driven driven(definition, continuing);
  EXPECT_EQ(driven.poll(0), "start #1 a 1 until 30000");
  driven.fail(1, 1);
  EXPECT_EQ(driven.poll(1), "start #2 a 2 until 30001");
  driven.fail(2, 2);
  EXPECT_EQ(driven.poll(2), "start #3 b 1 until 30002");
}

TEST(Run, TheTimeoutIsToldInWholeMilliseconds) {
  Driven driven(one_step(1, 1.6));
  driven.poll(0);
  driven.run.handle_deadline(10);
  EXPECT_EQ(driven.results(), EventLines{"a FAILED 1 0-10 |timed out after 2 ms"});
}

TEST(Run, StatusesAreCalledAsInTheCourse) {
  EXPECT_EQ(status_name(Status::pending), "PENDING");
  EXPECT_EQ(status_name(Status::running), "RUNNING");
  EXPECT_EQ(status_name(Status::success), "SUCCESS");
  EXPECT_EQ(status_name(Status::failed), "FAILED");
  EXPECT_EQ(status_name(Status::skipped), "SKIPPED");
}

}  // namespace
}  // namespace orchestrator
