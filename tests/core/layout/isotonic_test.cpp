#include "layout/isotonic.h"

#include <gtest/gtest.h>

namespace orchestrator {
namespace {

using Values = std::vector<double>;

Values fitted(const Values& values, double weight_of_first = 1) {
  Isotonic isotonic;
  for (std::size_t i = 0; i < values.size(); ++i) isotonic.add(values[i], i == 0 ? weight_of_first : 1);
  return isotonic.fit();
}

TEST(Isotonic, LeavesWhatAscends) { EXPECT_EQ(fitted({1, 2, 2, 5}), (Values{1, 2, 2, 5})); }

TEST(Isotonic, PoolsWhatDescendsAtItsMean) {
  EXPECT_EQ(fitted({3, 1}), (Values{2, 2}));
  EXPECT_EQ(fitted({1, 6, 2, 1, 9}), (Values{1, 3, 3, 3, 9}));
  EXPECT_EQ(fitted({3, 2, 1}), (Values{2, 2, 2}));
}

TEST(Isotonic, WeighsTheMean) { EXPECT_EQ(fitted({4, 0}, 3), (Values{3, 3})); }

TEST(Isotonic, OfNothingIsNothing) { EXPECT_EQ(fitted({}), Values{}); }

TEST(Isotonic, CanBeUsedAgain) {
  Isotonic isotonic;
  isotonic.add(2, 1);
  isotonic.clear();
  isotonic.add(7, 1);
  EXPECT_EQ(isotonic.fit(), Values{7});
}

}  // namespace
}  // namespace orchestrator
