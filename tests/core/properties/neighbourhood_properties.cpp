#include "neighbourhood.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "generators.h"

namespace orchestrator {
namespace {

using Steps = std::set<StepId>;

// As listed: by what is listed for the step.
std::vector<StepId> dependencies(const naive::Pairs& pairs, StepId step) {
  std::vector<StepId> found;
  for (const Dependency& dependency : pairs.dependencies) {
    if (dependency.dependent == step) found.push_back(dependency.upstream);
  }
  return found;
}

// Rounds, each of which begins with a copy of all that the last one brought.
Steps naive_around(const naive::Pairs& pairs, const std::vector<StepId>& centres, std::size_t most) {
  Steps shown;
  std::vector<StepId> round;
  for (const StepId centre : centres) {
    if (shown.size() < most && shown.insert(centre).second) round.push_back(centre);
  }
  for (std::size_t limit = most_brought_by_a_centre; !round.empty(); limit = most_brought_by_others) {
    std::vector<StepId> next;
    for (const StepId step : round) {
      for (const auto& row : {dependencies(pairs, step), pairs.dependents(step)}) {
        std::size_t brought = 0;
        for (const StepId other : row) {
          if (brought == limit || shown.size() == most || !shown.insert(other).second) continue;
          next.push_back(other);
          ++brought;
        }
      }
    }
    round = next;
  }
  return shown;
}

std::size_t hidden(const Steps& shown, const std::vector<StepId>& row) {
  Steps left(row.begin(), row.end());
  for (const StepId step : shown) left.erase(step);
  return left.size();
}

std::vector<StepId> some_steps(const naive::Pairs& pairs) {
  return *rc::gen::container<std::vector<StepId>>(rc::gen::inRange<StepId>(0, static_cast<StepId>(pairs.steps)));
}

RC_GTEST_PROP(NeighbourhoodProperty, IsWhatRoundsByHandBring, (const AnyGraph& pairs)) {
  RC_PRE(pairs.steps > 0U);
  const std::vector<StepId> centres = some_steps(pairs);
  const std::size_t most = *rc::gen::inRange<std::size_t>(0, pairs.steps + 2);
  const Steps expected = naive_around(pairs, centres, most);
  RC_CLASSIFY(expected.size() < pairs.steps, "a part");

  const Neighbourhood part = around(pairs.graph(), centres, most);
  RC_ASSERT(part.steps == std::vector<StepId>(expected.begin(), expected.end()));
  RC_ASSERT(part.hidden_dependencies.size() == part.steps.size());
  RC_ASSERT(part.hidden_dependents.size() == part.steps.size());
  for (std::size_t i = 0; i < part.steps.size(); ++i) {
    RC_ASSERT(part.hidden_dependencies[i] == hidden(expected, dependencies(pairs, part.steps[i])));
    RC_ASSERT(part.hidden_dependents[i] == hidden(expected, pairs.dependents(part.steps[i])));
  }
}

RC_GTEST_PROP(NeighbourhoodProperty, RelativesAreWhatHasAWay, (const AnyGraph& pairs)) {
  RC_PRE(pairs.steps > 0U);
  const StepId step = *rc::gen::inRange<StepId>(0, static_cast<StepId>(pairs.steps));
  const naive::Distances distances(pairs);
  const std::vector<std::uint8_t> bits = relatives(pairs.graph(), step);
  RC_ASSERT(bits.size() == pairs.steps);
  for (StepId other = 0; other < pairs.steps; ++other) {
    RC_ASSERT(((bits[other] & is_upstream) != 0) == (distances.between(other, step) > 0));
    RC_ASSERT(((bits[other] & is_downstream) != 0) == (distances.between(step, other) > 0));
  }
}

}  // namespace
}  // namespace orchestrator
