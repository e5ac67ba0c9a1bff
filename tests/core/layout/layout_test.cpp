#include "layout/layout.h"

#include <gtest/gtest.h>

#include <random>

#include "drawing_rules.h"
#include "fixtures.h"

namespace orchestrator {
namespace {

using drawing::boxes_of;
using drawing::broken_rule_of;
using fixtures::graph_of;

Layout drawn(const Graph& graph, Direction direction = Direction::right) {
  return lay_out(graph, boxes_of(graph.step_count()), direction);
}

std::vector<Before> memory_of(const Layout& layout) {
  std::vector<Before> before;
  for (const StepBox& box : layout.steps) before.push_back({true, box.y, box.tier});
  return before;
}

/// Steps that depend on one or two of the dozen before, now and then on any; and some that close cycles.
Graph random_graph(StepId steps, std::uint32_t seed, bool cyclic) {
  std::mt19937 random(seed);
  std::vector<Dependency> dependencies;
  for (StepId step = 1; step < steps; ++step) {
    for (std::uint32_t i = 0; i <= random() % 2; ++i) {
      const StepId reach = random() % 8 == 0 ? step : std::min<StepId>(step, 12);
      dependencies.push_back({step - 1 - static_cast<StepId>(random() % reach), step});
    }
    if (cyclic && random() % 20 == 0) dependencies.push_back({step, static_cast<StepId>(random() % (step + 1))});
  }
  return {steps, dependencies};
}

Graph long_dependencies(StepId steps) {
  std::vector<Dependency> dependencies;
  for (StepId step = 1; step < steps; ++step) dependencies.push_back({step - 1, step});
  for (StepId step = 0; step + 2 < steps; ++step) dependencies.push_back({step, steps - 1});
  return {steps, dependencies};
}

TEST(Layout, OfNothingIsEmpty) {
  const Layout layout = drawn(fixtures::empty());
  EXPECT_TRUE(layout.steps.empty());
  EXPECT_TRUE(layout.dependencies.empty());
  EXPECT_EQ(layout.width, 0);
  EXPECT_EQ(layout.height, 0);
}

TEST(Layout, OfOneStepIsItsBoxAndAMargin) {
  const Layout layout = drawn(fixtures::single());
  ASSERT_EQ(layout.steps.size(), 1U);
  EXPECT_EQ(layout.steps[0].x * 2, layout.width);
  EXPECT_EQ(layout.steps[0].y * 2, layout.height);
  EXPECT_GT(layout.width, 140);
  EXPECT_LT(layout.width, 240);
}

TEST(Layout, KeepsAllRulesForTheFixturesInBothDirections) {
  for (const Graph& graph :
       {fixtures::empty(), fixtures::single(), fixtures::three_alone(), fixtures::chain(), fixtures::diamond(),
        fixtures::doubled(), fixtures::self_dependency(), fixtures::two_step_cycle(), fixtures::two_cycles(),
        fixtures::tail_behind_cycle(), fixtures::step_between_cycles(), fixtures::star(30), fixtures::long_chain(30),
        fixtures::long_cycle(30), graph_of(3, {"aa", "aa", "ab", "ba", "ba", "bb", "ca", "ac"})}) {
    for (const Direction direction : {Direction::right, Direction::down}) {
      EXPECT_EQ(broken_rule_of(graph, boxes_of(graph.step_count()), direction, drawn(graph, direction)), "");
    }
  }
}

TEST(Layout, KeepsAllRulesForRandomGraphsAndSizes) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Graph graph = random_graph(5 + seed * 4, seed, seed % 2 == 1);
    std::mt19937 random(seed);
    std::vector<Size> sizes;
    for (StepId step = 0; step < graph.step_count(); ++step) {
      sizes.push_back({static_cast<double>(random() % 300), static_cast<double>(random() % 200)});
    }
    EXPECT_EQ(broken_rule_of(graph, sizes, Direction::right, lay_out(graph, sizes, Direction::right)), "") << seed;
  }
}

TEST(Layout, OfAChainIsStraight) {
  const Layout layout = drawn(fixtures::long_chain(6));
  for (const StepBox& box : layout.steps) EXPECT_EQ(box.y, layout.steps[0].y);
  for (const DependencyPath& path : layout.dependencies) EXPECT_EQ(path.points.size(), 4U);
}

TEST(Layout, OfADiamondIsSymmetric) {
  const Layout layout = drawn(fixtures::diamond());
  EXPECT_EQ(layout.steps[0].y, layout.steps[3].y);
  EXPECT_DOUBLE_EQ(layout.steps[1].y + layout.steps[2].y, 2 * layout.steps[0].y);
}

TEST(Layout, AStepStandsInTheMiddleOfItsDependents) {
  const Layout layout = drawn(fixtures::star(5));
  double least = layout.height;
  double most = 0;
  for (StepId leaf = 1; leaf <= 5; ++leaf) {
    least = std::min(least, layout.steps[leaf].y);
    most = std::max(most, layout.steps[leaf].y);
  }
  EXPECT_DOUBLE_EQ(layout.steps[0].y, (least + most) / 2);
}

