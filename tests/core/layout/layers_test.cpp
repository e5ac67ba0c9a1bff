#include "layout/layers.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "tiers.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;

std::vector<std::uint32_t> layers_text(const Graph& graph, std::span<const Before> before = {}) {
  const Layers layers = assign_layers(graph, before);
  return {layers.layer.begin(), layers.layer.begin() + static_cast<std::ptrdiff_t>(graph.step_count())};
}

/// "ab" for a dependency as listed that leads back.
std::string back_text(const Graph& graph, std::span<const Before> before = {}) {
  std::string text;
  for (const Link& link : assign_layers(graph, before).links) {
    if (!link.reversed) continue;
    if (!text.empty()) text += ' ';
    text += std::string(fixtures::letter(link.high)) + std::string(fixtures::letter(link.low));
  }
  return text;
}

std::vector<Before> standing_in(std::initializer_list<std::uint32_t> layers) {
  std::vector<Before> before;
  for (const std::uint32_t layer : layers) before.push_back({true, 0, layer});
  return before;
}

using Numbers = std::vector<std::uint32_t>;

TEST(Layers, OfAnAcyclicGraphAreItsTiers) {
  EXPECT_EQ(layers_text(fixtures::empty()), Numbers{});
  EXPECT_EQ(layers_text(fixtures::three_alone()), (Numbers{0, 0, 0}));
  EXPECT_EQ(layers_text(fixtures::diamond()), (Numbers{0, 1, 1, 2}));
  const Graph late_source = graph_of(4, {"ab", "bc", "dc"});
  EXPECT_EQ(layers_text(late_source), distances(late_source, kahn_order(late_source)));
}

TEST(Layers, ADependencyThatClosesACycleLeadsBack) {
  EXPECT_EQ(layers_text(fixtures::two_cycles()), (Numbers{0, 1, 2, 0, 1}));
  EXPECT_EQ(back_text(fixtures::two_cycles()), "ca ed");
  EXPECT_EQ(back_text(fixtures::self_dependency()), "aa");
  EXPECT_EQ(back_text(fixtures::diamond()), "");
}

TEST(Layers, ClosingACycleLeavesEveryStepWhereItWas) {
  //  a -> b -> c, and now c -> a; without a memory the search could begin anywhere
  const Graph closed = graph_of(3, {"bc", "ca", "ab"});
  EXPECT_EQ(layers_text(closed, standing_in({0, 1, 2})), (Numbers{0, 1, 2}));
  EXPECT_EQ(back_text(closed, standing_in({0, 1, 2})), "ca");
  //  the same ring when b stood first
  EXPECT_EQ(layers_text(closed, standing_in({2, 0, 1})), (Numbers{2, 0, 1}));
  EXPECT_EQ(back_text(closed, standing_in({2, 0, 1})), "ab");
}

TEST(Layers, ACycleClosedThroughANewStepClosesThere) {
  //  a -> b was there; c is new, depends on b, and a on it
  const std::vector<Before> before{{true, 0, 0}, {true, 0, 1}, Before{}};
  EXPECT_EQ(back_text(graph_of(3, {"ab", "bc", "ca"}), before), "ca");
  EXPECT_EQ(layers_text(graph_of(3, {"ab", "bc", "ca"}), before), (Numbers{0, 1, 2}));
}

TEST(Layers, OutsideOfCyclesNothingLeadsBackWhateverWasBefore) {
  EXPECT_EQ(back_text(fixtures::chain(), standing_in({2, 1, 0})), "");
  EXPECT_EQ(layers_text(fixtures::chain(), standing_in({2, 1, 0})), (Numbers{0, 1, 2}));
}

TEST(Layers, ALongDependencyPassesThroughEveryLayerBetween) {
  //  a -> b -> c -> d with the short cut  a -> d
  const Layers layers = assign_layers(graph_of(4, {"ab", "bc", "cd", "ad"}), {});
  ASSERT_EQ(layers.item_count(), 6U);
  EXPECT_EQ(layers.layer[4], 1U);
  EXPECT_EQ(layers.layer[5], 2U);
  EXPECT_FALSE(layers.is_step(4));
  for (const Link& link : layers.links) EXPECT_EQ(link.count, layers.span(link) - 1);
}

TEST(Layers, EverySegmentLeadsOneLayerUp) {
  const Layers layers = assign_layers(graph_of(5, {"ab", "cb", "bc", "cd", "de", "ae", "ea"}), {});
  for (Item item = 0; item < layers.item_count(); ++item) {
    for (const Item next : layers.segments.dependents(item)) EXPECT_EQ(layers.layer[next], layers.layer[item] + 1);
  }
}

TEST(Layers, ADependencyListedTwiceIsOneLink) {
  const Layers layers = assign_layers(fixtures::doubled(), {});
  EXPECT_EQ(layers.links.size(), 1U);
  EXPECT_EQ(layers.link_of, (Numbers{0, 0}));
}

TEST(Layers, ACycleOfTwoHasTwoLinksBetweenTheSameSteps) {
  const Layers layers = assign_layers(fixtures::two_step_cycle(), {});
  ASSERT_EQ(layers.links.size(), 2U);
  EXPECT_FALSE(layers.links[0].reversed);
  EXPECT_TRUE(layers.links[1].reversed);
  EXPECT_EQ(layers.links[1].low, 0U);
}

TEST(Layers, MemoryStaysLinearWhenEveryDependencyIsLong) {
  //  a chain, and from each of its steps a dependency to the last: all passages would be five thousand million
  constexpr StepId steps = 100000;
  std::vector<Dependency> dependencies;
  for (StepId step = 1; step < steps; ++step) dependencies.push_back({step - 1, step});
  for (StepId step = 0; step + 2 < steps; ++step) dependencies.push_back({step, steps - 1});
  const Layers layers = assign_layers(Graph(steps, dependencies), {});
  EXPECT_LE(layers.item_count(), 2 * steps + dependencies.size() + spare_passages);
  EXPECT_GT(layers.item_count(), steps + spare_passages);
  std::uint32_t longest_with_passages = 0;
  std::uint32_t shortest_around = steps;
  for (const Link& link : layers.links) {
    if (layers.is_around(link)) {
      shortest_around = std::min(shortest_around, layers.span(link));
    } else {
      longest_with_passages = std::max(longest_with_passages, layers.span(link));
    }
  }
  EXPECT_LT(longest_with_passages, shortest_around);
}

TEST(Layers, OfManyStepsInACycleNeedNoDeepStack) {
  const Layers layers = assign_layers(fixtures::long_cycle(200000), {});
  EXPECT_EQ(layers.count, 200000U);
}

}  // namespace
}  // namespace orchestrator
