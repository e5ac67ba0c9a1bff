// One sorter for all phases: every further kind of std::sort would weigh kilobytes in the page.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace orchestrator {

/// Sorts ids by their keys, `keys[id]`, ascending; ids with equal keys keep their sequence. No key may be NaN. Short
/// runs are sorted by insertion and then merged from below (D. Knuth, "The Art of Computer Programming", volume 3,
/// 1973), without recursion. Time: O(n · log n).
void sort_by_key(std::vector<std::uint32_t>& ids, std::span<const double> keys);

}  // namespace orchestrator
