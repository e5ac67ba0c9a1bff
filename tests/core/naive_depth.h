// Depth-first search once more, in the plainest way: with a copy of all its variables after every event.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "dfs.h"
#include "naive.h"

namespace orchestrator::naive {

struct DepthFrame {
  DepthEventKind kind = DepthEventKind::start;
  StepId step = no_step;
  StepId dependent = no_step;
  std::optional<DependencyClass> found;
  std::vector<Colour> colours;
  std::vector<StepId> stack;
  std::vector<StepId> left;
  bool operator==(const DepthFrame&) const = default;
};

inline std::vector<DepthFrame> depth_trace_of(const Pairs& pairs) {
  std::vector<DepthFrame> frames;
  std::vector<Colour> colours(pairs.steps, Colour::white);
  std::vector<std::size_t> discovered(pairs.steps);
  std::vector<StepId> stack;
  // Of each step on the stack the dependents it has not looked at yet.
  std::vector<std::vector<StepId>> rest;
  std::vector<StepId> left;
  const auto note = [&](DepthEventKind kind, StepId step = no_step, StepId dependent = no_step,
                        std::optional<DependencyClass> found = std::nullopt) {
    frames.push_back({kind, step, dependent, found, colours, stack, left});
  };
  const auto discover = [&](StepId step) {
    colours[step] = Colour::grey;
    discovered[step] = frames.size();
    stack.push_back(step);
    rest.push_back(pairs.dependents(step));
    note(DepthEventKind::discover, step);
  };
  const auto found_at = [&](StepId step, StepId dependent) {
    if (colours[dependent] == Colour::white) return DependencyClass::tree;
    if (colours[dependent] == Colour::grey) return DependencyClass::back;
    return discovered[dependent] > discovered[step] ? DependencyClass::forward : DependencyClass::cross;
  };

  note(DepthEventKind::start);
  for (StepId root = 0; root < pairs.steps; ++root) {
    if (colours[root] == Colour::white) discover(root);
    while (!stack.empty()) {
      const StepId step = stack.back();
      if (rest.back().empty()) {
        colours[step] = Colour::black;
        stack.pop_back();
        rest.pop_back();
        left.push_back(step);
        note(DepthEventKind::leave, step);
        continue;
      }
      const StepId dependent = rest.back().front();
      rest.back().erase(rest.back().begin());
      const DependencyClass found = found_at(step, dependent);
      note(DepthEventKind::look, step, dependent, found);
      if (found == DependencyClass::tree) discover(dependent);
    }
  }
  note(DepthEventKind::finish);
  return frames;
}

inline DepthFrame frame_at(const DepthTrace& trace, Cursor cursor) {
  const DepthMoment moment = trace.at(cursor);
  DepthFrame frame{moment.kind, moment.step, moment.dependent, moment.found, {}, trace.stack(moment), {}};
  for (StepId step = 0; step < trace.graph().step_count(); ++step) frame.colours.push_back(trace.colour(step, moment));
  const auto left = trace.left().first(moment.left);
  frame.left.assign(left.begin(), left.end());
  return frame;
}

/// The first rule of a depth-first search that does not hold of the trace; empty when all do.
inline std::string broken_rule_of(const Pairs& pairs, const DepthTrace& trace) {
  const Graph& graph = trace.graph();
  const auto frames = depth_trace_of(pairs);
  if (trace.size() != frames.size()) return "a trace has as many events as a replay";
  if (trace.size() != 2 + 2 * pairs.steps + pairs.dependencies.size()) return "a trace has 1 + n + m + n + 1 events";
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    if (frame_at(trace, cursor) != frames[cursor]) return "seek equals a fresh replay";
    const DepthMoment moment = trace.at(cursor);
    const std::vector<StepId> path = trace.cycle_at(moment);
    if (path.empty() != (moment.found != DependencyClass::back)) return "a grey step proves a cycle, and nothing else";
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      const auto dependents = graph.dependents(path[i]);
      if (!std::binary_search(dependents.begin(), dependents.end(), path[i + 1])) return "a cycle follows dependencies";
    }
    if (!path.empty() && path.front() != path.back()) return "a cycle is closed";
  }
  for (StepId step = 0; step < pairs.steps; ++step) {
    if (frames[trace.discover_event(step)].step != step) return "a step is discovered when the trace says";
    if (frames[trace.leave_event(step)].step != step) return "a step is left when the trace says";
    if (frames[trace.discover_event(step)].stack.size() != trace.depth(step) + 1) return "depth is the stack's height";
    for (std::uint32_t place = 0; place < graph.out_degree(step); ++place) {
      const DepthFrame& look = frames[trace.look_event(step, place)];
      if (look.kind != DepthEventKind::look || look.step != step || look.dependent != graph.dependents(step)[place]) {
        return "a step looks at a dependent when the trace says";
      }
      if (look.found != trace.class_of(step, place)) return "a dependency is of the class that the look finds";
    }
  }
  const Order order = depth_first_order(graph);
  if (!std::equal(order.steps.rbegin(), order.steps.rend(), trace.left().begin(), trace.left().end())) {
    return "the order reverses finishing times";
  }
  if (order.complete != trace.back().empty()) return "the order is complete when nothing leads back";
  return "";
}

}  // namespace orchestrator::naive
