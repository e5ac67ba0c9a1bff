#include "narration.h"

#include <algorithm>
#include <array>

#include "text.h"

namespace orchestrator {
namespace {

constexpr std::array<std::string_view, 8> lines{
    "count the in-degree of every step",
    "put every step with in-degree 0 in the ready queue",
    "while the ready queue is not empty:",
    "    take the first step out and append it to the order",
    "    for each of its dependents:",
    "        lower the dependent's in-degree by 1",
    "        if it is 0 now: put the dependent in the ready queue",
    "sorted if every step is in the order, else stalled",
};

// The sentences of one trace at one moment.
class Narrator {
 public:
  // `in_degree` is that of the event's dependent just now.
  Narrator(const KahnTrace& trace, const Moment& moment, const NameOf& name_of, std::uint32_t in_degree)
      : trace_(trace), graph_(trace.graph()), moment_(moment), name_of_(name_of), in_degree_(in_degree) {}

  std::string sentence() const {
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
  std::string name(StepId step) const { return quoted(name_of_(step)); }

  std::string start() const {
    const std::size_t steps = graph_.step_count();
    if (steps == 0) return "The pipeline has no steps, so there is nothing to count.";
    const auto sources = static_cast<std::size_t>(trace_.sources());
    const std::string counted_first = "Each step's in-degree is counted: how many dependencies it waits for. ";
    if (steps == 1 && sources == 1) return counted_first + "The only step has in-degree 0.";
    if (sources == 0) return counted_first + "No step has in-degree 0, so none can go first.";
    if (sources == steps) return counted_first + "All of them have in-degree 0: nothing waits for anything.";
    return counted_first + std::to_string(sources) + " of " + counted(steps, "step") +
           (sources == 1 ? " has" : " have") + " in-degree 0.";
  }

  std::string enqueue() const {
    const StepId step = moment_.event.step;
    const std::string place = std::to_string(moment_.entered - moment_.taken);
    if (graph_.in_degree(step) == 0) {
      return name(step) + " depends on nothing, so it joins the ready queue at place " + place + ".";
    }
    return name(step) + " has in-degree 0 now: it waits for nothing any more and joins the ready queue at place " +
           place + ".";
  }

  std::string dequeue() const {
    const StepId step = moment_.event.step;
    const std::uint32_t dependents = graph_.out_degree(step);
    const std::string taken = name(step) + " is first in the queue: it is taken out and becomes number " +
                              std::to_string(moment_.taken) + " in the order. ";
    if (dependents == 0) return taken + "No step depends on it.";
    if (dependents == 1) return taken + "The 1 dependency on it is taken off next.";
    return taken + "The " + std::to_string(dependents) + " dependencies on it are taken off next.";
  }

  std::string decrement() const {
    const StepId step = moment_.event.step;
    const StepId dependent = moment_.event.dependent;
    const std::string drop =
        name(dependent) + " drops from " + std::to_string(in_degree_ + 1) + " to " + std::to_string(in_degree_) + ": ";
    if (in_degree_ > 0)
      return drop + name(step) + " is done, but it still waits for " + what_is_missing(dependent) + ".";
    if (graph_.in_degree(dependent) == 1) {
      return drop + "its only dependency " + name(step) + " is done, so it may join the queue.";
    }
    return drop + "its last dependency " + name(step) + " is done, so it may join the queue.";
  }

  // Names one dependency that still counts, and how many more do; of very many, only how many: to look through a
  // million of them a million times would take for ever.
  std::string what_is_missing(StepId dependent) const {
    constexpr std::uint32_t most_looked_through = 100;
    if (const std::uint32_t all = graph_.in_degree(dependent); all > most_looked_through) {
      return std::to_string(in_degree_) + " of its " + std::to_string(all) + " dependencies";
    }
    std::vector<StepId> missing;
    for (const StepId upstream : graph_.dependencies(dependent)) {
      if (trace_.position(upstream) >= moment_.taken) missing.push_back(upstream);
    }
    // A dependency listed twice counts twice, and is taken off one at a time.
    if (missing.empty()) return "the same dependency, which it lists more than once";
    const StepId first = missing.front();
    std::sort(missing.begin(), missing.end());
    const auto distinct = static_cast<std::size_t>(std::unique(missing.begin(), missing.end()) - missing.begin());
    if (distinct == 1) return first == dependent ? "itself" : name(first);
    return name(first) + " and " + std::to_string(distinct - 1) + " more";
  }

  std::string finish() const {
    const std::size_t steps = graph_.step_count();
    if (steps == 0) return "There is nothing to sort: the order is empty, and complete.";
    const std::size_t left = steps - trace_.order().size();
    if (left == 0) {
      return steps == 1 ? "Sorted: the only step is in the order."
                        : "Sorted: all " + std::to_string(steps) +
                              " steps are in the order, each one behind everything it depends on.";
    }
    const std::string few = steps == 1 ? "the only step" : std::to_string(left) + " of " + counted(steps, "step");
    const std::string stalled =
        "Stalled: the queue is empty, but " + few + (left == 1 ? " is" : " are") + " left over. ";
    return stalled + (left == 1 ? "It waits for itself, so it can never be first."
                                : "Each of them waits for another one of them (or for itself), so none can ever be "
                                  "first: there is a cycle.");
  }

  const KahnTrace& trace_;
  const Graph& graph_;
  const Moment& moment_;
  const NameOf& name_of_;
  std::uint32_t in_degree_;
};

}  // namespace

std::span<const std::string_view> pseudocode() { return lines; }

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

std::string sentence_of(const KahnTrace& trace, const Moment& moment, const NameOf& name_of) {
  const StepId dependent = moment.event.dependent;
  return sentence_of(trace, moment, name_of, dependent == no_step ? 0 : trace.in_degree(dependent, moment));
}

std::string sentence_of(const KahnTrace& trace, const Moment& moment, const NameOf& name_of, std::uint32_t in_degree) {
  return Narrator(trace, moment, name_of, in_degree).sentence();
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
