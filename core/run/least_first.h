// A set of small numbers that hands out its least.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace orchestrator {

/// A tree of bits, 64 to a branch: each says whether there is anything below it. (As a van Emde Boas tree, but for
/// words: P. van Emde Boas, "Preserving order in a forest in less than logarithmic time", FOCS 1975.) Time of every
/// call: O(log n / 6), three words for a quarter of a million numbers. Memory: a little over a bit for each number.
class LeastFirst {
 public:
  /// For numbers below `size`; none are in it yet.
  explicit LeastFirst(std::size_t size) {
    do {
      size = (size + 63) / 64;
      levels_.emplace_back(size);
    } while (size > 1);
  }

  bool empty() const { return levels_.back().empty() || levels_.back()[0] == 0; }
  void insert(std::uint32_t number);
  void remove(std::uint32_t number);
  /// There must be one.
  std::uint32_t least() const;

 private:
  // The numbers themselves first, the root last.
  std::vector<std::vector<std::uint64_t>> levels_;
};

}  // namespace orchestrator
