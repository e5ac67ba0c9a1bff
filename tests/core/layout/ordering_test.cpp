#include "layout/ordering.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "fixtures.h"
#include "layout/starts.h"
#include "layout/switching.h"
#include "layout/threading.h"

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
  ordering.number();
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

/// Two steps a layer in a row of them, all in both orders crossing, and one long link from the first to the last.
Graph ladder() { return graph_of(10, {"ac", "bd", "ce", "df", "eg", "fh", "gi", "hj", "aj"}); }

TEST(Threading, FindsALinkTheWayWithTheFewestCrossings) {
  //  the link from a to j must cross the other chain once, wherever its passages were
  const Layers layers = assign_layers(ladder(), {});
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    Ordering ordering = depth_first_start(layers, true, seed);
    Threader threader(layers);
    std::uint64_t before = count_crossings(layers, ordering);
    for (const Link& link : layers.links) {
      threader.thread(ordering, link);
      const std::uint64_t now = count_crossings(layers, ordering);
      EXPECT_LE(now, before);
      before = now;
    }
  }
}

TEST(Threading, EqualsTheBestOfAllWays) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    std::mt19937 random(seed);
    std::vector<Dependency> dependencies{{0, 9}};
    //  three layers between: steps 1-2, 3-5, 6-8; and 9 above them
    for (const auto& [low, high, count] : {std::array{0U, 1U, 1U}, std::array{1U, 3U, 2U}, std::array{3U, 6U, 3U}}) {
      for (StepId step = high; step < (high == 1 ? 3 : high == 3 ? 6 : 9); ++step) {
        for (int i = 0; i < 2; ++i) dependencies.push_back({low + static_cast<StepId>(random() % count), step});
      }
    }
    for (StepId step = 6; step < 9; ++step) dependencies.push_back({step, 9});
    const Layers layers = assign_layers(Graph(10, dependencies), {});
    const auto link =
        std::find_if(layers.links.begin(), layers.links.end(), [](const Link& l) { return l.count == 3; });
    ASSERT_NE(link, layers.links.end());
    Ordering ordering = shuffled(layers, seed);
    Ordering threaded = ordering;
    Threader(layers).thread(threaded, *link);
    std::uint64_t best = count_crossings(layers, ordering);
    const auto place = [&](std::uint32_t passage, std::size_t at) {
      std::vector<Item>& items = ordering.layers[passage + 1];
      std::erase(items, link->first + passage);
      items.insert(items.begin() + static_cast<std::ptrdiff_t>(at), link->first + passage);
      ordering.number();
    };
    for (std::size_t a = 0; a < ordering.layers[1].size(); ++a) {
      for (std::size_t b = 0; b < ordering.layers[2].size(); ++b) {
        for (std::size_t c = 0; c < ordering.layers[3].size(); ++c) {
          place(0, a);
          place(1, b);
          place(2, c);
          best = std::min(best, count_crossings(layers, ordering));
        }
      }
    }
    EXPECT_EQ(count_crossings(layers, threaded), best) << "seed " << seed;
  }
}

TEST(Switching, NeverAddsCrossings) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Layers layers = assign_layers(two_layers(12, seed, 3), {});
    const Kept none;
    Ordering ordering = shuffled(layers, seed);
    Switcher switcher(layers, none);
    std::uint64_t before = count_crossings(layers, ordering);
    for (int round = 0; round < 4; ++round) {
      const std::size_t layer = static_cast<std::size_t>(round) % layers.count;
      switcher.switch_neighbours(ordering, layer, 3);
      const std::uint64_t now = count_crossings(layers, ordering);
      EXPECT_LE(now, before);
      before = now;
    }
  }
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
