#include "run/simulation.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "run/report.h"

namespace orchestrator {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const Run& run) {
  Lines lines;
  for (const Report::Row& row : report_of(run).rows) {
    lines.push_back(std::string(status_name(row.status)) + ' ' + std::to_string(row.attempts) + ' ' +
                    std::to_string(row.duration_ms) + ' ' + row.output + '|' + row.error);
  }
  return lines;
}

Run simulated(const Plan& plan, const PipelineDefinition& definition, bool fail_fast) {
  RunRules rules;
  rules.fail_fast = fail_fast;
  return simulate(plan, definition, rules);
}

TEST(Simulate, TakesNoLongerForLongDurations) {
  PipelineDefinition definition = fixtures::definition_of({{}, {"a"}});
  definition.steps[0].action = {"extracted", "", 2147483647, 0};
  definition.steps[0].timeout_ms = 2147483647;
  definition.steps[1].action = {"loaded", "", 3, 0};
  const Graph graph = fixtures::graph_of(2, {"ab"});
  const auto plan = Plan::of(graph);
  const auto run = simulated(*plan, definition, true);
  EXPECT_EQ(lines_of(run), (Lines{"SUCCESS 1 2147483647 extracted|", "SUCCESS 1 3 loaded|"}));
  EXPECT_EQ(report_of(run).total_duration_ms, 2147483650);
}

TEST(Simulate, RetriesWhatTakesTooLongAndGivesUp) {
  PipelineDefinition definition = fixtures::definition_of({{}, {"a"}});
  definition.steps[0].action = {"never", "", 31, 0};
  definition.steps[0].timeout_ms = 30;
  definition.steps[0].max_retries = 3;
  const Graph graph = fixtures::graph_of(2, {"ab"});
  const auto plan = Plan::of(graph);
  EXPECT_EQ(lines_of(simulated(*plan, definition, false)),
            (Lines{"FAILED 3 90 |timed out after 30 ms", "SKIPPED 0 0 |"}));
}

TEST(Simulate, FollowsThePolicyItIsGivenAndNotTheDefinitions) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}});
  definition.fail_fast = true;
  definition.steps[0].action = {"", "boom", 0, Action::always};
  const Graph graph = fixtures::graph_of(2, {});
  const auto plan = Plan::of(graph);
  EXPECT_EQ(lines_of(simulated(*plan, definition, false)), (Lines{"FAILED 1 0 |boom", "SUCCESS 1 0 |"}));
  EXPECT_EQ(lines_of(simulated(*plan, definition, true)), (Lines{"FAILED 1 0 |boom", "SKIPPED 0 0 |"}));
}

TEST(Simulate, AHundredThousandStepsFailTogether) {
  constexpr StepId steps = 100000;
  PipelineDefinition definition;
  definition.steps.resize(steps);
  definition.steps[0].action.fails = Action::always;
  const Graph graph = fixtures::long_chain(steps);
  const auto plan = Plan::of(graph);
  const auto run = simulated(*plan, definition, false);
  EXPECT_EQ(run.results().back().status, Status::skipped);
  EXPECT_TRUE(run.finished());
}

}  // namespace
}  // namespace orchestrator
