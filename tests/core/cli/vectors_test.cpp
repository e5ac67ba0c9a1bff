// What the course's own program did, through the command.
#include <gtest/gtest.h>

#include "command_run.h"

namespace orchestrator::cli_tests {
namespace {

Json course_vectors() { return Json::parse(content_of(VECTORS_DIR "/course-semantics.json")); }

void expect_refused(const Result& result, const Json& expected) {
  EXPECT_EQ(result.status, 2);
  const Json first = result.json().at("diagnostics").at(0);
  EXPECT_EQ(first.at("code"), expected.at("error"));
  EXPECT_EQ(first.at("severity"), "error");
  EXPECT_EQ(first.at("message"), expected.value("message", first.at("message")));
}

void expect_results(const Result& result, const Json& expected) {
  const Json report = result.json();
  EXPECT_EQ(result.status, expected.at("passed") ? 0 : 1);
  EXPECT_EQ(report.at("passed"), expected.at("passed"));
  const Json& rows = report.at("results");
  ASSERT_EQ(rows.size(), expected.at("results").size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Json& row = expected.at("results").at(i);
    for (const auto& [key, value] : row.items()) EXPECT_EQ(rows.at(i).at(key), value) << key;
  }
}

TEST(CourseVectors, SortAgreesWithTheCourse) {
  for (const Json& vector : course_vectors()) {
    SCOPED_TRACE(vector.at("seed"));
    const Json& expected = vector.at("expect");
    const Result result = run_command({"sort", "-", "--json"}, vector.at("pipeline").dump());
    if (expected.contains("error")) {
      expect_refused(result, expected);
    } else {
      EXPECT_EQ(result.status, 0);
      EXPECT_EQ(result.json(), (Json{{"order", expected.at("order")}}));
    }
  }
}

TEST(CourseVectors, RunAgreesWithTheCourse) {
  for (const Json& vector : course_vectors()) {
    SCOPED_TRACE(vector.at("seed"));
    const Json& expected = vector.at("expect");
    const Result result = run_command({"run", "-", "--json"}, vector.at("pipeline").dump());
    if (expected.contains("error")) {
      expect_refused(result, expected);
    } else {
      expect_results(result, expected);
    }
  }
}

TEST(CourseVectors, PlainTextNamesTheSameMistake) {
  for (const Json& vector : course_vectors()) {
    const Json& expected = vector.at("expect");
    if (!expected.contains("message")) continue;
    const Result result = run_command({"-"}, vector.at("pipeline").dump());
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("error: " + expected.at("message").get<std::string>()), std::string::npos);
  }
}

}  // namespace
}  // namespace orchestrator::cli_tests
