#include "dfs.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "dfs_narration.h"
#include "fixtures.h"
#include "pseudocode.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using fixtures::letter;
using fixtures::letters;
using Lines = std::vector<std::string>;

/// "look a b tree | a | b": the event, then the stack and the list of steps left after it, the last one first.
std::string moment_text(const DepthTrace& trace, const DepthMoment& moment) {
  std::string text(event_name(moment.kind));
  if (moment.step != no_step) text += ' ' + std::string(letter(moment.step));
  if (moment.dependent != no_step) text += ' ' + std::string(letter(moment.dependent));
  if (moment.found) text += ' ' + std::string(class_name(*moment.found));
  const auto left = trace.left().first(moment.left);
  return text + " | " + letters(trace.stack(moment)) + " | " + letters(std::vector<StepId>(left.rbegin(), left.rend()));
}

Lines moments_of(const Graph& graph) {
  const DepthTrace trace(graph);
  Lines lines;
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) lines.push_back(moment_text(trace, trace.at(cursor)));
  return lines;
}

Lines sentences_of(const Graph& graph) {
  const DepthTrace trace(graph);
  Lines lines;
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    lines.push_back(english(narrate(trace, trace.at(cursor)), letter));
  }
  return lines;
}

TEST(DepthTrace, OfTheDiamond) {
  EXPECT_EQ(moments_of(fixtures::diamond()), (Lines{
                                                 "start |  | ",
                                                 "discover a | a | ",
                                                 "look a b tree | a | ",
                                                 "discover b | a b | ",
                                                 "look b d tree | a b | ",
                                                 "discover d | a b d | ",
                                                 "leave d | a b | d",
                                                 "leave b | a | b d",
                                                 "look a c tree | a | b d",
                                                 "discover c | a c | b d",
                                                 "look c d cross | a c | b d",
                                                 "leave c | a | c b d",
                                                 "leave a |  | a c b d",
                                                 "finish |  | a c b d",
                                             }));
}

TEST(DepthTrace, OfNothingStartsAndFinishes) {
  EXPECT_EQ(moments_of(fixtures::empty()), (Lines{"start |  | ", "finish |  | "}));
  const Graph graph;
  EXPECT_EQ(DepthTrace(graph).at(1).state, DepthState::sorted);
}

TEST(DepthTrace, RootsComeInTheOrderOfTheDefinition) {
  //  b -> a    c
  EXPECT_EQ(moments_of(graph_of(3, {"ba"})), (Lines{
                                                 "start |  | ",
                                                 "discover a | a | ",
                                                 "leave a |  | a",
                                                 "discover b | b | a",
                                                 "look b a cross | b | a",
                                                 "leave b |  | b a",
                                                 "discover c | c | b a",
                                                 "leave c |  | c b a",
                                                 "finish |  | c b a",
                                             }));
}

TEST(DepthTrace, ALookAtAGreyStepClosesACycle) {
  //  a -> b -> c -> b, and c -> c
  const Graph graph = graph_of(3, {"ab", "bc", "cb", "cc"});
  EXPECT_EQ(moments_of(graph), (Lines{
                                   "start |  | ",
                                   "discover a | a | ",
                                   "look a b tree | a | ",
                                   "discover b | a b | ",
                                   "look b c tree | a b | ",
                                   "discover c | a b c | ",
                                   "look c b back | a b c | ",
                                   "look c c back | a b c | ",
                                   "leave c | a b | c",
                                   "leave b | a | b c",
                                   "leave a |  | a b c",
                                   "finish |  | a b c",
                               }));
  const DepthTrace trace(graph);
  EXPECT_EQ(trace.back(), (std::vector<Dependency>{{2, 1}, {2, 2}}));
  EXPECT_EQ(letters(trace.cycle_at(trace.at(6))), "b c b");
  EXPECT_EQ(letters(trace.cycle_at(trace.at(7))), "c c");
  EXPECT_TRUE(trace.cycle_at(trace.at(5)).empty());
  EXPECT_EQ(trace.at(10).state, DepthState::running);
  EXPECT_EQ(trace.at(11).state, DepthState::cycle);
}

TEST(DepthTrace, ALookAtAStepDiscoveredBelowLeadsForward) {
  //  a -> b -> c, and a -> c
  EXPECT_EQ(moments_of(graph_of(3, {"ab", "ac", "bc"}))[8], "look a c forward | a | b c");
  EXPECT_EQ(moments_of(fixtures::doubled())[5], "look a b forward | a | b");
}

TEST(DepthTrace, AStepsEventsAreItsTimes) {
  const Graph graph = fixtures::diamond();
  const DepthTrace trace(graph);
  EXPECT_EQ(trace.discover_event(3), 5U);
  EXPECT_EQ(trace.leave_event(3), 6U);
  EXPECT_EQ(trace.discover_event(0), 1U);
  EXPECT_EQ(trace.leave_event(0), 12U);
  EXPECT_EQ(trace.look_event(0, 1), 8U);
  EXPECT_EQ(trace.look_event(2, 0), 10U);
  EXPECT_EQ(trace.depth(3), 2U);
}

TEST(DepthTrace, HasNoEventBeyondItsEnd) {
  const Graph graph = fixtures::single();
  const DepthTrace trace(graph);
  EXPECT_EQ(trace.size(), 4U);
  EXPECT_THROW(trace.at(4), std::out_of_range);
}

TEST(DepthTrace, OfAMillionStepsInAChainNeedsNoDeepStack) {
  const Graph graph = fixtures::long_cycle(1000000);
  const DepthTrace trace(graph);
  EXPECT_EQ(trace.size(), 3000002U);
  const DepthMoment moment = trace.at(trace.look_event(999999, 0));
  EXPECT_EQ(moment.found, DependencyClass::back);
  EXPECT_EQ(trace.cycle_at(moment).size(), 1000001U);
  EXPECT_EQ(trace.stack(moment).size(), 1000000U);
  EXPECT_EQ(trace.depth(999999), 999999U);
  EXPECT_FALSE(depth_first_order(graph).complete);
}

