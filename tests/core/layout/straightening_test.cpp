#include "layout/straightening.h"

#include <gtest/gtest.h>

#include <random>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;

constexpr std::size_t much_work = 1000000;

/// A layered graph whose items stand where a test puts them: all steps have the same length.
struct Bent {
  explicit Bent(const Graph& graph, double extent = 60)
      : layers(assign_layers(graph, {})),
        ordering(order_items(layers, {})),
        extents(layers.item_count()),
        spacing(layers, extents, {28, 18, 12}),
        places(layers.item_count()) {
    std::fill_n(extents.begin(), graph.step_count(), extent);
  }

  /// As close as they may stand, each layer beginning somewhere else.
  void pack(std::mt19937& random) {
    for (const std::vector<Item>& items : ordering.layers) {
      double place = static_cast<double>(random() % 400);
      for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) place += spacing.between(items[i - 1], items[i]);
        places[items[i]] = place;
      }
    }
  }

  /// What straightening shortens: all ways along the layers, a bend within a link counting most.
  double way() const {
    double sum = 0;
    for (Item item = 0; item < layers.item_count(); ++item) {
      for (const Item next : layers.segments.dependents(item)) {
        const int passages = (layers.is_step(item) ? 0 : 1) + (layers.is_step(next) ? 0 : 1);
        sum += std::abs(places[next] - places[item]) * (passages == 2 ? 8 : passages == 1 ? 2 : 1);
      }
    }
    return sum;
  }

  /// All ways along the layers as they are, and how many segments go one.
  std::pair<double, int> plain_way() const {
    double sum = 0;
    int bends = 0;
    for (Item item = 0; item < layers.item_count(); ++item) {
      for (const Item next : layers.segments.dependents(item)) {
        const double distance = std::abs(places[next] - places[item]);
        sum += distance;
        bends += distance > 1e-6 ? 1 : 0;
      }
    }
    return {sum, bends};
  }

  bool keeps_spacing() const {
    for (const std::vector<Item>& items : ordering.layers) {
      for (std::size_t i = 1; i < items.size(); ++i) {
        const double distance = places[items[i]] - places[items[i - 1]];
        if (distance < spacing.between(items[i - 1], items[i]) - 1e-6) return false;
      }
    }
    return true;
  }

  Layers layers;
  Ordering ordering;
  std::vector<double> extents;
  Spacing spacing;
  Places places;
};

TEST(Straightening, TakesOutABendThatNothingHolds) {
  Bent drawing(fixtures::chain());
  drawing.places = {0, 40, 0};
  Straightener(drawing.spacing, drawing.ordering, drawing.places).run(4, much_work);
  EXPECT_EQ(drawing.places[0], drawing.places[1]);
  EXPECT_EQ(drawing.places[1], drawing.places[2]);
}

TEST(Straightening, PushesAsideWhatIsInTheWayOfALongLink) {
  //  a -> b -> c -> d -> e with the short cut  a -> e: its middle passage is bent towards c, which has to give way
  Bent drawing(graph_of(5, {"ab", "bc", "cd", "de", "ae"}));
  ASSERT_EQ(drawing.layers.item_count(), 8U);
  const double towards = drawing.ordering.position[2] < drawing.ordering.position[6] ? 1 : -1;
  const double apart = drawing.spacing.between(2, 6);
  drawing.places = {0, 0, 20 * towards, 0, 0, apart * towards, (20 + apart) * towards, apart * towards};
  Straightener(drawing.spacing, drawing.ordering, drawing.places).run(4, much_work);
  EXPECT_EQ(drawing.places[5], drawing.places[6]);
  EXPECT_EQ(drawing.places[6], drawing.places[7]);
  EXPECT_TRUE(drawing.keeps_spacing());
}

TEST(Straightening, NeverMakesTheWayLongerNorAddsBendsAndKeepsTheSpacing) {
  std::mt19937 random(11);
  for (int round = 0; round < 30; ++round) {
    std::vector<Dependency> dependencies;
    for (StepId step = 1; step < 40; ++step) {
      for (int i = 0; i < 2; ++i) dependencies.push_back({static_cast<StepId>(random() % step), step});
    }
    Bent drawing({40, dependencies});
    drawing.pack(random);
    const double before = drawing.way();
    Straightener straightener(drawing.spacing, drawing.ordering, drawing.places);
    straightener.run(2, much_work);
    EXPECT_LE(drawing.way(), before + 1e-6) << "round " << round;
    EXPECT_TRUE(drawing.keeps_spacing()) << "round " << round;
    const auto [way_before, bends_before] = drawing.plain_way();
    straightener.align();
    const auto [way, bends] = drawing.plain_way();
    EXPECT_NEAR(way, way_before, 1e-6) << "round " << round;
    EXPECT_LE(bends, bends_before) << "round " << round;
    EXPECT_TRUE(drawing.keeps_spacing()) << "round " << round;
  }
}

TEST(Straightening, PutsAStepBetweenTwoInLineWithTheNearerOne) {
  Bent drawing(fixtures::chain());
  drawing.places = {0, 5, 20};
  Straightener(drawing.spacing, drawing.ordering, drawing.places).align();
  EXPECT_EQ(drawing.places, (Places{0, 0, 20}));
}

TEST(Straightening, AStepThatWasThereStaysThereOrGoesBackThere) {
  Bent chain(graph_of(2, {"ab"}));
  chain.places = {0, 40};
  const std::vector<Before> both{{true, 0, 0}, {true, 40, 1}};
  Straightener(chain.spacing, chain.ordering, chain.places, both).run(4, much_work);
  EXPECT_EQ(chain.places, (Places{0, 40}));

  //  a -> d, b -> d, c -> d, all of the three on one side of where d was
  Bent star(graph_of(4, {"ad", "bd", "cd"}));
  for (Item item = 0; item < 3; ++item) star.places[item] = 100.0 * star.ordering.position[item];
  star.places[3] = -40;
  std::vector<Before> all;
  for (const double place : star.places) all.push_back({true, place, 0});
  star.places[3] = 10;
  Straightener(star.spacing, star.ordering, star.places, all).run(4, much_work);
  EXPECT_EQ(star.places[3], -40);
}

TEST(Straightening, WithoutWorkLeavesEverythingWhereItIs) {
  Bent drawing(fixtures::chain());
  drawing.places = {0, 40, 0};
  Straightener(drawing.spacing, drawing.ordering, drawing.places).run(4, 0);
  EXPECT_EQ(drawing.places, (Places{0, 40, 0}));
}

}  // namespace
}  // namespace orchestrator
