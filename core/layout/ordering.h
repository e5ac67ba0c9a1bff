// The second phase of a layout: the sequence of the items within each layer, with few crossings between layers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/layers.h"

namespace orchestrator {

struct Ordering {
  /// The items of each layer, first to last.
  std::vector<std::vector<Item>> layers;
  /// Each item's place in its layer.
  std::vector<std::uint32_t> position;
};

/// Without an earlier layout: barycentre sweeps from several starts (Sugiyama et al. 1981), each refined by switching
/// neighbours and by sifting (C. Matuszewski, R. Schönfeld and P. Molitor, "Using sifting for k-layer straightline
/// crossing minimization", 1999); separate components come one after another, in the order of their first steps.
/// With one: steps that were there keep their relative order, and only what is new looks for its place.
/// Deterministic. Time: bounded sweeps, each O(segments · log).
Ordering order_items(const Layers& layers, std::span<const Before> before);

/// Crossings between neighbouring layers (W. Barth, P. Mutzel and M. Jünger, "Simple and efficient bilayer cross
/// counting", 2004). Time: O(segments · log).
std::uint64_t count_crossings(const Layers& layers, const Ordering& ordering);

/// Sets `position` from `layers`.
void number_positions(Ordering& ordering);

}  // namespace orchestrator
