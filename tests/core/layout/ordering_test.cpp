#include "layout/ordering.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "fixtures.h"

namespace orchestrator {
namespace {

using fixtures::graph_of;

/// Two layers of steps, and which of the lower is joined to which of the upper.
Graph two_layers(StepId size, std::uint32_t seed, StepId joined) {
  std::mt19937 random(seed);
  std::vector<Dependency> dependencies;
  for (StepId upper = 0; upper < size; ++upper) {
    for (StepId i = 0; i < joined; ++i) dependencies.push_back({static_cast<StepId>(random() % size), size + upper});
  }
  return {std::size_t{2} * size, dependencies};
}

std::uint64_t crossings_one_by_one(const Layers& layers, const Ordering& ordering) {
  std::vector<Dependency> segments;
  for (Item item = 0; item < layers.item_count(); ++item) {
    for (const Item next : layers.segments.dependents(item)) segments.push_back({item, next});
  }
  std::uint64_t crossings = 0;
  const auto at = [&](Item item) { return std::int64_t{ordering.position[item]}; };
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (std::size_t k = i + 1; k < segments.size(); ++k) {
      const auto& [a, b] = segments[i];
      const auto& [c, d] = segments[k];
      if (layers.layer[a] == layers.layer[c]) crossings += (at(a) - at(c)) * (at(b) - at(d)) < 0 ? 1U : 0U;
    }
  }
  return crossings;
}

Ordering shuffled(const Layers& layers, std::uint32_t seed) {
  Ordering ordering{std::vector<std::vector<Item>>(layers.count), std::vector<std::uint32_t>(layers.item_count())};
  for (Item item = 0; item < layers.item_count(); ++item) ordering.layers[layers.layer[item]].push_back(item);
  std::mt19937 random(seed);
  for (auto& items : ordering.layers) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
  }
  number_positions(ordering);
  return ordering;
}

std::uint64_t crossings_of(const Graph& graph) {
  const Layers layers = assign_layers(graph, {});
  return count_crossings(layers, order_items(layers, {}));
}

TEST(Crossings, AreCountedAsOneByOne) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const Layers layers = assign_layers(two_layers(1 + seed % 17, seed, 1 + seed % 4), {});
    const Ordering ordering = shuffled(layers, seed);
    EXPECT_EQ(count_crossings(layers, ordering), crossings_one_by_one(layers, ordering)) << "seed " << seed;
  }
}

TEST(Crossings, OfSegmentsThatShareAnEndAreNone) {
  const Layers layers = assign_layers(fixtures::star(20), {});
  EXPECT_EQ(count_crossings(layers, shuffled(layers, 1)), 0U);
}

TEST(Ordering, OfNothingIsEmpty) { EXPECT_TRUE(order_items(assign_layers(fixtures::empty(), {}), {}).layers.empty()); }

TEST(Ordering, HasEveryItemOnceInItsLayer) {
  const Layers layers = assign_layers(graph_of(6, {"ab", "bc", "cd", "ad", "ef", "fe"}), {});
  const Ordering ordering = order_items(layers, {});
  std::vector<bool> seen(layers.item_count());
  for (std::uint32_t layer = 0; layer < layers.count; ++layer) {
    for (std::uint32_t i = 0; i < ordering.layers[layer].size(); ++i) {
      const Item item = ordering.layers[layer][i];
      EXPECT_EQ(layers.layer[item], layer);
      EXPECT_EQ(ordering.position[item], i);
      EXPECT_FALSE(seen[item]);
      seen[item] = true;
    }
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), false), 0);
}

TEST(Ordering, DrawsWithoutCrossingsWhatCanBe) {
  //  a -> d, b -> c: as listed they would cross
  EXPECT_EQ(crossings_of(graph_of(4, {"ad", "bc"})), 0U);
  //  three chains, given in another sequence in every layer
  EXPECT_EQ(crossings_of(graph_of(9, {"af", "bd", "ce", "dh", "ei", "fg"})), 0U);
  //  a tree, and the same turned round
  EXPECT_EQ(crossings_of(graph_of(7, {"ab", "ac", "bd", "cf", "be", "cg"})), 0U);
  EXPECT_EQ(crossings_of(graph_of(7, {"ae", "ce", "bf", "df", "eg", "fg"})), 0U);
}

TEST(Ordering, OfACompletePairOfThreesHasNineCrossings) {
  EXPECT_EQ(crossings_of(graph_of(6, {"ad", "ae", "af", "bd", "be", "bf", "cd", "ce", "cf"})), 9U);
}

TEST(Ordering, SeparateComponentsComeOneAfterAnother) {
  //  a -> d, b -> e, c -> f: each layer in the order of the first steps
  const Layers layers = assign_layers(graph_of(6, {"af", "be", "cd"}), {});
  const Ordering ordering = order_items(layers, {});
  EXPECT_EQ(fixtures::letters(ordering.layers[0]), "a b c");
  EXPECT_EQ(fixtures::letters(ordering.layers[1]), "f e d");
}

TEST(Ordering, OfTheSameGraphIsAlwaysTheSame) {
  const Layers layers = assign_layers(two_layers(30, 7, 3), {});
  EXPECT_EQ(order_items(layers, {}).layers, order_items(layers, {}).layers);
}

TEST(Ordering, KeepsStepsThatWereThereEvenWhereTheyCross) {
  //  a -> d, b -> c, drawn before with c above d
  const Layers layers = assign_layers(graph_of(4, {"ad", "bc"}), {});
  const std::vector<Before> before{{true, 0, 0}, {true, 100, 0}, {true, 0, 1}, {true, 100, 1}};
  const Ordering ordering = order_items(layers, before);
  EXPECT_EQ(fixtures::letters(ordering.layers[0]), "a b");
  EXPECT_EQ(fixtures::letters(ordering.layers[1]), "c d");
}

TEST(Ordering, ANewStepFindsItsPlaceBetweenTheOthers) {
  //  a -> d, b -> e, c -> f were there; g depends on b
  const Layers layers = assign_layers(graph_of(7, {"ad", "be", "cf", "bg"}), {});
  std::vector<Before> before;
  for (const double along : {0, 100, 200}) before.push_back({true, along, 0});
  for (const double along : {0, 100, 200}) before.push_back({true, along, 1});
  before.push_back({});
  const Ordering ordering = order_items(layers, before);
  EXPECT_EQ(fixtures::letters(ordering.layers[0]), "a b c");
  const std::string upper = fixtures::letters(ordering.layers[1]);
  EXPECT_TRUE(upper == "d e g f" || upper == "d g e f") << upper;
}

}  // namespace
}  // namespace orchestrator
