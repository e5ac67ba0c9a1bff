#include "narration.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "pseudocode.h"

namespace orchestrator {
namespace {

using Lines = std::vector<std::string>;

std::string sentence_at(const KahnTrace& trace, Cursor cursor) {
  return sentence_of(trace, trace.at(cursor), fixtures::letter);
}

Lines sentences_of(const Graph& graph) {
  const KahnTrace trace(graph);
  Lines lines;
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) lines.push_back(sentence_at(trace, cursor));
  return lines;
}

constexpr const char* counted = "Each step's in-degree is counted: how many dependencies it waits for. ";

TEST(Narration, OfTheDiamond) {
  EXPECT_EQ(
      sentences_of(fixtures::diamond()),
      (Lines{
          std::string(counted) + "1 of 4 steps has in-degree 0.",
          "'a' depends on nothing, so it joins the ready queue at place 1.",
          "'a' is first in the queue: it is taken out and becomes number 1 in the order. The 2 dependencies on it "
          "are taken off next.",
          "'b' drops from 1 to 0: its last dependency 'a' is done, so it joins the queue.",
          "'b' has in-degree 0 now: it waits for nothing any more and joins the ready queue at place 1.",
          "'c' drops from 1 to 0: its last dependency 'a' is done, so it joins the queue.",
          "'c' has in-degree 0 now: it waits for nothing any more and joins the ready queue at place 2.",
          "'b' is first in the queue: it is taken out and becomes number 2 in the order. The 1 dependency on it is "
          "taken off next.",
          "'d' drops from 2 to 1: 'b' is done, but it still waits for 'c'.",
          "'c' is first in the queue: it is taken out and becomes number 3 in the order. The 1 dependency on it is "
          "taken off next.",
          "'d' drops from 1 to 0: its last dependency 'c' is done, so it joins the queue.",
          "'d' has in-degree 0 now: it waits for nothing any more and joins the ready queue at place 1.",
          "'d' is first in the queue: it is taken out and becomes number 4 in the order. No step depends on it.",
          "Sorted: all 4 steps are in the order, each one behind everything it depends on.",
      }));
}

TEST(Narration, EachEventBelongsToALineOfThePseudocode) {
  const Graph graph = fixtures::diamond();
  const KahnTrace trace(graph);
  std::vector<int> lines;
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) lines.push_back(line_of(trace.at(cursor)));
  EXPECT_EQ(lines, (std::vector<int>{1, 2, 4, 6, 7, 6, 7, 4, 6, 4, 6, 7, 4, 8}));
  EXPECT_EQ(pseudocode().size(), 8U);
}

TEST(Narration, ThePseudocodeSaysWhatItsLinesDo) {
  const auto lines = pseudocode();
  EXPECT_EQ(lines[0], "count the in-degree of every step");
  EXPECT_EQ(lines[1], "put every step with in-degree 0 in the ready queue");
  EXPECT_EQ(lines[3], "    take the first step out and append it to the order");
  EXPECT_EQ(lines[5], "        lower the dependent's in-degree by 1");
  EXPECT_EQ(lines[6], "        if it is 0 now: put the dependent in the ready queue");
  EXPECT_EQ(lines[7], "sorted if every step is in the order, else stalled");
}

TEST(Narration, OfNothing) {
  EXPECT_EQ(sentences_of(fixtures::empty()), (Lines{
                                                 "The pipeline has no steps, so there is nothing to count.",
                                                 "There is nothing to sort: the order is empty, and complete.",
                                             }));
}

TEST(Narration, OfASingleStep) {
  const Lines lines = sentences_of(fixtures::single());
  EXPECT_EQ(lines.front(), std::string(counted) + "The only step has in-degree 0.");
  EXPECT_EQ(lines.back(), "Sorted: the only step is in the order.");
}

TEST(Narration, TheStartSaysHowManyStepsMayGoFirst) {
  EXPECT_EQ(sentences_of(fixtures::three_alone()).front(),
            std::string(counted) + "All of them have in-degree 0: nothing waits for anything.");
  EXPECT_EQ(sentences_of(fixtures::graph_of(3, {"ac", "bc"})).front(),
            std::string(counted) + "2 of 3 steps have in-degree 0.");
  EXPECT_EQ(sentences_of(fixtures::two_step_cycle()).front(),
            std::string(counted) + "No step has in-degree 0, so none can go first.");
  EXPECT_EQ(sentences_of(fixtures::self_dependency()).front(),
            std::string(counted) + "No step has in-degree 0, so none can go first.");
}

