#include "layout/settling.h"

#include <gtest/gtest.h>

#include <random>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;

/// What the phases before hand on, with every step as long as the others.
struct Unsettled {
  static constexpr double extent = 60;

  explicit Unsettled(const Graph& graph)
      : layers(assign_layers(graph, {})),
        ordering(order_items(layers, {})),
        extents(layers.item_count()),
        spacing(layers, extents, {28, 18, 12}) {
    std::fill_n(extents.begin(), graph.step_count(), extent);
  }

  Layers layers;
  Ordering ordering;
  std::vector<double> extents;
  Spacing spacing;
};

Places settled(const Graph& graph) {
  const Unsettled before(graph);
  return Settler(before.spacing, before.ordering).places();
}

TEST(Settling, OfNothingIsNothing) { EXPECT_TRUE(settled(fixtures::empty()).empty()); }

TEST(Settling, StepsThatFollowEachOtherStandInOneLine) {
  const Places places = settled(fixtures::chain());
  EXPECT_EQ(places[0], places[1]);
  EXPECT_EQ(places[1], places[2]);
}

TEST(Settling, AStepStandsInTheMiddleBetweenTwoNeighboursAndBesideTheMiddleOneOfThree) {
  const Places two = settled(graph_of(3, {"ac", "bc"}));
  EXPECT_EQ(two[2], (two[0] + two[1]) / 2);
  const Places three = settled(graph_of(4, {"ad", "bd", "cd"}));
  EXPECT_EQ(three[3], three[1]);
}

TEST(Settling, StepsThatWantTheSamePlaceShareTheError) {
  //  b and c both want to stand beside a: each gives way by half of what they need
  const Places places = settled(graph_of(3, {"ab", "ac"}));
  EXPECT_EQ((places[1] + places[2]) / 2, places[0]);
  EXPECT_EQ(std::abs(places[2] - places[1]), Unsettled::extent + 28);
}

TEST(Settling, WhereALongLinkPassesItDoesNotBend) {
  //  a -> b -> c -> d -> e with the short cut  a -> e
  const Places places = settled(graph_of(5, {"ab", "bc", "cd", "de", "ae"}));
  ASSERT_EQ(places.size(), 8U);
  EXPECT_EQ(places[5], places[6]);
  EXPECT_EQ(places[6], places[7]);
}

TEST(Settling, StepsThatWereThereStayAndWhatIsNewStandsBesideItsNeighbours) {
  //  a -> b, a -> c: both were far away, c is new
  const Unsettled drawing(graph_of(3, {"ab", "ac"}));
  const double towards = drawing.ordering.position[1] < drawing.ordering.position[2] ? 1 : -1;
  const std::vector<Before> before{{true, 500, 0}, {true, 500 - 200 * towards, 1}, {}};
  const Places places = Settler(drawing.spacing, drawing.ordering, before).places();
  EXPECT_EQ(places[0], 500);
  EXPECT_EQ(places[1], 500 - 200 * towards);
  EXPECT_EQ(places[2], 500);
}

TEST(Settling, FirmStepsStandWhereTheyWantAndPassagesMakeWay) {
  //  a -> b -> c in one line, and the short cut  a -> c, which would be straight there, too
  const Unsettled drawing(graph_of(3, {"ab", "bc", "ac"}));
  const std::vector<Before> before{{true, 500, 0}, {true, 500, 1}, {true, 500, 2}};
  EXPECT_NE(Settler(drawing.spacing, drawing.ordering, before).places()[1], 500);
  EXPECT_EQ(Settler(drawing.spacing, drawing.ordering, before, true).places()[1], 500);
}

TEST(Settling, KeepsTheSequenceAndTheSpacing) {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::vector<Dependency> dependencies;
    for (StepId step = 1; step < 40; ++step) {
      for (int i = 0; i < 2; ++i) dependencies.push_back({static_cast<StepId>(random() % step), step});
    }
    const Unsettled before({40, dependencies});
    const Places places = Settler(before.spacing, before.ordering).places();
    for (const std::vector<Item>& items : before.ordering.layers) {
      for (std::size_t i = 1; i < items.size(); ++i) {
        const double distance = places[items[i]] - places[items[i - 1]];
        EXPECT_GE(distance, before.spacing.between(items[i - 1], items[i]) - 1e-6) << "round " << round;
      }
    }
  }
}

}  // namespace
}  // namespace orchestrator
