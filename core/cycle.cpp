#include "cycle.h"

#include <algorithm>

#include "flags.h"
#include "kahn.h"

namespace orchestrator {
namespace {

constexpr std::uint32_t unseen = 0xFFFFFFFF;

// Tarjan's strongly connected components among the steps that Kahn's algorithm leaves over. The path of the depth-first
// search is a list of its own, so that a chain of a million steps needs no deep call stack.
class Components {
 public:
  Components(const Graph& graph, const std::vector<Standing>& standing)
      : graph_(graph),
        number_(graph.step_count(), unseen),
        lowest_(graph.step_count()),
        component_(graph.step_count(), unseen) {
    for (StepId step = 0; step < graph.step_count(); ++step) {
      if (standing[step] != Standing::free && number_[step] == unseen) search_from(step);
    }
  }

  std::uint32_t of(StepId step) const { return component_[step]; }
  std::uint32_t count() const { return static_cast<std::uint32_t>(sizes_.size()); }
  std::uint32_t size_of(std::uint32_t component) const { return sizes_[component]; }

 private:
  struct Visit {
    StepId step;
    std::uint32_t next_dependent;
  };

  void search_from(StepId root) {
    enter(root);
    while (!path_.empty()) {
      Visit& visit = path_.back();
      const auto dependents = graph_.dependents(visit.step);
      if (visit.next_dependent < dependents.size()) {
        const StepId dependent = dependents[visit.next_dependent++];
        if (number_[dependent] == unseen) {
          enter(dependent);
        } else if (component_[dependent] == unseen) {
          lowest_[visit.step] = std::min(lowest_[visit.step], number_[dependent]);
        }
      } else {
        leave();
      }
    }
  }

  void enter(StepId step) {
    number_[step] = lowest_[step] = next_number_++;
    path_.push_back({step, 0});
    pending_.push_back(step);
  }

  void leave() {
    const StepId step = path_.back().step;
    path_.pop_back();
    if (!path_.empty()) {
      const StepId parent = path_.back().step;
      lowest_[parent] = std::min(lowest_[parent], lowest_[step]);
    }
    if (lowest_[step] == number_[step]) close_component(step);
  }

  void close_component(StepId first) {
    sizes_.push_back(0);
    StepId step = no_step;
    do {
      step = pending_.back();
      pending_.pop_back();
      component_[step] = count() - 1;
      ++sizes_.back();
    } while (step != first);
  }

  const Graph& graph_;
  std::vector<std::uint32_t> number_;
  std::vector<std::uint32_t> lowest_;
  std::vector<std::uint32_t> component_;
  std::vector<std::uint32_t> sizes_;
  std::vector<Visit> path_;
  std::vector<StepId> pending_;
  std::uint32_t next_number_ = 0;
};

bool depends_on_itself(const Graph& graph, StepId step) {
  const auto dependents = graph.dependents(step);
  return std::binary_search(dependents.begin(), dependents.end(), step);
}

// A shortest closed path through a step, by breadth-first search inside its component. `reached_from` is scratch space
// shared by all searches: components do not overlap, so it is never cleared.
std::vector<StepId> closed_path(const Graph& graph, const Components& components, StepId start,
                                std::vector<StepId>& reached_from) {
  std::vector<StepId> queue{start};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (const StepId dependent : graph.dependents(queue[i])) {
      if (components.of(dependent) != components.of(start)) continue;
      if (dependent == start) {
        std::vector<StepId> path{start};
        for (StepId step = queue[i]; step != start; step = reached_from[step]) path.push_back(step);
        path.push_back(start);
        std::reverse(path.begin(), path.end());
        return path;
      }
      if (reached_from[dependent] == no_step) {
        reached_from[dependent] = queue[i];
        queue.push_back(dependent);
      }
    }
  }
  return {};
}

// What Kahn's algorithm leaves over is on a cycle or behind one; which of the two, the components tell.
std::vector<Standing> left_over(const Graph& graph) {
  std::vector<Standing> standing(graph.step_count(), Standing::behind_cycle);
  for (const StepId step : kahn_order(graph).steps) standing[step] = Standing::free;
  return standing;
}

bool has_cycle(const Graph& graph, const Components& components, StepId step) {
  return components.size_of(components.of(step)) > 1 || depends_on_itself(graph, step);
}

}  // namespace

std::vector<std::uint32_t> cyclic_components(const Graph& graph) {
  const std::vector<Standing> standing = left_over(graph);
  const Components components(graph, standing);
  std::vector<std::uint32_t> result(graph.step_count(), no_component);
  for (StepId step = 0; step < graph.step_count(); ++step) {
    if (standing[step] != Standing::free && has_cycle(graph, components, step)) result[step] = components.of(step);
  }
  return result;
}

Cycles find_cycles(const Graph& graph) {
  Cycles cycles;
  cycles.standing = left_over(graph);
  const auto is_free = [](Standing standing) { return standing == Standing::free; };
  if (std::all_of(cycles.standing.begin(), cycles.standing.end(), is_free)) return cycles;

  const Components components(graph, cycles.standing);
  Flags has_path(components.count());
  std::vector<StepId> reached_from(graph.step_count(), no_step);
  for (StepId step = 0; step < graph.step_count(); ++step) {
    if (cycles.standing[step] == Standing::free) continue;
    if (!has_cycle(graph, components, step)) continue;
    const std::uint32_t component = components.of(step);
    cycles.standing[step] = Standing::on_cycle;
    if (!has_path[component]) {
      has_path[component] = true;
      cycles.paths.push_back(closed_path(graph, components, step, reached_from));
    }
  }
  return cycles;
}

}  // namespace orchestrator
