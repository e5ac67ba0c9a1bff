#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "../checked_invariants.h"
#include "generators.h"
#include "kahn.h"
#include "order_check.h"
#include "tie_break_trace.h"

namespace orchestrator {
namespace {

/// Names in another sequence than the definition's.
std::vector<std::string> shuffled_names(std::size_t steps) {
  std::vector<std::string> names;
  for (std::size_t step = 0; step < steps; ++step) names.push_back("s" + std::to_string(step * 7919 % 1009));
  return names;
}

/// How many dependencies lie on the longest way on from a step that can be sorted, by trying all ways.
std::uint32_t naive_path_ahead(const naive::Pairs& pairs, const std::vector<bool>& sorted, StepId step) {
  std::uint32_t longest = 0;
  for (const StepId dependent : pairs.dependents(step)) {
    if (sorted[dependent]) longest = std::max(longest, 1 + naive_path_ahead(pairs, sorted, dependent));
  }
  return longest;
}

std::vector<bool> sorted_steps(const naive::Pairs& pairs) {
  std::vector<bool> sorted(pairs.steps);
  for (const StepId step : kahn_order(pairs.graph()).steps) sorted[step] = true;
  return sorted;
}

/// Kahn's algorithm with a plain list of ready steps, of which the rule takes its best.
class NaiveWalk {
 public:
  NaiveWalk(const naive::Pairs& pairs, TieBreak tie_break, const std::vector<std::string>& names)
      : pairs_(pairs), tie_break_(tie_break), names_(names), sorted_(sorted_steps(pairs)) {
    for (StepId step = 0; step < pairs.steps; ++step) in_degrees_.push_back(pairs.in_degree(step));
    note({EventKind::start, no_step, no_step});
    for (StepId step = 0; step < pairs.steps; ++step) {
      if (in_degrees_[step] == 0) enter(step);
    }
    while (!ready_.empty()) take(best());
    note({EventKind::finish, no_step, no_step});
  }

  struct Frame {
    Event event;
    std::vector<std::uint32_t> in_degrees;
    std::size_t taken;
    std::size_t entered;
    bool operator==(const Frame&) const = default;
  };
  std::vector<Frame> frames;
  std::vector<StepId> order;

 private:
  void note(const Event& event) { frames.push_back({event, in_degrees_, order.size(), order.size() + ready_.size()}); }

  void enter(StepId step) {
    ready_.push_back(step);
    note({EventKind::enqueue, step, no_step});
  }

  std::size_t best() const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < ready_.size(); ++i) {
      if (is_better(ready_[i], ready_[best])) best = i;
    }
    return best;
  }

  // Later ones of the list are asked against earlier ones.
  bool is_better(StepId later, StepId earlier) const {
    switch (tie_break_) {
      case TieBreak::fifo: return false;
      case TieBreak::lifo: return true;
      case TieBreak::name: return std::pair(names_[later], later) < std::pair(names_[earlier], earlier);
      case TieBreak::longest_path: break;
    }
    const auto a = naive_path_ahead(pairs_, sorted_, later);
    const auto b = naive_path_ahead(pairs_, sorted_, earlier);
    return a != b ? a > b : later < earlier;
  }

  void take(std::size_t place) {
    const StepId step = ready_[place];
    ready_.erase(ready_.begin() + static_cast<std::ptrdiff_t>(place));
    order.push_back(step);
    note({EventKind::dequeue, step, no_step});
    for (const StepId dependent : pairs_.dependents(step)) {
      --in_degrees_[dependent];
      note({EventKind::decrement, step, dependent});
      if (in_degrees_[dependent] == 0) enter(dependent);
    }
  }

  const naive::Pairs& pairs_;
  TieBreak tie_break_;
  const std::vector<std::string>& names_;
  std::vector<bool> sorted_;
  std::vector<std::uint32_t> in_degrees_;
  std::vector<StepId> ready_;
};

TieBreak any_tie_break() {
  return *rc::gen::element(TieBreak::fifo, TieBreak::lifo, TieBreak::name, TieBreak::longest_path);
}

RC_GTEST_PROP(TieBreakProperty, EveryOneGivesAnOrder, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const auto names = shuffled_names(pairs.steps);
  const auto name_of = [&](StepId step) { return std::string_view(names[step]); };
  const Order fifo = kahn_order(graph);
  for (const std::string_view name : tie_break_names) {
    const Order order = kahn_order(graph, *tie_break_named(name), name_of);
    RC_ASSERT(!first_broken(graph, order.steps));
    RC_ASSERT(order.complete == fifo.complete);
    // With a cycle it is the same steps that are kept out.
    RC_ASSERT(std::is_permutation(order.steps.begin(), order.steps.end(), fifo.steps.begin(), fifo.steps.end()));
  }
}

/// So few steps that every way on can be tried.
AnyGraph few_steps() {
  return *rc::gen::suchThat(rc::gen::oneOf(generators::dense_graph(), generators::forward_graph<AnyGraph>(12, 1)),
                            [](const AnyGraph& graph) { return graph.dependencies.size() < 30; });
}

RC_GTEST_PROP(TieBreakProperty, TheTraceIsThatOfAPlainWalk, ()) {
  const AnyGraph pairs = few_steps();
  const TieBreak tie_break = any_tie_break();
  const auto names = shuffled_names(pairs.steps);
  const Graph graph = pairs.graph();
  const TieBreakTrace trace(graph, tie_break, [&](StepId step) { return std::string_view(names[step]); });
  const NaiveWalk walk(pairs, tie_break, names);
  RC_ASSERT(std::equal(walk.order.begin(), walk.order.end(), trace.order().begin(), trace.order().end()));
  RC_ASSERT(trace.size() == walk.frames.size());
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    const Moment moment = trace.at(cursor);
    RC_ASSERT((NaiveWalk::Frame{moment.event, trace.in_degrees(moment), moment.taken, moment.entered}) ==
              walk.frames[cursor]);
    const Event& event = moment.event;
    if (event.kind == EventKind::enqueue) RC_ASSERT(trace.enqueue_event(event.step) == cursor);
    if (event.kind == EventKind::dequeue) RC_ASSERT(trace.dequeue_event(event.step) == cursor);
    if (event.kind == EventKind::decrement) {
      RC_ASSERT(trace.decrement_event(event.step, moment.lowered - 1) == cursor);
      RC_ASSERT(trace.in_degree(event.dependent, moment) == walk.frames[cursor].in_degrees[event.dependent]);
    }
  }
}

RC_GTEST_PROP(TieBreakProperty, EveryEventHasALegibleSentence, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const auto names = shuffled_names(pairs.steps);
  const auto name_of = [&](StepId step) { return std::string_view(names[step]); };
  const TieBreakTrace trace(graph, any_tie_break(), name_of);
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    const std::string sentence = english(narrate(trace, trace.at(cursor)), name_of);
    RC_ASSERT(!sentence.empty() && is_legible(sentence) && sentence.find('{') == std::string::npos);
  }
}

}  // namespace
}  // namespace orchestrator
