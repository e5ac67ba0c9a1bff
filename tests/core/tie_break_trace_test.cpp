#include "tie_break_trace.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using Lines = std::vector<std::string>;

Lines sentences_of(const Graph& graph, TieBreak tie_break) {
  const TieBreakTrace trace(graph, tie_break, fixtures::letter);
  Lines lines;
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    lines.push_back(english(narrate(trace, trace.at(cursor)), fixtures::letter));
  }
  return lines;
}

//  a -> c    b
Graph graph() { return graph_of(3, {"ac"}); }

TEST(TieBreakTrace, OfAStackTakesTheLastOfTheQueue) {
  const Lines lines = sentences_of(graph(), TieBreak::lifo);
  ASSERT_EQ(lines.size(), 9U);
  EXPECT_EQ(lines[1], "'a' depends on nothing, so it joins the ready queue, whose length is 1 now.");
  EXPECT_EQ(lines[3],
            "'b' joined the queue last, of the 2 steps in it: it is taken out and becomes number 1 in the order.");
  EXPECT_EQ(lines[4], "'a' is alone in the queue: it is taken out and becomes number 2 in the order.");
  EXPECT_EQ(lines[5], "'c' drops from 1 to 0: its last dependency 'a' is done, so it joins the queue.");
  EXPECT_EQ(lines[6],
            "'c' has in-degree 0 now: it waits for nothing any more and joins the ready queue, whose length is 1 now.");
  EXPECT_EQ(lines[8], "Sorted: all 3 steps are in the order, each one behind everything it depends on.");
}

TEST(TieBreakTrace, ByNameSaysThatTheNameDecided) {
  EXPECT_EQ(sentences_of(graph(), TieBreak::name)[3],
            "'a' is the first by name of the 2 steps in the queue: it is taken out and becomes number 1 in the order.");
}

TEST(TieBreakTrace, ByLongestPathSaysHowLongItIs) {
  EXPECT_EQ(
      sentences_of(graph(), TieBreak::longest_path)[3],
      "None of the 2 steps in the queue has a longer path ahead than 'a', of length 1: it is taken out and becomes "
      "number 1 in the order.");
  EXPECT_EQ(sentences_of(fixtures::three_alone(), TieBreak::longest_path)[4],
            "'a' is the first, as defined, of the 3 steps in the queue, and nothing that can be sorted depends on any "
            "of them: it is taken out and becomes number 1 in the order.");
}

TEST(TieBreakTrace, ByFifoIsTheTraceOfTheCourse) {
  const Graph diamond = fixtures::diamond();
  const KahnTrace course(diamond);
  const TieBreakTrace trace(diamond, TieBreak::fifo, fixtures::letter);
  ASSERT_EQ(trace.size(), course.size());
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    EXPECT_EQ(trace.at(cursor).event, course.at(cursor).event);
    EXPECT_EQ(english(narrate(trace, trace.at(cursor)), fixtures::letter),
              sentence_of(course, course.at(cursor), fixtures::letter));
  }
}

TEST(TieBreakTrace, StallsOnACycleAsTheCoursesDoes) {
  const Lines lines = sentences_of(fixtures::tail_behind_cycle(), TieBreak::lifo);
  EXPECT_EQ(lines.back().substr(0, 60), "Stalled: the queue is empty, but 4 of 5 steps are left over.");
}

TEST(TieBreakTrace, HasNoEventBeyondItsEnd) {
  const Graph single = fixtures::single();
  const TieBreakTrace trace(single, TieBreak::lifo, fixtures::letter);
  EXPECT_EQ(trace.size(), 4U);
  EXPECT_THROW(trace.at(4), std::out_of_range);
}

TEST(TieBreakTrace, OfAMillionStepsIsSoughtAnywhere) {
  const Graph star = fixtures::star(1000000);
  const TieBreakTrace trace(star, TieBreak::lifo, [](StepId) { return std::string_view("s"); });
  ASSERT_EQ(trace.size(), 3000004U);
  // The leaves enter one after another and are taken out the other way round.
  for (StepId leaf = 1; leaf <= 1000000; leaf += 99991) {
    EXPECT_EQ(trace.at(trace.enqueue_event(leaf)).event, (Event{EventKind::enqueue, leaf, no_step}));
    EXPECT_EQ(trace.dequeue_event(leaf), 2U + 2 * 1000000U + (1000001 - leaf));
    EXPECT_EQ(trace.at(trace.dequeue_event(leaf)).event, (Event{EventKind::dequeue, leaf, no_step}));
    EXPECT_EQ(trace.at(trace.decrement_event(0, leaf - 1)).event, (Event{EventKind::decrement, 0, leaf}));
  }
}

}  // namespace
}  // namespace orchestrator
