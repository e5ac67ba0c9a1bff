#include "graph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::letters;

/// Two dependencies a step, anywhere; the same each time.
std::vector<Dependency> pseudo_random_pairs(StepId steps) {
  std::uint32_t state = 1;
  const auto next = [&] {
    state = state * 1664525 + 1013904223;
    return (state >> 8U) % steps;
  };
  std::vector<Dependency> pairs;
  for (StepId i = 0; i < 2 * steps; ++i) {
    const StepId upstream = next();
    pairs.push_back({upstream, next()});
  }
  return pairs;
}

TEST(Graph, TheEmptyGraphHasNoSteps) {
  EXPECT_EQ(fixtures::empty().step_count(), 0U);
  EXPECT_EQ(fixtures::empty().dependency_count(), 0U);
}

TEST(Graph, KnowsBothDirections) {
  const Graph graph = fixtures::diamond();
  EXPECT_EQ(graph.step_count(), 4U);
  EXPECT_EQ(graph.dependency_count(), 4U);
  EXPECT_EQ(letters(graph.dependents(0)), "b c");
  EXPECT_EQ(letters(graph.dependents(3)), "");
  EXPECT_EQ(letters(graph.dependencies(3)), "b c");
  EXPECT_EQ(letters(graph.dependencies(0)), "");
}

TEST(Graph, DegreesCountBothDirections) {
  const Graph graph = fixtures::diamond();
  EXPECT_EQ(graph.in_degree(0), 0U);
  EXPECT_EQ(graph.in_degree(3), 2U);
  EXPECT_EQ(graph.out_degree(0), 2U);
  EXPECT_EQ(graph.out_degree(3), 0U);
}

TEST(Graph, StepsWithoutDependenciesAreAlone) {
  const Graph graph = fixtures::three_alone();
  for (StepId step = 0; step < 3; ++step) {
    EXPECT_TRUE(graph.dependents(step).empty());
    EXPECT_TRUE(graph.dependencies(step).empty());
  }
}

TEST(Graph, ADependencyListedTwiceStandsTwice) {
  const Graph graph = fixtures::doubled();
  EXPECT_EQ(letters(graph.dependents(0)), "b b");
  EXPECT_EQ(letters(graph.dependencies(1)), "a a");
  EXPECT_EQ(graph.in_degree(1), 2U);
}

TEST(Graph, ASelfDependencyStandsInBothRows) {
  const Graph graph = fixtures::self_dependency();
  EXPECT_EQ(letters(graph.dependents(0)), "a");
  EXPECT_EQ(letters(graph.dependencies(0)), "a");
}

TEST(Graph, DependenciesKeepTheOrderInWhichTheyWereListed) {
  EXPECT_EQ(letters(fixtures::graph_of(4, {"cd", "ad", "bd", "ad"}).dependencies(3)), "c a b a");
}

TEST(Graph, DependentsAscendHoweverTheyWereListed) {
  EXPECT_EQ(letters(fixtures::graph_of(5, {"ad", "ab", "ae", "ac", "ab"}).dependents(0)), "b b c d e");
}

TEST(Graph, PairsMayComeInAnyOrder) {
  std::vector<Dependency> pairs{{0, 1}, {0, 2}, {1, 3}, {2, 3}};
  const auto less = [](Dependency a, Dependency b) {
    return std::pair(a.upstream, a.dependent) < std::pair(b.upstream, b.dependent);
  };
  do {
    const Graph graph(4, pairs);
    EXPECT_EQ(letters(graph.dependents(0)), "b c");
    EXPECT_EQ(letters(graph.dependents(1)), "d");
    EXPECT_EQ(letters(graph.dependents(2)), "d");
    std::vector<StepId> upstream(graph.dependencies(3).begin(), graph.dependencies(3).end());
    std::sort(upstream.begin(), upstream.end());
    EXPECT_EQ(letters(upstream), "b c");
  } while (std::next_permutation(pairs.begin(), pairs.end(), less));
}

TEST(Graph, IdsBeyondTheStepsThrow) {
  EXPECT_THROW(fixtures::graph_of(2, {"ac"}), std::out_of_range);
  EXPECT_THROW(fixtures::graph_of(2, {"ca"}), std::out_of_range);
  EXPECT_THROW(fixtures::graph_of(0, {"aa"}), std::out_of_range);
  const std::vector<Dependency> nowhere{{no_step, 0}};
  EXPECT_THROW(Graph(1, nowhere), std::out_of_range);
}

TEST(Graph, MoreStepsThanIdsThrowBeforeAnyMemoryIsAskedFor) { EXPECT_THROW(Graph(no_step, {}), std::length_error); }

TEST(Graph, OfAnySizeHasTheRowsThatSortingGives) {
  // Around and beyond the number of rows that are sorted in one go.
  for (const StepId steps : {3U, 65535U, 65536U, 65537U, 131073U}) {
    std::vector<Dependency> pairs = pseudo_random_pairs(steps);
    const Graph graph(steps, pairs);
    std::stable_sort(pairs.begin(), pairs.end(), [](auto a, auto b) { return a.dependent < b.dependent; });
    std::size_t wrong = 0;
    auto pair = pairs.begin();
    for (StepId step = 0; step < steps; ++step) {
      for (const StepId upstream : graph.dependencies(step)) wrong += *pair++ == Dependency{upstream, step} ? 0U : 1U;
    }
    EXPECT_TRUE(pair == pairs.end());
    std::stable_sort(pairs.begin(), pairs.end(), [](auto a, auto b) { return a.upstream < b.upstream; });
    pair = pairs.begin();
    for (StepId step = 0; step < steps; ++step) {
      for (const StepId dependent : graph.dependents(step)) wrong += *pair++ == Dependency{step, dependent} ? 0U : 1U;
    }
    EXPECT_TRUE(pair == pairs.end());
    EXPECT_EQ(wrong, 0U) << steps;
  }
}

TEST(Graph, CopiesAreEqualAndIndependent) {
  Graph copy;
  {
    const Graph original = fixtures::chain();
    copy = original;
  }
  EXPECT_EQ(letters(copy.dependents(0)), "b");
  EXPECT_EQ(letters(copy.dependencies(2)), "b");
}

}  // namespace
}  // namespace orchestrator
