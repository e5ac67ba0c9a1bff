#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "generators.h"
#include "tiers.h"

namespace orchestrator {
namespace {

std::vector<std::vector<StepId>> sorted(std::vector<std::vector<StepId>> tiers) {
  for (auto& tier : tiers) std::sort(tier.begin(), tier.end());
  return tiers;
}

/// What is left of the dependencies without one occurrence of each that leads back.
naive::Pairs without_back(const naive::Pairs& pairs, const Columns& columns) {
  naive::Pairs rest = pairs;
  for (const Dependency& back : columns.back) {
    const auto found = std::find(rest.dependencies.begin(), rest.dependencies.end(), back);
    RC_ASSERT(found != rest.dependencies.end());
    rest.dependencies.erase(found);
  }
  return rest;
}

RC_GTEST_PROP(TiersProperty, EqualTheRoundsInWhichReadyStepsLeaveTogether, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  RC_ASSERT(sorted(tiers_of(graph, kahn_order(graph))) == naive::rounds_of(pairs));
}

RC_GTEST_PROP(TiersProperty, OneAfterAnotherAreTheOrder, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const Order order = kahn_order(graph);
  std::vector<StepId> joined;
  for (const auto& tier : tiers_of(graph, order)) joined.insert(joined.end(), tier.begin(), tier.end());
  RC_ASSERT(joined == order.steps);
}

RC_GTEST_PROP(ColumnsProperty, WithoutBackDependenciesTheGraphIsAcyclic, (const AnyGraph& pairs)) {
  const Columns columns = columns_of(pairs.graph());
  RC_ASSERT(kahn_order(without_back(pairs, columns).graph()).complete);
}

RC_GTEST_PROP(ColumnsProperty, AreTheTiersOfWhatIsLeft, (const AnyGraph& pairs)) {
  const Columns columns = columns_of(pairs.graph());
  const auto rounds = naive::rounds_of(without_back(pairs, columns));
  RC_ASSERT(columns.column.size() == pairs.steps);
  for (std::size_t round = 0; round < rounds.size(); ++round) {
    for (const StepId step : rounds[round]) RC_ASSERT(columns.column[step] == round);
  }
}

RC_GTEST_PROP(ColumnsProperty, OnlyACycleHasBackDependencies, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  RC_ASSERT(columns_of(graph).back.empty() == kahn_order(graph).complete);
}

RC_GTEST_PROP(ColumnsProperty, EveryBackDependencyClosesACycle, (const AnyGraph& pairs)) {
  const naive::Distances distances(pairs);
  for (const Dependency& back : columns_of(pairs.graph()).back) {
    RC_ASSERT(back.upstream == back.dependent || distances.between(back.dependent, back.upstream) > 0);
  }
}

}  // namespace
}  // namespace orchestrator
