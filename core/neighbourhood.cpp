#include "neighbourhood.h"

#include <algorithm>

#include "heap_sort.h"

namespace orchestrator {
namespace {

class Gathering {
 public:
  Gathering(const Graph& graph, std::size_t most) : graph_(graph), most_(most), mark_(graph.step_count()) {}

  /// Those that are not shown yet, from the first, until `limit` of them are.
  void show(std::span<const StepId> steps, std::size_t limit) {
    for (const StepId step : steps) {
      if (limit == 0 || shown_.size() >= most_) return;
      if (mark_[step] == shown) continue;
      mark_[step] = shown;
      shown_.push_back(step);
      --limit;
    }
  }

  /// First in, first out is round by round.
  void spread() {
    const std::size_t centres = shown_.size();
    for (std::size_t i = 0; i < shown_.size() && shown_.size() < most_; ++i) {
      const StepId step = shown_[i];
      const std::size_t limit = i < centres ? most_brought_by_a_centre : most_brought_by_others;
      show(graph_.dependencies(step), limit);
      show(graph_.dependents(step), limit);
    }
  }

  Neighbourhood result() {
    heap_sort(shown_);
    Neighbourhood result;
    for (const StepId step : shown_) {
      result.hidden_dependencies.push_back(hidden(graph_.dependencies(step)));
      result.hidden_dependents.push_back(hidden(graph_.dependents(step)));
    }
    result.steps = std::move(shown_);
    return result;
  }

 private:
  enum Mark : std::uint8_t { unknown, shown, counted };

  /// One listed twice counts once.
  std::uint32_t hidden(std::span<const StepId> steps) {
    std::uint32_t count = 0;
    for (const StepId step : steps) {
      if (mark_[step] != unknown) continue;
      mark_[step] = counted;
      ++count;
    }
    for (const StepId step : steps) {
      if (mark_[step] == counted) mark_[step] = unknown;
    }
    return count;
  }

  const Graph& graph_;
  std::size_t most_;
  std::vector<Mark> mark_;
  std::vector<StepId> shown_;
};

/// Sets the bit for all that can be reached from the step.
template <class Neighbours>
void mark_all(std::vector<std::uint8_t>& bits, std::uint8_t bit, StepId from, Neighbours neighbours) {
  std::vector<StepId> reached{from};
  while (!reached.empty()) {
    const StepId step = reached.back();
    reached.pop_back();
    for (const StepId next : neighbours(step)) {
      if ((bits[next] & bit) != 0) continue;
      bits[next] |= bit;
      reached.push_back(next);
    }
  }
}

}  // namespace

Neighbourhood around(const Graph& graph, std::span<const StepId> centres, std::size_t most) {
  Gathering gathering(graph, most);
  gathering.show(centres, most);
  gathering.spread();
  return gathering.result();
}

std::vector<std::uint8_t> relatives(const Graph& graph, StepId step) {
  std::vector<std::uint8_t> bits(graph.step_count());
  mark_all(bits, is_upstream, step, [&](StepId of) { return graph.dependencies(of); });
  mark_all(bits, is_downstream, step, [&](StepId of) { return graph.dependents(of); });
  return bits;
}

}  // namespace orchestrator
