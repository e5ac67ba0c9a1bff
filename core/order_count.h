// How many orders a graph has: sequences in which every step stands behind its dependencies (linear extensions).
#pragma once

#include <string>

#include "graph.h"

namespace orchestrator {

struct OrderCount {
  /// Whether there is just one: then each of its steps depends on the one before it.
  bool unique;
  /// In decimal digits, at most 101 of them; "0" for a cyclic graph.
  std::string count;
  /// False: there are more than `count`.
  bool exact;
};

/// Counting them is #P-complete (G. Brightwell and P. Winkler, "Counting linear extensions", 1991), so it is exact
/// - for any graph whose tiers depend on each other entirely, as in a chain or where nothing depends on anything: then
///   the tiers' own sequences are all there are, the product of the factorials of their widths;
/// - for up to 64 steps by dynamic programming over the sets of steps that an order can begin with (the lattice of
///   ideals: K. De Loof, H. De Meyer and B. De Baets, 2006), unless these are more than a quarter of a million.
/// Otherwise that product is less than what there is, and the answer. What exceeds 10^100 is only "more than" that.
/// Time and memory linear in steps + dependencies, but for a fixed amount of at most half a second and 40 MB.
OrderCount count_orders(const Graph& graph);

}  // namespace orchestrator
