#include "run/report.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "run/simulation.h"

namespace orchestrator {
namespace {

PipelineDefinition demo() {
  PipelineDefinition definition;
  for (const char* name : {"extract", "validate", "transform", "load", "notify"}) {
    StepDefinition step;
    step.name = name;
    if (!definition.steps.empty()) step.depends_on = {definition.steps.back().name};
    step.action.duration_ms = 0.25;
    definition.steps.push_back(step);
  }
  return definition;
}

Report report_on(const PipelineDefinition& definition, const Graph& graph, bool fail_fast = true) {
  const auto plan = Plan::of(graph);
  RunRules rules;
  rules.fail_fast = fail_fast;
  return report_of(simulate(*plan, definition, rules));
}

TEST(Report, OfTheDemoIsTheCoursesText) {
  const PipelineDefinition definition = demo();
  EXPECT_EQ(report_text(report_on(definition, fixtures::long_chain(5)), definition),
            "Pipeline PASSED\n"
            "  [SUCCESS] extract (1 attempt(s), 0ms)\n"
            "  [SUCCESS] validate (1 attempt(s), 0ms)\n"
            "  [SUCCESS] transform (1 attempt(s), 0ms)\n"
            "  [SUCCESS] load (1 attempt(s), 0ms)\n"
            "  [SUCCESS] notify (1 attempt(s), 0ms)\n"
            "Total: 1ms\n");
}

TEST(Report, PadsTheStatusToSeven) {
  PipelineDefinition definition = demo();
  definition.steps[1].action = {"", "boom", 10, Action::always};
  definition.steps[1].max_retries = 3;
  EXPECT_EQ(report_text(report_on(definition, fixtures::long_chain(5)), definition),
            "Pipeline FAILED\n"
            "  [SUCCESS] extract (1 attempt(s), 0ms)\n"
            "  [FAILED ] validate (3 attempt(s), 30ms)\n"
            "  [SKIPPED] transform (0 attempt(s), 0ms)\n"
            "  [SKIPPED] load (0 attempt(s), 0ms)\n"
            "  [SKIPPED] notify (0 attempt(s), 0ms)\n"
            "Total: 30ms\n");
}

TEST(Report, OfNothingPassed) {
  EXPECT_EQ(report_text(report_on({}, fixtures::empty()), {}), "Pipeline PASSED\nTotal: 0ms\n");
}

TEST(Report, IsInTheOrderOfTheRun) {
  //  c -> b -> a
  const PipelineDefinition definition = fixtures::definition_of({{"b"}, {"c"}, {}});
  const Report report = report_on(definition, fixtures::graph_of(3, {"cb", "ba"}));
  std::string order;
  for (const Report::Row& row : report.rows) order += fixtures::letter(row.step);
  EXPECT_EQ(order, "cba");
}

TEST(Report, CarriesOutputsAndErrors) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}});
  definition.steps[0].action = {"42 rows", "unused", 0, 0};
  definition.steps[1].action = {"unused", "no connection", 0, Action::always};
  const Report report = report_on(definition, fixtures::graph_of(2, {}));
  EXPECT_EQ(report.rows[0].output, "42 rows");
  EXPECT_EQ(report.rows[0].error, "");
  EXPECT_EQ(report.rows[1].output, "");
  EXPECT_EQ(report.rows[1].error, "no connection");
  EXPECT_FALSE(report.passed);
}

TEST(Report, RoundsDurationsToTheNearestMillisecond) {
  for (const auto& [duration, rounded] :
       {std::pair(0.0, 0), {0.49, 0}, {0.5, 1}, {1.4, 1}, {1.5, 2}, {29999.6, 30000}}) {
    PipelineDefinition definition = fixtures::definition_of({{}});
    definition.steps[0].action.duration_ms = duration;
    const Report report = report_on(definition, fixtures::single());
    EXPECT_EQ(report.rows[0].duration_ms, rounded) << duration;
    EXPECT_EQ(report.total_duration_ms, rounded) << duration;
  }
}

TEST(Report, TheTotalIsRoundedByItselfAndNotTheSumOfTheRows) {
  PipelineDefinition definition = fixtures::definition_of({{}, {"a"}});
  for (StepDefinition& step : definition.steps) step.action.duration_ms = 0.4;
  const Report report = report_on(definition, fixtures::graph_of(2, {"ab"}));
  EXPECT_EQ(report.rows[0].duration_ms + report.rows[1].duration_ms, 0);
  EXPECT_EQ(report.total_duration_ms, 1);
}

TEST(Report, TimesCountFromTheStartOfTheRun) {
  const PipelineDefinition definition = fixtures::definition_of({{}});
  const Graph graph = fixtures::single();
  const auto plan = Plan::of(graph);
  orchestrator::Run run(*plan, step_rules_of(definition), {});
  run.poll(1e12);
  run.handle_finished(1, {true, ""}, 1e12 + 25);
  EXPECT_EQ(report_of(run).total_duration_ms, 25);
}

TEST(Report, ShowsNamesSoThatNoneCanPassForSomethingElse) {
  PipelineDefinition definition = fixtures::definition_of({{}});
  definition.steps[0].name = "a\nPipeline PASSED\u202E";
  EXPECT_EQ(report_text(report_on(definition, fixtures::single()), definition),
            "Pipeline PASSED\n"
            "  [SUCCESS] a\\u{000A}Pipeline PASSED\\u{202E} (1 attempt(s), 0ms)\n"
            "Total: 0ms\n");
}

}  // namespace
}  // namespace orchestrator
