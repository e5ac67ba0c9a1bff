#include "layout/lanes.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;

struct Laned {
  explicit Laned(const Graph& graph)
      : layers(assign_layers(graph, {})), ordering(order_items(layers, {})), lanes(add_lanes(layers, ordering)) {}

  Layers layers;
  Ordering ordering;
  Lanes lanes;
};

TEST(Lanes, LinksThatLeadOnHaveNone) {
  const Laned drawing(graph_of(4, {"ab", "bc", "cd", "ad"}));
  for (const Lane& lane : drawing.lanes.of) EXPECT_TRUE(lane.empty());
  EXPECT_EQ(drawing.lanes.layers.item_count(), drawing.layers.item_count());
}

TEST(Lanes, ALoopTurnsRoundBesideItsStep) {
  const Laned drawing(fixtures::self_dependency());
  ASSERT_EQ(drawing.lanes.of.size(), 1U);
  ASSERT_EQ(drawing.lanes.of[0].size(), 1U);
  EXPECT_EQ(drawing.lanes.layers.beside[drawing.lanes.of[0][0]], 0U);
  EXPECT_EQ(drawing.ordering.layers[0].size(), 2U);
}

TEST(Lanes, ABackDependencyTurnsRoundBesideBothItsSteps) {
  for (const Graph& graph : {fixtures::two_step_cycle(), fixtures::two_cycles(), fixtures::long_cycle(7),
                             graph_of(5, {"ab", "bc", "cd", "de", "ea", "eb", "ca"})}) {
    const Laned drawing(graph);
    const Layers& layers = drawing.lanes.layers;
    for (std::size_t i = 0; i < layers.links.size(); ++i) {
      const Link& link = layers.links[i];
      const Lane& lane = drawing.lanes.of[i];
      ASSERT_EQ(lane.empty(), !link.reversed);
      if (lane.empty()) continue;
      ASSERT_EQ(lane.size(), link.count + 2);
      EXPECT_EQ(layers.beside[lane.front()], link.low);
      EXPECT_EQ(layers.beside[lane.back()], link.high);
      EXPECT_EQ(layers.layer[lane.front()], layers.layer[link.low]);
      EXPECT_EQ(layers.layer[lane.back()], layers.layer[link.high]);
    }
  }
}

TEST(Lanes, NothingButOtherLanesStandsBetweenALaneAndItsStep) {
  const Laned drawing(graph_of(6, {"ab", "bc", "cd", "da", "db", "ca", "ae", "ef", "fe"}));
  const Layers& layers = drawing.lanes.layers;
  for (const std::vector<Item>& items : drawing.ordering.layers) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      EXPECT_EQ(drawing.ordering.position[items[i]], i);
      const StepId step = layers.beside[items[i]];
      if (step == no_step) continue;
      const std::size_t place = drawing.ordering.position[step];
      for (std::size_t k = std::min(i, place); k <= std::max(i, place); ++k) {
        EXPECT_TRUE(items[k] == step || layers.beside[items[k]] == step);
      }
    }
  }
}

}  // namespace
}  // namespace orchestrator