TEST(Narration, ADropNamesOneStepItStillWaitsForAndCountsTheOthers) {
  //  a, b, c and d -> e; c is listed first and twice
  const Graph graph = fixtures::graph_of(5, {"ce", "ae", "be", "ce", "de"});
  const KahnTrace trace(graph);
  const auto drop_by = [&](StepId step, Cursor nth) { return sentence_at(trace, trace.dequeue_event(step) + nth); };
  EXPECT_EQ(drop_by(0, 1), "'e' drops from 5 to 4: 'a' is done, but it still waits for 'c' and 2 more.");
  EXPECT_EQ(drop_by(1, 1), "'e' drops from 4 to 3: 'b' is done, but it still waits for 'c' and 1 more.");
  EXPECT_EQ(drop_by(2, 1), "'e' drops from 3 to 2: 'c' is done, but it still waits for 'd'.");
  EXPECT_EQ(drop_by(2, 2), "'e' drops from 2 to 1: 'c' is done, but it still waits for 'd'.");
  EXPECT_EQ(drop_by(3, 1), "'e' drops from 1 to 0: its last dependency 'd' is done, so it joins the queue.");
}

TEST(Narration, ADependencyListedTwiceIsTakenOffTwice) {
  const Lines lines = sentences_of(fixtures::doubled());
  EXPECT_EQ(
      lines[2],
      "'a' is first in the queue: it is taken out and becomes number 1 in the order. The 2 dependencies on it are "
      "taken off next.");
  EXPECT_EQ(lines[3],
            "'b' drops from 2 to 1: 'a' is done, but it still waits for the same dependency, which it lists more than "
            "once.");
  EXPECT_EQ(lines[4], "'b' drops from 1 to 0: its last dependency 'a' is done, so it joins the queue.");
}

TEST(Narration, ADropOnACycleNamesWhatStillHoldsTheStep) {
  EXPECT_EQ(sentences_of(fixtures::tail_behind_cycle())[3],
            "'b' drops from 2 to 1: 'a' is done, but it still waits for 'c'.");
  //  a -> b, and b waits for itself as well
  EXPECT_EQ(sentences_of(fixtures::graph_of(2, {"ab", "bb"}))[3],
            "'b' drops from 2 to 1: 'a' is done, but it still waits for itself.");
}

TEST(Narration, AStallSaysHowManyAreLeftOver) {
  EXPECT_EQ(
      sentences_of(fixtures::self_dependency()).back(),
      "Stalled: the queue is empty, but the only step is left over. It waits for itself, so it can never be first.");
  EXPECT_EQ(
      sentences_of(fixtures::graph_of(2, {"bb"})).back(),
      "Stalled: the queue is empty, but 1 of 2 steps is left over. It waits for itself, so it can never be first.");
  EXPECT_EQ(
      sentences_of(fixtures::tail_behind_cycle()).back(),
      "Stalled: the queue is empty, but 4 of 5 steps are left over. Each of them waits for another one of them (or "
      "for itself), so none can ever be first: there is a cycle.");
}

TEST(Narration, NamesAreShownSoThatNoneCanPassForSomethingElse) {
  const Graph graph = fixtures::single();
  const KahnTrace trace(graph);
  const auto hostile = [](StepId) { return std::string_view("<b>\u202E\n"); };
  EXPECT_EQ(sentence_of(trace, trace.at(1), hostile),
            R"('<b>\u{202E}\u{000A}' depends on nothing, so it joins the ready queue at place 1.)");
}

TEST(Narration, OfAStepWithAMillionDependentsStaysShort) {
  const Graph graph = fixtures::star(1000000);
  const KahnTrace trace(graph);
  const auto name = [](StepId) { return std::string_view("s"); };
  EXPECT_EQ(sentence_of(trace, trace.at(2), name),
            "'s' is first in the queue: it is taken out and becomes number 1 in the order. The 1000000 dependencies on "
            "it are taken off next.");
}

TEST(Narration, EventsAndStatesHaveNames) {
  EXPECT_EQ(event_name(EventKind::start), "start");
  EXPECT_EQ(event_name(EventKind::enqueue), "enqueue");
  EXPECT_EQ(event_name(EventKind::dequeue), "dequeue");
  EXPECT_EQ(event_name(EventKind::decrement), "decrement");
  EXPECT_EQ(event_name(EventKind::finish), "finish");
  EXPECT_EQ(state_name(TraceState::running), "running");
  EXPECT_EQ(state_name(TraceState::sorted), "sorted");
  EXPECT_EQ(state_name(TraceState::stalled), "stalled");
}

}  // namespace
}  // namespace orchestrator
