#include "trace.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "fixtures.h"
#include "narration.h"

namespace orchestrator {
namespace {

using fixtures::letters;
using Lines = std::vector<std::string>;

std::string text_of(const Event& event) {
  std::string text(event_name(event.kind));
  if (event.step != no_step) text += ' ' + std::string(fixtures::letter(event.step));
  if (event.dependent != no_step) text += ' ' + std::string(fixtures::letter(event.dependent));
  return text;
}

/// "decrement a b | 0 0 1 2 | c d | a": the event, then in-degrees, queue and order after it.
std::string frame_at(const KahnTrace& trace, Cursor cursor) {
  const Moment moment = trace.at(cursor);
  std::string text = text_of(moment.event) + " |";
  for (const std::uint32_t in_degree : trace.in_degrees(moment)) text += ' ' + std::to_string(in_degree);
  return text + " | " + letters(trace.queue(moment)) + " | " + letters(trace.taken(moment));
}

Lines frames_of(const Graph& graph) {
  const KahnTrace trace(graph);
  Lines frames;
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) frames.push_back(frame_at(trace, cursor));
  return frames;
}

TEST(KahnTrace, OfTheDiamond) {
  EXPECT_EQ(frames_of(fixtures::diamond()), (Lines{
                                                "start | 0 1 1 2 |  | ",
                                                "enqueue a | 0 1 1 2 | a | ",
                                                "dequeue a | 0 1 1 2 |  | a",
                                                "decrement a b | 0 0 1 2 |  | a",
                                                "enqueue b | 0 0 1 2 | b | a",
                                                "decrement a c | 0 0 0 2 | b | a",
                                                "enqueue c | 0 0 0 2 | b c | a",
                                                "dequeue b | 0 0 0 2 | c | a b",
                                                "decrement b d | 0 0 0 1 | c | a b",
                                                "dequeue c | 0 0 0 1 |  | a b c",
                                                "decrement c d | 0 0 0 0 |  | a b c",
                                                "enqueue d | 0 0 0 0 | d | a b c",
                                                "dequeue d | 0 0 0 0 |  | a b c d",
                                                "finish | 0 0 0 0 |  | a b c d",
                                            }));
}

TEST(KahnTrace, OfNothingStartsAndFinishes) {
  EXPECT_EQ(frames_of(fixtures::empty()), (Lines{"start | |  | ", "finish | |  | "}));
  const Graph graph;
  EXPECT_EQ(KahnTrace(graph).at(1).state, TraceState::sorted);
}

TEST(KahnTrace, OfASingleStep) {
  EXPECT_EQ(frames_of(fixtures::single()),
            (Lines{"start | 0 |  | ", "enqueue a | 0 | a | ", "dequeue a | 0 |  | a", "finish | 0 |  | a"}));
}

TEST(KahnTrace, SourcesEnterBeforeAnyStepIsTakenOut) {
  EXPECT_EQ(frames_of(fixtures::three_alone()), (Lines{
                                                    "start | 0 0 0 |  | ",
                                                    "enqueue a | 0 0 0 | a | ",
                                                    "enqueue b | 0 0 0 | a b | ",
                                                    "enqueue c | 0 0 0 | a b c | ",
                                                    "dequeue a | 0 0 0 | b c | a",
                                                    "dequeue b | 0 0 0 | c | a b",
                                                    "dequeue c | 0 0 0 |  | a b c",
                                                    "finish | 0 0 0 |  | a b c",
                                                }));
}

TEST(KahnTrace, ADependencyListedTwiceIsLoweredTwice) {
  EXPECT_EQ(frames_of(fixtures::doubled()), (Lines{
                                                "start | 0 2 |  | ",
                                                "enqueue a | 0 2 | a | ",
                                                "dequeue a | 0 2 |  | a",
                                                "decrement a b | 0 1 |  | a",
                                                "decrement a b | 0 0 |  | a",
                                                "enqueue b | 0 0 | b | a",
                                                "dequeue b | 0 0 |  | a b",
                                                "finish | 0 0 |  | a b",
                                            }));
}

TEST(KahnTrace, OfACycleStallsAtOnce) {
  EXPECT_EQ(frames_of(fixtures::two_step_cycle()), (Lines{"start | 1 1 |  | ", "finish | 1 1 |  | "}));
  EXPECT_EQ(frames_of(fixtures::self_dependency()), (Lines{"start | 1 |  | ", "finish | 1 |  | "}));
}

TEST(KahnTrace, OfATailBehindACycleStallsWhenTheFreeStepsAreOut) {
  EXPECT_EQ(frames_of(fixtures::tail_behind_cycle()), (Lines{
                                                          "start | 0 2 1 1 1 |  | ",
                                                          "enqueue a | 0 2 1 1 1 | a | ",
                                                          "dequeue a | 0 2 1 1 1 |  | a",
                                                          "decrement a b | 0 1 1 1 1 |  | a",
                                                          "finish | 0 1 1 1 1 |  | a",
                                                      }));
}

TEST(KahnTrace, IsRunningUntilItFinishesSortedOrStalled) {
  for (const auto& [graph, end] : {std::pair(fixtures::diamond(), TraceState::sorted),
                                   std::pair(fixtures::tail_behind_cycle(), TraceState::stalled)}) {
    const KahnTrace trace(graph);
    EXPECT_EQ(trace.complete(), end == TraceState::sorted);
    for (Cursor cursor = 0; cursor + 1 < trace.size(); ++cursor) {
      EXPECT_EQ(trace.at(cursor).state, TraceState::running);
    }
    EXPECT_EQ(trace.at(trace.size() - 1).state, end);
  }
}

TEST(KahnTrace, AnyEventCanBeAskedForInAnyOrder) {
  const Graph graph = fixtures::diamond();
  const KahnTrace trace(graph);
  const Lines frames = frames_of(graph);
  for (const std::size_t cursor : {13U, 0U, 8U, 8U, 5U, 12U, 1U, 6U}) {
    EXPECT_EQ(frame_at(trace, cursor), frames[cursor]);
  }
}

TEST(KahnTrace, BackUndoesForward) {
  const Graph graph = fixtures::diamond();
  const KahnTrace trace(graph);
  for (Cursor cursor = 0; cursor + 1 < trace.size(); ++cursor) {
    const std::string before = frame_at(trace, cursor);
    EXPECT_NE(frame_at(trace, cursor + 1), before);
    EXPECT_EQ(frame_at(trace, cursor), before);
  }
}

TEST(KahnTrace, AskingBeyondTheEndThrows) {
  const Graph graph = fixtures::chain();
  const KahnTrace trace(graph);
  EXPECT_NO_THROW(trace.at(trace.size() - 1));
  EXPECT_THROW(trace.at(trace.size()), std::out_of_range);
  EXPECT_THROW(trace.at(~Cursor{0}), std::out_of_range);
}

TEST(KahnTrace, PositionIsThePlaceInTheOrder) {
  //  c -> a -> b
  const Graph graph = fixtures::graph_of(3, {"ca", "ab"});
  const KahnTrace trace(graph);
  EXPECT_EQ(letters(trace.order()), "c a b");
  EXPECT_EQ(trace.position(2), 0U);
  EXPECT_EQ(trace.position(0), 1U);
  EXPECT_EQ(trace.position(1), 2U);
}

TEST(KahnTrace, StepsThatACycleKeepsOutHaveNoPosition) {
  const Graph graph = fixtures::tail_behind_cycle();
  const KahnTrace trace(graph);
  EXPECT_EQ(trace.position(0), 0U);
  for (StepId step = 1; step < 5; ++step) EXPECT_EQ(trace.position(step), KahnTrace::no_position);
}

TEST(KahnTrace, KnowsWhenAStepEntersAndWhenItIsTakenOut) {
  const Graph graph = fixtures::diamond();
  const KahnTrace trace(graph);
  EXPECT_EQ(trace.sources(), 1U);
  const std::vector<Cursor> enters{1, 4, 6, 11};
  const std::vector<Cursor> leaves{2, 7, 9, 12};
  for (StepId step = 0; step < 4; ++step) {
    EXPECT_EQ(trace.enqueue_event(step), enters[step]);
    EXPECT_EQ(trace.dequeue_event(step), leaves[step]);
  }
}

TEST(KahnTrace, CountsDependentsLoweredInTheBlockOfTheStepTakenOutLast) {
  const Graph graph = fixtures::diamond();
  const KahnTrace trace(graph);
  const std::vector<std::uint32_t> lowered{0, 0, 0, 1, 1, 2, 2, 0, 1, 0, 1, 1, 0, 0};
  ASSERT_EQ(trace.size(), lowered.size());
  for (std::size_t cursor = 0; cursor < lowered.size(); ++cursor) {
    EXPECT_EQ(trace.at(cursor).lowered, lowered[cursor]) << cursor;
  }
}

TEST(KahnTrace, OneInDegreeEqualsThatInTheTableOfAll) {
  for (const Graph& graph : {fixtures::diamond(), fixtures::doubled(), fixtures::tail_behind_cycle(),
                             fixtures::two_cycles(), fixtures::step_between_cycles()}) {
    const KahnTrace trace(graph);
    for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
      const Moment moment = trace.at(cursor);
      const std::vector<std::uint32_t> all = trace.in_degrees(moment);
      for (StepId step = 0; step < graph.step_count(); ++step) EXPECT_EQ(trace.in_degree(step, moment), all[step]);
    }
  }
}

