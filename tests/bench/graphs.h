// The graphs that are measured. graphs.mjs makes the same ones, number by number, for the module.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "definition.h"
#include "graph.h"

namespace bench {

using orchestrator::Dependency;
using orchestrator::StepId;

/// Every step depends on `dependencies_per_step` random steps that come earlier in a hidden order.
enum class Kind {
  /// The hidden order is a random permutation of the definition; the list is grouped by dependent, as definitions are.
  shuffled,
  /// The hidden order is that of the definition, and dependencies are at most `window` steps away.
  local,
  /// As shuffled, but the list of dependencies is in random order, too.
  unsorted,
  /// As shuffled, with one dependency more: the first step of the hidden order waits for the last one.
  cyclic,
  /// Each step depends on the one before it.
  chain,
  /// Each step depends on step 0.
  star,
  /// The last step depends on all others.
  funnel,
};
std::string_view name_of(Kind kind);

inline constexpr std::uint32_t dependencies_per_step = 4;
inline constexpr std::uint32_t window = 64;

struct Input {
  std::uint32_t steps = 0;
  std::vector<Dependency> pairs;
};

Input make_graph(Kind kind, std::uint32_t steps);

/// The same graph as an author would write it, with names like "step-123".
orchestrator::PipelineDefinition name_steps(const Input& input);

/// A number that tells two orders apart: sum * 31 + id for each id, modulo 2^32.
std::uint32_t checksum(const std::vector<StepId>& order);

}  // namespace bench
