#include "pseudocode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "code_values.h"
#include "dfs_narration.h"
#include "fixtures.h"
#include "narration.h"

namespace orchestrator {
namespace {

constexpr std::array algorithms{Algorithm::kahn, Algorithm::depth_first};
constexpr std::array programs{Language::python, Language::cpp};

TEST(Pseudocode, EveryRowHasWordsAReasonAndLinesInEveryLanguage) {
  for (const Algorithm algorithm : algorithms) {
    const auto rows = code_rows(algorithm);
    const auto words = program(algorithm, Language::words);
    ASSERT_EQ(words.size(), rows.size());
    for (std::size_t row = 1; row <= rows.size(); ++row) {
      EXPECT_EQ(words[row - 1].row, row);
      EXPECT_EQ(words[row - 1].text, rows[row - 1].words);
      EXPECT_EQ(rows[row - 1].explanation.back(), '.');
      EXPECT_FALSE(rows[row - 1].variables.front().empty());
      for (const Language language : programs) {
        const auto lines = program(algorithm, language);
        EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const CodeLine& line) { return line.row == row; }))
            << "row " << row << " of " << words[row - 1].text;
      }
    }
  }
}

TEST(Pseudocode, NoLineBelongsToARowThatIsNotThere) {
  for (const Algorithm algorithm : algorithms) {
    for (const Language language : programs) {
      for (const CodeLine& line : program(algorithm, language)) EXPECT_LE(line.row, code_rows(algorithm).size());
    }
  }
}

TEST(Pseudocode, TheWordsAreThoseOfTheNarration) {
  const auto rows = code_rows(Algorithm::kahn);
  ASSERT_EQ(pseudocode().size(), rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) EXPECT_EQ(pseudocode()[row], rows[row].words);
}

std::vector<std::string> values_at(const auto& trace, Cursor cursor) {
  std::vector<std::string> values;
  for_each_value(trace, cursor, fixtures::letter, [&](std::string_view name, std::string_view text) {
    values.push_back(std::string(name) + " = " + std::string(text));
  });
  return values;
}

using Lines = std::vector<std::string>;

TEST(CodeValues, OfKahnsAlgorithmAreThoseJustAfterAnEvent) {
  const Graph graph = fixtures::diamond();
  const KahnTrace trace(graph);
  EXPECT_EQ(values_at(trace, 1),
            (Lines{"in_degree = {'a': 0, 'b': 1, 'c': 1, 'd': 2}", "ready = ['a']", "order = []"}));
  EXPECT_EQ(values_at(trace, 2),
            (Lines{"in_degree = {'a': 0, 'b': 1, 'c': 1, 'd': 2}", "ready = []", "order = ['a']", "step = 'a'"}));
  EXPECT_EQ(values_at(trace, 8),
            (Lines{"in_degree = {'a': 0, 'b': 0, 'c': 0, 'd': 1}", "ready = ['c']", "order = ['a', 'b']", "step = 'b'",
                   "dependent = 'd'", "in_degree[dependent] = 1"}));
}

TEST(CodeValues, OfDepthFirstSearchCountTheCyclesAsTheyAreFound) {
  //  a -> b -> c -> b, and c -> c; a -> b is listed once more
  const Graph graph = fixtures::graph_of(3, {"ab", "ab", "bc", "cb", "cb", "cc"});
  const DepthTrace trace(graph);
  EXPECT_EQ(values_at(trace, 4), (Lines{"stack = ['a', 'b']", "order = []", "cycles = []", "step = 'b'",
                                        "dependent = 'c'", "colour[dependent] = white"}));
  EXPECT_EQ(values_at(trace, 6), (Lines{"stack = ['a', 'b', 'c']", "order = []", "cycles = [('c', 'b')]", "step = 'c'",
                                        "dependent = 'b'", "colour[dependent] = grey"}));
  EXPECT_EQ(values_at(trace, 7)[2], "cycles = [('c', 'b'), ('c', 'b')]");
  EXPECT_EQ(values_at(trace, 8)[2], "cycles = [('c', 'b'), ('c', 'b'), ('c', 'c')]");
  EXPECT_EQ(values_at(trace, trace.size() - 1),
            (Lines{"stack = []", "order = ['a', 'b', 'c']", "cycles = [('c', 'b'), ('c', 'b'), ('c', 'c')]"}));
}

TEST(CodeValues, OfAMillionStepsAreFew) {
  const Graph graph = fixtures::long_cycle(1000000);
  const DepthTrace trace(graph);
  const auto name_of = [](StepId) { return std::string_view("s"); };
  for (Cursor cursor = 0; cursor < trace.size(); cursor += 1009) {
    for_each_value(trace, cursor, name_of,
                   [](std::string_view, std::string_view text) { ASSERT_LE(text.size(), 100U); });
  }
}

TEST(CodeValues, AreNamedAsTheRowsHaveThem) {
  const Graph graph = fixtures::diamond();
  std::set<std::string, std::less<>> known;
  const auto learn = [&](std::string_view name, std::string_view) { known.emplace(name); };
  const KahnTrace kahn(graph);
  const DepthTrace depth(graph);
  for (Cursor cursor = 0; cursor < kahn.size(); ++cursor) for_each_value(kahn, cursor, fixtures::letter, learn);
  for (Cursor cursor = 0; cursor < depth.size(); ++cursor) for_each_value(depth, cursor, fixtures::letter, learn);
  for (const Algorithm algorithm : algorithms) {
    for (const CodeRow& row : code_rows(algorithm)) {
      for (const std::string_view name : row.variables) EXPECT_TRUE(name.empty() || known.contains(name)) << name;
    }
  }
}

}  // namespace
}  // namespace orchestrator
