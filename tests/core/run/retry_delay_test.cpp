#include "run/retry_delay.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace orchestrator {
namespace {

using DelayKind = RetryDelay::Kind;

TEST(RetryDelay, IsNoneUnlessAskedFor) { EXPECT_EQ(wait_ms({}, 0, 1), 0); }

TEST(RetryDelay, MayBeConstant) {
  const RetryDelay delay{DelayKind::constant, 250};
  for (const std::uint32_t number : {1U, 2U, 1000U}) EXPECT_EQ(wait_ms(delay, 3, number), 250);
}

TEST(RetryDelay, MayDoubleUpToAnEnd) {
  const RetryDelay delay{DelayKind::exponential, 100, 2, 1000};
  EXPECT_EQ(wait_ms(delay, 0, 1), 100);
  EXPECT_EQ(wait_ms(delay, 0, 2), 200);
  EXPECT_EQ(wait_ms(delay, 0, 4), 800);
  EXPECT_EQ(wait_ms(delay, 0, 5), 1000);
  EXPECT_EQ(wait_ms(delay, 0, 4000000000U), 1000);
}

TEST(RetryDelay, LeavesAPartToChanceThatFollowsFromItsSeed) {
  const RetryDelay delay{DelayKind::constant, 1000, 2, 10000, 0.5, 42};
  double least = 1000;
  double most = 0;
  for (StepId step = 0; step < 1000; ++step) {
    const double wait = wait_ms(delay, step, 1);
    EXPECT_EQ(wait, wait_ms(delay, step, 1));
    EXPECT_TRUE(wait > 500 && wait <= 1000) << wait;
    least = std::min(least, wait);
    most = std::max(most, wait);
  }
  EXPECT_LT(least, 510);
  EXPECT_GT(most, 990);
  RetryDelay other = delay;
  other.seed = 43;
  EXPECT_NE(wait_ms(delay, 0, 1), wait_ms(other, 0, 1));
  EXPECT_NE(wait_ms(delay, 0, 1), wait_ms(delay, 0, 2));
}

}  // namespace
}  // namespace orchestrator