TEST(DepthTrace, OfAMillionDependentsOfOneStepIsFoundAtOnce) {
  const Graph graph = fixtures::star(1000000);
  const DepthTrace trace(graph);
  ASSERT_EQ(trace.size(), 3000004U);
  Cursor events = 0;
  for (std::uint32_t place = 0; place < 1000000; ++place) {
    const DepthMoment moment = trace.at(trace.look_event(0, place));
    ASSERT_EQ(moment.dependent, place + 1);
    events += trace.leave_event(place + 1) - trace.discover_event(place + 1);
  }
  EXPECT_EQ(events, 1000000U);
  EXPECT_EQ(depth_first_order(graph).steps.back(), 1U);
}

TEST(DepthNarration, OfTheDiamond) {
  const auto leaves = [](const std::string& step) {
    return step + " has no more dependents to look at: it turns black and goes to the front of the list. ";
  };
  EXPECT_EQ(sentences_of(fixtures::diamond()),
            (Lines{
                "All 4 steps are white: the search has not been to any of them yet.",
                "'a' is the first step, as defined, that is still white: a search begins there, and it turns grey.",
                "'a' looks at its dependent 'b', which is white: the search goes down to it.",
                "The search came down from 'a' to 'b': it turns grey, as number 2 on the stack.",
                "'b' looks at its dependent 'd', which is white: the search goes down to it.",
                "The search came down from 'b' to 'd': it turns grey, as number 3 on the stack.",
                leaves("'d'") + "The search returns to 'b'.",
                leaves("'b'") + "The search returns to 'a'.",
                "'a' looks at its dependent 'c', which is white: the search goes down to it.",
                "The search came down from 'a' to 'c': it turns grey, as number 2 on the stack.",
                "'c' looks at its dependent 'd', which is black: the search was done with it before it came here.",
                leaves("'c'") + "The search returns to 'a'.",
                leaves("'a'") + "The stack is empty.",
                std::string("Sorted: all 4 steps are in the list, the last to leave first, ") +
                    "each one before everything that depends on it.",
            }));
}

TEST(DepthNarration, OfNothingAndOfASingleStep) {
  EXPECT_EQ(sentences_of(fixtures::empty()), (Lines{
                                                 "The pipeline has no steps, so there is nothing to search.",
                                                 "There is nothing to sort: the order is empty, and complete.",
                                             }));
  EXPECT_EQ(sentences_of(fixtures::single()).front(), "The only step is white: the search has not been there yet.");
  EXPECT_EQ(sentences_of(fixtures::single()).back(), "Sorted: the only step is in the order.");
}

TEST(DepthNarration, ABlackDependentWasFoundOnALongerWayOrIsListedAgain) {
  EXPECT_EQ(sentences_of(graph_of(3, {"ab", "ac", "bc"}))[8],
            "'a' looks at its dependent 'c', which is black: the search has been there already, on a longer way from "
            "here.");
  EXPECT_EQ(sentences_of(fixtures::doubled())[5],
            "'a' looks at its dependent 'b' again, which is black by now: the dependency is listed more than once.");
}

TEST(DepthNarration, AGreyDependentClosesACycleOfSoManySteps) {
  const Lines lines = sentences_of(graph_of(4, {"ab", "bc", "cd", "db", "dd"}));
  EXPECT_EQ(lines[8],
            "'d' looks at its dependent 'b', which is grey: the search came down from there, and would come back to "
            "it. That is a cycle of 3 steps.");
  EXPECT_EQ(lines[9], "'d' is its own dependent, and grey: it waits for itself. That is a cycle of 1 step.");
  EXPECT_EQ(lines.back(), "There is no order: 2 dependencies led back to grey steps, and each of them closes a cycle.");
  EXPECT_EQ(sentences_of(fixtures::two_step_cycle()).back(),
            "There is no order: 1 dependency led back to a grey step, and so closes a cycle.");
}

TEST(DepthNarration, EachEventBelongsToALineOfThePseudocode) {
  const Graph graph = graph_of(4, {"ab", "bc", "cb", "db"});
  const DepthTrace trace(graph);
  std::vector<int> lines;
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) lines.push_back(line_of(trace.at(cursor)));
  EXPECT_EQ(lines, (std::vector<int>{1, 4, 6, 4, 6, 4, 7, 9, 9, 9, 4, 8, 9, 10}));
  const auto rows = code_rows(Algorithm::depth_first);
  ASSERT_EQ(rows.size(), 10U);
  EXPECT_EQ(rows[0].words, "colour every step white");
  EXPECT_EQ(rows[3].words, "    colour it grey: it is on the stack now");
  EXPECT_EQ(rows[5].words, "        if the dependent is white: visit it");
  EXPECT_EQ(rows[6].words, "        if it is grey: this dependency closes a cycle");
  EXPECT_EQ(rows[7].words, "        if it is black: nothing is left to do there");
  EXPECT_EQ(rows[8].words, "    colour it black and put it in front of the list");
  EXPECT_EQ(rows[9].words, "sorted if no dependency closed a cycle, else there is no order");
}

TEST(DepthNarration, StatesHaveNames) {
  EXPECT_EQ(state_name(DepthState::running), "running");
  EXPECT_EQ(state_name(DepthState::sorted), "sorted");
  EXPECT_EQ(state_name(DepthState::cycle), "cycle");
}

}  // namespace
}  // namespace orchestrator
