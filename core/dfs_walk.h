// The loop of depth-first search, shared by the order and the trace.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph.h"

namespace orchestrator {

/// White: not discovered yet; grey: discovered, and its dependents are being looked at; black: left for good.
enum class Colour : std::uint8_t { white, grey, black };

/// Depth-first search from every step in definition order that is still white then. Calls discover(step, parent, place)
/// when a step turns grey, where it is the parent's dependent at that place (no_step for a root); look(step, dependent,
/// colour) for each dependent, with the colour it has before it may be discovered; leave(step) when a step turns black.
/// The path is a list of its own, so that a chain of a million steps needs no deep call stack. Time and memory linear.
template <class Discover, class Look, class Leave>
void walk_depth_first(const Graph& graph, Discover discover, Look look, Leave leave) {
  // With the dependents at hand: to look for them again whenever the search comes back would wait for memory each time.
  struct Visit {
    StepId step;
    std::uint32_t place;
    std::span<const StepId> dependents;
  };
  std::vector<Colour> colour(graph.step_count(), Colour::white);
  std::vector<Visit> path;
  constexpr StepId none = no_step;
  const auto enter = [&](StepId step, StepId parent, std::uint32_t place) -> Visit {
    colour[step] = Colour::grey;
    discover(step, parent, place);
    return {step, 0, graph.dependents_ahead(step)};
  };
  for (StepId root = 0; root < graph.step_count(); ++root) {
    if (colour[root] != Colour::white) continue;
    // The innermost one is not in the path: most looks change nothing but its place, which so stays in a register.
    Visit visit = enter(root, none, 0);
    while (true) {
      if (visit.place < visit.dependents.size()) {
        const StepId dependent = visit.dependents[visit.place++];
        const Colour found = colour[dependent];
        look(visit.step, dependent, found);
        if (found != Colour::white) continue;
        path.push_back(visit);
        visit = enter(dependent, visit.step, visit.place - 1);
        continue;
      }
      colour[visit.step] = Colour::black;
      leave(visit.step);
      if (path.empty()) break;
      visit = path.back();
      path.pop_back();
    }
  }
}

}  // namespace orchestrator
