#include "why.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;

std::string reasons(const Graph& graph, StepId step, Cursor cursor) {
  const KahnTrace trace(graph);
  std::string text;
  for (const Sentence& sentence : why(trace, step, cursor)) {
    if (!text.empty()) text += ' ';
    text += english(sentence, fixtures::letter);
  }
  return text;
}

TEST(Why, ASourceWaitsForNothing) {
  const Graph graph = fixtures::three_alone();
  const std::string degree = "'b' depends on nothing: its in-degree is 0 from the start. ";
  EXPECT_EQ(reasons(graph, 1, 0), degree + "'b' waits for nothing, and joins the ready queue at event 2.");
  EXPECT_EQ(reasons(graph, 1, 2),
            degree + "'b' has been in the ready queue since event 2, is number 2 there, and is taken out at event 5.");
  EXPECT_EQ(reasons(graph, 1, 5),
            degree + "'b' was in the ready queue from event 2 until event 5, and is number 2 in the order.");
}

TEST(Why, ADependentWaitsForWhatIsNotTakenOff) {
  const Graph graph = fixtures::diamond();
  const std::string same = "'d' has in-degree 2, as at the start: none of its dependencies is taken off yet. ";
  EXPECT_EQ(reasons(graph, 3, 0), same + "'d' waits for 'b' and 'c'. 'd' joins the ready queue at event 11.");
  EXPECT_EQ(reasons(graph, 3, 7),
            same +
                "'b' is out of the queue already, and is taken off at event 8. 'd' waits for 'c', which has been in "
                "the ready queue since event 6. 'd' joins the ready queue at event 11.");
  EXPECT_EQ(
      reasons(graph, 3, 8),
      "'d' had in-degree 2 at the start, and has 1 now. 'b' was taken off at event 8. 'd' waits for 'c', which has "
      "been in the ready queue since event 6. 'd' joins the ready queue at event 11.");
  EXPECT_EQ(reasons(graph, 3, 10),
            "'d' had in-degree 2 at the start, and has 0 now. 'b' was taken off at event 8 and 'c' at event 10. 'd' "
            "waits for nothing, and joins the ready queue at event 11.");
  EXPECT_EQ(
      reasons(graph, 3, 11),
      "'d' had in-degree 2 at the start, and has 0 now. 'b' was taken off at event 8 and 'c' at event 10. 'd' has "
      "been in the ready queue since event 11, is number 1 there, and is taken out at event 12.");
}

TEST(Why, SaysWhereTheOneStepIsThatIsMissing) {
  const Graph graph = fixtures::chain();
  const std::string same = "'c' has in-degree 1, as at the start: none of its dependencies is taken off yet. ";
  EXPECT_EQ(reasons(graph, 2, 2),
            same + "'c' waits for 'b', which has in-degree 1 itself. 'c' joins the ready queue at event 7.");
  EXPECT_EQ(reasons(graph, 2, 3),
            same +
                "'c' waits for 'b', which waits for nothing any more and joins the ready queue at event 4. 'c' joins "
                "the ready queue at event 7.");
}

TEST(Why, ThreeDependenciesTakenOffAreAllNamed) {
  EXPECT_EQ(reasons(graph_of(4, {"cd", "ad", "bd"}), 3, 11),
            "'d' had in-degree 3 at the start, and has 0 now. 'a' was taken off at event 5, 'b' at event 7 and 'c' at "
            "event 9. 'd' was in the ready queue from event 10 until event 11, and is number 4 in the order.");
}

TEST(Why, OfManyDependenciesAFewAreNamed) {
  const Graph graph = graph_of(7, {"ag", "bg", "cg", "dg", "eg", "fg"});
  EXPECT_EQ(reasons(graph, 6, 0),
            "'g' has in-degree 6, as at the start: none of its dependencies is taken off yet. 'g' waits for 6 "
            "dependencies, among them 'a', 'b', 'c' and 'd'. 'g' joins the ready queue at event 19.");
  EXPECT_EQ(
      reasons(graph, 6, 16),
      "'g' had in-degree 6 at the start, and has 1 now. 5 of its dependencies are taken off: first 'a' at event "
      "8, last 'e' at event 16. 'g' waits for 'f', which has been in the ready queue since event 6. 'g' joins the "
      "ready queue at event 19.");
}

