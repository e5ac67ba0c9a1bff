#include "narration.h"

#include <algorithm>
#include <array>

#include "heap_sort.h"

namespace orchestrator {
namespace {

// The sentences, in the order of the events.
using Form = SentenceForm;
constexpr Form start_empty{"start.empty", "The pipeline has no steps, so there is nothing to count."};
constexpr Form start_only{"start.only",
                          "Each step's in-degree is counted: how many dependencies it waits for. The only "
                          "step has in-degree 0."};
constexpr Form start_none{"start.none",
                          "Each step's in-degree is counted: how many dependencies it waits for. No step "
                          "has in-degree 0, so none can go first."};
constexpr Form start_all{"start.all",
                         "Each step's in-degree is counted: how many dependencies it waits for. All of them "
                         "have in-degree 0: nothing waits for anything."};
constexpr Form start_one{"start.one",
                         "Each step's in-degree is counted: how many dependencies it waits for. {#sources} of {#steps} "
                         "steps has in-degree 0."};
constexpr Form start_some{"start.some",
                          "Each step's in-degree is counted: how many dependencies it waits for. {#sources} "
                          "of {#steps} steps have in-degree 0."};
constexpr Form enqueue_source{"enqueue.source",
                              "{step} depends on nothing, so it joins the ready queue at place {#place}."};
constexpr Form enqueue_free{"enqueue.free",
                            "{step} has in-degree 0 now: it waits for nothing any more and joins the "
                            "ready queue at place {#place}."};
constexpr Form dequeue_none{"dequeue.none",
                            "{step} is first in the queue: it is taken out and becomes number {#place} in "
                            "the order. No step depends on it."};
constexpr Form dequeue_one{"dequeue.one",
                           "{step} is first in the queue: it is taken out and becomes number {#place} in "
                           "the order. The {#dependents} dependency on it is taken off next."};
constexpr Form dequeue_some{"dequeue.some",
                            "{step} is first in the queue: it is taken out and becomes number {#place} in "
                            "the order. The {#dependents} dependencies on it are taken off next."};
constexpr Form decrement_last{"decrement.last",
                              "{dependent} drops from {#before} to {#after}: its last dependency {step} "
                              "is done, so it joins the queue."};
constexpr Form decrement_waits{"decrement.waits",
                               "{dependent} drops from {#before} to {#after}: {step} is done, but it "
                               "still waits for {missing}."};
constexpr Form decrement_more{"decrement.more",
                              "{dependent} drops from {#before} to {#after}: {step} is done, but it "
                              "still waits for {missing} and {#more} more."};
constexpr Form decrement_itself{"decrement.itself",
                                "{dependent} drops from {#before} to {#after}: {step} is done, but it "
                                "still waits for itself."};
constexpr Form decrement_same{"decrement.same",
                              "{dependent} drops from {#before} to {#after}: {step} is done, but it "
                              "still waits for the same dependency, which it lists more than once."};
constexpr Form decrement_many{"decrement.many",
                              "{dependent} drops from {#before} to {#after}: {step} is done, but it "
                              "still waits for {#missing} of its {#all} dependencies."};
constexpr Form finish_empty{"finish.empty", "There is nothing to sort: the order is empty, and complete."};
constexpr Form finish_only{"finish.only", "Sorted: the only step is in the order."};
constexpr Form finish_sorted{"finish.sorted",
                             "Sorted: all {#steps} steps are in the order, each one behind everything it "
                             "depends on."};
constexpr Form stalled_only{"stalled.only",
                            "Stalled: the queue is empty, but the only step is left over. It waits for "
                            "itself, so it can never be first."};
constexpr Form stalled_one{"stalled.one",
                           "Stalled: the queue is empty, but {#left} of {#steps} steps is left over. It waits for "
                           "itself, so it can never be first."};
constexpr Form stalled_some{
    "stalled.some",
    "Stalled: the queue is empty, but {#left} of {#steps} steps are left over. Each of them waits "
    "for another one of them (or for itself), so none can ever be first: there is a cycle."};

// The sentences of one trace at one moment.
class Narrator {
 public:
  // `in_degree` is that of the event's dependent just now.
  Narrator(const KahnTrace& trace, const Moment& moment, std::uint32_t in_degree)
      : trace_(trace), graph_(trace.graph()), moment_(moment), in_degree_(in_degree) {}

