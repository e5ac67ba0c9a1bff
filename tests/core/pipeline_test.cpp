#include "pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fixtures.h"
#include "json_text.h"

namespace orchestrator {
namespace {

using Lines = std::vector<std::string>;

Checked checked(std::string_view json) { return check(document_of(json)); }
Lines mistakes_in(std::string_view json) { return lines_of(checked(json).diagnostics); }

/// Checks steps made in code: each by its name and what it depends on.
Checked checked_steps(const std::vector<std::pair<std::string, Lines>>& steps) {
  Reading reading;
  for (const auto& [name, depends_on] : steps) {
    StepDefinition step;
    step.name = name;
    step.depends_on = depends_on;
    reading.definition.steps.push_back(step);
  }
  return check(std::move(reading));
}

TEST(Check, AnEmptyPipelineIsRunnable) {
  const Checked result = checked(R"({"steps": []})");
  EXPECT_TRUE(result.diagnostics.empty());
  EXPECT_TRUE(result.runnable);
  ASSERT_TRUE(result.pipeline);
  EXPECT_EQ(result.pipeline->graph.step_count(), 0U);
}

TEST(Check, LinksNamesToSteps) {
  const Checked result = checked(R"({"steps": [{"name": "load", "depends_on": ["clean", "fetch"]},
                                               {"name": "fetch"}, {"name": "clean", "depends_on": ["fetch"]}]})");
  EXPECT_TRUE(result.runnable);
  ASSERT_TRUE(result.pipeline);
  const Graph& graph = result.pipeline->graph;
  EXPECT_EQ(fixtures::letters(graph.dependencies(0)), "c b");
  EXPECT_EQ(fixtures::letters(graph.dependents(1)), "a c");
  EXPECT_EQ(result.pipeline->name_of(2), "clean");
}

TEST(Check, UnknownDependenciesAreSaidInTheWordsOfTheCourse) {
  const Checked result = checked_steps({{"x.y", {"a-b", "ghost"}}, {"a-b", {}}});
  EXPECT_EQ(lines_of(result.diagnostics),
            Lines{"error unknown_dependency /steps/0/depends_on/1: Step 'x.y' depends on unknown step 'ghost'"});
  EXPECT_EQ(result.diagnostics[0].steps, Lines{"x.y"});
  EXPECT_EQ(result.diagnostics[0].hint, "Add a step of that name, or remove the dependency.");
  EXPECT_FALSE(result.pipeline) << "there is no graph to trace";
  EXPECT_FALSE(result.runnable);
}

TEST(Check, TheNearestStepIsSuggested) {
  const Checked result = checked_steps({{"transform", {"vaildate"}}, {"extract", {}}, {"validate", {}}});
  EXPECT_EQ(result.diagnostics[0].hint, "Did you mean 'validate'?");
}

TEST(Check, AStepWithoutANameIsCalledByItsNumber) {
  EXPECT_EQ(
      mistakes_in(R"({"steps": [{"depends_on": ["ghost"]}, {"name": " ", "depends_on": ["b", "b"]}, {"name": "b"}]})"),
      (Lines{
          "error invalid_name /steps/0/name: Step number 1 has no name.",
          "error invalid_name /steps/1/name: Step number 2 has an empty name.",
          "error unknown_dependency /steps/0/depends_on/0: Step number 1 depends on unknown step 'ghost'",
          "warning duplicate_dependency /steps/1/depends_on/1: Step number 2 lists its dependency 'b' more than "
          "once, and each time counts in its in-degree.",
      }));
}

TEST(Check, ADependencyOnAStepWithoutANameIsUnknown) {
  const Checked result = checked_steps({{" ", {}}, {"b", {" "}}});
  EXPECT_EQ(lines_of(result.diagnostics),
            Lines{"error unknown_dependency /steps/1/depends_on/0: Step 'b' depends on unknown step ' '"});
}

