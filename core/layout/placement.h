// The third phase of a layout: where each item stands along its layer (U. Brandes and B. Köpf, "Fast and simple
// horizontal coordinate assignment", 2001).
#pragma once

#include <span>
#include <vector>

#include "layout/layers.h"
#include "layout/ordering.h"

namespace orchestrator {

/// Free room between two neighbours of a layer.
struct Gaps {
  double between_steps;
  double beside_passage;
  double between_passages;
};

/// The middle of each item along its layer, 0 for the least edge of all. `extents` says how long each item is along its
/// layer. No two items of a layer overlap, and they keep their sequence; a link's passages stand at the same place in
/// all their layers unless it crosses another such link. Of four alignments (to the lower or higher layer, from either
/// end) the mean of the two middle ones is taken. Time and memory: linear, but for sorting.
std::vector<double> place_items(const Layers& layers, const Ordering& ordering, std::span<const double> extents,
                                const Gaps& gaps);

}  // namespace orchestrator
