#include "tiers.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using fixtures::letters;
using Lines = std::vector<std::string>;

Lines tiers_text(const Graph& graph) {
  Lines lines;
  for (const auto& tier : tiers_of(graph, kahn_order(graph))) lines.push_back(letters(tier));
  return lines;
}

TEST(Tiers, OfNothingAreNone) { EXPECT_TRUE(tiers_text(fixtures::empty()).empty()); }

TEST(Tiers, StepsThatWaitForNothingShareTheFirst) {
  EXPECT_EQ(tiers_text(fixtures::single()), Lines{"a"});
  EXPECT_EQ(tiers_text(fixtures::three_alone()), Lines{"a b c"});
}

TEST(Tiers, OfTheDiamondAndTheChain) {
  EXPECT_EQ(tiers_text(fixtures::diamond()), (Lines{"a", "b c", "d"}));
  EXPECT_EQ(tiers_text(fixtures::chain()), (Lines{"a", "b", "c"}));
}

TEST(Tiers, AreTheLongestDistanceFromASource) {
  //  a -> b -> c -> d  with the short cut  a -> d
  EXPECT_EQ(tiers_text(graph_of(4, {"ab", "bc", "cd", "ad"})), (Lines{"a", "b", "c", "d"}));
  //  a -> b -> c <- d: d is a source, however late it is needed
  EXPECT_EQ(tiers_text(graph_of(4, {"ab", "bc", "dc"})), (Lines{"a d", "b", "c"}));
}

TEST(Tiers, OneAfterAnotherAreTheOrder) {
  //  a -> d    b -> c
  EXPECT_EQ(tiers_text(graph_of(4, {"ad", "bc"})), (Lines{"a b", "d c"}));
}

TEST(Tiers, ADependencyListedTwiceIsOneStepFar) { EXPECT_EQ(tiers_text(fixtures::doubled()), (Lines{"a", "b"})); }

TEST(Tiers, LeaveOutWhatACycleKeepsBack) {
  EXPECT_EQ(tiers_text(fixtures::tail_behind_cycle()), Lines{"a"});
  EXPECT_TRUE(tiers_text(fixtures::two_step_cycle()).empty());
}

TEST(Tiers, OfAMillionStepsInAChainAreAMillion) {
  const Graph graph = fixtures::long_chain(1000000);
  EXPECT_EQ(tiers_of(graph, kahn_order(graph)).size(), 1000000U);
}

std::string columns_text(const Columns& columns) {
  std::string text;
  for (const std::uint32_t column : columns.column) text += std::to_string(column);
  for (const Dependency& back : columns.back) {
    text += ' ' + std::string(fixtures::letter(back.upstream)) + std::string(fixtures::letter(back.dependent));
  }
  return text;
}

TEST(Columns, OfAnAcyclicGraphAreItsTiers) {
  EXPECT_EQ(columns_text(columns_of(fixtures::empty())), "");
  EXPECT_EQ(columns_text(columns_of(fixtures::diamond())), "0112");
  EXPECT_EQ(columns_text(columns_of(fixtures::doubled())), "01");
}

TEST(Columns, ADependencyThatClosesACycleLeadsBack) {
  EXPECT_EQ(columns_text(columns_of(fixtures::two_step_cycle())), "01 ba");
  EXPECT_EQ(columns_text(columns_of(fixtures::self_dependency())), "0 aa");
  EXPECT_EQ(columns_text(columns_of(fixtures::two_cycles())), "01201 ca ed");
}

TEST(Columns, ABackDependencyListedTwiceLeadsBackTwice) {
  EXPECT_EQ(columns_text(columns_of(graph_of(2, {"ab", "ba", "ba"}))), "01 ba ba");
}

TEST(Columns, ATailStandsBehindItsCycle) {
  EXPECT_EQ(columns_text(columns_of(fixtures::tail_behind_cycle())), "01234 cb");
}

TEST(Columns, TheSearchBeginsAtSourcesSoThatTheyStandFirst) {
  //  c -> b <-> a: beginning at a, which is defined first, b would lead back to it, and c would stand beside a
  EXPECT_EQ(columns_text(columns_of(graph_of(3, {"cb", "ab", "ba"}))), "210 ab");
}

TEST(Columns, OfAMillionStepsInACycleNeedNoDeepStack) {
  const Columns columns = columns_of(fixtures::long_cycle(1000000));
  EXPECT_EQ(columns.back, (std::vector<Dependency>{{999999, 0}}));
  EXPECT_EQ(columns.column[999999], 999999U);
}

}  // namespace
}  // namespace orchestrator
