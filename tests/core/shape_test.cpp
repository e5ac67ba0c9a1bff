#include "shape.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "kahn.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using fixtures::letters;

TEST(Shape, OfNothingIsNothing) {
  const Shape shape = shape_of(fixtures::empty());
  EXPECT_EQ(shape.depth, 0U);
  EXPECT_EQ(shape.width, 0U);
  EXPECT_TRUE(shape.path.empty());
}

TEST(Shape, OfTheDiamondIsThreeDeepAndTwoWide) {
  const Shape shape = shape_of(fixtures::diamond());
  EXPECT_EQ(shape.tiers, (std::vector<std::uint32_t>{0, 1, 1, 2}));
  EXPECT_EQ(shape.depth, 3U);
  EXPECT_EQ(shape.width, 2U);
  EXPECT_EQ(letters(shape.path), "a b d");
}

TEST(Shape, OfStepsThatStandAloneIsAsWideAsTheyAreMany) {
  const Shape shape = shape_of(fixtures::three_alone());
  EXPECT_EQ(shape.depth, 1U);
  EXPECT_EQ(shape.width, 3U);
  EXPECT_EQ(letters(shape.path), "a");
}

TEST(Shape, WithACycleIsThatOfWhatCanBeSorted) {
  const Shape shape = shape_of(fixtures::tail_behind_cycle());
  const auto none = Shape::no_tier;
  EXPECT_EQ(shape.tiers, (std::vector<std::uint32_t>{0, none, none, none, none}));
  EXPECT_EQ(shape.depth, 1U);
  EXPECT_EQ(letters(shape_of(fixtures::two_step_cycle()).path), "");
}

TEST(Shape, WithoutADependencyLeavesOutAllItsListings) {
  EXPECT_EQ(shape_of(fixtures::doubled()).depth, 2U);
  EXPECT_EQ(shape_without(fixtures::doubled(), {0, 1}).depth, 1U);
  EXPECT_EQ(shape_without(fixtures::chain(), {1, 2}).width, 2U);
  EXPECT_EQ(letters(shape_without(fixtures::two_step_cycle(), {1, 0}).path), "a b");
}

TEST(Shape, WithoutADependencyThatIsNotThereIsTheSame) {
  EXPECT_EQ(shape_without(fixtures::chain(), {0, 2}).tiers, shape_of(fixtures::chain()).tiers);
}

TEST(Shape, OfAChainOfAMillionStepsHasAllInItsPath) {
  EXPECT_EQ(shape_of(fixtures::long_chain(1'000'000)).path.size(), 1'000'000U);
  EXPECT_EQ(shape_of(fixtures::star(999'999)).width, 999'999U);
}

}  // namespace
}  // namespace orchestrator
