#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "../checked_invariants.h"
#include "../naive_depth.h"
#include "dfs_narration.h"
#include "generators.h"
#include "kahn.h"
#include "pseudocode.h"

namespace orchestrator {
namespace {

RC_GTEST_PROP(DepthProperty, TheTraceIsThatOfAPlainSearch, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  RC_ASSERT(naive::broken_rule_of(pairs, DepthTrace(graph)) == "");
}

RC_GTEST_PROP(DepthProperty, TheOrderRespectsEveryDependency, (const AcyclicGraph& pairs)) {
  const Order order = depth_first_order(pairs.graph());
  RC_ASSERT(order.complete);
  std::vector<std::size_t> place(pairs.steps);
  for (std::size_t i = 0; i < order.steps.size(); ++i) place[order.steps[i]] = i;
  for (const Dependency& d : pairs.dependencies) RC_ASSERT(place[d.upstream] < place[d.dependent]);
}

RC_GTEST_PROP(DepthProperty, SomethingLeadsBackExactlyWhenKahnStalls, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  RC_ASSERT(DepthTrace(graph).back().empty() == kahn_order(graph).complete);
}

RC_GTEST_PROP(DepthProperty, ClassesFollowFromWhoIsAboveWhomInTheForest, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const DepthTrace trace(graph);
  const auto is_above = [&](StepId above, StepId step) {
    while (step != no_step && step != above) step = trace.parent(step);
    return step == above;
  };
  for (StepId step = 0; step < pairs.steps; ++step) {
    const auto dependents = graph.dependents(step);
    for (std::uint32_t place = 0; place < dependents.size(); ++place) {
      const StepId dependent = dependents[place];
      const DependencyClass found = trace.class_of(step, place);
      const bool back = found == DependencyClass::back;
      const bool down = found == DependencyClass::tree || found == DependencyClass::forward;
      RC_ASSERT(back == is_above(dependent, step));
      RC_ASSERT(down == (dependent != step && is_above(step, dependent)));
      if (found == DependencyClass::tree) RC_ASSERT(trace.parent(dependent) == step);
      if (found == DependencyClass::cross) RC_ASSERT(trace.leave_event(dependent) < trace.discover_event(step));
    }
  }
}

RC_GTEST_PROP(DepthProperty, EveryEventHasALegibleSentenceAndALine, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const DepthTrace trace(graph);
  const auto name_of = [](StepId step) { return std::string_view("abcdefghij").substr(step % 10, 1); };
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    const DepthMoment moment = trace.at(cursor);
    const std::string sentence = english(narrate(trace, moment), name_of);
    RC_ASSERT(!sentence.empty() && is_legible(sentence) && sentence.find('{') == std::string::npos);
    RC_ASSERT(line_of(moment) >= 1 && line_of(moment) <= static_cast<int>(code_rows(Algorithm::depth_first).size()));
  }
}

}  // namespace
}  // namespace orchestrator
