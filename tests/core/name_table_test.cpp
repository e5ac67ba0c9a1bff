#include "name_table.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace orchestrator {
namespace {

using Names = std::vector<std::string>;

std::vector<StepDefinition> steps_named(const Names& names) {
  std::vector<StepDefinition> steps(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) steps[i].name = names[i];
  return steps;
}

std::vector<StepId> find(const NameTable& table, const Names& names) {
  std::vector<const std::string*> pointers;
  for (const std::string& name : names) pointers.push_back(&name);
  return table.find(pointers);
}

TEST(NameTable, OfNoStepsKnowsNoName) {
  const std::vector<StepDefinition> steps;
  const NameTable table(steps);
  EXPECT_EQ(find(table, {"a", ""}), (std::vector<StepId>{no_step, no_step}));
  EXPECT_TRUE(find(table, {}).empty());
}

TEST(NameTable, FindsStepsByName) {
  const auto steps = steps_named({"extract", "load", std::string("a\0b", 3), std::string(1000000, 'x')});
  const NameTable table(steps);
  EXPECT_EQ(find(table, {"load", "extract", "loa", std::string("a\0b", 3), "a", std::string(1000000, 'x')}),
            (std::vector<StepId>{1, 0, no_step, 2, no_step, 3}));
  EXPECT_TRUE(table.repetitions().empty());
}

TEST(NameTable, BlankNamesStandForNoStep) {
  const auto steps = steps_named({"", " ", "a", ""});
  const NameTable table(steps);
  EXPECT_EQ(find(table, {"", " ", "a"}), (std::vector<StepId>{no_step, no_step, 2}));
  EXPECT_TRUE(table.repetitions().empty());
}

TEST(NameTable, FindsTheFirstStepOfANameAndTellsTheOthers) {
  const auto steps = steps_named({"a", "b", "a", "a", "b"});
  const NameTable table(steps);
  EXPECT_EQ(find(table, {"a", "b"}), (std::vector<StepId>{0, 1}));
  ASSERT_EQ(table.repetitions().size(), 3U);
  const StepId first[] = {0, 0, 1};
  const StepId again[] = {2, 3, 4};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(table.repetitions()[i].first, first[i]);
    EXPECT_EQ(table.repetitions()[i].again, again[i]);
  }
}

TEST(NameTable, AgreesWithAMapOnManyNames) {
  for (std::size_t count = 1; count < 3000; count += count / 2 + 1) {
    Names names;
    std::map<std::string, StepId> map;
    for (std::size_t i = 0; i < count; ++i) {
      names.push_back("step " + std::to_string(i * 7 % count));
      map.emplace(names.back(), static_cast<StepId>(i));
    }
    const auto steps = steps_named(names);
    const NameTable table(steps);
    names.emplace_back("nobody");
    std::vector<StepId> expected;
    for (const std::string& name : names) expected.push_back(map.count(name) > 0 ? map.at(name) : no_step);
    EXPECT_EQ(find(table, names), expected);
    EXPECT_EQ(table.repetitions().size(), count - map.size());
  }
}

}  // namespace
}  // namespace orchestrator
