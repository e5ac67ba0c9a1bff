#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "event_list.h"
#include "generators.h"
#include "kahn.h"
#include "order_check.h"
#include "order_count.h"
#include "shape.h"

namespace orchestrator {
namespace {

/// Whether every step stands behind its dependencies.
bool is_order(const naive::Pairs& pairs, const std::vector<StepId>& sequence) {
  std::vector<std::size_t> place(pairs.steps);
  for (std::size_t i = 0; i < sequence.size(); ++i) place[sequence[i]] = i;
  return std::all_of(pairs.dependencies.begin(), pairs.dependencies.end(),
                     [&](Dependency d) { return place[d.upstream] < place[d.dependent]; });
}

std::vector<StepId> all_steps(const naive::Pairs& pairs) {
  std::vector<StepId> steps(pairs.steps);
  std::iota(steps.begin(), steps.end(), 0U);
  return steps;
}

std::size_t naive_count(const naive::Pairs& pairs) {
  std::vector<StepId> sequence = all_steps(pairs);
  std::size_t count = 0;
  do count += is_order(pairs, sequence) ? 1U : 0U;
  while (std::next_permutation(sequence.begin(), sequence.end()));
  return count;
}

/// Up to seven steps, often acyclic.
AnyGraph small_graph() {
  AnyGraph graph = *generators::dense_graph();
  graph.steps = std::min<std::size_t>(graph.steps, 7);
  const bool acyclic = *rc::gen::inRange(0, 8) > 0;
  std::vector<Dependency> kept;
  for (const Dependency& d : graph.dependencies) {
    const bool inside = d.upstream < graph.steps && d.dependent < graph.steps;
    if (inside && (!acyclic || d.upstream * 3 % 7 < d.dependent * 3 % 7)) kept.push_back(d);
  }
  graph.dependencies = kept;
  return graph;
}

RC_GTEST_PROP(OrderCountProperty, IsHowManySequencesAreOrders, ()) {
  const AnyGraph pairs = small_graph();
  const OrderCount orders = count_orders(pairs.graph());
  RC_CLASSIFY(orders.count == "0", "cyclic");
  RC_ASSERT(orders.exact);
  RC_ASSERT(orders.count == std::to_string(naive_count(pairs)));
  RC_ASSERT(orders.unique == (orders.count == "1"));
}

RC_GTEST_PROP(OrderCheckProperty, FindsNothingExactlyInAnOrder, ()) {
  const AnyGraph pairs = small_graph();
  std::vector<StepId> sequence = all_steps(pairs);
  const int swaps = pairs.steps > 0 ? *rc::gen::inRange(0, 8) : 0;
  for (int i = 0; i < swaps; ++i) {
    const auto place = rc::gen::inRange<std::size_t>(0, pairs.steps);
    std::swap(sequence[*place], sequence[*place]);
  }
  const auto broken = first_broken(pairs.graph(), sequence);
  RC_CLASSIFY(!broken, "an order");
  RC_ASSERT(broken.has_value() == !is_order(pairs, sequence));
  if (!broken) return;
  RC_ASSERT(std::find(pairs.dependencies.begin(), pairs.dependencies.end(), *broken) != pairs.dependencies.end());
  // What stands before the step that breaks one is still sound.
  const auto until = std::find(sequence.begin(), sequence.end(), broken->dependent);
  RC_ASSERT(!first_broken(pairs.graph(), std::vector<StepId>(sequence.begin(), until)));
  RC_ASSERT(std::find(sequence.begin(), until, broken->upstream) == until);
}

RC_GTEST_PROP(OrderCheckProperty, KahnsOrderBreaksNothing, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  RC_ASSERT(!first_broken(graph, kahn_order(graph).steps));
}

RC_GTEST_PROP(ShapeProperty, IsThatOfTheRoundsInWhichReadyStepsLeaveTogether, (const AnyGraph& pairs)) {
  const Shape shape = shape_of(pairs.graph());
  const auto rounds = naive::rounds_of(pairs);
  std::vector<std::uint32_t> tiers(pairs.steps, Shape::no_tier);
  std::size_t width = 0;
  for (std::uint32_t round = 0; round < rounds.size(); ++round) {
    width = std::max(width, rounds[round].size());
    for (const StepId step : rounds[round]) tiers[step] = round;
  }
  RC_ASSERT(shape.tiers == tiers);
  RC_ASSERT(shape.depth == rounds.size());
  RC_ASSERT(shape.width == width);
}

RC_GTEST_PROP(ShapeProperty, ItsPathIsAPathAndAsLongAsItIsDeep, (const AnyGraph& pairs)) {
  const Shape shape = shape_of(pairs.graph());
  RC_ASSERT(shape.path.size() == shape.depth);
  for (std::size_t i = 0; i + 1 < shape.path.size(); ++i) {
    const auto dependents = pairs.dependents(shape.path[i]);
    RC_ASSERT(std::count(dependents.begin(), dependents.end(), shape.path[i + 1]) > 0);
  }
}

RC_GTEST_PROP(ShapeProperty, WithoutADependencyIsThatOfTheGraphWithout, (const AnyGraph& pairs)) {
  RC_PRE(!pairs.dependencies.empty());
  const Dependency left_out = *rc::gen::elementOf(pairs.dependencies);
  naive::Pairs rest = pairs;
  std::erase(rest.dependencies, left_out);
  const Shape shape = shape_without(pairs.graph(), left_out);
  const Shape expected = shape_of(rest.graph());
  RC_ASSERT(shape.tiers == expected.tiers);
  RC_ASSERT(shape.width == expected.width);
  RC_ASSERT(shape.path == expected.path);
}

RC_GTEST_PROP(EventListProperty, TellsEveryEventThatTheTraceHas, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  Cursor expected = 0;
  for_each_event(trace, [&](Cursor cursor, const Event& event) {
    RC_ASSERT(cursor == expected++);
    RC_ASSERT(event == trace.at(cursor).event);
  });
  RC_ASSERT(expected == trace.size());
}

RC_GTEST_PROP(EventListProperty, KeepsThoseOfTheKindsAndTheStep, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  const auto kinds = *rc::gen::inRange<EventKinds>(0, 32);
  const StepId step = pairs.steps > 0 && *rc::gen::inRange(0, 2) > 0
                          ? *rc::gen::inRange<StepId>(0, static_cast<StepId>(pairs.steps))
                          : no_step;
  std::vector<Cursor> expected;
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    const Event event = trace.at(cursor).event;
    const bool is_about = step == no_step || event.step == step || event.dependent == step;
    if (is_about && (kinds >> static_cast<unsigned>(event.kind) & 1U) != 0) expected.push_back(cursor);
  }
  RC_ASSERT(events_about(trace, kinds, step) == expected);
}

}  // namespace
}  // namespace orchestrator
