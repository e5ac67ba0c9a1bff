// The third phase of a layout: where each item stands along its layer.
#pragma once

#include <span>
#include <vector>

#include "layout/ordering.h"
#include "layout/spacing.h"

namespace orchestrator {

/// By item: its middle along its layer.
using Places = std::vector<double>;

/// Places that are compact, with links as straight as that allows: the least edge of all is at 0, no two items of a
/// layer come closer than their spacing, and they keep their sequence. First layers are settled one after another
/// (settling.h), then straightened `rounds` times (straightening.h). With `before`, one a step or none, steps that were
/// there stay where they were as far as others leave them room and their links do not get much straighter elsewhere.
/// With `is_firm` long links make room for them at first, but then they are hardly held while links are straightened.
/// Time: near linear in items and segments.
Places place_items(const Spacing& spacing, const Ordering& ordering, int rounds, std::span<const Before> before = {},
                   bool is_firm = false);

}  // namespace orchestrator
