#include "mends.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "kahn.h"
#include "naive_mends.h"
#include "shape.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using fixtures::letters;

std::string arrows(const std::vector<Dependency>& dependencies) {
  std::string text;
  for (const Dependency& d : dependencies) {
    if (!text.empty()) text += ' ';
    text += letters(std::vector<StepId>{d.upstream, d.dependent}).erase(1, 1);
  }
  return text;
}

/// Each knot as "its steps: its mends", those of an inexact one with a question mark.
std::vector<std::string> mends_text(const Graph& graph) {
  std::vector<std::string> lines;
  for (const Knot& knot : find_mends(graph)) {
    lines.push_back(letters(knot.steps) + ": " + arrows(knot.mends) + (knot.exact ? "" : "?"));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Mends, OfAnAcyclicGraphAreNone) {
  EXPECT_TRUE(mends_text(fixtures::empty()).empty());
  EXPECT_TRUE(mends_text(fixtures::diamond()).empty());
}

TEST(Mends, OfARingIsTheDependencyThatLeadsBackInTheDefinition) {
  EXPECT_EQ(mends_text(fixtures::two_step_cycle()), Lines{"a b: ba"});
  EXPECT_EQ(mends_text(graph_of(4, {"da", "ab", "bc", "cd"})), Lines{"a b c d: da"});
}

TEST(Mends, OfSeveralKnotsAreFoundForEach) {
  EXPECT_EQ(mends_text(fixtures::two_cycles()), (Lines{"a b c: ca", "d e: ed"}));
  EXPECT_EQ(mends_text(fixtures::step_between_cycles()), (Lines{"a b: ba", "d e: ed"}));
}

TEST(Mends, AreNotOneForEachCycle) {
  //  a -> b, from there by c, d or e back to a: three cycles, one mend
  EXPECT_EQ(mends_text(graph_of(5, {"ab", "bc", "bd", "be", "ca", "da", "ea"})), Lines{"a b c d e: ab"});
  //  every step depends on every other
  EXPECT_EQ(mends_text(graph_of(3, {"ab", "ac", "ba", "bc", "ca", "cb"})), Lines{"a b c: ba ca cb"});
}

TEST(Mends, CountADependencyThatIsListedTwiceOnce) {
  //  the way from a to b is listed twice, the ways back are two
  EXPECT_EQ(mends_text(graph_of(4, {"ab", "ab", "bc", "bd", "ca", "da"})), Lines{"a b c d: ab"});
}

TEST(Mends, OfAStepThatDependsOnItselfIsThatDependency) {
  EXPECT_EQ(mends_text(fixtures::self_dependency()), Lines{"a: aa"});
  EXPECT_EQ(mends_text(graph_of(2, {"aa", "aa", "ab", "ba"})), Lines{"a b: aa ba"});
}

TEST(Mends, AreTheFewestWithAsManyStepsAsAreSearchedExactly) {
  // A tournament that is a ring of steps, each upstream of the nine that follow.
  std::vector<Dependency> pairs;
  constexpr StepId steps = most_steps_for_exact;
  for (StepId step = 0; step < steps; ++step) {
    for (StepId ahead = 1; ahead < steps / 2; ++ahead) pairs.push_back({step, (step + ahead) % steps});
  }
  const Graph graph(steps, pairs);
  const auto knots = find_mends(graph);
  ASSERT_EQ(knots.size(), 1U);
  EXPECT_TRUE(knots.front().exact);
  // In the definition's sequence 1 + 2 + … + 9 lead back, and no other has fewer.
  EXPECT_EQ(knots.front().mends.size(), 45U);
  EXPECT_TRUE(kahn_order(without(graph, knots.front().mends)).complete);
}

void expect_the_fewest(const naive::Pairs& pairs) {
  const std::vector<Dependency> mends = all_mends(find_mends(pairs.graph()));
  ASSERT_EQ(mends.size(), naive::fewest_mends(pairs));
  ASSERT_TRUE(kahn_order(without(pairs.graph(), mends)).complete);
}

TEST(Mends, AreTheFewestInEveryGraphOfFourSteps) {
  for (std::uint32_t graph = 0; graph < 1U << 12U; ++graph) {
    naive::Pairs pairs{4, {}};
    for (std::uint32_t bit = 0; bit < 12; ++bit) {
      const StepId from = bit / 3;
      if ((graph >> bit & 1U) != 0) pairs.dependencies.push_back({from, (from + 1 + bit % 3) % 4});
    }
    expect_the_fewest(pairs);
  }
}

TEST(Mends, AreTheFewestInGraphsOfEightSteps) {
  std::uint32_t state = 1;
  for (std::uint32_t density = 10; density < 50; ++density) {
    naive::Pairs pairs{8, {}};
    // Of more, trying all choices would take minutes.
    for (std::uint32_t pair = 0; pair < 64 && pairs.dependencies.size() < 20; ++pair) {
      state = state * 1664525 + 1013904223;
      if (pair / 8 != pair % 8 && (state >> 16U) % 100 < density) pairs.dependencies.push_back({pair / 8, pair % 8});
    }
    expect_the_fewest(pairs);
  }
}

/// Rings of so many steps, each of them with a step in common with the next.
Graph necklace(StepId rings, StepId steps_each) {
  std::vector<Dependency> pairs;
  for (StepId ring = 0; ring < rings; ++ring) {
    const StepId first = ring * (steps_each - 1);
    for (StepId step = first; step < first + steps_each - 1; ++step) pairs.push_back({step, step + 1});
    pairs.push_back({first + steps_each - 1, first});
  }
  return {std::size_t{rings} * (steps_each - 1) + 1, pairs};
}

TEST(Mends, OfALargeKnotAreSaidToBeNoneFewerOnlyWhenThatIsKnown) {
  const auto several = find_mends(necklace(5, 10));
  ASSERT_EQ(several.size(), 1U);
  EXPECT_EQ(several.front().mends.size(), 5U);
  EXPECT_FALSE(several.front().exact);
  const auto one = find_mends(fixtures::long_cycle(1000));
  EXPECT_EQ(one.front().mends, (std::vector<Dependency>{{999, 0}}));
  EXPECT_TRUE(one.front().exact);
}

TEST(Mends, OfALargeKnotIsTheOneDependencyThatAllCyclesShare) {
  // Forty steps on the way to the last, many of them by several ways, and one way back.
  std::vector<Dependency> pairs{{39, 0}};
  for (StepId step = 1; step < 40; ++step) {
    for (const StepId back : {1U, 2U, 7U}) {
      if (step >= back) pairs.push_back({step - back, step});
    }
  }
  const auto knots = find_mends(Graph(40, pairs));
  EXPECT_EQ(knots.front().mends, (std::vector<Dependency>{{39, 0}}));
  EXPECT_TRUE(knots.front().exact);
}

TEST(Mends, FreeWhatWaitsForTheCycleToo) {
  const Graph graph = fixtures::tail_behind_cycle();
  LeftOver left_over(graph);
  EXPECT_EQ(letters(left_over.freed_by(all_mends(find_mends(graph)))), "b c d e");
}

TEST(Mends, OfOneOfTwoKnotsFreeItAlone) {
  const Graph graph = graph_of(5, {"ab", "ba", "cd", "dc", "be", "de"});
  LeftOver left_over(graph);
  EXPECT_EQ(letters(left_over.freed_by(std::vector<Dependency>{{1, 0}})), "a b");
  EXPECT_EQ(letters(left_over.freed_by(std::vector<Dependency>{{3, 2}})), "c d");
  EXPECT_EQ(letters(left_over.freed_by(all_mends(find_mends(graph)))), "a b c d e");
}

TEST(Mends, FreeNothingWhereNothingWaits) {
  const Graph graph = fixtures::diamond();
  LeftOver left_over(graph);
  EXPECT_TRUE(left_over.freed_by(std::vector<Dependency>{{0, 1}, {2, 3}}).empty());
  EXPECT_TRUE(left_over.freed_by({}).empty());
}

TEST(Mends, OfAMillionStepsAreFoundWithoutRecursion) {
  const Graph graph = necklace(111'111, 10);
  const auto knots = find_mends(graph);
  ASSERT_EQ(knots.size(), 1U);
  EXPECT_EQ(knots.front().mends.size(), 111'111U);
  LeftOver left_over(graph);
  EXPECT_EQ(left_over.freed_by(knots.front().mends).size(), graph.step_count());
}

TEST(Mends, OfAHundredThousandKnotsAreFoundForEach) {
  std::vector<Dependency> pairs;
  for (StepId step = 0; step < 300'000; step += 3) {
    for (StepId i = 0; i < 3; ++i) pairs.push_back({step + i, step + (i + 1) % 3});
  }
  const auto knots = find_mends(Graph(300'000, pairs));
  EXPECT_EQ(knots.size(), 100'000U);
  EXPECT_EQ(all_mends(knots).size(), 100'000U);
}

}  // namespace
}  // namespace orchestrator
