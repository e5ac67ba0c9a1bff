// Sentences for one who goes through all the events in turn.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "fixtures.h"
#include "narration.h"

namespace orchestrator {
namespace {

const auto step_name = [](StepId step) { return fixtures::letter(step % 26); };

TEST(NarrationWalk, InDegreesKeptAlongTheWayGiveTheSameSentences) {
  for (const Graph& graph : {fixtures::diamond(), fixtures::doubled(), fixtures::chain()}) {
    const KahnTrace trace(graph);
    std::vector<std::uint32_t> in_degrees = trace.in_degrees(trace.at(0));
    for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
      const Moment moment = trace.at(cursor);
      const StepId dependent = moment.event.dependent;
      const std::uint32_t in_degree = dependent == no_step ? 0 : --in_degrees[dependent];
      EXPECT_EQ(sentence_of(trace, moment, step_name, in_degree), sentence_of(trace, moment, step_name));
    }
  }
}

//  101 steps, and one that waits for all of them
TEST(NarrationWalk, OfVeryManyDependenciesOnlyTheNumberIsSaid) {
  constexpr StepId sink = 101;
  std::vector<Dependency> dependencies;
  for (StepId step = 0; step < sink; ++step) dependencies.push_back({step, sink});
  const Graph graph(sink + 1, dependencies);
  const KahnTrace trace(graph);
  const Cursor first_decrement = trace.dequeue_event(0) + 1;
  EXPECT_EQ(sentence_of(trace, trace.at(first_decrement), step_name),
            "'x' drops from 101 to 100: 'a' is done, but it still waits for 100 of its 101 dependencies.");
}

}  // namespace
}  // namespace orchestrator
