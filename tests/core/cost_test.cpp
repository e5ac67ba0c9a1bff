#include "cost.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "fixtures.h"

namespace orchestrator {
namespace {

TEST(Cost, InTheEndIsEveryStepTwiceAndEveryDependencyOnce) {
  for (const Graph& graph : {fixtures::empty(), fixtures::single(), fixtures::diamond(), fixtures::doubled()}) {
    const KahnTrace kahn(graph);
    const DepthTrace depth(graph);
    const Cost all{graph.step_count(), graph.step_count(), graph.dependency_count()};
    EXPECT_EQ(cost_at(kahn, kahn.size() - 1), all);
    EXPECT_EQ(cost_at(depth, depth.size() - 1), all);
  }
}

TEST(Cost, OfAStalledTraceLacksWhatACycleKeepsOut) {
  const Graph graph = fixtures::tail_behind_cycle();
  const KahnTrace trace(graph);
  EXPECT_EQ(cost_at(trace, trace.size() - 1), (Cost{1, 1, 1}));
  const DepthTrace depth(graph);
  EXPECT_EQ(cost_at(depth, depth.size() - 1), (Cost{5, 5, 5}));
}

TEST(Cost, CountsTheEventsUpToTheCursor) {
  for (const Graph& graph : {fixtures::diamond(), fixtures::two_cycles(), fixtures::doubled()}) {
    const KahnTrace kahn(graph);
    Cost counted;
    for (Cursor cursor = 0; cursor < kahn.size(); ++cursor) {
      const EventKind kind = kahn.at(cursor).event.kind;
      counted.put += kind == EventKind::enqueue ? 1 : 0;
      counted.taken += kind == EventKind::dequeue ? 1 : 0;
      counted.followed += kind == EventKind::decrement ? 1 : 0;
      EXPECT_EQ(cost_at(kahn, cursor), counted);
    }
    const DepthTrace depth(graph);
    counted = {};
    for (Cursor cursor = 0; cursor < depth.size(); ++cursor) {
      const DepthEventKind kind = depth.at(cursor).kind;
      counted.put += kind == DepthEventKind::discover ? 1 : 0;
      counted.taken += kind == DepthEventKind::leave ? 1 : 0;
      counted.followed += kind == DepthEventKind::look ? 1 : 0;
      EXPECT_EQ(cost_at(depth, cursor), counted);
    }
  }
}

TEST(Cost, HasNoEventBeyondTheEnd) {
  const Graph graph = fixtures::single();
  EXPECT_THROW(cost_at(KahnTrace(graph), 4), std::out_of_range);
  EXPECT_THROW(cost_at(DepthTrace(graph), 4), std::out_of_range);
}

}  // namespace
}  // namespace orchestrator
