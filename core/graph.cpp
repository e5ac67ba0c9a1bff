#include "graph.h"

#include <algorithm>
#include <stdexcept>

#include "misuse.h"
#include "row_sort.h"

namespace orchestrator {
namespace {

constexpr std::size_t most_dependencies = std::size_t{1} << 31U;

void check_sizes(std::size_t step_count, std::size_t dependency_count) {
  if (step_count >= no_step) misuse<std::length_error>("Graph: too many steps");
  if (dependency_count >= most_dependencies) misuse<std::length_error>("Graph: too many dependencies");
}

}  // namespace

bool by_dependent(Dependency a, Dependency b) {
  return a.dependent != b.dependent ? a.dependent < b.dependent : a.upstream < b.upstream;
}

bool by_upstream(Dependency a, Dependency b) {
  return a.upstream != b.upstream ? a.upstream < b.upstream : a.dependent < b.dependent;
}

Graph::Graph(std::size_t step_count, std::span<const Dependency> dependencies)
    : step_count_((check_sizes(step_count, dependencies.size()), step_count)),
      dependent_offsets_(step_count + 1),
      dependents_(dependencies.size()),
      dependency_offsets_(step_count + 1),
      dependencies_(dependencies.size()) {
  // A definition lists its dependencies grouped by dependent: then they are in rows already.
  bool is_grouped = true;
  StepId previous = 0;
  std::uint32_t place = 0;
  for (const auto [upstream, dependent] : dependencies) {
    if (upstream >= step_count || dependent >= step_count) {
      misuse<std::out_of_range>("Graph: a dependency names a step that does not exist");
    }
    is_grouped = is_grouped && dependent >= previous;
    previous = dependent;
    dependencies_[place++] = upstream;
    dependency_offsets_[dependent + 1] = place;
  }
  if (is_grouped) {
    // A step without dependencies ends where the one before it does.
    std::uint32_t end = 0;
    for (std::uint32_t& offset : dependency_offsets_) offset = end = std::max(end, offset);
  } else {
    sort_into_many_rows(
        [&](auto take) {
          for (const auto [upstream, dependent] : dependencies) take(dependent, upstream);
        },
        dependency_offsets_, dependencies_);
  }
  // The dependents of each step ascend, because they are taken in ascending order here.
  sort_into_many_rows(
      [&](auto take) {
        for (StepId step = 0; step < step_count_; ++step) {
          for (const StepId upstream : this->dependencies(step)) take(upstream, step);
        }
      },
      dependent_offsets_, dependents_);
}

}  // namespace orchestrator
