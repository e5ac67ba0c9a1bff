#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "cycle.h"
#include "generators.h"
#include "trace.h"

namespace orchestrator {
namespace {

RC_GTEST_PROP(CycleProperty, OneIsFoundExactlyWhenTheTraceStalls, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  const bool stalls = trace.at(trace.size() - 1).state == TraceState::stalled;
  RC_CLASSIFY(stalls, "stalls");
  RC_ASSERT(find_cycles(graph).paths.empty() == !stalls);
}

RC_GTEST_PROP(CycleProperty, EveryPathFoundIsACycleOfTheGraph, (const AnyGraph& pairs)) {
  for (const auto& path : find_cycles(pairs.graph()).paths) {
    RC_ASSERT(path.size() >= 2U);
    RC_ASSERT(path.front() == path.back());
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      const auto dependents = pairs.dependents(path[i]);
      RC_ASSERT(std::count(dependents.begin(), dependents.end(), path[i + 1]) > 0);
    }
    RC_ASSERT(std::set<StepId>(path.begin(), path.end()).size() == path.size() - 1);
  }
}

RC_GTEST_PROP(CycleProperty, EveryPathIsAShortestThroughItsFirstStep, (const AnyGraph& pairs)) {
  const naive::Distances distances(pairs);
  for (const auto& path : find_cycles(pairs.graph()).paths) {
    RC_ASSERT(path.size() - 1 == distances.between(path.front(), path.front()));
  }
}

RC_GTEST_PROP(CycleProperty, EveryComponentShowsOnePathThroughItsFirstStep, (const AnyGraph& pairs)) {
  const naive::Distances distances(pairs);
  std::vector<StepId> firsts;
  for (StepId step = 0; step < pairs.steps; ++step) {
    if (!distances.on_cycle(step)) continue;
    const bool known = std::any_of(firsts.begin(), firsts.end(), [&](StepId first) {
      return distances.between(first, step) > 0 && distances.between(step, first) > 0;
    });
    if (!known) firsts.push_back(step);
  }
  std::vector<StepId> found;
  for (const auto& path : find_cycles(pairs.graph()).paths) found.push_back(path.front());
  RC_ASSERT(found == firsts);
}

RC_GTEST_PROP(CycleProperty, AStepsStandingFollowsFromWhatItCanReach, (const AnyGraph& pairs)) {
  const naive::Distances distances(pairs);
  const Cycles cycles = find_cycles(pairs.graph());
  RC_ASSERT(cycles.standing.size() == pairs.steps);
  for (StepId step = 0; step < pairs.steps; ++step) {
    const Standing expected = distances.on_cycle(step)       ? Standing::on_cycle
                              : distances.behind_cycle(step) ? Standing::behind_cycle
                                                             : Standing::free;
    RC_ASSERT(cycles.standing[step] == expected);
  }
}

RC_GTEST_PROP(CycleProperty, FreeStepsAreThoseOfTheOrder, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const Cycles cycles = find_cycles(graph);
  const KahnTrace trace(graph);
  for (StepId step = 0; step < pairs.steps; ++step) {
    RC_ASSERT((cycles.standing[step] == Standing::free) == (trace.position(step) != KahnTrace::no_position));
  }
}

}  // namespace
}  // namespace orchestrator