TEST(Check, TwoStepsOfOneNameAreAnError) {
  const Checked result = checked_steps({{"a", {}}, {"b", {}}, {"a", {"b"}}, {"a", {}}});
  EXPECT_EQ(lines_of(result.diagnostics),
            (Lines{"error duplicate_step /steps/2/name: Two steps are called 'a': number 1 and number 3.",
                   "error duplicate_step /steps/3/name: Two steps are called 'a': number 1 and number 4."}));
  EXPECT_FALSE(result.pipeline);
}

TEST(Check, NamesDifferByCaseAndSpaces) {
  EXPECT_TRUE(checked_steps({{"load", {}}, {"Load", {"load"}}, {" load", {"Load"}}}).runnable);
}

TEST(Check, ADependencyListedTwiceCountsTwiceAndIsAWarning) {
  const Checked result = checked_steps({{"a", {}}, {"b", {"a", "a", "a"}}});
  EXPECT_EQ(
      lines_of(result.diagnostics),
      (Lines{"warning duplicate_dependency /steps/1/depends_on/1: Step 'b' lists its dependency 'a' more than once, "
             "and each time counts in its in-degree.",
             "warning duplicate_dependency /steps/1/depends_on/2: Step 'b' lists its dependency 'a' more than once, "
             "and each time counts in its in-degree."}));
  EXPECT_TRUE(result.runnable);
  EXPECT_EQ(result.pipeline->graph.in_degree(1), 3U);
}

TEST(Check, ACyclePrintsOneClosedPath) {
  const Checked result = checked_steps({{"a", {"b"}}, {"b", {"a"}}});
  EXPECT_EQ(
      lines_of(result.diagnostics),
      Lines{"error cyclic_dependency /steps/0/depends_on/0: Cyclic dependency: a -> b -> a (each waits for the one "
            "before it, so none can be first)"});
  EXPECT_EQ(result.diagnostics[0].steps, (Lines{"a", "b"}));
  EXPECT_EQ(result.diagnostics[0].hint, "Remove one dependency on this path.");
}

TEST(Check, ACyclicPipelineCanBeTracedButNotRun) {
  const Checked result = checked_steps({{"a", {"b"}}, {"b", {"a"}}});
  EXPECT_TRUE(result.pipeline);
  EXPECT_FALSE(result.runnable);
}

TEST(Check, AStepThatDependsOnItselfIsACycleOfOne) {
  const Checked result = checked_steps({{"b", {}}, {"a", {"b", "a"}}});
  EXPECT_EQ(lines_of(result.diagnostics),
            Lines{"error cyclic_dependency /steps/1/depends_on/1: Cyclic dependency: a -> a "
                  "(the step waits for itself)"});
  EXPECT_EQ(result.diagnostics[0].steps, Lines{"a"});
  EXPECT_EQ(result.diagnostics[0].hint, "Remove the dependency of the step on itself.");
}

TEST(Check, TheCyclesPathPointsAtTheDependencyThatClosesIt) {
  //  b -> c -> d -> b, and b waits for a first
  const Checked result = checked_steps({{"a", {}}, {"b", {"a", "d"}}, {"c", {"b"}}, {"d", {"c"}}});
  EXPECT_EQ(
      lines_of(result.diagnostics),
      Lines{"error cyclic_dependency /steps/1/depends_on/1: Cyclic dependency: b -> c -> d -> b (each waits for the "
            "one before it, so none can be first)"});
}

TEST(Check, EveryCycleIsReportedBesideOtherMistakes) {
  const Checked result = checked_steps({{"a", {"a"}}, {"b", {"c", "ghost"}}, {"c", {"b"}}});
  EXPECT_EQ(
      lines_of(result.diagnostics),
      (Lines{"error unknown_dependency /steps/1/depends_on/1: Step 'b' depends on unknown step 'ghost'",
             "error cyclic_dependency /steps/0/depends_on/0: Cyclic dependency: a -> a (the step waits for itself)",
             "error cyclic_dependency /steps/1/depends_on/0: Cyclic dependency: b -> c -> b (each waits for the one "
             "before it, so none can be first)"}));
}

