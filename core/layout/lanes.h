// Room for back dependencies: where one leaves its step it turns round beside it, so that it can run back past the
// steps between and enter the other step from its front, as every dependency does.
#pragma once

#include <vector>

#include "layout/layers.h"
#include "layout/ordering.h"

namespace orchestrator {

/// The items a back dependency or a loop passes through, from the lower layer to the higher one: the first stands
/// beside its `low` step and the last beside its `high` step; a loop has one. Empty for other links.
using Lane = std::vector<Item>;

struct Lanes {
  /// One a link.
  std::vector<Lane> of;
  /// Layer and segments of all items, lanes included: pieces of a lane are joined with each other, not with its steps.
  Layers layers;
};

/// Adds the items to the ordering, each next to its step, on the side to which the lane leads.
Lanes add_lanes(const Layers& layers, Ordering& ordering);

}  // namespace orchestrator
