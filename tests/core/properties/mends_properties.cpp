#include "mends.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "../naive_mends.h"
#include "cycle.h"
#include "generators.h"
#include "growing_graph.h"
#include "kahn.h"
#include "shape.h"

namespace orchestrator {
namespace {

/// A graph that lists no dependency twice and none of a step on itself.
naive::Pairs simple(const naive::Pairs& pairs) {
  std::set<std::pair<StepId, StepId>> seen;
  naive::Pairs simple{pairs.steps, {}};
  for (const Dependency& d : pairs.dependencies) {
    if (d.upstream != d.dependent && seen.insert({d.dependent, d.upstream}).second) simple.dependencies.push_back(d);
  }
  return simple;
}

std::vector<Dependency> distinct(std::vector<Dependency> dependencies) {
  std::vector<Dependency> kept;
  for (const Dependency& d : dependencies) {
    if (std::find(kept.begin(), kept.end(), d) == kept.end()) kept.push_back(d);
  }
  return kept;
}

bool is_mended(const Graph& graph, const std::vector<Dependency>& removed) {
  return kahn_order(without(graph, removed)).complete;
}

std::vector<StepId> naive_freed(const Graph& graph, const std::vector<Dependency>& gone) {
  std::vector<StepId> before = kahn_order(graph).steps;
  std::vector<StepId> after = kahn_order(without(graph, gone)).steps;
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  std::vector<StepId> freed;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(freed));
  return freed;
}

RC_GTEST_PROP(MendsProperty, RemovingThemLeavesNoCycle, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  RC_ASSERT(is_mended(graph, all_mends(find_mends(graph))));
}

// Graphs of up to eight steps: whatever smaller choice of dependencies there is leaves a cycle.
RC_GTEST_PROP(MendsProperty, AreTheFewestOfAllChoices, ()) {
  const AnyGraph pairs = *generators::dense_graph();
  const auto knots = find_mends(pairs.graph());
  RC_CLASSIFY(knots.size() > 1, "several knots");
  RC_ASSERT(all_mends(knots).size() == naive::fewest_mends(pairs));
  RC_ASSERT(std::all_of(knots.begin(), knots.end(), [](const Knot& knot) { return knot.exact; }));
}

RC_GTEST_PROP(MendsProperty, EachIsADependencyOfItsKnotAndNeeded, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const auto knots = find_mends(graph);
  const std::vector<Dependency> all = all_mends(knots);
  for (const Knot& knot : knots) {
    for (const Dependency& mend : knot.mends) {
      RC_ASSERT(std::find(pairs.dependencies.begin(), pairs.dependencies.end(), mend) != pairs.dependencies.end());
      RC_ASSERT(std::binary_search(knot.steps.begin(), knot.steps.end(), mend.upstream));
      RC_ASSERT(std::binary_search(knot.steps.begin(), knot.steps.end(), mend.dependent));
      std::vector<Dependency> others = all;
      others.erase(std::find(others.begin(), others.end(), mend));
      RC_ASSERT(!is_mended(graph, others));
    }
  }
}

RC_GTEST_PROP(MendsProperty, KnotsAreTheStepsOnCycles, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const auto component = cyclic_components(graph);
  StepId last_first = 0;
  std::size_t in_knots = 0;
  for (const Knot& knot : find_mends(graph)) {
    RC_ASSERT(std::is_sorted(knot.steps.begin(), knot.steps.end()));
    RC_ASSERT(last_first <= knot.steps.front());
    last_first = knot.steps.front();
    in_knots += knot.steps.size();
    for (const StepId step : knot.steps) RC_ASSERT(component[step] == component[knot.steps.front()]);
  }
  const auto off = std::count(component.begin(), component.end(), no_component);
  RC_ASSERT(in_knots == component.size() - static_cast<std::size_t>(off));
}

RC_GTEST_PROP(MendsProperty, OfTheHeuristicAreEnoughAndEachIsNeeded, (const AnyGraph& any)) {
  const Graph graph = simple(any).graph();
  std::vector<Dependency> removed = few_feedback(graph);
  RC_ASSERT(is_mended(graph, removed));
  std::size_t looks = 1U << 20U;
  keep_needed(graph, removed, looks);
  RC_ASSERT(is_mended(graph, removed));
  for (std::size_t i = 0; i < removed.size(); ++i) {
    std::vector<Dependency> others = removed;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    RC_ASSERT(!is_mended(graph, others));
  }
}

RC_GTEST_PROP(MendsProperty, AreEnoughHoweverFewLooksAreLeft, (const AnyGraph& any)) {
  const Graph graph = simple(any).graph();
  std::vector<Dependency> removed = few_feedback(graph);
  auto looks = *rc::gen::inRange<std::size_t>(0, 100);
  keep_needed(graph, removed, looks);
  RC_ASSERT(is_mended(graph, removed));
}

RC_GTEST_PROP(GrowingGraphProperty, TakesInExactlyWhatClosesNoCycle, (const AnyGraph& pairs)) {
  // Some are there from the start, the others come one by one.
  naive::Pairs grown{pairs.steps, {}};
  std::vector<Dependency> coming;
  for (const Dependency& d : pairs.dependencies) {
    (d.upstream < d.dependent && d.upstream % 3 == 0 ? grown.dependencies : coming).push_back(d);
  }
  GrowingGraph growing(grown.graph());
  std::size_t looks = 1U << 20U;
  for (const Dependency& d : coming) {
    naive::Pairs next = grown;
    next.dependencies.push_back(d);
    const bool acyclic = kahn_order(next.graph()).complete;
    RC_ASSERT(growing.add(d, looks) == acyclic);
    if (acyclic) grown = next;
  }
}

RC_GTEST_PROP(MendsProperty, TheSingleOneIsFoundExactlyWhenThereIsOne, (const AnyGraph& any)) {
  const naive::Pairs pairs = simple(any);
  const Graph graph = pairs.graph();
  std::size_t looks = 1U << 20U;
  const std::vector<Dependency> single = single_feedback(graph, looks);
  const bool exists = !kahn_order(graph).complete && std::any_of(pairs.dependencies.begin(), pairs.dependencies.end(),
                                                                 [&](Dependency d) { return is_mended(graph, {d}); });
  RC_CLASSIFY(exists, "there is one");
  RC_ASSERT(single.size() == (exists ? 1U : 0U));
  if (exists) RC_ASSERT(is_mended(graph, single));
}

RC_GTEST_PROP(MendsProperty, FreeWhatKahnsAlgorithmThenTakesOut, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  LeftOver left_over(graph);
  for (int again = 0; again < 3; ++again) {
    std::vector<Dependency> gone;
    for (const Dependency& d : distinct(pairs.dependencies)) {
      if (*rc::gen::inRange(0, 3) == 0) gone.push_back(d);
    }
    RC_ASSERT(left_over.freed_by(gone) == naive_freed(graph, gone));
  }
  for (const Dependency& mend : all_mends(find_mends(graph))) {
    RC_ASSERT(left_over.freed_by(std::vector<Dependency>{mend}) == naive_freed(graph, {mend}));
  }
}

}  // namespace
}  // namespace orchestrator
