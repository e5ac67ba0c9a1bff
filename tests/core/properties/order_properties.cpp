#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "generators.h"
#include "kahn.h"

namespace orchestrator {
namespace {

RC_GTEST_PROP(OrderProperty, EveryOrderRespectsEveryDependency, (const AnyGraph& pairs)) {
  const Order order = kahn_order(pairs.graph());
  std::vector<std::size_t> place(pairs.steps, order.steps.size());
  for (std::size_t i = 0; i < order.steps.size(); ++i) place[order.steps[i]] = i;
  for (const Dependency& d : pairs.dependencies) {
    if (place[d.dependent] < order.steps.size()) RC_ASSERT(place[d.upstream] < place[d.dependent]);
  }
}

RC_GTEST_PROP(OrderProperty, NoStepStandsInItTwice, (const AnyGraph& pairs)) {
  const Order order = kahn_order(pairs.graph());
  RC_ASSERT(std::set<StepId>(order.steps.begin(), order.steps.end()).size() == order.steps.size());
  RC_ASSERT(order.complete == (order.steps.size() == pairs.steps));
}

RC_GTEST_PROP(OrderProperty, AnAcyclicGraphIsSortedCompletely, (const AcyclicGraph& pairs)) {
  RC_ASSERT(kahn_order(pairs.graph()).complete);
}

RC_GTEST_PROP(OrderProperty, EqualsThatOfATextbookWithTheSameTieBreaks, (const AnyGraph& pairs)) {
  RC_ASSERT(kahn_order(pairs.graph()).steps == naive::trace_of(pairs).back().order);
}

RC_GTEST_PROP(OrderProperty, DoesNotDependOnTheOrderOfThePairs, (const AnyGraph& pairs)) {
  auto reversed = pairs;
  std::reverse(reversed.dependencies.begin(), reversed.dependencies.end());
  RC_ASSERT(kahn_order(reversed.graph()).steps == kahn_order(pairs.graph()).steps);
}

RC_GTEST_PROP(GraphProperty, EveryDependencyStandsInBothDirectionsAsOftenAsListed, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  RC_ASSERT(graph.dependency_count() == pairs.dependencies.size());
  for (StepId step = 0; step < pairs.steps; ++step) {
    const auto dependents = graph.dependents(step);
    RC_ASSERT(std::vector<StepId>(dependents.begin(), dependents.end()) == pairs.dependents(step));
    std::vector<StepId> listed;
    for (const Dependency& d : pairs.dependencies) {
      if (d.dependent == step) listed.push_back(d.upstream);
    }
    const auto dependencies = graph.dependencies(step);
    RC_ASSERT(std::vector<StepId>(dependencies.begin(), dependencies.end()) == listed);
    RC_ASSERT(graph.in_degree(step) == listed.size());
    RC_ASSERT(graph.out_degree(step) == dependents.size());
  }
}

}  // namespace
}  // namespace orchestrator
