#include "dfs_narration.h"

#include <array>

namespace orchestrator {
namespace {

// The sentences, in the order of the events.
using Form = SentenceForm;
constexpr Form start_empty{"depth.start.empty", "The pipeline has no steps, so there is nothing to search."};
constexpr Form start_only{"depth.start.only", "The only step is white: the search has not been there yet."};
constexpr Form start_all{"depth.start.all",
                         "All {#steps} steps are white: the search has not been to any of them yet."};
constexpr Form discover_root{
    "depth.discover.root",
    "{step} is the first step, as defined, that is still white: a search begins there, and it turns grey."};
constexpr Form discover_child{
    "depth.discover.child",
    "The search came down from {parent} to {step}: it turns grey, as number {#depth} on the stack."};
constexpr Form look_tree{"depth.look.tree",
                         "{step} looks at its dependent {dependent}, which is white: the search goes down to it."};
constexpr Form look_itself{"depth.look.itself",
                           "{step} is its own dependent, and grey: it waits for itself. That is a cycle of 1 step."};
constexpr Form look_back{"depth.look.back",
                         "{step} looks at its dependent {dependent}, which is grey: the search came down from there, "
                         "and would come back to it. That is a cycle of {#steps} steps."};
constexpr Form look_forward{"depth.look.forward",
                            "{step} looks at its dependent {dependent}, which is black: the search has been there "
                            "already, on a longer way from here."};
constexpr Form look_again{"depth.look.again",
                          "{step} looks at its dependent {dependent} again, which is black by now: the dependency is "
                          "listed more than once."};
constexpr Form look_cross{"depth.look.cross",
                          "{step} looks at its dependent {dependent}, which is black: the search was done with it "
                          "before it came here."};
constexpr Form leave_child{"depth.leave.child",
                           "{step} has no more dependents to look at: it turns black and goes to the front of the "
                           "list. The search returns to {parent}."};
constexpr Form leave_root{
    "depth.leave.root",
    "{step} has no more dependents to look at: it turns black and goes to the front of the list. The stack is empty."};
constexpr Form finish_empty{"depth.finish.empty", "There is nothing to sort: the order is empty, and complete."};
constexpr Form finish_only{"depth.finish.only", "Sorted: the only step is in the order."};
constexpr Form finish_sorted{"depth.finish.sorted",
                             "Sorted: all {#steps} steps are in the list, the last to leave first, each one before "
                             "everything that depends on it."};
constexpr Form cycle_one{"depth.cycle.one",
                         "There is no order: {#back} dependency led back to a grey step, and so closes a cycle."};
constexpr Form cycle_some{"depth.cycle.some",
                          "There is no order: {#back} dependencies led back to grey steps, and each of them closes a "
                          "cycle."};

Sentence start(std::size_t steps) {
  return {steps == 0 ? &start_empty : steps == 1 ? &start_only : &start_all, {steps}};
}

Sentence discover(const DepthTrace& trace, const DepthMoment& moment) {
  const StepId parent = trace.parent(moment.step);
  if (parent == no_step) return {&discover_root, {moment.step}};
  return {&discover_child, {parent, moment.step, moment.discovered - moment.left}};
}

Sentence look(const DepthTrace& trace, const DepthMoment& moment) {
  const auto [step, dependent] = Dependency{moment.step, moment.dependent};
  switch (*moment.found) {
    case DependencyClass::tree: return {&look_tree, {step, dependent}};
    case DependencyClass::cross: return {&look_cross, {step, dependent}};
    case DependencyClass::forward:
      return {trace.parent(dependent) == step ? &look_again : &look_forward, {step, dependent}};
    case DependencyClass::back: break;
  }
  // The path between them is what stands on the stack from the one to the other.
  return {step == dependent ? &look_itself : &look_back,
          {step, dependent, trace.depth(step) - trace.depth(dependent) + 1}};
}

Sentence leave(const DepthTrace& trace, const DepthMoment& moment) {
  const StepId parent = trace.parent(moment.step);
  return {parent == no_step ? &leave_root : &leave_child, {moment.step, parent}};
}

Sentence finish(const DepthTrace& trace) {
  const std::size_t steps = trace.graph().step_count();
  if (const std::size_t back = trace.back().size(); back > 0) return {back == 1 ? &cycle_one : &cycle_some, {back}};
  return {steps == 0 ? &finish_empty : steps == 1 ? &finish_only : &finish_sorted, {steps}};
}

}  // namespace

int line_of(const DepthMoment& moment) {
  switch (moment.kind) {
    case DepthEventKind::start: return 1;
    case DepthEventKind::discover: return 4;
    case DepthEventKind::look:
      return moment.found == DependencyClass::tree ? 6 : moment.found == DependencyClass::back ? 7 : 8;
    case DepthEventKind::leave: return 9;
    case DepthEventKind::finish: break;
  }
  return 10;
}

Sentence narrate(const DepthTrace& trace, const DepthMoment& moment) {
  switch (moment.kind) {
    case DepthEventKind::start: return start(trace.graph().step_count());
    case DepthEventKind::discover: return discover(trace, moment);
    case DepthEventKind::look: return look(trace, moment);
    case DepthEventKind::leave: return leave(trace, moment);
    case DepthEventKind::finish: break;
  }
  return finish(trace);
}

std::string_view event_name(DepthEventKind kind) {
  constexpr std::array<std::string_view, 5> names{"start", "discover", "look", "leave", "finish"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view class_name(DependencyClass found) {
  constexpr std::array<std::string_view, 4> names{"tree", "back", "forward", "cross"};
  return names[static_cast<std::size_t>(found)];
}

std::string_view state_name(DepthState state) {
  constexpr std::array<std::string_view, 3> names{"running", "sorted", "cycle"};
  return names[static_cast<std::size_t>(state)];
}

}  // namespace orchestrator
