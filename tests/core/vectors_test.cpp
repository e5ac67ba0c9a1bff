// What the course's own program did with 60 pipelines; ours must do the same.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "json_text.h"
#include "pipeline.h"
#include "run/report.h"
#include "run/simulation.h"

namespace orchestrator {
namespace {

using nlohmann::json;

const json& vectors() {
  static const json all = [] {
    std::ifstream file(VECTORS_DIR "/course-semantics.json");
    return json::parse(file);
  }();
  return all;
}

/// The course stops at the first mistake; ours are all listed, so the first error of its kind is compared.
const Diagnostic* first_of(const Checked& checked, const std::string& code) {
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    if (code_name(diagnostic.code) == code) return &diagnostic;
  }
  return nullptr;
}

json order_of(const Pipeline& pipeline) {
  json names = json::array();
  for (const StepId step : kahn_order(pipeline.graph).steps) names.push_back(pipeline.name_of(step));
  return names;
}

json results_of(const Report& report, const Pipeline& pipeline) {
  json results = json::array();
  for (const Report::Row& row : report.rows) {
    results.push_back({{"step", pipeline.name_of(row.step)},
                       {"status", status_name(row.status)},
                       {"attempts", row.attempts},
                       {"output", row.output},
                       {"error", row.error}});
  }
  return results;
}

class CourseVector : public testing::TestWithParam<std::size_t> {};

TEST_P(CourseVector, IsDoneAsTheCourseDidIt) {
  const json& vector = vectors().at(GetParam());
  const json& expected = vector.at("expect");
  const Checked checked = check(document_of(vector.at("pipeline").dump()));
  if (expected.contains("error")) {
    EXPECT_FALSE(checked.runnable);
    const Diagnostic* diagnostic = first_of(checked, expected.at("error"));
    ASSERT_NE(diagnostic, nullptr) << expected;
    EXPECT_EQ(diagnostic->message, expected.value("message", diagnostic->message));
    return;
  }
  ASSERT_TRUE(checked.runnable) << checked.diagnostics.front().message;
  const Pipeline& pipeline = *checked.pipeline;
  EXPECT_EQ(order_of(pipeline), expected.at("order"));
  const auto plan = Plan::of(pipeline.graph);
  const Report report = report_of(simulate(*plan, pipeline.definition));
  EXPECT_EQ(report.passed, expected.at("passed"));
  EXPECT_EQ(results_of(report, pipeline), expected.at("results"));
}

INSTANTIATE_TEST_SUITE_P(All, CourseVector, testing::Range(std::size_t{0}, vectors().size()));

TEST(CourseVectors, ThereAreSixtyOfThemOfEveryKind) {
  std::size_t sorted = 0;
  std::size_t passed = 0;
  for (const json& vector : vectors()) {
    sorted += vector.at("expect").contains("order") ? 1U : 0U;
    passed += vector.at("expect").value("passed", false) ? 1U : 0U;
  }
  EXPECT_EQ(vectors().size(), 60U);
  EXPECT_EQ(sorted, 47U);
  EXPECT_EQ(passed, 12U);
}

}  // namespace
}  // namespace orchestrator
