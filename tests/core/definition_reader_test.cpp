#include "definition_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "json_text.h"

namespace orchestrator {
namespace {

/// Reads a definition that should have no mistakes.
PipelineDefinition definition_in(std::string_view json) {
  Reading reading = read_definition(document_of(json));
  EXPECT_TRUE(reading.graph_is_known);
  EXPECT_TRUE(lines_of(reading.diagnostics.take()).empty()) << json;
  return reading.definition;
}

/// Reads a pipeline with one step, given its fields.
StepDefinition step_with(const std::string& fields) {
  PipelineDefinition definition = definition_in(R"({"steps": [{"name": "a")" + fields + "}]}");
  EXPECT_EQ(definition.steps.size(), 1U);
  return definition.steps.at(0);
}

TEST(DefinitionReader, AnEmptyPipelineIsValid) {
  const PipelineDefinition definition = definition_in(R"({"steps": []})");
  EXPECT_TRUE(definition.steps.empty());
}

TEST(DefinitionReader, APipelineHasDefaults) {
  const PipelineDefinition definition = definition_in(R"({"steps": []})");
  EXPECT_EQ(definition.name, "");
  EXPECT_TRUE(definition.fail_fast);
  EXPECT_EQ(definition.workers, 1);
}

TEST(DefinitionReader, AStepHasDefaults) {
  const StepDefinition step = step_with("");
  EXPECT_EQ(step.name, "a");
  EXPECT_TRUE(step.depends_on.empty());
  EXPECT_EQ(step.max_retries, std::nullopt);
  EXPECT_EQ(step.timeout_ms, 30000);
  EXPECT_EQ(step.run, "");
}

TEST(DefinitionReader, AnActionSucceedsAtOnceWithEmptyOutputByDefault) {
  for (const char* fields : {"", R"(, "action": {})"}) {
    const Action action = step_with(fields).action;
    EXPECT_EQ(action.output, "");
    EXPECT_EQ(action.error, "");
    EXPECT_EQ(action.duration_ms, 0);
    EXPECT_EQ(action.fails, 0U);
  }
}

TEST(DefinitionReader, ReadsEveryFieldOfAPipeline) {
  const PipelineDefinition definition = definition_in(
      R"({"name": "demo ETL", "fail_fast": false, "workers": 4, "steps": [{"name": "a"}, {"name": "b"}]})");
  EXPECT_EQ(definition.name, "demo ETL");
  EXPECT_FALSE(definition.fail_fast);
  EXPECT_EQ(definition.workers, 4);
  ASSERT_EQ(definition.steps.size(), 2U);
  EXPECT_EQ(definition.steps[1].name, "b");
}

TEST(DefinitionReader, ReadsEveryFieldOfAStep) {
  const StepDefinition step = step_with(R"(, "depends_on": ["b", "c", "b"], "max_retries": 3, "timeout_ms": 2.5,
      "run": "make load", "action": {"output": "done", "error": "boom", "duration_ms": 0.25, "fails": 2})");
  EXPECT_EQ(step.depends_on, (std::vector<std::string>{"b", "c", "b"}));
  EXPECT_EQ(step.max_retries, 3);
  EXPECT_EQ(step.timeout_ms, 2.5);
  EXPECT_EQ(step.run, "make load");
  EXPECT_EQ(step.action.output, "done");
  EXPECT_EQ(step.action.error, "boom");
  EXPECT_EQ(step.action.duration_ms, 0.25);
  EXPECT_EQ(step.action.fails, 2U);
}

TEST(DefinitionReader, FieldsMayStandInAnyOrder) {
  const PipelineDefinition definition =
      definition_in(R"({"steps": [{"max_retries": 2, "depends_on": ["b"], "name": "a"}], "workers": 2, "name": "p"})");
  EXPECT_EQ(definition.name, "p");
  EXPECT_EQ(definition.workers, 2);
  EXPECT_EQ(definition.steps[0].name, "a");
  EXPECT_EQ(definition.steps[0].max_retries, 2);
}

TEST(DefinitionReader, FailsMayBeAlways) {
  EXPECT_EQ(step_with(R"(, "action": {"fails": "always"})").action.fails, Action::always);
}

TEST(DefinitionReader, AnActionThatReturnsNothingHasAnEmptyOutput) {
  EXPECT_EQ(step_with(R"(, "action": {"output": null})").action.output, "");
}

TEST(DefinitionReader, LimitsThemselvesAreAllowed) {
  EXPECT_EQ(step_with(R"(, "max_retries": 1)").max_retries, 1);
  EXPECT_EQ(step_with(R"(, "max_retries": 1000)").max_retries, 1000);
  EXPECT_EQ(step_with(R"(, "timeout_ms": 1)").timeout_ms, 1);
  EXPECT_EQ(step_with(R"(, "timeout_ms": 2147483647)").timeout_ms, 2147483647.0);
  EXPECT_EQ(step_with(R"(, "action": {"duration_ms": 0, "fails": 1000000})").action.fails, 1000000U);
  EXPECT_EQ(step_with(R"(, "action": {"duration_ms": 2147483647})").action.duration_ms, 2147483647.0);
  EXPECT_EQ(definition_in(R"({"workers": 1000, "steps": []})").workers, 1000);
}

TEST(DefinitionReader, AWholeNumberMayBeWrittenAsAFraction) {
  EXPECT_EQ(step_with(R"(, "max_retries": 3.0)").max_retries, 3);
  EXPECT_EQ(step_with(R"(, "max_retries": 1e2)").max_retries, 100);
}

TEST(DefinitionReader, TheCourseAcceptsAnyWholeMaxRetriesFromBelow) {
  for (const int retries : {0, -1, -1000}) {
    const Document document =
        document_of(R"({"steps": [{"name": "a", "max_retries": )" + std::to_string(retries) + "}]}");
    Reading course = read_definition(document, Validation::course);
    EXPECT_FALSE(course.diagnostics.has_errors());
    EXPECT_EQ(course.definition.steps[0].max_retries, retries);
    EXPECT_TRUE(read_definition(document, Validation::mended).diagnostics.has_errors());
  }
}

TEST(DefinitionReader, TheCourseIsAsStrictAboutEverythingElse) {
  Reading reading = read_definition(document_of(R"({"steps": [{"name": "", "max_retries": 0.5, "timeout_ms": 0}]})"),
                                    Validation::course);
  EXPECT_EQ(lines_of(reading.diagnostics.take()),
            (std::vector<std::string>{
                "error invalid_name /steps/0/name: Step number 1 has an empty name.",
                "error invalid_max_retries /steps/0/max_retries: Step number 1: max_retries must be a whole number "
                "from -1000 to 1000, not 0.5.",
                "error invalid_timeout /steps/0/timeout_ms: Step number 1: timeout_ms must be a number from 1 to "
                "2147483647, not 0.",
            }));
}

TEST(DefinitionReader, OfSeveralFieldsOfOneNameTheLastCounts) {
  Reading reading = read_definition(document_of(
      R"({"steps": [{"name": 7}], "name": "x", "steps": [{"name": "", "max_retries": 0, "name": "b", "max_retries": 5,
          "depends_on": ["x"], "depends_on": [], "action": {"fails": 3, "output": "old"}, "action": {"error": "boom"}}],
          "name": "y"})"));
  ASSERT_EQ(reading.definition.steps.size(), 1U);
  const StepDefinition& step = reading.definition.steps[0];
  EXPECT_EQ(reading.definition.name, "y");
  EXPECT_EQ(step.name, "b");
  EXPECT_EQ(step.max_retries, 5);
  EXPECT_TRUE(step.depends_on.empty());
  EXPECT_EQ(step.action.fails, 0U);
  EXPECT_EQ(step.action.output, "");
  EXPECT_EQ(step.action.error, "boom");
  EXPECT_TRUE(reading.graph_is_known);
  EXPECT_FALSE(reading.diagnostics.has_errors()) << "what does not count cannot be wrong";
}

