#include "cycle.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using fixtures::letters;
using Lines = std::vector<std::string>;

/// One letter a step: f free, c on a cycle, w waiting behind one.
std::string standing_of(const Graph& graph) {
  std::string text;
  for (const Standing standing : find_cycles(graph).standing) text += "fcw"[static_cast<std::size_t>(standing)];
  return text;
}

Lines paths_of(const Graph& graph) {
  Lines lines;
  for (const auto& path : find_cycles(graph).paths) lines.push_back(letters(path));
  return lines;
}

TEST(Cycle, AnAcyclicGraphHasNone) {
  for (const Graph& graph : {fixtures::empty(), fixtures::single(), fixtures::chain(), fixtures::diamond(),
                             fixtures::doubled(), fixtures::three_alone()}) {
    EXPECT_TRUE(find_cycles(graph).paths.empty());
    EXPECT_EQ(standing_of(graph), std::string(graph.step_count(), 'f'));
  }
}

TEST(Cycle, SelfDependencyIsACycleOfOne) {
  EXPECT_EQ(paths_of(fixtures::self_dependency()), Lines{"a a"});
  EXPECT_EQ(standing_of(fixtures::self_dependency()), "c");
}

TEST(Cycle, OfTwoStepsIsClosed) {
  EXPECT_EQ(paths_of(fixtures::two_step_cycle()), Lines{"a b a"});
  EXPECT_EQ(standing_of(fixtures::two_step_cycle()), "cc");
}

TEST(Cycle, PathsFollowTheDependencies) {
  //  c -> b -> a -> c: each waits for the one before it
  EXPECT_EQ(paths_of(graph_of(3, {"cb", "ba", "ac"})), Lines{"a c b a"});
}

TEST(Cycle, EveryComponentShowsItsOwn) {
  EXPECT_EQ(paths_of(fixtures::two_cycles()), (Lines{"a b c a", "d e d"}));
  EXPECT_EQ(standing_of(fixtures::two_cycles()), "ccccc");
}

TEST(Cycle, ATailIsBehindItAndAHeadIsFree) {
  EXPECT_EQ(standing_of(fixtures::tail_behind_cycle()), "fccww");
  EXPECT_EQ(paths_of(fixtures::tail_behind_cycle()), Lines{"b c b"});
}

TEST(Cycle, AStepBetweenTwoIsOnNone) {
  EXPECT_EQ(standing_of(fixtures::step_between_cycles()), "ccwcc");
  EXPECT_EQ(paths_of(fixtures::step_between_cycles()), (Lines{"a b a", "d e d"}));
}

TEST(Cycle, AStepThatWaitsForAFreeOneAndForACycleIsBehindIt) {
  //  a -> c <- b <-> d
  EXPECT_EQ(standing_of(graph_of(4, {"ac", "bc", "db", "bd"})), "fcwc");
}

TEST(Cycle, ThePathIsAShortestOneThroughItsFirstStep) {
  //  a -> b -> c -> d -> a  with the short cut  b -> a
  EXPECT_EQ(paths_of(graph_of(4, {"ab", "bc", "cd", "da", "ba"})), Lines{"a b a"});
  EXPECT_EQ(standing_of(graph_of(4, {"ab", "bc", "cd", "da", "ba"})), "cccc");
  EXPECT_EQ(paths_of(graph_of(2, {"ab", "ba", "aa"})), Lines{"a a"});
}

TEST(Cycle, TwoThatShareAStepAreOneComponent) {
  //  b <-> a <-> c
  EXPECT_EQ(paths_of(graph_of(3, {"ab", "ba", "ac", "ca"})), Lines{"a b a"});
}

TEST(Cycle, ASelfDependencyInALargerCycleIsNotAComponentOfItsOwn) {
  //  a <-> b, and b waits for itself as well
  EXPECT_EQ(paths_of(graph_of(2, {"ab", "ba", "bb"})), Lines{"a b a"});
}

TEST(Cycle, ADependencyListedTwiceIsNone) {
  EXPECT_EQ(paths_of(graph_of(2, {"ab", "ab", "ba", "ba"})), Lines{"a b a"});
}

TEST(Cycle, OfAMillionStepsNeedsNoDeepStack) {
  constexpr StepId million = 1000000;
  const Cycles cycles = find_cycles(fixtures::long_cycle(million));
  ASSERT_EQ(cycles.paths.size(), 1U);
  ASSERT_EQ(cycles.paths[0].size(), million + 1U);
  EXPECT_EQ(cycles.paths[0].front(), 0U);
  EXPECT_EQ(cycles.paths[0][999999], 999999U);
  EXPECT_EQ(cycles.paths[0].back(), 0U);
}

TEST(Cycle, AHundredThousandOfOneStepEachAreAllFound) {
  constexpr StepId many = 100000;
  std::vector<Dependency> dependencies;
  for (StepId step = 0; step < many; ++step) dependencies.push_back({step, step});
  EXPECT_EQ(find_cycles(Graph(many, dependencies)).paths.size(), many);
}

TEST(Cycle, AMillionStepsMayWaitBehindOne) {
  constexpr StepId million = 1000000;
  std::vector<Dependency> dependencies{{0, 0}};
  for (StepId step = 1; step < million; ++step) dependencies.push_back({step - 1, step});
  const Cycles cycles = find_cycles(Graph(million, dependencies));
  EXPECT_EQ(cycles.standing[0], Standing::on_cycle);
  EXPECT_EQ(cycles.standing[1], Standing::behind_cycle);
  EXPECT_EQ(cycles.standing[million - 1], Standing::behind_cycle);
}

}  // namespace
}  // namespace orchestrator
