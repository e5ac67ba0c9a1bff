#include "layout/routing.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "layout/placement.h"
#include "layout/ports.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;

/// Steps of 100 by 60 in layers 60 apart, ready for their paths to be drawn.
struct Unrouted {
  explicit Unrouted(const Graph& graph) : ordering(order_items(assign_layers(graph, {}), {})) {
    lanes = add_lanes(assign_layers(graph, {}), ordering);
    std::vector<double> extents(lanes.layers.item_count());
    std::fill_n(extents.begin(), graph.step_count(), 60);
    along = place_items(Spacing(lanes.layers, extents, {28, 18, 12}), ordering, 4);
    for (std::size_t layer = 0; layer < ordering.layers.size(); ++layer) {
      const auto near = static_cast<double>(layer) * 160;
      bands.push_back({near, near + 100});
    }
    for (StepId step = 0; step < graph.step_count(); ++step) {
      const std::uint32_t layer = lanes.layers.layer[step];
      boxes.push_back({bands[layer].near + 50, along[step], 100, 60, layer});
    }
  }

  Placed placed() const { return {lanes, along, boxes, bands, 1000}; }
  std::uint32_t link(StepId from, StepId to) const {
    for (std::uint32_t i = 0; i < lanes.layers.links.size(); ++i) {
      const Link& link = lanes.layers.links[i];
      if ((link.reversed ? link.high : link.low) == from && (link.reversed ? link.low : link.high) == to) return i;
    }
    return static_cast<std::uint32_t>(-1);
  }

  Ordering ordering;
  Lanes lanes;
  std::vector<double> along;
  std::vector<Band> bands;
  std::vector<StepBox> boxes;
};

TEST(Ports, ALinkThatIsAloneTouchesTheMiddleOfItsBoxes) {
  const Unrouted drawing(fixtures::chain());
  const Placed placed = drawing.placed();
  const Ports ports(placed);
  for (StepId step = 0; step < 2; ++step) {
    EXPECT_EQ(ports.exit(drawing.link(step, step + 1)), drawing.boxes[step].y);
    EXPECT_EQ(ports.entry(drawing.link(step, step + 1)), drawing.boxes[step + 1].y);
  }
}

TEST(Ports, SeveralAtOneSideComeInTheSequenceInWhichTheyGoOn) {
  const Unrouted drawing(graph_of(4, {"ab", "ac", "ad"}));
  const Placed placed = drawing.placed();
  const Ports ports(placed);
  const std::vector<Item>& dependents = drawing.ordering.layers[1];
  for (std::size_t i = 1; i < dependents.size(); ++i) {
    EXPECT_LT(ports.exit(drawing.link(0, dependents[i - 1])), ports.exit(drawing.link(0, dependents[i])));
  }
}

TEST(Ports, StayOnTheSideOfTheirBoxHoweverManyTheyAre) {
  const Unrouted drawing(fixtures::star(40));
  const Placed placed = drawing.placed();
  const Ports ports(placed);
  for (std::uint32_t link = 0; link < drawing.lanes.layers.links.size(); ++link) {
    const Link& ends = drawing.lanes.layers.links[link];
    EXPECT_LT(std::abs(ports.exit(link) - drawing.boxes[ends.low].y), 30);
    EXPECT_LT(std::abs(ports.entry(link) - drawing.boxes[ends.high].y), 30);
  }
}

TEST(Routing, APathBetweenStepsInOneLineIsOneStraightCurve) {
  const Unrouted drawing(fixtures::chain());
  const std::vector<Point> path = route(drawing.placed())[drawing.link(0, 1)];
  ASSERT_EQ(path.size(), 4U);
  EXPECT_EQ(path.front().x, 100);
  EXPECT_EQ(path.back().x, 160);
  for (const Point& point : path) EXPECT_EQ(point.y, drawing.boxes[0].y);
}

TEST(Routing, PathsLeaveAtTheUpstreamStepsFarEdgeAndEnterAtTheDependentsNearEdge) {
  for (const Graph& graph : {fixtures::diamond(), fixtures::two_cycles(), fixtures::tail_behind_cycle(),
                             graph_of(5, {"ab", "bc", "cd", "de", "ae", "ea", "bb"})}) {
    const Unrouted drawing(graph);
    const std::vector<std::vector<Point>> paths = route(drawing.placed());
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const Link& link = drawing.lanes.layers.links[i];
      const StepBox& from = drawing.boxes[link.reversed ? link.high : link.low];
      const StepBox& to = drawing.boxes[link.reversed ? link.low : link.high];
      EXPECT_EQ(paths[i].size() % 3, 1U);
      EXPECT_EQ(paths[i].front().x, from.x + 50);
      EXPECT_EQ(paths[i].back().x, to.x - 50);
    }
  }
}

TEST(Routing, ALongPathRunsAlongItsPassagesBetweenTheBoxes) {
  //  a -> b -> c -> d with the short cut  a -> d
  const Unrouted drawing(graph_of(4, {"ab", "bc", "cd", "ad"}));
  const std::vector<Point> path = route(drawing.placed())[drawing.link(0, 3)];
  const Link& link = drawing.lanes.layers.links[drawing.link(0, 3)];
  ASSERT_EQ(link.count, 2U);
  const auto passes = [&](double x, double y) {
    return std::any_of(path.begin(), path.end(), [=](const Point& point) { return point.x == x && point.y == y; });
  };
  EXPECT_TRUE(passes(drawing.bands[1].near, drawing.along[link.first]));
  EXPECT_TRUE(passes(drawing.bands[2].far, drawing.along[link.first + 1]));
}

}  // namespace
}  // namespace orchestrator
