#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "../checked_invariants.h"
#include "generators.h"
#include "why.h"

namespace orchestrator {
namespace {

const auto name_of = [](StepId step) { return std::string_view("abcdefghij").substr(step % 10, 1); };

bool is_of(const Sentence& sentence, std::string_view code) { return sentence.form->code == code; }
std::size_t count_of(const std::vector<Sentence>& said, std::string_view part) {
  return static_cast<std::size_t>(std::count_if(
      said.begin(), said.end(), [&](const Sentence& sentence) { return sentence.form->code.starts_with(part); }));
}

RC_GTEST_PROP(WhyProperty, IsAShortLegibleParagraph, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  for (StepId step = 0; step < graph.step_count(); ++step) {
    const Cursor cursor = *rc::gen::inRange<Cursor>(0, trace.size());
    const auto said = why(trace, step, cursor);
    RC_ASSERT(said.size() >= 2U && said.size() <= 5U);
    for (const Sentence& sentence : said) {
      const std::string text = english(sentence, name_of);
      RC_ASSERT(is_legible(text) && text.find('{') == std::string::npos && text.size() < 300U);
    }
  }
}

RC_GTEST_PROP(WhyProperty, TellsTheNumbersOfTheFrame, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  const naive::Distances distances(pairs);
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    const Moment moment = trace.at(cursor);
    const auto degrees = trace.in_degrees(moment);
    const auto queue = trace.queue(moment);
    for (StepId step = 0; step < graph.step_count(); ++step) {
      const auto said = why(trace, step, cursor);
      const Sentence& first = said.front();
      RC_ASSERT(first.values[0] == step);
      RC_ASSERT(is_of(first, "why.degree.none") == (graph.in_degree(step) == 0));
      if (is_of(first, "why.degree.same")) RC_ASSERT(first.values[1] == degrees[step]);
      if (is_of(first, "why.degree.less")) {
        RC_ASSERT(first.values[1] == graph.in_degree(step));
        RC_ASSERT(first.values[2] == degrees[step]);
      }
      RC_ASSERT((count_of(said, "why.waits.") > 0) == (degrees[step] > 0));
      RC_ASSERT(count_of(said, "why.cycle.") == (distances.on_cycle(step) ? 1U : 0U));
      const bool behind = !distances.on_cycle(step) && distances.behind_cycle(step);
      RC_ASSERT(count_of(said, "why.behind.") == (behind ? 1U : 0U));
      const bool queued = std::find(queue.begin(), queue.end(), step) != queue.end();
      RC_ASSERT(is_of(said.back(), "why.queue.now") == queued);
    }
  }
}

RC_GTEST_PROP(WhyProperty, TheEventsItNamesAreThoseOfTheTrace, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  const auto cursor = *rc::gen::inRange<Cursor>(0, trace.size());
  for (StepId step = 0; step < graph.step_count(); ++step) {
    for (const Sentence& sentence : why(trace, step, cursor)) {
      const auto& values = sentence.values;
      const auto decrement_at = [&](std::size_t upstream, std::size_t event) {
        return trace.at(values[event]).event ==
               Event{EventKind::decrement, static_cast<StepId>(values[upstream]), step};
      };
      const std::string_view code = sentence.form->code;
      const std::size_t taken = code == "why.taken.one"     ? 1
                                : code == "why.taken.two"   ? 2
                                : code == "why.taken.three" ? 3
                                                            : 0;
      for (std::size_t i = 0; i < taken; ++i) {
        RC_ASSERT(decrement_at(2 * i, 2 * i + 1));
        RC_ASSERT(values[2 * i + 1] <= cursor);
      }
      if (code == "why.taken.many") RC_ASSERT(decrement_at(1, 2) && decrement_at(3, 4) && values[4] <= cursor);
      if (code == "why.waits.coming") RC_ASSERT(decrement_at(0, 1) && values[1] > cursor);
    }
  }
}

RC_GTEST_PROP(WhyProperty, ADecrementIsWhereTheTraceSaysItIs, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  const KahnTrace trace(graph);
  for (const StepId step : trace.order()) {
    const auto dependents = graph.dependents(step);
    for (std::uint32_t place = 0; place < dependents.size(); ++place) {
      const Moment moment = trace.at(trace.decrement_event(step, place));
      RC_ASSERT(moment.event == (Event{EventKind::decrement, step, dependents[place]}));
      RC_ASSERT(moment.lowered == place + 1);
    }
  }
}

}  // namespace
}  // namespace orchestrator
