#include "tie_break.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fixtures.h"
#include "order_check.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;
using fixtures::letters;

std::string order_by(TieBreak tie_break, const Graph& graph) {
  return letters(kahn_order(graph, tie_break, fixtures::letter).steps);
}

//  a      b -> d -> e      c -> f
Graph several_ready() { return graph_of(6, {"bd", "de", "cf"}); }

TEST(TieBreak, FifoIsTheCoursesOwn) {
  EXPECT_EQ(order_by(TieBreak::fifo, several_ready()), "a b c d f e");
  EXPECT_EQ(order_by(TieBreak::fifo, fixtures::diamond()), letters(kahn_order(fixtures::diamond()).steps));
}

TEST(TieBreak, LifoTakesWhatBecameReadyLast) { EXPECT_EQ(order_by(TieBreak::lifo, several_ready()), "c f b d e a"); }

TEST(TieBreak, ByNameTakesTheFirstByName) {
  const auto backwards = [](StepId step) { return std::string_view("fedcba").substr(step, 1); };
  EXPECT_EQ(letters(kahn_order(several_ready(), TieBreak::name, backwards).steps), "c f b d e a");
  EXPECT_EQ(order_by(TieBreak::name, several_ready()), "a b c d e f");
}

TEST(TieBreak, NamesAreComparedByTheirBytes) {
  //  capitals first, and no letter of another script between those of this one
  const auto name_of = [](StepId step) {
    constexpr std::array<std::string_view, 4> names{"\u00e9", "b", "a10", "B"};
    return names[step];
  };
  EXPECT_EQ(letters(kahn_order(graph_of(4, {}), TieBreak::name, name_of).steps), "d c b a");
}

TEST(TieBreak, ByLongestPathTakesWhatHoldsUpTheMost) {
  EXPECT_EQ(order_by(TieBreak::longest_path, several_ready()), "b c d a e f");
}

TEST(TieBreak, OfPathsAsLongTheFirstOfTheDefinitionGoes) {
  EXPECT_EQ(order_by(TieBreak::longest_path, fixtures::three_alone()), "a b c");
  EXPECT_EQ(order_by(TieBreak::longest_path, graph_of(4, {"da", "cb"})), "c d a b");
}

TEST(TieBreak, APathAheadEndsWhereACycleKeepsStepsOut) {
  //  a -> b <-> c -> d -> e, and f -> g
  const Graph graph = graph_of(7, {"ab", "bc", "cb", "cd", "de", "fg"});
  EXPECT_EQ(paths_ahead(graph), (std::vector<std::uint32_t>{0, 0, 0, 0, 0, 1, 0}));
  EXPECT_EQ(order_by(TieBreak::longest_path, graph), "f a g");
  EXPECT_FALSE(kahn_order(graph, TieBreak::longest_path, fixtures::letter).complete);
}

TEST(TieBreak, EveryOneHasANameAndIsFoundByIt) {
  for (const TieBreak tie_break : {TieBreak::fifo, TieBreak::lifo, TieBreak::name, TieBreak::longest_path}) {
    EXPECT_EQ(tie_break_named(tie_break_name(tie_break)), tie_break);
  }
  EXPECT_EQ(tie_break_name(TieBreak::longest_path), "longest-path");
  EXPECT_EQ(tie_break_named("random"), std::nullopt);
}

TEST(TieBreak, SortsAMillionStepsWithoutRecursion) {
  const auto name_of = [](StepId step) { return fixtures::letter(step % 26); };
  const auto expect_order = [&](TieBreak tie_break, const Graph& graph) {
    const Order order = kahn_order(graph, tie_break, name_of);
    EXPECT_TRUE(order.complete);
    EXPECT_EQ(first_broken(graph, order.steps), std::nullopt);
  };
  expect_order(TieBreak::lifo, fixtures::star(1000000));
  expect_order(TieBreak::name, fixtures::star(1000000));
  expect_order(TieBreak::longest_path, fixtures::long_chain(1000000));
  EXPECT_EQ(paths_ahead(fixtures::long_chain(1000000)).front(), 999999U);
}

}  // namespace
}  // namespace orchestrator
