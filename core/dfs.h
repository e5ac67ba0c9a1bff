// Depth-first search: a second way to sort, and its trace, computed and not stored: any event of it follows from when
// each step was discovered and left.
// R. E. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972, and "Edge-disjoint
// spanning trees and depth-first search", Acta Informatica 6, 1976, whose order this is: finishing times reversed.
// Colours and classes as in Cormen, Leiserson, Rivest and Stein, "Introduction to Algorithms", chapter on elementary
// graph algorithms.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "dfs_walk.h"
#include "graph.h"
#include "trace.h"

namespace orchestrator {

/// Roots in definition order, dependents in the order of Graph::dependents: the steps, last to leave first. With a
/// cycle it is not complete, but still lists every step. Time and memory linear in steps + dependencies.
Order depth_first_order(const Graph& graph);

enum class DepthEventKind : std::uint8_t { start, discover, look, leave, finish };

/// What a look at a dependent finds: a white one, to which the search goes down; a grey one, itself or one above it on
/// the stack, which proves a cycle; a black one that was discovered below it, or elsewhere.
enum class DependencyClass : std::uint8_t { tree, back, forward, cross };

enum class DepthState : std::uint8_t { running, sorted, cycle };

/// The search's variables just after an event.
struct DepthMoment {
  DepthEventKind kind = DepthEventKind::start;
  /// discover, leave: the step; look: the step that looks at a dependent; otherwise no_step.
  StepId step = no_step;
  /// look: the dependent looked at; otherwise no_step.
  StepId dependent = no_step;
  /// look: what was found.
  std::optional<DependencyClass> found;
  /// How many steps have been discovered, and left, by now: so many stand in front in the lists of those.
  std::uint32_t discovered = 0;
  std::uint32_t left = 0;
  DepthState state = DepthState::running;
  bool operator==(const DepthMoment&) const = default;
};

/// Memory: 48 bytes a step and 8 for each dependency that closes a cycle, none an event. Building takes time linear in
/// steps + dependencies.
class DepthTrace {
 public:
  /// The graph must outlive the trace.
  explicit DepthTrace(const Graph& graph);

  const Graph& graph() const { return *graph_; }
  /// How many events there are: 1 + steps discovered + dependencies looked at + steps left + 1.
  Cursor size() const { return size_; }
  /// All steps, in the order in which they are discovered, and left.
  std::span<const StepId> discovered() const { return discovered_; }
  std::span<const StepId> left() const { return left_; }
  /// The dependencies that close a cycle, as they were looked at: none when the graph is acyclic. Then the steps left,
  /// reversed, are in order.
  const std::vector<Dependency>& back() const { return back_; }

  /// What has happened up to and including the event; std::out_of_range unless cursor < size(). Time: O(log n).
  DepthMoment at(Cursor cursor) const;

  /// The events at which a step turns grey and black: its discovery and finishing times.
  Cursor discover_event(StepId step) const { return discover_events_[discovered_place_[step]]; }
  Cursor leave_event(StepId step) const { return leave_events_[left_place_[step]]; }
  /// The event at which a step looks at its dependent at this place of Graph::dependents. Time: O(log n).
  Cursor look_event(StepId step, std::uint32_t place) const;

  Colour colour(StepId step, const DepthMoment& moment) const {
    if (discovered_place_[step] >= moment.discovered) return Colour::white;
    return left_place_[step] >= moment.left ? Colour::grey : Colour::black;
  }
  /// The step from which a step was discovered; no_step for a root.
  StepId parent(StepId step) const { return parent_[step]; }
  /// How many grey steps stand above it on the stack while it is grey itself. Time: O(log n).
  std::uint32_t depth(StepId step) const;
  /// The grey step whose dependents are being looked at; no_step while the stack is empty.
  StepId top(const DepthMoment& moment) const;
  /// The grey steps, outermost first. Time: O(their number).
  std::vector<StepId> stack(const DepthMoment& moment) const;

  /// What the dependency at this place of a step's dependents turns out to be. Constant time.
  DependencyClass class_of(StepId step, std::uint32_t place) const;
  /// At a look that finds a grey step the closed path it proves: first = last, each step upstream of the next;
  /// otherwise empty. Time: O(its length).
  std::vector<StepId> cycle_at(const DepthMoment& moment) const;

 private:
  std::span<const StepId> children(StepId step) const;

  const Graph* graph_;
  std::vector<StepId> discovered_;
  std::vector<StepId> left_;
  std::vector<std::uint32_t> discovered_place_;
  std::vector<std::uint32_t> left_place_;
  // At which event discovered_[i] is discovered, and left_[i] is left: ascending, so a cursor is found by binary
  // search.
  std::vector<Cursor> discover_events_;
  std::vector<Cursor> leave_events_;
  std::vector<StepId> parent_;
  // Which of its parent's dependents a step was when it was discovered.
  std::vector<std::uint32_t> place_;
  // The steps discovered from a step, one after another, step by step.
  std::vector<std::uint32_t> child_offsets_;
  std::vector<StepId> children_;
  std::vector<Dependency> back_;
  Cursor size_ = 0;
};

}  // namespace orchestrator
