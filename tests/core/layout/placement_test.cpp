#include "layout/placement.h"

#include <gtest/gtest.h>

#include <random>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;

constexpr Gaps gaps{28, 18, 12};

struct Placement {
  Layers layers;
  Ordering ordering;
  std::vector<double> along;
};

Placement placed(const Graph& graph, double extent = 60) {
  Placement result{assign_layers(graph, {}), {}, {}};
  result.ordering = order_items(result.layers, {});
  std::vector<double> extents(result.layers.item_count());
  std::fill_n(extents.begin(), graph.step_count(), extent);
  result.along = place_items(Spacing(result.layers, extents, gaps), result.ordering, 3);
  return result;
}

TEST(Placement, KeepsTheSequenceAndTheGaps) {
  std::mt19937 random(1);
  for (int round = 0; round < 10; ++round) {
    std::vector<Dependency> dependencies;
    for (StepId step = 1; step < 40; ++step) {
      for (int i = 0; i < 2; ++i) dependencies.push_back({static_cast<StepId>(random() % step), step});
    }
    const Placement placement = placed({40, dependencies});
    for (const std::vector<Item>& items : placement.ordering.layers) {
      for (std::size_t i = 1; i < items.size(); ++i) {
        const bool steps[2] = {placement.layers.is_step(items[i - 1]), placement.layers.is_step(items[i])};
        const double extents = (steps[0] ? 30 : 0) + (steps[1] ? 30 : 0);
        const double gap = steps[0] && steps[1] ? 28 : steps[0] || steps[1] ? 18 : 12;
        EXPECT_GE(placement.along[items[i]] - placement.along[items[i - 1]], extents + gap - 1e-6);
      }
    }
  }
}

TEST(Placement, BeginsAtTheLeastEdge) { EXPECT_EQ(placed(fixtures::chain()).along, (std::vector<double>{30, 30, 30})); }

TEST(Placement, ALongDependencyIsStraightBetweenItsEnds) {
  //  a -> b -> c -> d -> e with the short cut  a -> e
  const Placement placement = placed(graph_of(5, {"ab", "bc", "cd", "de", "ae"}));
  ASSERT_EQ(placement.layers.item_count(), 8U);
  EXPECT_EQ(placement.along[5], placement.along[6]);
  EXPECT_EQ(placement.along[6], placement.along[7]);
}

TEST(Placement, AStepBetweenTwoStandsInLineWithOne) {
  //  a -> b -> c -> d, and a -> e -> f -> d beside them: each of the middle ones has one neighbour on either side
  const Placement placement = placed(graph_of(6, {"ab", "bc", "cd", "ae", "ef", "fd"}));
  EXPECT_EQ(placement.along[1], placement.along[2]);
  EXPECT_EQ(placement.along[4], placement.along[5]);
}

TEST(Placement, PushesAsideWhatIsInTheWayOfALongDependency) {
  //  a -> b -> c -> d -> e with  a -> e; f stands alone in b's tier, between both
  const Graph graph = graph_of(7, {"ab", "bc", "cd", "de", "ae", "af", "eg"});
  const Placement placement = placed(graph);
  for (Item item = 8; item < placement.layers.item_count(); ++item)
    EXPECT_EQ(placement.along[7], placement.along[item]);
}

TEST(Placement, StaysCompactWhereThereIsLittle) {
  const Placement placement = placed(graph_of(8, {"ab", "ac", "bd", "cd", "de", "df", "eg", "fh"}));
  for (const double along : placement.along) EXPECT_LE(along, 60 + 28 + 30);
}

}  // namespace
}  // namespace orchestrator
