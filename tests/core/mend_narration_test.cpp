#include "mend_narration.h"

#include <gtest/gtest.h>

#include <string>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using Lines = std::vector<std::string>;

Lines english_of(const std::vector<Sentence>& sentences) {
  Lines lines;
  for (const Sentence& sentence : sentences) lines.push_back(english(sentence, fixtures::letter));
  return lines;
}

TEST(MendNarration, OfAKnotSaysWhoWaitsAndHowLittleHasToGo) {
  EXPECT_EQ(english_of(narrate(find_mends(fixtures::two_step_cycle()).front())),
            (Lines{"2 steps wait for each other: 'a' and 'b'.", "Removing 1 dependency opens every cycle here."}));
  EXPECT_EQ(english_of(narrate(find_mends(fixtures::self_dependency()).front())),
            (Lines{"'a' waits for itself.", "Removing 1 dependency opens every cycle here."}));
  //  every step depends on every other
  EXPECT_EQ(english_of(narrate(find_mends(graph_of(3, {"ab", "ac", "ba", "bc", "ca", "cb"})).front())).back(),
            "Removing 3 dependencies opens every cycle here, and no fewer would do.");
}

TEST(MendNarration, OfManyStepsNamesTheFirst) {
  Knot knot{{}, {{1, 0}, {2, 0}}, false};
  for (StepId step = 0; step < 9; ++step) knot.steps.push_back(step);
  EXPECT_EQ(english_of(narrate(knot)),
            (Lines{"9 steps wait for each other, among them 'a', 'b', 'c', 'd', 'e' and 'f'.",
                   "Removing 2 dependencies opens every cycle here. Perhaps fewer would do."}));
  EXPECT_EQ(english_of(narrate(Dependency{1, 0}, knot.steps)).back(),
            "That frees 9 steps, among them 'a', 'b', 'c', 'd', 'e' and 'f'.");
}

TEST(MendNarration, OfADependencySaysWhatIsFreed) {
  EXPECT_EQ(english_of(narrate(Dependency{1, 0}, {})),
            (Lines{"'a' no longer waits for 'b'.", "By itself that frees no step yet."}));
  EXPECT_EQ(english_of(narrate(Dependency{0, 0}, std::vector<StepId>{0})),
            (Lines{"'a' no longer waits for itself.", "That frees 'a'."}));
  EXPECT_EQ(english_of(narrate(Dependency{1, 0}, std::vector<StepId>{0, 1, 2})).back(),
            "That frees 3 steps: 'a', 'b' and 'c'.");
}

TEST(MendNarration, OfAllKnotsSaysHowTheyWereChosen) {
  const auto told = [](const Graph& graph) {
    const auto knots = find_mends(graph);
    return english_of(narrate(knots, LeftOver(graph).freed_by(all_mends(knots))));
  };
  EXPECT_EQ(told(fixtures::diamond()), Lines{"There is no cycle, and nothing to mend."});
  const Lines two = told(fixtures::two_cycles());
  ASSERT_EQ(two.size(), 4U);
  EXPECT_EQ(two[0], "Removing 2 dependencies opens every cycle, and no fewer would do.");
  EXPECT_EQ(two[1], "Then all 5 steps that cannot be sorted now can be.");
  EXPECT_EQ(two[2].substr(0, 47), "Of at most 20 steps that wait for each other ev");
  const Lines one = told(fixtures::self_dependency());
  EXPECT_EQ(one[0], "Removing 1 dependency opens every cycle.");
  EXPECT_EQ(one[1], "Then the only step that cannot be sorted now can be.");
}

TEST(MendNarration, SaysOfAllThatFewerMightDoWhereThatIsSoOfOneKnot) {
  const std::vector<Knot> knots{{{0, 1}, {{1, 0}}, true}, {{2, 3}, {{3, 2}, {2, 3}}, false}};
  EXPECT_EQ(english_of(narrate(knots, std::vector<StepId>{0, 1, 2, 3})).front(),
            "Removing 3 dependencies opens every cycle. Perhaps fewer would do.");
}

}  // namespace
}  // namespace orchestrator
