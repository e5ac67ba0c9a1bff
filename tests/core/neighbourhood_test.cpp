#include "neighbourhood.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using fixtures::letters;
using Numbers = std::vector<std::uint32_t>;

Neighbourhood around_one(const Graph& graph, StepId centre, std::size_t most) {
  return around(graph, std::span(&centre, 1), most);
}

// "b:1/2": b is shown, one of its dependencies and two of its dependents are not.
std::string text(const Neighbourhood& part) {
  std::string text;
  for (std::size_t i = 0; i < part.steps.size(); ++i) {
    if (i > 0) text += ' ';
    text += fixtures::letter(part.steps[i]);
    text += ':' + std::to_string(part.hidden_dependencies[i]) + '/' + std::to_string(part.hidden_dependents[i]);
  }
  return text;
}

TEST(Neighbourhood, OfNothingIsEmpty) {
  EXPECT_EQ(text(around(fixtures::empty(), {}, 10)), "");
  EXPECT_EQ(text(around(fixtures::diamond(), {}, 10)), "");
  EXPECT_EQ(text(around_one(fixtures::diamond(), 0, 0)), "");
}

TEST(Neighbourhood, IsThePartOfTheGraphThatIsTiedToTheCentre) {
  EXPECT_EQ(text(around_one(fixtures::diamond(), 1, 10)), "a:0/0 b:0/0 c:0/0 d:0/0");
  EXPECT_EQ(text(around_one(fixtures::three_alone(), 1, 10)), "b:0/0");
}

TEST(Neighbourhood, TakesTheNearestFirstAndCountsWhatIsLeftOut) {
  //  a -> b -> c -> d -> e
  const Graph graph = graph_of(5, {"ab", "bc", "cd", "de"});
  EXPECT_EQ(text(around_one(graph, 2, 1)), "c:1/1");
  EXPECT_EQ(text(around_one(graph, 2, 3)), "b:1/0 c:0/0 d:0/1");
  EXPECT_EQ(text(around_one(graph, 4, 3)), "c:1/0 d:0/0 e:0/0");
}

TEST(Neighbourhood, MayHaveManyCentres) {
  //  a -> b -> c -> d -> e
  const Graph graph = graph_of(5, {"ab", "bc", "cd", "de"});
  const std::vector<StepId> ends{4, 0, 4};
  EXPECT_EQ(text(around(graph, ends, 2)), "a:0/1 e:1/0");
  EXPECT_EQ(text(around(graph, ends, 4)), "a:0/0 b:0/1 d:1/0 e:0/0");
  EXPECT_EQ(text(around(graph, ends, 1)), "e:1/0");
}

TEST(Neighbourhood, CountsADependencyListedTwiceOnce) {
  EXPECT_EQ(text(around_one(fixtures::doubled(), 1, 1)), "b:1/0");
  EXPECT_EQ(text(around_one(fixtures::doubled(), 0, 1)), "a:0/1");
  //  a => c <= b, where c lists a, b, a, b
  EXPECT_EQ(text(around_one(graph_of(3, {"ac", "bc", "ac", "bc"}), 2, 1)), "c:2/0");
}

TEST(Neighbourhood, AStepIsNotHiddenFromItself) {
  EXPECT_EQ(text(around_one(fixtures::self_dependency(), 0, 5)), "a:0/0");
  EXPECT_EQ(text(around_one(fixtures::two_step_cycle(), 0, 1)), "a:1/1");
}

TEST(Neighbourhood, ACentreBringsAFewOfManyAndOthersFewer) {
  const Graph star = fixtures::star(100);
  const Neighbourhood hub = around_one(star, 0, 1000);
  EXPECT_EQ(hub.steps.size(), 1 + most_brought_by_a_centre);
  EXPECT_EQ(hub.steps.back(), most_brought_by_a_centre);
  EXPECT_EQ(hub.hidden_dependents[0], 100 - most_brought_by_a_centre);

  const Neighbourhood leaf = around_one(star, 50, 1000);
  EXPECT_EQ(leaf.steps, (Numbers{0, 1, 2, 3, 4, 50}));
  EXPECT_EQ(leaf.hidden_dependents, (Numbers{95, 0, 0, 0, 0, 0}));
}

// How quick that is, `npm run bench:large` tells.
TEST(Neighbourhood, OfAHubHasAFewOfSixtyThousandDependents) {
  EXPECT_EQ(around_one(fixtures::star(60000), 0, 300).steps.size(), 13U);
}

TEST(Neighbourhood, OfAMillionStepsInAChainNeedsNoDeepStack) {
  EXPECT_EQ(around_one(fixtures::long_chain(1000000), 500000, 1000000).steps.size(), 1000000U);
}

std::string relatives_text(const Graph& graph, StepId step) {
  std::string text;
  for (const std::uint8_t bits : relatives(graph, step)) text += std::to_string(bits);
  return text;
}

TEST(Relatives, AreUpstreamAndDownstream) {
  EXPECT_EQ(relatives_text(fixtures::single(), 0), "0");
  EXPECT_EQ(relatives_text(fixtures::diamond(), 1), "1002");
  EXPECT_EQ(relatives_text(fixtures::diamond(), 0), "0222");
  EXPECT_EQ(relatives_text(fixtures::diamond(), 3), "1110");
  EXPECT_EQ(relatives_text(fixtures::doubled(), 1), "10");
}

TEST(Relatives, OnACycleAreBoth) {
  EXPECT_EQ(relatives_text(fixtures::self_dependency(), 0), "3");
  EXPECT_EQ(relatives_text(fixtures::two_cycles(), 1), "33300");
  //  a -> b <-> c -> d -> e
  EXPECT_EQ(relatives_text(fixtures::tail_behind_cycle(), 1), "13322");
  EXPECT_EQ(relatives_text(fixtures::tail_behind_cycle(), 3), "11102");
}

TEST(Relatives, OfAMillionStepsInACycleNeedNoDeepStack) {
  const std::vector<std::uint8_t> bits = relatives(fixtures::long_cycle(1000000), 5);
  EXPECT_EQ(static_cast<std::size_t>(std::count(bits.begin(), bits.end(), is_upstream | is_downstream)), bits.size());
}

}  // namespace
}  // namespace orchestrator
