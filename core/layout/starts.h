// Where the search for a good sequence of the items begins.
#pragma once

#include <cstdint>
#include <span>

#include "layout/ordering.h"

namespace orchestrator {

/// Items as a depth-first search comes upon them, from the sources up or from the sinks down: what belongs together
/// begins together. Every `seed` but 0 shuffles the search's beginnings in its own way.
Ordering depth_first_start(const Layers& layers, bool upward, std::uint32_t seed);

/// Steps that were there where they were; what is new, and what passes through, near its neighbours.
Ordering earlier_start(const Layers& layers, std::span<const Before> before);

/// Brings the items of each weakly connected component together, components in the order of their first items.
void part_components(const Layers& layers, Ordering& ordering);

}  // namespace orchestrator
