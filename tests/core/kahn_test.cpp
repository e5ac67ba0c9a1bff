#include "kahn.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using fixtures::letters;

std::string order_of(const Graph& graph) { return letters(kahn_order(graph).steps); }

TEST(KahnOrder, OfNothingIsEmptyAndComplete) {
  const Order order = kahn_order(fixtures::empty());
  EXPECT_TRUE(order.steps.empty());
  EXPECT_TRUE(order.complete);
}

TEST(KahnOrder, EveryStepComesAfterItsDependencies) {
  EXPECT_EQ(order_of(fixtures::single()), "a");
  EXPECT_EQ(order_of(fixtures::chain()), "a b c");
  EXPECT_EQ(order_of(fixtures::diamond()), "a b c d");
  EXPECT_EQ(order_of(graph_of(3, {"cb", "ba"})), "c b a");
}

TEST(KahnOrder, SourcesKeepDefinitionOrder) {
  EXPECT_EQ(order_of(fixtures::three_alone()), "a b c");
  //  c -> a   b   d
  EXPECT_EQ(order_of(graph_of(4, {"ca"})), "b c d a");
}

TEST(KahnOrder, DependentsComeInDefinitionOrderHoweverTheyAreListed) {
  EXPECT_EQ(order_of(graph_of(4, {"ad", "ab", "ac"})), "a b c d");
}

TEST(KahnOrder, StepsLeaveFirstInFirstOut) {
  //  a -> d    b -> c    the dependent of a enters before that of b, although it is defined later
  EXPECT_EQ(order_of(graph_of(4, {"ad", "bc"})), "a b d c");
}

TEST(KahnOrder, AStepEntersWhenItsLastDependencyLeaves) {
  //  a -> c <- b -> d    c is still waiting for b when a has left
  EXPECT_EQ(order_of(graph_of(4, {"ac", "bc", "bd"})), "a b c d");
  //  a -> e,  b -> d,  both -> c
  EXPECT_EQ(order_of(graph_of(5, {"ac", "ae", "bc", "bd"})), "a b e c d");
}

TEST(KahnOrder, ADependencyListedTwiceHoldsUpOnce) {
  const Order order = kahn_order(fixtures::doubled());
  EXPECT_EQ(letters(order.steps), "a b");
  EXPECT_TRUE(order.complete);
}

TEST(KahnOrder, ACycleKeepsItsStepsAndTheirTailOut) {
  EXPECT_EQ(order_of(fixtures::self_dependency()), "");
  EXPECT_EQ(order_of(fixtures::two_step_cycle()), "");
  EXPECT_EQ(order_of(fixtures::tail_behind_cycle()), "a");
  EXPECT_FALSE(kahn_order(fixtures::self_dependency()).complete);
  EXPECT_FALSE(kahn_order(fixtures::tail_behind_cycle()).complete);
}

TEST(KahnOrder, AMillionStepsInAChainOrAStarAreSorted) {
  constexpr StepId million = 1000000;
  const Order chain = kahn_order(fixtures::long_chain(million));
  EXPECT_TRUE(chain.complete);
  EXPECT_EQ(chain.steps.back(), million - 1);
  const Order star = kahn_order(fixtures::star(million));
  EXPECT_TRUE(star.complete);
  EXPECT_EQ(star.steps[123456], 123456U);
}

}  // namespace
}  // namespace orchestrator