  Sentence sentence() const {
    switch (moment_.event.kind) {
      case EventKind::start: return start();
      case EventKind::enqueue: return enqueue();
      case EventKind::dequeue: return dequeue();
      case EventKind::decrement: return decrement();
      case EventKind::finish: break;
    }
    return finish();
  }

 private:
  Sentence start() const {
    const std::size_t steps = graph_.step_count();
    const std::size_t sources = trace_.sources();
    const Form& form = steps == 0         ? start_empty
                       : sources == 0     ? start_none
                       : sources == 1     ? (steps == 1 ? start_only : start_one)
                       : sources == steps ? start_all
                                          : start_some;
    return {&form, {sources, steps}};
  }

  Sentence enqueue() const {
    const StepId step = moment_.event.step;
    return {graph_.in_degree(step) == 0 ? &enqueue_source : &enqueue_free, {step, moment_.entered - moment_.taken}};
  }

  Sentence dequeue() const {
    const StepId step = moment_.event.step;
    const std::size_t dependents = graph_.out_degree(step);
    const Form& form = dependents == 0 ? dequeue_none : dependents == 1 ? dequeue_one : dequeue_some;
    return {&form, {step, moment_.taken, dependents}};
  }

  Sentence decrement() const {
    const StepId dependent = moment_.event.dependent;
    if (in_degree_ == 0) return dropped(decrement_last);
    // Of very many only their number is said: to look through a million of them a million times would take for ever.
    constexpr std::uint32_t most_looked_through = 100;
    if (const std::uint32_t all = graph_.in_degree(dependent); all > most_looked_through) {
      return dropped(decrement_many, in_degree_, all);
    }
    std::vector<StepId> missing;
    for (const StepId upstream : graph_.dependencies(dependent)) {
      if (trace_.position(upstream) >= moment_.taken) missing.push_back(upstream);
    }
    // A dependency listed twice counts twice, and is taken off one at a time.
    if (missing.empty()) return dropped(decrement_same);
    const StepId first = missing.front();
    heap_sort(missing);
    const auto distinct = static_cast<std::size_t>(std::unique(missing.begin(), missing.end()) - missing.begin());
    if (distinct > 1) return dropped(decrement_more, first, distinct - 1);
    return dropped(first == dependent ? decrement_itself : decrement_waits, first);
  }

  Sentence dropped(const Form& form, std::size_t missing = 0, std::size_t more = 0) const {
    const Event& event = moment_.event;
    return {&form, {event.dependent, in_degree_ + 1, in_degree_, event.step, missing, more}};
  }

  Sentence finish() const {
    const std::size_t steps = graph_.step_count();
    const std::size_t left = steps - trace_.order().size();
    if (left == 0) return {steps == 0 ? &finish_empty : steps == 1 ? &finish_only : &finish_sorted, {steps}};
    const Form& form = steps == 1 ? stalled_only : left == 1 ? stalled_one : stalled_some;
    return {&form, {left, steps}};
  }

  const KahnTrace& trace_;
  const Graph& graph_;
  const Moment& moment_;
  std::uint32_t in_degree_;
};

}  // namespace

int line_of(const Moment& moment) {
  switch (moment.event.kind) {
    case EventKind::start: return 1;
    // Before the first step is taken out, only sources enter.
    case EventKind::enqueue: return moment.taken == 0 ? 2 : 7;
    case EventKind::dequeue: return 4;
    case EventKind::decrement: return 6;
    case EventKind::finish: break;
  }
  return 8;
}

Sentence narrate(const KahnTrace& trace, const Moment& moment) {
  const StepId dependent = moment.event.dependent;
  return narrate(trace, moment, dependent == no_step ? 0 : trace.in_degree(dependent, moment));
}

Sentence narrate(const KahnTrace& trace, const Moment& moment, std::uint32_t in_degree) {
  return Narrator(trace, moment, in_degree).sentence();
}

std::string sentence_of(const KahnTrace& trace, const Moment& moment, const NameOf& name_of) {
  return english(narrate(trace, moment), name_of);
}

std::string sentence_of(const KahnTrace& trace, const Moment& moment, const NameOf& name_of, std::uint32_t in_degree) {
  return english(narrate(trace, moment, in_degree), name_of);
}

std::string_view event_name(EventKind kind) {
  constexpr std::array<std::string_view, 5> names{"start", "enqueue", "dequeue", "decrement", "finish"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view state_name(TraceState state) {
  constexpr std::array<std::string_view, 3> names{"running", "sorted", "stalled"};
  return names[static_cast<std::size_t>(state)];
}

}  // namespace orchestrator
