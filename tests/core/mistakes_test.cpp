// Every mistake of form an author can make, in its exact words.
#include "mistakes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "definition_reader.h"
#include "json_text.h"

namespace orchestrator {
namespace {

using Lines = std::vector<std::string>;

Lines mistakes_in(std::string_view json) { return lines_of(read_definition(document_of(json)).diagnostics.take()); }

/// The mistakes of a step called a that has the given field.
Lines mistakes_of_field(const std::string& field) {
  return mistakes_in(R"({"steps": [{"name": "a", )" + field + "}]}");
}

Diagnostic first_of(std::string_view json) {
  const auto list = read_definition(document_of(json)).diagnostics.take();
  return list.empty() ? Diagnostic{} : list.front();
}

TEST(Mistakes, APipelineMustBeAnObject) {
  EXPECT_EQ(mistakes_in("[]"), Lines{"error invalid_type : A pipeline must be an object, not a list."});
  EXPECT_EQ(mistakes_in("null"), Lines{"error invalid_type : A pipeline must be an object, not null."});
  EXPECT_EQ(mistakes_in("true"), Lines{"error invalid_type : A pipeline must be an object, not true or false."});
  EXPECT_EQ(mistakes_in("7"), Lines{"error invalid_type : A pipeline must be an object, not a number."});
  EXPECT_EQ(mistakes_in(R"("x")"), Lines{"error invalid_type : A pipeline must be an object, not a text."});
  EXPECT_EQ(first_of("[]").hint, R"(Write {"steps": []} to begin with an empty one.)");
  EXPECT_TRUE(read_definition(Document{}).diagnostics.has_errors());
}

TEST(Mistakes, APipelineNeedsSteps) {
  EXPECT_EQ(mistakes_in("{}"), Lines{"error missing_field /steps: The pipeline has no list of steps."});
  EXPECT_EQ(first_of("{}").hint, R"(Add "steps": [].)");
}

TEST(Mistakes, FieldsOfAPipelineHaveTypes) {
  EXPECT_EQ(mistakes_in(R"({"name": 1, "fail_fast": "no", "workers": [], "steps": {}})"),
            (Lines{
                "error invalid_type /name: The pipeline: name must be a text, not a number.",
                "error invalid_type /fail_fast: The pipeline: fail_fast must be true or false, not a text.",
                "error invalid_type /workers: The pipeline: workers must be a number, not a list.",
                "error invalid_type /steps: The pipeline: steps must be a list, not an object.",
            }));
}

TEST(Mistakes, WorkersHaveARange) {
  const std::string range =
      "error invalid_workers /workers: The pipeline: workers must be a whole number from 1 to 1000, not ";
  EXPECT_EQ(mistakes_in(R"({"workers": 0, "steps": []})"), Lines{range + "0."});
  EXPECT_EQ(mistakes_in(R"({"workers": 1001, "steps": []})"), Lines{range + "1001."});
  EXPECT_EQ(mistakes_in(R"({"workers": 1.5, "steps": []})"), Lines{range + "1.5."});
}

TEST(Mistakes, AStepMustBeAnObject) {
  EXPECT_EQ(mistakes_in(R"({"steps": [[], null]})"),
            (Lines{"error invalid_type /steps/0: Step number 1 must be an object, not a list.",
                   "error invalid_type /steps/1: Step number 2 must be an object, not null."}));
}

TEST(Mistakes, AStepNeedsAName) {
  EXPECT_EQ(mistakes_in(R"({"steps": [{}]})"), Lines{"error invalid_name /steps/0/name: Step number 1 has no name."});
  EXPECT_EQ(mistakes_in(R"({"steps": [{"name": 3}]})"),
            Lines{"error invalid_name /steps/0/name: Step number 1: name must be a text, not a number."});
  EXPECT_EQ(mistakes_in(R"({"steps": [{"name": ""}, {"name": " \t\u200b"}]})"),
            (Lines{"error invalid_name /steps/0/name: Step number 1 has an empty name.",
                   "error invalid_name /steps/1/name: Step number 2 has an empty name."}));
}

TEST(Mistakes, FieldsOfAStepHaveTypes) {
  EXPECT_EQ(
      mistakes_of_field(R"("depends_on": "b", "max_retries": "3", "timeout_ms": null, "action": [], "run": 1)"),
      (Lines{
          "error invalid_type /steps/0/depends_on: Step 'a': depends_on must be a list of step names, not a text.",
          "error invalid_type /steps/0/max_retries: Step 'a': max_retries must be a number, not a text.",
          "error invalid_type /steps/0/timeout_ms: Step 'a': timeout_ms must be a number, not null.",
          "error invalid_type /steps/0/action: Step 'a': action must be an object, not a list.",
          "error invalid_type /steps/0/run: Step 'a': run must be a text, not a number.",
      }));
}

TEST(Mistakes, ADependencyMustBeAName) {
  EXPECT_EQ(
      mistakes_of_field(R"("depends_on": ["b", 5, ["c"], ""])"),
      (Lines{
          "error invalid_type /steps/0/depends_on/1: Step 'a': dependency number 2 must be the name of a step, not "
          "a number.",
          "error invalid_type /steps/0/depends_on/2: Step 'a': dependency number 3 must be the name of a step, not "
          "a list.",
          "error unknown_dependency /steps/0/depends_on/3: Step 'a' depends on unknown step ''",
      }));
}

TEST(Mistakes, MaxRetriesHasARange) {
  const std::string range =
      "error invalid_max_retries /steps/0/max_retries: Step 'a': max_retries must be a whole number from 1 to 1000, "
      "not ";
  EXPECT_EQ(mistakes_of_field(R"("max_retries": 0)"), Lines{range + "0."});
  EXPECT_EQ(mistakes_of_field(R"("max_retries": -3)"), Lines{range + "-3."});
  EXPECT_EQ(mistakes_of_field(R"("max_retries": 1001)"), Lines{range + "1001."});
  EXPECT_EQ(mistakes_of_field(R"("max_retries": 2.25)"), Lines{range + "2.25."});
  EXPECT_EQ(mistakes_of_field(R"("max_retries": 1e300)"), Lines{range + "a far larger one."});
  EXPECT_EQ(mistakes_of_field(R"("max_retries": -1e300)"), Lines{range + "a far smaller one."});
}

TEST(Mistakes, ANumberIsNeverRoundedToAnAllowedOne) {
  const std::string range =
      "error invalid_max_retries /steps/0/max_retries: Step 'a': max_retries must be a whole number from 1 to 1000, "
      "not ";
  EXPECT_EQ(mistakes_of_field(R"("max_retries": 0.99999)"), Lines{range + "0.999…."});
  EXPECT_EQ(mistakes_of_field(R"("max_retries": 1.00001)"), Lines{range + "1.000…."});
  EXPECT_EQ(mistakes_of_field(R"("max_retries": -0.00001)"), Lines{range + "-0.000…."});
  EXPECT_EQ(mistakes_of_field(R"("max_retries": 1.1)"), Lines{range + "1.1."});
  EXPECT_EQ(mistakes_of_field(R"("max_retries": 3.007)"), Lines{range + "3.007."});
}

TEST(Mistakes, TimesHaveRanges) {
  EXPECT_EQ(mistakes_of_field(R"("timeout_ms": 0.5)"),
            Lines{"error invalid_timeout /steps/0/timeout_ms: Step 'a': timeout_ms must be a number from 1 to "
                  "2147483647, not 0.5."});
  EXPECT_EQ(mistakes_of_field(R"("timeout_ms": 2147483648)"),
            Lines{"error invalid_timeout /steps/0/timeout_ms: Step 'a': timeout_ms must be a number from 1 to "
                  "2147483647, not 2147483648."});
  EXPECT_EQ(
      mistakes_of_field(R"("action": {"duration_ms": -1})"),
      Lines{"error invalid_duration /steps/0/action/duration_ms: Step 'a': duration_ms must be a number from 0 to "
            "2147483647, not -1."});
}

TEST(Mistakes, NumbersThatJsonCannotHoldAreOutOfRange) {
  for (const auto& [number, words] : {std::pair(std::nan(""), "something that is no number"),
                                      std::pair(std::numeric_limits<double>::infinity(), "a far larger one"),
                                      std::pair(-std::numeric_limits<double>::infinity(), "a far smaller one")}) {
    DocumentBuilder builder;
    builder.begin(Kind::object);
    builder.key("workers");
    builder.number(number);
    builder.key("steps");
    builder.begin(Kind::array);
    builder.end();
    builder.end();
    EXPECT_EQ(
        lines_of(read_definition(builder.take()).diagnostics.take()),
        Lines{std::string("error invalid_workers /workers: The pipeline: workers must be a whole number from 1 to "
                          "1000, not ") +
              words + "."});
  }
}

TEST(Mistakes, FieldsOfAnActionHaveTypes) {
  EXPECT_EQ(mistakes_of_field(R"("action": {"output": 1, "error": null, "duration_ms": "1"})"),
            (Lines{
                "error invalid_type /steps/0/action/output: Step 'a': output must be a text, not a number.",
                "error invalid_type /steps/0/action/duration_ms: Step 'a': duration_ms must be a number, not a text.",
                "error invalid_type /steps/0/action/error: Step 'a': error must be a text, not null.",
            }));
}

TEST(Mistakes, BehindAnActionAreTheStepsOwn) {
  EXPECT_EQ(mistakes_of_field(R"("action": {"fails": 1}, "run": 1)"),
            Lines{"error invalid_type /steps/0/run: Step 'a': run must be a text, not a number."});
}

TEST(Mistakes, FailsIsAWholeNumberOrAlways) {
  for (const char* value : {"-1", "0.5", "1000001", R"("never")", "true", "null", "[]"}) {
    EXPECT_EQ(
        mistakes_of_field(R"("action": {"fails": )" + std::string(value) + "}"),
        Lines{"error invalid_fails /steps/0/action/fails: Step 'a': fails must be a whole number from 0 to 1000000, "
              "or \"always\"."})
        << value;
  }
}

TEST(Mistakes, UnknownFieldsAreNamedWithTheNearestKnownOne) {
  const Diagnostic diagnostic = first_of(R"({"steps": [{"name": "a", "dependsOn": []}]})");
  EXPECT_EQ(lines_of({diagnostic}), Lines{"warning unknown_field /steps/0/dependsOn: Step 'a' has an unknown field "
                                          "'dependsOn', which is kept but does nothing."});
  EXPECT_EQ(diagnostic.hint, "Did you mean 'depends_on'?");
  EXPECT_EQ(first_of(R"({"step": [], "steps": []})").hint, "Did you mean 'steps'?");
  EXPECT_EQ(first_of(R"({"steps": [{"name": "a", "action": {"fail": 1}}]})").hint, "Did you mean 'fails'?");
  EXPECT_EQ(first_of(R"({"steps": [{"name": "a", "retries": 1}]})").hint, "Did you mean 'max_retries'?");
}

TEST(Mistakes, AnUnknownFieldThatIsNearNoneGetsTheListOfKnownOnes) {
  EXPECT_EQ(first_of(R"({"owner": "me", "steps": []})").hint, "Fields known here: name, fail_fast, workers, steps.");
  EXPECT_EQ(first_of(R"({"steps": [{"name": "a", "owner": 1}]})").hint,
            "Fields known here: name, depends_on, max_retries, timeout_ms, allow_failure, action, run.");
  EXPECT_EQ(first_of(R"({"steps": [{"name": "a", "action": {"owner": 1}}]})").hint,
            "Fields known here: output, duration_ms, fails, error.");
}

TEST(Mistakes, PathsOfOddFieldsAreEscaped) { EXPECT_EQ(first_of(R"({"a/b~c": 1, "steps": []})").path, "/a~1b~0c"); }

TEST(Mistakes, AFieldThatStandsSeveralTimesIsReportedOnce) {
  EXPECT_EQ(
      mistakes_in(R"({"steps": [], "steps": [], "steps": []})"),
      Lines{"warning duplicate_field /steps: The pipeline has the field 'steps' more than once; only the last one "
            "counts."});
  EXPECT_EQ(
      mistakes_of_field(R"("action": {"fails": 1, "fails": 2})"),
      Lines{"warning duplicate_field /steps/0/action/fails: Step 'a' has the field 'fails' more than once; only the "
            "last one counts."});
}

TEST(Mistakes, AllAreReportedAtOnceErrorsBeforeWarnings) {
  EXPECT_EQ(
      mistakes_in(R"({"colour": 1, "workers": 0, "steps": [{"nam": "a"}, 5, {"name": "b", "max_retries": 0}]})"),
      (Lines{
          "error invalid_workers /workers: The pipeline: workers must be a whole number from 1 to 1000, not 0.",
          "error invalid_name /steps/0/name: Step number 1 has no name.",
          "error invalid_type /steps/1: Step number 2 must be an object, not a number.",
          "error invalid_max_retries /steps/2/max_retries: Step 'b': max_retries must be a whole number from 1 to "
          "1000, not 0.",
          "warning unknown_field /colour: The pipeline has an unknown field 'colour', which is kept but does "
          "nothing.",
          "warning unknown_field /steps/0/nam: Step number 1 has an unknown field 'nam', which is kept but does "
          "nothing.",
      }));
}

TEST(Mistakes, StepsAreNamedInTheListOfThoseConcerned) {
  EXPECT_EQ(first_of(R"({"steps": [{"max_retries": 0, "name": "load"}]})").steps, Lines{"load"});
  EXPECT_TRUE(first_of(R"({"steps": [{"max_retries": 0}]})").steps.empty());
}

TEST(Mistakes, TooManyStepsAreRefusedWithoutReadingThem) {
  // A list that says it is one step too long.
  Document document;
  document.text = "steps";
  document.cells = {{Kind::object, 1, 3}, {Kind::string, 5, 0}, {Kind::array, limits::steps + 1, 3}};
  EXPECT_EQ(lines_of(read_definition(document).diagnostics.take()),
            Lines{"error too_large : The pipeline has " + std::to_string(limits::steps + 1) + " steps; the limit is " +
                  std::to_string(limits::steps) + "."});
}

TEST(Mistakes, AreCountedWhereThereAreTooManyToList) {
  std::string dependencies = "5";
  std::string fields;
  for (int i = 1; i < 12000; ++i) dependencies += ",5";
  for (int i = 0; i < 11000; ++i) fields += R"("x": 1, )";
  const Lines lines = mistakes_of_field(fields + R"("depends_on": [)" + dependencies + "]");
  ASSERT_EQ(lines.size(), Diagnostics::most_listed + 1);
  EXPECT_EQ(lines.back(), "warning too_many_mistakes : There are 13000 more mistakes, which are not listed.");
}

TEST(Mistakes, HaveASentenceForTextThatIsNoJson) {
  const Diagnostic diagnostic = mistakes::invalid_json("a value is missing", "line 1, column 2");
  EXPECT_EQ(diagnostic.code, Code::invalid_json);
  EXPECT_EQ(diagnostic.message, "This is not valid JSON: a value is missing (line 1, column 2).");
  EXPECT_FALSE(diagnostic.hint.empty());
}

}  // namespace
}  // namespace orchestrator
