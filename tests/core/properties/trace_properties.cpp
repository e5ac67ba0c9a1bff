#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "generators.h"
#include "narration.h"

namespace orchestrator {
namespace {

using naive::frame_at;

RC_GTEST_PROP(TraceProperty, SeekEqualsAFreshReplay, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  const auto frames = naive::trace_of(pairs);
  RC_ASSERT(trace.size() == frames.size());
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) RC_ASSERT(frame_at(trace, cursor) == frames[cursor]);
}

RC_GTEST_PROP(TraceProperty, BackUndoesForward, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  const auto start = *rc::gen::inRange<Cursor>(0, trace.size());
  const auto end = *rc::gen::inRange<Cursor>(start, trace.size());
  std::vector<naive::Frame> forward;
  for (Cursor cursor = start; cursor <= end; ++cursor) forward.push_back(frame_at(trace, cursor));
  for (Cursor cursor = end + 1; cursor-- > start;) {
    RC_ASSERT(frame_at(trace, cursor) == forward.back());
    forward.pop_back();
  }
}

RC_GTEST_PROP(TraceProperty, OneInDegreeEqualsThatInTheTableOfAll, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    const Moment moment = trace.at(cursor);
    const auto all = trace.in_degrees(moment);
    for (StepId step = 0; step < graph.step_count(); ++step) RC_ASSERT(trace.in_degree(step, moment) == all[step]);
  }
}

RC_GTEST_PROP(TraceProperty, AStepsEventsAreWhereTheTraceSaysTheyAre, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  for (StepId step = 0; step < graph.step_count(); ++step) {
    if (trace.position(step) == KahnTrace::no_position) continue;
    RC_ASSERT(trace.order()[trace.position(step)] == step);
    RC_ASSERT(trace.at(trace.enqueue_event(step)).event == (Event{EventKind::enqueue, step, no_step}));
    RC_ASSERT(trace.at(trace.dequeue_event(step)).event == (Event{EventKind::dequeue, step, no_step}));
    RC_ASSERT(trace.enqueue_event(step) < trace.dequeue_event(step));
  }
}

RC_GTEST_PROP(TraceProperty, StepsWithoutAPositionAreThoseNeverTakenOut, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  std::size_t without = 0;
  for (StepId step = 0; step < graph.step_count(); ++step) {
    without += trace.position(step) == KahnTrace::no_position ? 1U : 0U;
  }
  RC_ASSERT(without + trace.order().size() == graph.step_count());
  RC_ASSERT(trace.complete() == (without == 0));
}

RC_GTEST_PROP(TraceProperty, ADropIsToldWithTheNumbersOfTheFrame, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  const auto frames = naive::trace_of(pairs);
  const std::vector<std::string> names = [&] {
    std::vector<std::string> all;
    for (StepId step = 0; step < graph.step_count(); ++step) all.push_back('s' + std::to_string(step));
    return all;
  }();
  const auto name_of = [&](StepId step) { return std::string_view(names[step]); };
  for (Cursor cursor = 1; cursor < trace.size(); ++cursor) {
    const Moment moment = trace.at(cursor);
    if (moment.event.kind != EventKind::decrement) continue;
    const StepId dependent = moment.event.dependent;
    const std::string drop = "'" + names[dependent] + "' drops from " +
                             std::to_string(frames[cursor - 1].in_degrees[dependent]) + " to " +
                             std::to_string(frames[cursor].in_degrees[dependent]) + ": ";
    RC_ASSERT(sentence_of(trace, moment, name_of).substr(0, drop.size()) == drop);
  }
}

}  // namespace
}  // namespace orchestrator
