// An acyclic graph that grows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "flags.h"
#include "graph.h"

namespace orchestrator {

/// Takes in dependencies one by one, but none that would close a cycle. It keeps an order, which is mended where a
/// dependency goes against it: only what stands between its two steps is looked at (D. Pearce and P. Kelly, "A dynamic
/// topological sort algorithm for directed acyclic graphs", 2006).
class GrowingGraph {
 public:
  /// The graph must be acyclic.
  explicit GrowingGraph(Graph graph);

  /// False when the dependency would close a cycle, or when there are no looks left to see that it does not. Every
  /// dependency looked at takes one from `looks`.
  bool add(Dependency dependency, std::size_t& looks);

 private:
  enum Direction : std::uint8_t { down, up };

  // For each step a list of others.
  struct Added {
    explicit Added(std::size_t steps) : last(steps, none) {}

    void add(StepId step, StepId other) {
      links.push_back({other, last[step]});
      last[step] = static_cast<std::uint32_t>(links.size() - 1);
    }

    static constexpr std::uint32_t none = 0xFFFFFFFF;
    struct Link {
      StepId other;
      std::uint32_t before;
    };
    std::vector<std::uint32_t> last;
    std::vector<Link> links;
  };

  // The steps that a path leads to, as far as the limit's place. False when it leads there, or there are no looks left.
  bool collect(std::vector<StepId>& found, Direction direction, StepId from, std::uint32_t limit, std::size_t& looks);

  // The places that both lists of steps have now become those of the ones before and then those of the ones behind.
  void reorder();

  Graph graph_;
  std::vector<std::uint32_t> place_;
  std::array<Added, 2> added_;
  Flags seen_;
  // What was collected last, down and up.
  std::vector<StepId> behind_;
  std::vector<StepId> before_;
};

}  // namespace orchestrator
