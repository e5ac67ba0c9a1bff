#include "graph.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace orchestrator {
namespace {

constexpr std::size_t most_dependencies = std::size_t{1} << 31U;

// Before anything is allocated.
std::size_t checked_count(std::size_t step_count, std::span<const Dependency> dependencies) {
  if (step_count >= no_step) throw std::length_error("Graph: too many steps");
  if (dependencies.size() >= most_dependencies) throw std::length_error("Graph: too many dependencies");
  for (const Dependency& dependency : dependencies) {
    if (dependency.upstream >= step_count || dependency.dependent >= step_count) {
      throw std::out_of_range("Graph: a dependency names a step that does not exist");
    }
  }
  return step_count;
}

}  // namespace

Graph::Graph(std::size_t step_count, std::span<const Dependency> dependencies)
    : step_count_(checked_count(step_count, dependencies)),
      dependent_offsets_(step_count + 1),
      dependents_(dependencies.size()),
      dependency_offsets_(step_count + 1),
      dependencies_(dependencies.size()) {
  // Two stable counting sorts: by dependent, then, reading those rows in order, by upstream step. So each row of
  // dependents ascends.
  for (const Dependency& dependency : dependencies) ++dependency_offsets_[dependency.dependent + 1];
  std::partial_sum(dependency_offsets_.begin(), dependency_offsets_.end(), dependency_offsets_.begin());
  Offsets next(dependency_offsets_.begin(), dependency_offsets_.end() - 1);
  for (const Dependency& dependency : dependencies) {
    dependencies_[next[dependency.dependent]++] = dependency.upstream;
    ++dependent_offsets_[dependency.upstream + 1];
  }
  std::partial_sum(dependent_offsets_.begin(), dependent_offsets_.end(), dependent_offsets_.begin());
  std::copy(dependent_offsets_.begin(), dependent_offsets_.end() - 1, next.begin());
  for (StepId step = 0; step < step_count; ++step) {
    for (const StepId upstream : this->dependencies(step)) dependents_[next[upstream]++] = step;
  }
}

}  // namespace orchestrator
