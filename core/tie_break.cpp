#include "tie_break.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "heap_sort.h"

namespace orchestrator {
namespace {

// The ready steps, in a heap (J. Williams, "Algorithm 232: Heapsort", 1964) of ranks, of which the lowest goes first. A
// queue and a stack are ranked as steps come in, upwards or downwards; by the other rules all steps are beforehand. One
// piece of code for all of them, since it travels to the page.
class Ready {
 public:
  Ready(const Graph& graph, TieBreak tie_break, const NameOf& name_of)
      : tie_break_(tie_break), by_rank_(graph.step_count()), rank_(graph.step_count()) {
    if (tie_break == TieBreak::fifo || tie_break == TieBreak::lifo) return;
    std::iota(by_rank_.begin(), by_rank_.end(), StepId{0});
    const std::vector<std::uint32_t> ahead = paths_ahead(graph);
    heap_sort(by_rank_, [&](StepId a, StepId b) {
      const int by_name = tie_break == TieBreak::name ? name_of(a).compare(name_of(b)) : 0;
      if (by_name != 0) return by_name < 0;
      if (tie_break == TieBreak::longest_path && ahead[a] != ahead[b]) return ahead[a] > ahead[b];
      return a < b;
    });
    for (std::uint32_t rank = 0; rank < by_rank_.size(); ++rank) rank_[by_rank_[rank]] = rank;
  }

  bool empty() const { return ready_.empty(); }

  // `place`: how many steps came in before.
  void put(StepId step, std::size_t place) {
    const std::size_t rank = tie_break_ == TieBreak::fifo   ? place
                             : tie_break_ == TieBreak::lifo ? by_rank_.size() - 1 - place
                                                            : rank_[step];
    by_rank_[rank] = step;
    ready_.push_back(static_cast<std::uint32_t>(rank));
    std::push_heap(ready_.begin(), ready_.end(), std::greater<>());
  }

  StepId take() {
    std::pop_heap(ready_.begin(), ready_.end(), std::greater<>());
    const std::uint32_t rank = ready_.back();
    ready_.pop_back();
    return by_rank_[rank];
  }

 private:
  TieBreak tie_break_;
  std::vector<StepId> by_rank_;
  std::vector<std::uint32_t> rank_;
  std::vector<std::uint32_t> ready_;
};

}  // namespace

std::optional<TieBreak> tie_break_named(std::string_view name) {
  for (std::size_t i = 0; i < tie_break_names.size(); ++i) {
    if (tie_break_names[i] == name) return static_cast<TieBreak>(i);
  }
  return std::nullopt;
}

ReadyWalk walk_ready(const Graph& graph, TieBreak tie_break, const NameOf& name_of) {
  Ready ready(graph, tie_break, name_of);
  ReadyWalk walk;
  std::vector<std::uint32_t> in_degree(graph.step_count());
  const auto enter = [&](StepId step) {
    ready.put(step, walk.entered.size());
    walk.entered.push_back(step);
  };
  for (StepId step = 0; step < graph.step_count(); ++step) {
    in_degree[step] = graph.in_degree(step);
    if (in_degree[step] == 0) enter(step);
  }
  while (!ready.empty()) {
    walk.entered_before.push_back(static_cast<std::uint32_t>(walk.entered.size()));
    const StepId step = ready.take();
    walk.order.push_back(step);
    for (const StepId dependent : graph.dependents(step)) {
      if (--in_degree[dependent] == 0) enter(dependent);
    }
  }
  walk.entered_before.push_back(static_cast<std::uint32_t>(walk.entered.size()));
  return walk;
}

Order kahn_order(const Graph& graph, TieBreak tie_break, const NameOf& name_of) {
  if (tie_break == TieBreak::fifo) return kahn_order(graph);
  Order order{walk_ready(graph, tie_break, name_of).order, true};
  order.complete = order.steps.size() == graph.step_count();
  return order;
}

std::vector<std::uint32_t> paths_ahead(const Graph& graph) {
  std::vector<std::uint32_t> ahead(graph.step_count());
  const Order order = kahn_order(graph);
  // Backwards: what depends on a step is done before it. From a dependent that is not in the order nothing comes.
  for (auto step = order.steps.rbegin(); step != order.steps.rend(); ++step) {
    for (const StepId upstream : graph.dependencies(*step))
      ahead[upstream] = std::max(ahead[upstream], ahead[*step] + 1);
  }
  return ahead;
}

}  // namespace orchestrator