std::string cycle_message(std::size_t steps) {
  std::vector<std::pair<std::string, Lines>> definition;
  for (std::size_t i = 0; i < steps; ++i) {
    definition.push_back({"s" + std::to_string(i), {"s" + std::to_string((i + steps - 1) % steps)}});
  }
  const Checked result = checked_steps(definition);
  EXPECT_EQ(result.diagnostics.at(0).steps.size(), steps) << "all of them are concerned, whatever is printed";
  return result.diagnostics.at(0).message;
}

TEST(Check, ALongCycleIsShownByItsEnds) {
  EXPECT_EQ(cycle_message(47).find("more"), std::string::npos);
  const std::string message = cycle_message(60);
  EXPECT_NE(message.find("s22 -> s23 -> … 13 more … -> s37 -> s38"), std::string::npos) << message;
  EXPECT_NE(message.find(" -> s59 -> s0 (each"), std::string::npos) << message;
}

TEST(Check, MistakesInLimitsKeepTheTraceButNotTheRun) {
  const Checked result = checked(R"({"steps": [{"name": "a", "max_retries": 0}, {"name": "b", "depends_on": ["a"]}]})");
  EXPECT_FALSE(result.runnable);
  ASSERT_TRUE(result.pipeline);
  EXPECT_EQ(result.pipeline->graph.dependency_count(), 1U);
}

TEST(Check, TheCoursesRulesLetZeroAttemptsPass) {
  const Document document = document_of(R"({"steps": [{"name": "a", "max_retries": 0}]})");
  EXPECT_TRUE(check(document, Validation::course).runnable);
  EXPECT_FALSE(check(document, Validation::mended).runnable);
}

TEST(Check, WarningsAloneDoNotKeepAPipelineFromRunning) {
  std::string fields;
  for (int i = 0; i < 11000; ++i) fields += R"("x": 1, )";
  const Checked result = checked("{" + fields + R"("steps": []})");
  EXPECT_TRUE(result.runnable);
  EXPECT_FALSE(has_errors(result.diagnostics)) << "not even if there are too many to list";
}

TEST(Check, AllMistakesOfFormAndMeaningComeTogether) {
  const Lines lines = mistakes_in(R"({"steps": [{"name": "a", "max_retries": 0, "depends_on": ["b", "b", "ghost"]},
                                                {"name": "b", "timeout_ms": 0, "depends_on": ["a"]}, {"name": "b"}]})");
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[0].substr(0, 26), "error invalid_max_retries ");
  EXPECT_EQ(lines[1].substr(0, 22), "error invalid_timeout ");
  EXPECT_EQ(lines[2].substr(0, 21), "error duplicate_step ");
  EXPECT_EQ(lines[3].substr(0, 25), "error unknown_dependency ");
  EXPECT_EQ(lines[4].substr(0, 24), "error cyclic_dependency ");
  EXPECT_EQ(lines[5].substr(0, 29), "warning duplicate_dependency ");
}

TEST(Check, AFileFullOfTypingMistakesIsNotComparedForever) {
  std::vector<std::pair<std::string, Lines>> steps;
  for (int i = 0; i < 20000; ++i) steps.push_back({"step " + std::to_string(i), {"stepp " + std::to_string(i)}});
  const Checked result = checked_steps(steps);
  EXPECT_EQ(result.diagnostics.front().hint, "Did you mean 'step 0'?");
  EXPECT_EQ(result.diagnostics.size(), Diagnostics::most_listed + 1);
}

TEST(Plan, IsTheOrderOfAnAcyclicGraph) {
  const Graph graph = fixtures::diamond();
  const auto plan = Plan::of(graph);
  ASSERT_TRUE(plan);
  EXPECT_EQ(fixtures::letters(plan->order()), "a b c d");
  EXPECT_EQ(&plan->graph(), &graph);
}

TEST(Plan, ThereIsNoneForACycle) {
  EXPECT_FALSE(Plan::of(fixtures::self_dependency()));
  EXPECT_FALSE(Plan::of(fixtures::tail_behind_cycle()));
}

}  // namespace
}  // namespace orchestrator
