// How few dependencies have to go, in the plainest way: by trying out all choices. For at most eight steps.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "naive.h"

namespace orchestrator::naive {

/// Of each step the set of those that it waits for.
using WaitsFor = std::array<std::uint32_t, 8>;

inline bool can_be_sorted(WaitsFor waits_for, std::size_t steps) {
  std::uint32_t left = (1U << steps) - 1;
  for (bool taken = true; taken && left != 0;) {
    taken = false;
    for (std::size_t step = 0; step < steps; ++step) {
      if ((left >> step & 1U) == 0 || (waits_for[step] & left) != 0) continue;
      left &= ~(1U << step);
      taken = true;
    }
  }
  return left == 0;
}

/// Whether some choice of `count` dependencies, from the one at `next` on, is enough. Tries all of them.
inline bool some_choice_mends(const std::vector<Dependency>& distinct, std::size_t steps, const WaitsFor& waits_for,
                              std::size_t count, std::size_t next = 0) {
  if (count == 0) return can_be_sorted(waits_for, steps);
  for (; next + count <= distinct.size(); ++next) {
    WaitsFor without = waits_for;
    without[distinct[next].dependent] &= ~(1U << distinct[next].upstream);
    if (some_choice_mends(distinct, steps, without, count - 1, next + 1)) return true;
  }
  return false;
}

/// The fewest whose removal leaves no cycle: all choices of none, of one, of two, … are tried. One that is listed
/// several times counts once.
inline std::size_t fewest_mends(const Pairs& pairs) {
  WaitsFor waits_for{};
  std::vector<Dependency> distinct;
  for (const Dependency& d : pairs.dependencies) {
    if ((waits_for[d.dependent] >> d.upstream & 1U) != 0) continue;
    waits_for[d.dependent] |= 1U << d.upstream;
    distinct.push_back(d);
  }
  std::size_t count = 0;
  while (!some_choice_mends(distinct, pairs.steps, waits_for, count)) ++count;
  return count;
}

}  // namespace orchestrator::naive