TEST(Layout, BoxesOfATierHaveTheirMiddlesInOneLine) {
  const std::vector<Size> sizes{{100, 40}, {200, 40}, {60, 90}, {100, 40}};
  const Layout layout = lay_out(fixtures::diamond(), sizes, Direction::right);
  EXPECT_EQ(layout.steps[1].x, layout.steps[2].x);
}

TEST(Layout, DownIsTheTransposeOfRightWithTransposedBoxes) {
  const Graph graph = random_graph(40, 3, true);
  const Layout down = lay_out(graph, boxes_of(40, {140, 60}), Direction::down);
  const Layout right = lay_out(graph, boxes_of(40, {60, 140}), Direction::right);
  EXPECT_TRUE(drawing::same(drawing::transposed(down), right));
}

TEST(Layout, OfTheSameGraphIsAlwaysTheSame) {
  const Graph graph = random_graph(120, 5, true);
  EXPECT_TRUE(drawing::same(drawn(graph), drawn(graph)));
}

TEST(Layout, ADependencyListedTwiceHasTwoEqualPaths) {
  const Layout layout = drawn(fixtures::doubled());
  ASSERT_EQ(layout.dependencies.size(), 2U);
  EXPECT_EQ(layout.dependencies[0].points.size(), layout.dependencies[1].points.size());
}

TEST(Layout, ABackDependencyTurnsRoundAtBothEndsAndRunsBeside) {
  const Layout layout = drawn(fixtures::two_step_cycle());
  ASSERT_EQ(layout.dependencies.size(), 2U);
  const DependencyPath& back = layout.dependencies[0];
  EXPECT_TRUE(back.reversed);
  double least = layout.width;
  double most = 0;
  for (const Point point : drawing::sampled(back.points)) {
    least = std::min(least, point.x);
    most = std::max(most, point.x);
  }
  EXPECT_LT(least, layout.steps[0].x - 70 - 8);
  EXPECT_GT(most, layout.steps[1].x + 70 + 8);
}

TEST(Layout, ASelfDependencyIsALoopRoundItsBox) {
  const Layout layout = drawn(fixtures::self_dependency());
  ASSERT_EQ(layout.dependencies.size(), 1U);
  EXPECT_TRUE(layout.dependencies[0].reversed);
  EXPECT_GT(layout.dependencies[0].points.front().x, layout.dependencies[0].points.back().x);
}

TEST(Layout, AgainWithItsOwnMemoryKeepsTheOrderOfEveryTier) {
  const Graph graph = random_graph(60, 9, true);
  const Layout first = drawn(graph);
  const Layout again = lay_out(graph, boxes_of(60), Direction::right, memory_of(first));
  for (StepId a = 0; a < 60; ++a) {
    EXPECT_EQ(first.steps[a].tier, again.steps[a].tier);
    for (StepId b = 0; b < a; ++b) {
      if (first.steps[a].tier != first.steps[b].tier) continue;
      EXPECT_EQ(first.steps[a].y < first.steps[b].y, again.steps[a].y < again.steps[b].y);
    }
  }
}

TEST(Layout, AStepStaysWhereItIsWhenACycleIsClosedAndOpenedAgain) {
  //  a -> b -> {c, d, e}, c -> h, {d, e} -> f -> g -> h -> i, and then i -> a
  const Graph open = graph_of(9, {"ab", "bc", "bd", "be", "ch", "df", "ef", "fg", "gh", "hi"});
  const Graph closed = graph_of(9, {"ab", "bc", "bd", "be", "ch", "df", "ef", "fg", "gh", "hi", "ia"});
  const Layout first = drawn(open);
  const Layout cyclic = lay_out(closed, boxes_of(9), Direction::right, memory_of(first));
  const Layout again = lay_out(open, boxes_of(9), Direction::right, memory_of(cyclic));
  for (StepId step = 0; step < 9; ++step) {
    for (const Layout* layout : {&cyclic, &again}) {
      EXPECT_EQ(layout->steps[step].x, first.steps[step].x) << step;
      EXPECT_EQ(layout->steps[step].y, first.steps[step].y) << step;
    }
  }
}

TEST(Layout, OfAHundredThousandStepsNeedsNoDeepStackAndNoQuadraticTime) {
  constexpr StepId steps = 100000;
  for (const Graph& graph :
       {fixtures::star(steps), fixtures::long_cycle(steps), Graph(steps, {}), long_dependencies(steps)}) {
    EXPECT_EQ(drawn(graph).steps.size(), graph.step_count());
  }
}

TEST(Layout, LeadsWhatIsTooLongForPassagesRoundAllSteps) {
  const Graph graph = long_dependencies(800);
  EXPECT_EQ(broken_rule_of(graph, boxes_of(800), Direction::right, drawn(graph)), "");
  std::vector<Dependency> turned;
  for (StepId step = 1; step < 800; ++step) turned.push_back({step - 1, step});
  for (StepId step = 2; step < 800; ++step) turned.push_back({step, 0});
  const Graph cyclic(800, turned);
  EXPECT_EQ(broken_rule_of(cyclic, boxes_of(800), Direction::right, drawn(cyclic)), "");
}

}  // namespace
}  // namespace orchestrator
