#include "order_count.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;

/// "2", "more than 2", "1, the only one".
std::string orders_in(const Graph& graph) {
  const OrderCount orders = count_orders(graph);
  return (orders.exact ? "" : "more than ") + orders.count + (orders.unique ? ", the only one" : "");
}

/// Tiers of these widths, in which each step depends on all of the tier before.
Graph layers(std::initializer_list<StepId> widths) {
  std::vector<Dependency> pairs;
  StepId first = 0;
  StepId before = 0;
  for (const StepId width : widths) {
    for (StepId step = first; step < first + width; ++step) {
      for (StepId upstream = before; upstream < first; ++upstream) pairs.push_back({upstream, step});
    }
    before = first;
    first += width;
  }
  return {first, pairs};
}

/// Chains of so many steps beside each other.
Graph strands(StepId chains, StepId steps_each) {
  std::vector<Dependency> pairs;
  for (StepId step = 0; step < chains * steps_each; ++step) {
    if (step % steps_each > 0) pairs.push_back({step - 1, step});
  }
  return {std::size_t{chains} * steps_each, pairs};
}

TEST(OrderCount, OfNothingIsTheEmptyOrder) { EXPECT_EQ(orders_in(fixtures::empty()), "1, the only one"); }

TEST(OrderCount, OfAPathThroughAllStepsIsOne) {
  EXPECT_EQ(orders_in(fixtures::chain()), "1, the only one");
  EXPECT_EQ(orders_in(fixtures::doubled()), "1, the only one");
  EXPECT_EQ(orders_in(fixtures::long_chain(100'000)), "1, the only one");
  //  a -> b -> c with the short cut a -> c
  EXPECT_EQ(orders_in(graph_of(3, {"ab", "bc", "ac"})), "1, the only one");
}

TEST(OrderCount, OfACycleIsNone) { EXPECT_EQ(orders_in(fixtures::tail_behind_cycle()), "0"); }

TEST(OrderCount, OfTheDiamondIsTwo) { EXPECT_EQ(orders_in(fixtures::diamond()), "2"); }

TEST(OrderCount, OfStepsThatStandAloneIsTheirFactorial) {
  EXPECT_EQ(orders_in(fixtures::three_alone()), "6");
  EXPECT_EQ(orders_in(graph_of(20, {})), "2432902008176640000");
  EXPECT_EQ(orders_in(layers({64})),
            "126886932185884164103433389335161480802865516174545192198801894375214704230400000000000000");
}

TEST(OrderCount, OfTiersThatDependOnEachOtherEntirelyIsExactAtAnySize) {
  EXPECT_EQ(orders_in(layers({3, 1, 4})), "144");
  EXPECT_EQ(orders_in(layers({1, 50, 1, 2})), "60828186403426756087225216332129537688755283137921024000000000000");
}

TEST(OrderCount, OfStrandsIsTheNumberOfWaysToInterleaveThem) {
  EXPECT_EQ(orders_in(strands(2, 2)), "6");
  EXPECT_EQ(orders_in(strands(2, 32)), "1832624140942590534");
  EXPECT_EQ(orders_in(strands(3, 20)), "577831214478475823831865900");
}

TEST(OrderCount, OfMoreThanCanBeSearchedIsMoreThanTheSequencesOfItsTiers) {
  // 33 tiers of two steps each: 2^33.
  EXPECT_EQ(orders_in(strands(2, 33)), "more than 8589934592");
  // 64 steps can begin in more ways than are counted: 16!^4.
  EXPECT_EQ(orders_in(strands(16, 4)), "more than 191636563851142186951452295280848520871936000000000000");
}

TEST(OrderCount, SaysNoMoreThanAHundredDigits) {
  const std::string googol = "1" + std::string(100, '0');
  EXPECT_EQ(orders_in(layers({70})), "more than " + googol);
  EXPECT_EQ(orders_in(fixtures::star(1'000'000)), "more than " + googol);
}

}  // namespace
}  // namespace orchestrator
