#include "order_check.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "fixtures.h"

namespace orchestrator {
namespace {

using Steps = std::vector<StepId>;

std::optional<Dependency> broken(const Graph& graph, const Steps& steps) { return first_broken(graph, steps); }

TEST(OrderCheck, FindsNothingInAnOrder) {
  EXPECT_FALSE(broken(fixtures::diamond(), {0, 1, 2, 3}));
  EXPECT_FALSE(broken(fixtures::diamond(), {0, 2, 1, 3}));
  EXPECT_FALSE(broken(fixtures::empty(), {}));
}

TEST(OrderCheck, FindsTheFirstDependencyThatIsBroken) {
  EXPECT_EQ(broken(fixtures::diamond(), {3, 0, 1, 2}), (Dependency{1, 3}));
  EXPECT_EQ(broken(fixtures::diamond(), {0, 1, 3, 2}), (Dependency{2, 3}));
}

TEST(OrderCheck, TakesAStepThatIsMissingForOneThatComesLater) {
  EXPECT_FALSE(broken(fixtures::chain(), {0, 1}));
  EXPECT_EQ(broken(fixtures::chain(), {0, 2}), (Dependency{1, 2}));
}

TEST(OrderCheck, CountsAStepAtItsFirstPlace) {
  EXPECT_FALSE(broken(fixtures::chain(), {0, 0, 1, 0, 2}));
  EXPECT_EQ(broken(fixtures::chain(), {1, 0, 1}), (Dependency{0, 1}));
}

TEST(OrderCheck, FindsAStepThatDependsOnItselfInAnySequence) {
  EXPECT_EQ(broken(fixtures::self_dependency(), {0}), (Dependency{0, 0}));
}

TEST(OrderCheck, RefusesAStepThatDoesNotExist) { EXPECT_THROW(broken(fixtures::chain(), {3}), std::out_of_range); }

}  // namespace
}  // namespace orchestrator
