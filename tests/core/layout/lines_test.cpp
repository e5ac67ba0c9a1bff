#include "layout/lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "fixtures.h"

namespace orchestrator {
namespace {

/// Steps that depend on one or two of the few before, now and then on any. The first two stand alone.
Graph pipeline(StepId size, std::uint32_t seed, StepId reach) {
  std::mt19937 random(seed);
  std::vector<Dependency> dependencies;
  for (StepId step = 3; step < size; ++step) {
    for (std::uint32_t i = 0; i <= random() % 2; ++i) {
      const StepId most = random() % 8 == 0 ? step - 2 : std::min(step - 2, reach);
      dependencies.push_back({static_cast<StepId>(step - 1 - random() % most), step});
    }
  }
  return {size, dependencies};
}

/// Somewhere between the two steps that stand alone, so that no item stands at a level.
Places scattered(const Layers& layers, std::uint32_t seed) {
  std::mt19937 random(seed);
  Places places;
  for (Item item = 0; item < layers.item_count(); ++item) places.push_back(1 + static_cast<double>(random() % 997653));
  places[0] = 0;
  places[1] = 1000000;
  return places;
}

/// Whether two links cross as straight lines between their ends, with layers one apart.
bool are_crossing(const Layers& layers, const Places& places, const Link& a, const Link& b) {
  const auto at = [&](const Link& link, double layer) {
    const double low = layers.layer[link.low];
    return places[link.low] + (places[link.high] - places[link.low]) * (layer - low) / layers.span(link);
  };
  if (a.low == b.low || a.high == b.high) return false;
  const double begin = std::max(layers.layer[a.low], layers.layer[b.low]);
  const double end = std::min(layers.layer[a.high], layers.layer[b.high]);
  return begin < end && (at(a, begin) - at(b, begin)) * (at(a, end) - at(b, end)) < -1e-6;
}

std::size_t crossings(const Layers& layers, const Places& places) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < layers.links.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k)
      count += are_crossing(layers, places, layers.links[i], layers.links[k]) ? 1U : 0U;
  }
  return count;
}

/// Of the lines of one step, counted one by one.
std::int32_t step_crossings(const Layers& layers, const Places& places, StepId step) {
  std::int32_t count = 0;
  for (const Link& own : layers.links) {
    if (own.low != step && own.high != step) continue;
    for (const Link& other : layers.links) count += are_crossing(layers, places, own, other) ? 1 : 0;
  }
  return count;
}

TEST(Lines, CostAtEachLevelWhatTheyCrossThere) {
  const Kept none;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Layers layers = assign_layers(pipeline(40, seed, 6), {});
    Places places = scattered(layers, seed);
    LineSifter sifter(layers, none, places, false);
    for (StepId step = 2; step < layers.step_count; ++step) {
      const LineSifter::Costs costs = sifter.costs(step);
      const double now = places[step];
      for (std::size_t level = 0; level < LineSifter::levels; ++level) {
        places[step] = sifter.place_of(static_cast<double>(level));
        EXPECT_EQ(costs[level], LineSifter::seen * step_crossings(layers, places, step))
            << seed << ' ' << step << ' ' << level;
      }
      places[step] = now;
    }
  }
}

TEST(Lines, AreSiftedToWhereTheyCrossLess) {
  const Kept none;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Layers layers = assign_layers(pipeline(60, seed, 8), {});
    const Places before = scattered(layers, seed);
    LineSifter sifter(layers, none, before, false);
    EXPECT_GT(sifter.sift(1000000), 0U);
    sifter.sift(1000000);
    EXPECT_LT(crossings(layers, sifter.places()), crossings(layers, before) * 2 / 3) << "seed " << seed;
  }
}

TEST(Lines, AreSiftedBySamplesToWhereTheyCrossLess) {
  const Kept none;
  const Layers layers = assign_layers(pipeline(1500, 1, 30), {});
  const Places before = scattered(layers, 1);
  LineSifter exact(layers, none, before, false);
  LineSifter sampling(layers, none, before, true);
  for (LineSifter* sifter : {&exact, &sampling}) sifter->sift(100000000);
  const std::size_t least = crossings(layers, exact.places());
  const std::size_t found = crossings(layers, sampling.places());
  EXPECT_LT(found, crossings(layers, before) / 2);
  EXPECT_LT(found, least * 3 / 2);
}

TEST(Lines, AreSiftedToTheSamePlacesEachTime) {
  const Kept none;
  const Layers layers = assign_layers(pipeline(400, 2, 30), {});
  for (const bool takes_samples : {false, true}) {
    LineSifter one(layers, none, scattered(layers, 2), takes_samples);
    LineSifter two(layers, none, scattered(layers, 2), takes_samples);
    for (int i = 0; i < 2; ++i) EXPECT_EQ(one.sift(10000000), two.sift(10000000));
    EXPECT_EQ(one.places(), two.places());
  }
}

TEST(Lines, AreLeftAloneWhenEnoughPairsWereLookedAt) {
  const Kept none;
  const Layers layers = assign_layers(pipeline(20000, 3, 30), {});
  const Places before = scattered(layers, 3);
  LineSifter sifter(layers, none, before, true);
  EXPECT_GT(sifter.sift(20000), 0U);
  EXPECT_EQ(sifter.sift(20000), 0U);
  EXPECT_NEAR(sifter.places()[19999], before[19999], 1e-6);
}

TEST(Lines, OfKeptStepsStayWhereTheyAre) {
  //  b -> e, c -> d cross: of d and e, which were there, none may move
  const Layers layers = assign_layers(fixtures::graph_of(5, {"be", "cd"}), {});
  const Places places{0, 10, 20, 10, 20};
  const Kept all(layers.item_count(), 1);
  LineSifter kept(layers, all, places, false);
  EXPECT_EQ(kept.sift(1000), 0U);
  EXPECT_EQ(kept.places()[3], 10);
  const Kept none;
  EXPECT_GT(LineSifter(layers, none, places, false).sift(1000), 0U);
}

TEST(Lines, LeadPassagesStraightFromStepToStep) {
  const Layers layers = assign_layers(fixtures::graph_of(4, {"ab", "bc", "cd", "ad"}), {});
  const Kept none;
  const Places places = LineSifter(layers, none, {0, 10, 20, 30, 7, 7}, false).places();
  const Link& link =
      *std::find_if(layers.links.begin(), layers.links.end(), [](const Link& l) { return l.count == 2; });
  EXPECT_DOUBLE_EQ(places[link.first], 10);
  EXPECT_DOUBLE_EQ(places[link.first + 1], 20);
}

}  // namespace
}  // namespace orchestrator
