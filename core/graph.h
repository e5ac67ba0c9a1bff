// The dependency graph: immutable, compressed, in both directions.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "memory_hint.h"
#include "raw_vector.h"

namespace orchestrator {

/// A step's place in its definition, from 0.
using StepId = std::uint32_t;
inline constexpr StepId no_step = 0xFFFFFFFF;

/// `dependent` may start only after `upstream` has finished.
struct Dependency {
  StepId upstream;
  StepId dependent;
  bool operator==(const Dependency&) const = default;
};

/// By dependent, then by upstream step; and the other way round.
bool by_dependent(Dependency a, Dependency b);
bool by_upstream(Dependency a, Dependency b);

/// A directed graph in compressed sparse rows (CSR), which may be cyclic and may list a dependency twice.
/// The dependents of a step ascend; its dependencies keep the order in which they were listed. Both follow from the
/// course's tie-break: dependents come by dependent step, then by its depends_on.
class Graph {
 public:
  Graph() : Graph(0, {}) {}

  /// Dependencies may come in any order; they are read fastest when grouped by ascending dependent, as a definition
  /// lists them. Ids must be below step_count, and dependencies fewer than 2^31 (std::out_of_range, std::length_error).
  /// Time and memory linear in steps + dependencies.
  Graph(std::size_t step_count, std::span<const Dependency> dependencies);

  std::size_t step_count() const { return step_count_; }
  std::size_t dependency_count() const { return dependents_.size(); }

  /// The steps that wait for this one, ascending; one listed twice stands twice.
  std::span<const StepId> dependents(StepId step) const { return row(dependent_offsets_, dependents_, step); }
  /// The steps that this one waits for, as listed.
  std::span<const StepId> dependencies(StepId step) const { return row(dependency_offsets_, dependencies_, step); }
  /// How many dependencies a step has at the start.
  std::uint32_t in_degree(StepId step) const { return dependency_offsets_[step + 1] - dependency_offsets_[step]; }
  std::uint32_t out_degree(StepId step) const { return dependent_offsets_[step + 1] - dependent_offsets_[step]; }

  /// The same as dependents, for a search that may go on to each of them: hints where the dependents of the first few
  /// lie.
  std::span<const StepId> dependents_ahead(StepId step) const {
    const auto found = dependents(step);
    constexpr std::size_t most = 8;
    for (const StepId dependent : found.first(std::min(most, found.size()))) will_read_offset(dependent);
    return found;
  }

  /// Hints for a loop that knows which dependents it is about to read: first where they lie, a little later they.
  void will_read_offset(StepId step) const { will_read(&dependent_offsets_[step]); }
  void will_read_dependents(StepId step) const {
    if (out_degree(step) > 0) will_read(&dependents_[dependent_offsets_[step]]);
  }

 private:
  using Offsets = std::vector<std::uint32_t>;

  static std::span<const StepId> row(const Offsets& offsets, const RawVector<StepId>& targets, StepId step) {
    return {targets.data() + offsets[step], targets.data() + offsets[step + 1]};
  }

  std::size_t step_count_;
  Offsets dependent_offsets_;
  RawVector<StepId> dependents_;
  Offsets dependency_offsets_;
  RawVector<StepId> dependencies_;
};

}  // namespace orchestrator
