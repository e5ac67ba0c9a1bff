// Whether somebody's own sequence of steps is an order.
#pragma once

#include <optional>
#include <span>

#include "graph.h"

namespace orchestrator {

/// The first dependency that a sequence breaks: the first of its steps with an upstream step that does not stand before
/// it, and the first such upstream step as listed. A step that is missing stands behind all others, and one that stands
/// there several times counts at its first place. Nothing when no dependency is broken.
/// std::out_of_range for a step that does not exist. Time linear in steps + dependencies.
std::optional<Dependency> first_broken(const Graph& graph, std::span<const StepId> sequence);

}  // namespace orchestrator