TEST(DefinitionReader, AMistakeInAFieldLeavesItsDefault) {
  Reading reading = read_definition(document_of(
      R"({"fail_fast": 1, "workers": 0, "steps": [{"name": "a", "max_retries": "3", "timeout_ms": null, "run": [],
          "depends_on": "b", "action": {"fails": -1, "duration_ms": -1, "output": 5, "error": {}}}, 5, {"name": "c"}]})"));
  const PipelineDefinition& definition = reading.definition;
  EXPECT_TRUE(definition.fail_fast);
  EXPECT_EQ(definition.workers, 1);
  ASSERT_EQ(definition.steps.size(), 3U) << "steps keep their places";
  EXPECT_EQ(definition.steps[0].max_retries, std::nullopt);
  EXPECT_EQ(definition.steps[0].timeout_ms, 30000);
  EXPECT_EQ(definition.steps[0].run, "");
  EXPECT_TRUE(definition.steps[0].depends_on.empty());
  EXPECT_EQ(definition.steps[0].action.fails, 0U);
  EXPECT_EQ(definition.steps[0].action.duration_ms, 0);
  EXPECT_EQ(definition.steps[2].name, "c");
}

TEST(DefinitionReader, TheGraphIsKnownWhenOnlyLimitsAndActionsAreWrong) {
  EXPECT_TRUE(
      read_definition(
          document_of(
              R"({"name": 1, "workers": 0, "steps": [{"name": "a", "max_retries": 0, "action": 1, "run": 1}]})"))
          .graph_is_known);
  for (const char* json :
       {R"([])", R"({})", R"({"steps": 1})", R"({"steps": [1]})", R"({"steps": [{}]})", R"({"steps": [{"name": " "}]})",
        R"({"steps": [{"name": 1}]})", R"({"steps": [{"name": "a", "depends_on": 1}]})",
        R"({"steps": [{"name": "a", "depends_on": [1]}]})", R"({"steps": [{"name": "a", "depends_on": [""]}]})"}) {
    EXPECT_FALSE(read_definition(document_of(json)).graph_is_known) << json;
  }
}

}  // namespace
}  // namespace orchestrator
