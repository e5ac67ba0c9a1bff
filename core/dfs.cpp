#include "dfs.h"

#include <algorithm>
#include <stdexcept>

#include "misuse.h"

// The events between two neighbouring ones of the kinds discover and leave are looks of one step at its dependents in
// turn. They begin with its first dependent when it has just been discovered, and behind the dependent just left when
// the search has come back to it. So an event follows from the last discovery and the last leaving before it.

namespace orchestrator {
namespace {

std::uint32_t count_until(const std::vector<Cursor>& events, Cursor cursor) {
  return static_cast<std::uint32_t>(std::upper_bound(events.begin(), events.end(), cursor) - events.begin());
}

}  // namespace

Order depth_first_order(const Graph& graph) {
  Order order;
  order.steps.resize(graph.step_count());
  auto front = order.steps.end();
  walk_depth_first(
      graph, [](StepId, StepId, std::uint32_t) {},
      [&](StepId, StepId, Colour colour) { order.complete = order.complete && colour != Colour::grey; },
      [&](StepId step) { *--front = step; });
  return order;
}

DepthTrace::DepthTrace(const Graph& graph)
    : graph_(&graph),
      discovered_place_(graph.step_count()),
      left_place_(graph.step_count()),
      parent_(graph.step_count()),
      place_(graph.step_count()),
      child_offsets_(graph.step_count() + 1) {
  discovered_.reserve(graph.step_count());
  left_.reserve(graph.step_count());
  discover_events_.reserve(graph.step_count());
  leave_events_.reserve(graph.step_count());
  Cursor next = 1;
  walk_depth_first(
      graph,
      [&](StepId step, StepId parent, std::uint32_t place) {
        discovered_place_[step] = static_cast<std::uint32_t>(discovered_.size());
        discovered_.push_back(step);
        discover_events_.push_back(next++);
        parent_[step] = parent;
        place_[step] = place;
        if (parent != no_step) ++child_offsets_[parent + 1];
      },
      [&](StepId step, StepId dependent, Colour colour) {
        if (colour == Colour::grey) back_.push_back({step, dependent});
        ++next;
      },
      [&](StepId step) {
        left_place_[step] = static_cast<std::uint32_t>(left_.size());
        left_.push_back(step);
        leave_events_.push_back(next++);
      });
  size_ = next + 1;

  for (std::size_t i = 1; i < child_offsets_.size(); ++i) child_offsets_[i] += child_offsets_[i - 1];
  children_.resize(child_offsets_.back());
  std::vector<std::uint32_t> behind(child_offsets_);
  for (const StepId step : discovered_) {
    if (parent_[step] != no_step) children_[behind[parent_[step]]++] = step;
  }
}

DepthMoment DepthTrace::at(Cursor cursor) const {
  if (cursor >= size_) misuse<std::out_of_range>("DepthTrace::at: no such event");
  DepthMoment moment;
  if (cursor == 0) return moment;
  moment.discovered = count_until(discover_events_, cursor);
  moment.left = count_until(leave_events_, cursor);
  if (cursor == size_ - 1) {
    moment.kind = DepthEventKind::finish;
    moment.state = back_.empty() ? DepthState::sorted : DepthState::cycle;
    return moment;
  }
  // Behind the start comes a discovery, so there is a last one.
  const Cursor discovery = discover_events_[moment.discovered - 1];
  const Cursor leaving = moment.left == 0 ? 0 : leave_events_[moment.left - 1];
  if (discovery == cursor || leaving == cursor) {
    moment.kind = discovery == cursor ? DepthEventKind::discover : DepthEventKind::leave;
    moment.step = discovery == cursor ? discovered_[moment.discovered - 1] : left_[moment.left - 1];
    return moment;
  }
  moment.kind = DepthEventKind::look;
  moment.step = top(moment);
  const auto place = static_cast<std::uint32_t>(
      discovery > leaving ? cursor - discovery - 1 : place_[left_[moment.left - 1]] + (cursor - leaving));
  moment.dependent = graph_->dependents(moment.step)[place];
  moment.found = class_of(moment.step, place);
  return moment;
}

StepId DepthTrace::top(const DepthMoment& moment) const {
  if (moment.discovered == 0) return no_step;
  const StepId last = discovered_[moment.discovered - 1];
  return colour(last, moment) == Colour::grey ? last : parent_[left_[moment.left - 1]];
}

std::span<const StepId> DepthTrace::children(StepId step) const {
  return std::span(children_).subspan(child_offsets_[step], child_offsets_[step + 1] - child_offsets_[step]);
}

Cursor DepthTrace::look_event(StepId step, std::uint32_t place) const {
  const auto found = children(step);
  const auto behind =
      std::partition_point(found.begin(), found.end(), [&](StepId child) { return place_[child] < place; });
  if (behind == found.begin()) return discover_event(step) + 1 + place;
  const StepId before = *(behind - 1);
  return leave_event(before) + (place - place_[before]);
}

std::uint32_t DepthTrace::depth(StepId step) const {
  return discovered_place_[step] - count_until(leave_events_, discover_event(step));
}

std::vector<StepId> DepthTrace::stack(const DepthMoment& moment) const {
  std::vector<StepId> steps(moment.discovered - moment.left);
  StepId step = top(moment);
  for (auto place = steps.rbegin(); place != steps.rend(); ++place) {
    *place = step;
    step = parent_[step];
  }
  return steps;
}

DependencyClass DepthTrace::class_of(StepId step, std::uint32_t place) const {
  const StepId dependent = graph_->dependents(step)[place];
  if (parent_[dependent] == step && place_[dependent] == place) return DependencyClass::tree;
  if (discovered_place_[dependent] > discovered_place_[step]) return DependencyClass::forward;
  return left_place_[dependent] < left_place_[step] ? DependencyClass::cross : DependencyClass::back;
}

std::vector<StepId> DepthTrace::cycle_at(const DepthMoment& moment) const {
  std::vector<StepId> path;
  if (moment.found != DependencyClass::back) return path;
  path.push_back(moment.dependent);
  for (StepId step = moment.step; step != moment.dependent; step = parent_[step]) path.push_back(step);
  path.push_back(moment.dependent);
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace orchestrator
