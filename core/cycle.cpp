#include "cycle.h"

#include <algorithm>

#include "flags.h"
#include "kahn.h"

namespace orchestrator {
namespace {

bool depends_on_itself(const Graph& graph, StepId step) {
  const auto dependents = graph.dependents(step);
  return std::binary_search(dependents.begin(), dependents.end(), step);
}

// The strongly connected components among the steps that Kahn's algorithm leaves over, after Tarjan, with one number a
// step (D. J. Pearce, "A space-efficient algorithm for finding strongly connected components", Information Processing
// Letters 116, 2016). The path of the depth-first search is a list of its own, so that a chain of a million steps needs
// no deep call stack.
class Components {
 public:
  Components(const Graph& graph, const std::vector<Standing>& standing) : graph_(graph), number_(graph.step_count()) {
    for (StepId step = 0; step < graph.step_count(); ++step) {
      if (standing[step] != Standing::free && number_[step] == unseen) search_from(step);
    }
  }

  /// Of a step that is left over.
  std::uint32_t of(StepId step) const { return first_component - number_[step]; }
  std::uint32_t count() const { return static_cast<std::uint32_t>(has_cycle_.size()); }
  bool has_cycle(std::uint32_t component) const { return has_cycle_[component] != 0; }

 private:
  static constexpr std::uint32_t unseen = 0;
  // Components count down from here, so that a step which is in one has a greater number than any that is not.
  static constexpr std::uint32_t first_component = 0xFFFFFFFF;

  struct Visit {
    StepId step;
    // The lowest number that can be reached from here, as far as is known.
    std::uint32_t lowest;
    std::span<const StepId> to_look_at;
  };

  Visit enter(StepId step) {
    number_[step] = ++entered_;
    return {step, entered_, graph_.dependents_ahead(step)};
  }

  void search_from(StepId root) {
    // The innermost one is not in the path, but at hand.
    Visit visit = enter(root);
    while (true) {
      if (!visit.to_look_at.empty()) {
        const StepId dependent = visit.to_look_at.front();
        const std::uint32_t number = number_[dependent];
        if (number == unseen) {
          // It is looked at again when the search comes back from it.
          path_.push_back(visit);
          visit = enter(dependent);
        } else {
          visit.lowest = std::min(visit.lowest, number);
          visit.to_look_at = visit.to_look_at.subspan(1);
        }
        continue;
      }
      leave(visit);
      if (path_.empty()) return;
      visit = path_.back();
      path_.pop_back();
    }
  }

  void leave(const Visit& visit) {
    if (visit.lowest < number_[visit.step]) {
      number_[visit.step] = visit.lowest;
      pending_.push_back(visit.step);
      return;
    }
    const std::uint32_t component = first_component - count();
    bool is_alone = true;
    for (; !pending_.empty() && number_[pending_.back()] >= visit.lowest; pending_.pop_back()) {
      number_[pending_.back()] = component;
      is_alone = false;
    }
    number_[visit.step] = component;
    has_cycle_.push_back(!is_alone || depends_on_itself(graph_, visit.step));
  }

  const Graph& graph_;
  // How many steps had been entered with it; then the lowest such number that it leads to; then its component.
  std::vector<std::uint32_t> number_;
  Flags has_cycle_;
  std::vector<Visit> path_;
  // Left, but not in a component yet.
  std::vector<StepId> pending_;
  std::uint32_t entered_ = 0;
};

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

}  // namespace

std::vector<std::uint32_t> cyclic_components(const Graph& graph) {
  const std::vector<Standing> standing = left_over(graph);
  const Components components(graph, standing);
  std::vector<std::uint32_t> result(graph.step_count(), no_component);
  for (StepId step = 0; step < graph.step_count(); ++step) {
    if (standing[step] == Standing::free) continue;
    if (const std::uint32_t component = components.of(step); components.has_cycle(component)) result[step] = component;
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
    const std::uint32_t component = components.of(step);
    if (!components.has_cycle(component)) continue;
    cycles.standing[step] = Standing::on_cycle;
    if (!has_path[component]) {
      has_path[component] = true;
      cycles.paths.push_back(closed_path(graph, components, step, reached_from));
    }
  }
  return cycles;
}

}  // namespace orchestrator