TEST(KahnTrace, OfAMillionStepsInAStarIsSoughtWithoutReplay) {
  constexpr StepId million = 1000000;
  const Graph graph = fixtures::star(million);
  const KahnTrace trace(graph);
  ASSERT_EQ(trace.size(), 1U + 2U * (million + 1U) + million + 1U);
  // The hub's block: each leaf is lowered and enters at once.
  for (StepId leaf = 1; leaf <= million; leaf += 9973) {
    const Cursor lowering = 2 + 2 * Cursor{leaf} - 1;
    EXPECT_EQ(trace.at(lowering).event, (Event{EventKind::decrement, 0, leaf}));
    EXPECT_EQ(trace.at(lowering + 1).event, (Event{EventKind::enqueue, leaf, no_step}));
    EXPECT_EQ(trace.in_degree(leaf, trace.at(lowering - 1)), 1U);
    EXPECT_EQ(trace.in_degree(leaf, trace.at(lowering)), 0U);
    EXPECT_EQ(trace.at(trace.dequeue_event(leaf)).taken, leaf + 1);
  }
}

TEST(KahnTrace, OfAMillionStepsInAChainIsSoughtWithoutReplay) {
  constexpr StepId million = 1000000;
  const Graph graph = fixtures::long_chain(million);
  const KahnTrace trace(graph);
  ASSERT_EQ(trace.size(), 1U + 2U * million + (million - 1U) + 1U);
  for (StepId step = 1; step < million; step += 9973) {
    EXPECT_EQ(trace.at(trace.enqueue_event(step)).event, (Event{EventKind::enqueue, step, no_step}));
    EXPECT_EQ(trace.at(trace.enqueue_event(step) - 1).event, (Event{EventKind::decrement, step - 1, step}));
    EXPECT_EQ(trace.at(trace.dequeue_event(step)).event, (Event{EventKind::dequeue, step, no_step}));
  }
}

}  // namespace
}  // namespace orchestrator
