#include "diagnostic.h"

#include <gtest/gtest.h>

#include <set>

namespace orchestrator {
namespace {

constexpr auto last_code = Code::invisible_character;
constexpr std::size_t code_count = static_cast<std::size_t>(last_code) + 1;

Diagnostic error(std::string message) { return {Code::invalid_name, std::move(message), "", {}, ""}; }
Diagnostic warning(std::string message) { return {Code::unknown_field, std::move(message), "", {}, ""}; }

TEST(Code, EveryOneHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < code_count; ++i) {
    const std::string_view name = code_name(static_cast<Code>(i));
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos) << name;
    EXPECT_FALSE(name.empty());
    names.insert(name);
  }
  EXPECT_EQ(names.size(), code_count);
}

TEST(Code, NamesAreThoseOfTheFormat) {
  EXPECT_EQ(code_name(Code::unknown_dependency), "unknown_dependency");
  EXPECT_EQ(code_name(Code::cyclic_dependency), "cyclic_dependency");
  EXPECT_EQ(code_name(Code::duplicate_step), "duplicate_step");
  EXPECT_EQ(code_name(Code::invalid_name), "invalid_name");
  EXPECT_EQ(code_name(Code::invalid_max_retries), "invalid_max_retries");
  EXPECT_EQ(code_name(Code::invalid_timeout), "invalid_timeout");
  EXPECT_EQ(code_name(Code::invalid_type), "invalid_type");
  EXPECT_EQ(code_name(Code::unknown_field), "unknown_field");
  EXPECT_EQ(code_name(Code::duplicate_dependency), "duplicate_dependency");
}

TEST(Code, WarningsAreThoseThatDoNotKeepAPipelineFromRunning) {
  std::set<std::string_view> warnings;
  for (std::size_t i = 0; i < code_count; ++i) {
    const Code code = static_cast<Code>(i);
    if (severity_of(code) == Severity::warning) warnings.insert(code_name(code));
  }
  EXPECT_EQ(warnings, (std::set<std::string_view>{"too_many_mistakes", "unknown_field", "duplicate_field",
                                                  "duplicate_dependency", "invisible_character"}));
}

TEST(Severity, HasAName) {
  EXPECT_EQ(severity_name(Severity::error), "error");
  EXPECT_EQ(severity_name(Severity::warning), "warning");
}

TEST(Diagnostics, ListErrorsBeforeWarningsEachInTheirOrder) {
  Diagnostics diagnostics;
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.add(warning("w1"));
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.add(error("e1"));
  EXPECT_TRUE(diagnostics.has_errors());
  diagnostics.add(warning("w2"));
  diagnostics.add(error("e2"));
  std::string messages;
  for (const Diagnostic& diagnostic : diagnostics.take()) messages += diagnostic.message + ' ';
  EXPECT_EQ(messages, "e1 e2 w1 w2 ");
}

TEST(Diagnostics, AreEmptyAfterTheyAreTaken) {
  Diagnostics diagnostics;
  diagnostics.add(error("e"));
  diagnostics.add(warning("w"));
  EXPECT_EQ(diagnostics.take().size(), 2U);
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_TRUE(diagnostics.take().empty());
}

TEST(Diagnostics, BeyondTheMostListedAreCounted) {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < Diagnostics::most_listed; ++i) diagnostics.add(error("e"));
  diagnostics.add(error("one more"));
  std::vector<Diagnostic> list = diagnostics.take();
  ASSERT_EQ(list.size(), Diagnostics::most_listed + 1);
  EXPECT_EQ(list.back().code, Code::too_many_mistakes);
  EXPECT_EQ(list.back().message, "There is 1 more mistake, which is not listed.");

  for (std::size_t i = 0; i < Diagnostics::most_listed + 2; ++i) diagnostics.add(warning("w"));
  list = diagnostics.take();
  EXPECT_EQ(list.back().message, "There are 2 more mistakes, which are not listed.");
  EXPECT_FALSE(has_errors(list)) << "many warnings do not make an error";
}

TEST(Diagnostics, NoWarningCrowdsOutAnError) {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < 2 * Diagnostics::most_listed; ++i) diagnostics.add(warning("w"));
  diagnostics.add(error("the one that matters"));
  const std::vector<Diagnostic> list = diagnostics.take();
  EXPECT_EQ(list.front().message, "the one that matters");
  EXPECT_EQ(list.size(), Diagnostics::most_listed + 1);
  EXPECT_EQ(list.back().message, "There are 10001 more mistakes, which are not listed.");
}

TEST(Diagnostics, WhatIsNotListedNeedNotBePutIntoWords) {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < Diagnostics::most_listed; ++i) {
    EXPECT_TRUE(diagnostics.lists_more(Severity::error));
    diagnostics.add(error("e"));
  }
  EXPECT_FALSE(diagnostics.lists_more(Severity::error));
  EXPECT_TRUE(diagnostics.lists_more(Severity::warning));
  diagnostics.count_unlisted();
  EXPECT_EQ(diagnostics.take().back().message, "There is 1 more mistake, which is not listed.");
}

TEST(Diagnostics, HaveErrorsWhenOneOfThemIsOne) {
  EXPECT_FALSE(has_errors({}));
  EXPECT_FALSE(has_errors({warning("w"), warning("w")}));
  EXPECT_TRUE(has_errors({warning("w"), error("e")}));
}

}  // namespace
}  // namespace orchestrator