TEST(Why, ADependencyListedTwiceIsTakenOffTwice) {
  const Graph graph = fixtures::doubled();
  EXPECT_EQ(reasons(graph, 1, 3),
            "'b' had in-degree 2 at the start, and has 1 now. 'a' was taken off at event 3. 'a' is out of the queue "
            "already, and is taken off at event 4. 'b' joins the ready queue at event 5.");
  EXPECT_EQ(
      reasons(graph, 1, 4),
      "'b' had in-degree 2 at the start, and has 0 now. 'a' was taken off at event 3 and 'a' at event 4. 'b' waits "
      "for nothing, and joins the ready queue at event 5.");
}

TEST(Why, AStepOnACycleIsNeverReady) {
  const std::string same = " has in-degree 1, as at the start: none of its dependencies is taken off yet. ";
  EXPECT_EQ(reasons(fixtures::self_dependency(), 0, 1),
            "'a'" + same + "'a' waits for itself. 'a' depends on itself, so it can never be ready.");
  EXPECT_EQ(reasons(fixtures::two_cycles(), 1, 0),
            "'b'" + same +
                "'b' waits for 'a', which has in-degree 1 itself. 'b' can never be ready: it is on a cycle of 3 steps, "
                "'b', 'c' and 'a', where each waits for the one before it and the first for the last.");
  EXPECT_EQ(
      reasons(fixtures::long_cycle(26), 25, 1),
      "'z'" + same +
          "'z' waits for 'y', which has in-degree 1 itself. 'z' can never be ready: it is on a cycle of 26 steps, "
          "among them 'z', 'a', 'b' and 'c', where each waits, in the end, for itself.");
}

TEST(Why, AStepBehindACycleSaysWhich) {
  const std::string same = " has in-degree 1, as at the start: none of its dependencies is taken off yet. ";
  EXPECT_EQ(reasons(fixtures::tail_behind_cycle(), 4, 4),
            "'e'" + same +
                "'e' waits for 'd', which has in-degree 1 itself. 'e' can never be ready: it is behind a cycle of 2 "
                "steps, 'b' and 'c', where each waits for the one before it and the first for the last.");
  EXPECT_EQ(reasons(graph_of(2, {"aa", "ab"}), 1, 0),
            "'b'" + same +
                "'b' waits for 'a', which has in-degree 1 itself. 'b' can never be ready: it is behind 'a', which "
                "depends on itself.");
  EXPECT_EQ(reasons(graph_of(6, {"ab", "bc", "cd", "de", "ea", "ef"}), 5, 0),
            "'f'" + same +
                "'f' waits for 'e', which has in-degree 1 itself. 'f' can never be ready: it is behind a cycle of 5 "
                "steps, among them 'a', 'b', 'c' and 'd', where each waits, in the end, for itself.");
}

TEST(Why, IsAskedOfAnEventThatExists) {
  const Graph graph = fixtures::single();
  EXPECT_THROW(why(KahnTrace(graph), 0, 4), std::out_of_range);
}

TEST(Why, OfAMillionDependenciesStaysShort) {
  constexpr StepId sink = 1000000;
  std::vector<Dependency> dependencies;
  for (StepId step = 0; step < sink; ++step) dependencies.push_back({step, sink});
  const Graph graph(sink + 1, dependencies);
  const KahnTrace trace(graph);
  const auto name = [](StepId step) { return step == sink ? "sink" : "s"; };
  const auto said = why(trace, sink, trace.dequeue_event(500000));
  ASSERT_EQ(said.size(), 5U);
  EXPECT_EQ(english(said[1], name),
            "500000 of its dependencies are taken off: first 's' at event 1000002, last 's' at event 2000000.");
  EXPECT_EQ(english(said[3], name), "'sink' waits for 499999 dependencies, among them 's', 's', 's' and 's'.");
}

}  // namespace
}  // namespace orchestrator
