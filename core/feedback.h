// Feedback arc sets: dependencies without which a graph has no cycle. To find the fewest is NP-hard (R. Karp, 1972), so
// there is an exact search for small graphs and a heuristic for large ones.
// In the graphs here no dependency is listed twice, and no step depends on itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph.h"

namespace orchestrator {

/// The most steps of a graph for the exact search: then it takes 20 million looks and 2 MB.
inline constexpr std::size_t most_steps_for_exact = 20;

/// The fewest, by dynamic programming over the sets of steps that can stand first in a sequence (E. Lawler, "A comment
/// on minimum feedback arc sets", 1964, after Held and Karp). Of several choices one that leads back in the definition.
/// Time n·2^n and memory 2^n for n steps, at most most_steps_for_exact.
std::vector<Dependency> fewest_feedback(const Graph& graph);

/// Few: those that lead back in the sequence of P. Eades, X. Lin and W. Smyth, "A fast and effective heuristic for the
/// feedback arc set problem", 1993. Time and memory linear.
std::vector<Dependency> few_feedback(const Graph& graph);

/// Takes out of `removed` what need not be removed, so that each of the rest closes a cycle without the others.
/// Time: removed · (steps + dependencies) at worst. Every dependency looked at takes one from `looks`; when there are
/// none left, the rest is not looked at.
void keep_needed(const Graph& graph, std::vector<Dependency>& removed, std::size_t& looks);

/// The dependency that is part of all cycles, in a list of one; empty when there is none, or too few looks are left.
/// Time: steps in a short cycle · (steps + dependencies), all of them one look each.
std::vector<Dependency> single_feedback(const Graph& graph, std::size_t& looks);

}  // namespace orchestrator
