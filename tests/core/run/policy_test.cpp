// The same failures under the rules of the course and of real engines.
#include "run/policy.h"

#include <gtest/gtest.h>

#include <set>

#include "driven.h"
#include "run/simulation.h"

namespace orchestrator {
namespace {

StepDefinition with_retries(std::optional<int> max_retries) {
  StepDefinition step;
  step.max_retries = max_retries;
  return step;
}

/// Runs a pipeline on two workers and tells what became of each step, and of the run.
EventLines outcome(const PipelineDefinition& definition, const char* policy, bool fail_fast = false) {
  RunRules rules;
  rules.policy = find_policy(policy);
  rules.fail_fast = fail_fast;
  rules.workers = 2;
  Driven driven(definition, rules);
  const Run run = simulate(driven.run.plan(), definition, rules);
  EventLines lines{run.passed() ? "passed" : "failed"};
  for (const StepResult& result : run.results()) {
    lines.push_back(std::string(fixtures::letter(result.step)) + ' ' +
                    std::string(state_word(*rules.policy, result.status, result.reason, result.allowed)));
  }
  return lines;
}

/// a fails -> b -> c    d    e <- a, d
PipelineDefinition branches() {
  PipelineDefinition definition = fixtures::definition_of({{}, {"a"}, {"b"}, {}, {"a", "d"}});
  definition.steps[0].action = {"", "boom", 10, Action::always};
  definition.steps[3].action = {"", "", 50, 0};
  return definition;
}

TEST(Policy, ThereAreFiveWithTheCoursesFirst) {
  std::set<std::string_view> ids;
  for (const Policy& policy : policies()) {
    ids.insert(policy.id);
    EXPECT_EQ(find_policy(policy.id), &policy);
    EXPECT_FALSE(policy.name.empty() || policy.words.empty()) << policy.id;
    EXPECT_EQ(policy.sources.empty(), policy.id == "course") << policy.id;
  }
  EXPECT_EQ(ids, (std::set<std::string_view>{"course", "github-actions", "gitlab", "airflow", "argo"}));
  EXPECT_EQ(course_policy().id, "course");
  EXPECT_EQ(find_policy("jenkins"), nullptr);
}

TEST(Policy, EveryStateHasAWordUnderEach) {
  for (const Policy& policy : policies()) {
    for (const auto status : {Status::pending, Status::running, Status::success, Status::failed, Status::skipped}) {
      EXPECT_FALSE(state_word(policy, status, Reason::none).empty()) << policy.id << status_name(status);
    }
  }
}

TEST(Policy, ReadsMaxRetriesAsItsEngineDoes) {
  const auto attempts = [](const char* policy, std::optional<int> given) {
    return attempts_allowed(*find_policy(policy), with_retries(given));
  };
  for (const Policy& policy : policies()) EXPECT_EQ(attempts_allowed(policy, with_retries({})), 1) << policy.id;
  EXPECT_EQ(attempts("course", 3), 3);
  EXPECT_EQ(attempts("course", 0), 0) << "only unmended rules let that in";
  EXPECT_EQ(attempts("github-actions", 3), 1);
  EXPECT_EQ(attempts("gitlab", 1), 2);
  EXPECT_EQ(attempts("gitlab", 9), 3) << "two retries at most";
  EXPECT_EQ(attempts("airflow", 3), 4);
  EXPECT_EQ(attempts("argo", 3), 4);
  EXPECT_EQ(attempts("argo", 0), 1);
  EXPECT_EQ(attempts("argo", -5), 1);
}

TEST(Policy, OtherBranchesGoOnUnderEach) {
  EXPECT_EQ(outcome(branches(), "course"),
            (EventLines{"failed", "a FAILED", "d SUCCESS", "b SKIPPED", "e SKIPPED", "c SKIPPED"}));
  EXPECT_EQ(outcome(branches(), "github-actions"),
            (EventLines{"failed", "a failure", "d success", "b skipped", "e skipped", "c skipped"}));
  EXPECT_EQ(outcome(branches(), "gitlab"),
            (EventLines{"failed", "a failed", "d success", "b skipped", "e skipped", "c skipped"}));
  EXPECT_EQ(outcome(branches(), "airflow"), (EventLines{"failed", "a failed", "d success", "b upstream_failed",
                                                        "e upstream_failed", "c upstream_failed"}));
  EXPECT_EQ(outcome(branches(), "argo"),
            (EventLines{"failed", "a Failed", "d Succeeded", "b Omitted", "e Omitted", "c Omitted"}));
}

TEST(Policy, FailFastMeansWhatTheEngineKnowsOfIt) {
  EXPECT_EQ(outcome(branches(), "course", true),
            (EventLines{"failed", "a FAILED", "d SUCCESS", "b SKIPPED", "e SKIPPED", "c SKIPPED"}));
  EXPECT_EQ(outcome(branches(), "github-actions", true), outcome(branches(), "github-actions"));
  EXPECT_EQ(outcome(branches(), "gitlab", true), outcome(branches(), "gitlab"));
  EXPECT_EQ(outcome(branches(), "argo", true),
            (EventLines{"failed", "a Failed", "d Succeeded", "b not started", "e not started", "c not started"}));
}

TEST(Policy, AirflowJudgesARunByItsLeavesAlone) {
  EXPECT_EQ(outcome(branches(), "airflow", true),
            (EventLines{"passed", "a failed", "d failed", "b skipped", "e skipped", "c skipped"}))
      << "its leaves are skipped, which is no failure there";
  PipelineDefinition alone = fixtures::definition_of({{}});
  alone.steps[0].action.fails = Action::always;
  EXPECT_EQ(outcome(alone, "airflow", true), (EventLines{"failed", "a failed"}));
}

TEST(Policy, AnAllowedFailureDoesWhatTheEngineSays) {
  PipelineDefinition definition = branches();
  definition.steps[0].allow_failure = true;
  EXPECT_EQ(outcome(definition, "course"), outcome(branches(), "course"));
  EXPECT_EQ(outcome(definition, "airflow"), outcome(branches(), "airflow"));
  EXPECT_EQ(outcome(definition, "github-actions"),
            (EventLines{"passed", "a failure", "d success", "b success", "e success", "c success"}));
  EXPECT_EQ(outcome(definition, "gitlab"),
            (EventLines{"passed", "a failed (allowed to fail)", "d success", "b success", "e success", "c success"}));
  EXPECT_EQ(outcome(definition, "argo", true),
            (EventLines{"passed", "a Failed", "d Succeeded", "b Succeeded", "e Succeeded", "c Succeeded"}))
      << "it does not fail fast either";
}

TEST(Policy, DependentsAreSkippedAtDifferentTimes) {
  //  a fails at 10, b is done at 50, c depends on both
  PipelineDefinition definition = fixtures::definition_of({{}, {}, {"a", "b"}});
  const auto skipped_at = [&definition](const char* policy) {
    RunRules rules;
    rules.policy = find_policy(policy);
    rules.fail_fast = false;
    rules.workers = 2;
    Driven driven(definition, rules);
    driven.polls(0);
    driven.fail(1, 10);
    driven.polls(10);
    driven.succeed(2, 50);
    driven.polls(50);
    return driven.run.results().back().ended;
  };
  EXPECT_EQ(skipped_at("airflow"), 10);
  for (const char* policy : {"course", "github-actions", "gitlab", "argo"}) EXPECT_EQ(skipped_at(policy), 50) << policy;
}

TEST(Policy, AirflowCallsAStepBetweenAttemptsUpForRetry) {
  EXPECT_EQ(state_word(*find_policy("airflow"), Status::running, Reason::failed), "up_for_retry");
  EXPECT_EQ(state_word(*find_policy("airflow"), Status::running, Reason::none), "running");
  EXPECT_EQ(state_word(*find_policy("argo"), Status::running, Reason::timed_out), "Running");
}

}  // namespace
}  // namespace orchestrator
