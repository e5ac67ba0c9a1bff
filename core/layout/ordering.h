// The second phase of a layout: the sequence of the items within each layer, with few crossings between layers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "flags.h"
#include "layout/layers.h"

namespace orchestrator {

/// Drawings of more items are large: what looks at many places for each item would take too long, and gain little.
inline constexpr std::size_t most_small = 12000;

struct Ordering {
  /// The items of each layer, first to last.
  std::vector<std::vector<Item>> layers;
  /// Each item's place in its layer.
  std::vector<std::uint32_t> position;

  /// Sets `position` from `layers`.
  void number();
  void number(std::size_t layer);
};

/// One an item: true for steps that were there before, which never change places with each other. Empty: none was.
using Kept = Flags;

Kept kept_items(const Layers& layers, std::span<const Before> before);

/// Without an earlier layout: sweeps from several starts, the best of which is refined; separate components come one
/// after another, in the order of their first steps. With one: steps that were there keep their relative order, and
/// only what is new, and what passes through, looks for its place. Deterministic. Time: bounded sweeps, each
/// O(segments · log), and refinements of bounded work.
Ordering order_items(const Layers& layers, std::span<const Before> before);

/// Crossings between neighbouring layers (W. Barth, P. Mutzel and M. Jünger, "Simple and efficient bilayer cross
/// counting", 2004). Time: O(segments · log).
std::uint64_t count_crossings(const Layers& layers, const Ordering& ordering);

/// Lets long links find new ways, unless that takes more than `most_work` comparisons, and switches neighbours, turn by
/// turn as long as that helps.
void refine(const Layers& layers, Ordering& ordering, const Kept& kept, int most_rounds, std::size_t most_work);

}  // namespace orchestrator
