// Tiers: how far a step is from the sources, and so the earliest round in which it can leave.
#pragma once

#include <cstdint>
#include <vector>

#include "graph.h"
#include "kahn.h"

namespace orchestrator {

/// Steps by tier: a step's tier is its longest distance from a source, which is also the round in which it leaves
/// when all ready steps leave together. Within a tier, in the order's sequence; all tiers one after another are the
/// order. Steps that a cycle keeps out of the order are in no tier. Time and memory linear.
std::vector<std::vector<StepId>> tiers_of(const Graph& graph, const Order& order);

/// Each step's longest distance from a source, which is its tier; 0 for steps that are not in the order.
std::vector<std::uint32_t> distances(const Graph& graph, const Order& order);

/// Columns for a drawing of any graph.
struct Columns {
  /// Each step's tier in the graph without its back dependencies.
  std::vector<std::uint32_t> column;
  /// The dependencies that close a cycle: without them the graph is acyclic.
  std::vector<Dependency> back;
};

/// Finds the back dependencies by depth-first search from the sources, then from what is left, in definition order,
/// without recursion. Time and memory linear.
Columns columns_of(const Graph& graph);

}  // namespace orchestrator
