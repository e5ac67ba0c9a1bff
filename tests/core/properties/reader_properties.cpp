#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "../byte_document.h"
#include "../checked_invariants.h"
#include "generators.h"

namespace orchestrator {
namespace {

Document random_document() {
  const auto size = *rc::gen::inRange<std::size_t>(0, 400);
  return ByteDocument(*rc::gen::container<std::vector<std::uint8_t>>(size, rc::gen::arbitrary<std::uint8_t>())).take();
}

RC_GTEST_PROP(ReaderProperty, AnyDocumentIsAnsweredByTheRules, ()) {
  const Document document = random_document();
  const Checked mended = check(document);
  RC_CLASSIFY(mended.runnable, "runnable");
  RC_CLASSIFY(mended.pipeline && !mended.runnable, "traceable");
  RC_ASSERT(broken_rule_of(mended) == "");
  RC_ASSERT(broken_rule_of(check(document, Validation::course)) == "");
}

RC_GTEST_PROP(ReaderProperty, WhatTheMendedRulesAcceptTheCourseAcceptsToo, ()) {
  const Document document = random_document();
  RC_ASSERT(!check(document).runnable || check(document, Validation::course).runnable);
}

RC_GTEST_PROP(ReaderProperty, EveryAcyclicPipelineIsRunnable, (const RandomPipeline& pipeline)) {
  Reading reading;
  reading.definition = pipeline.definition;
  const Checked checked = check(std::move(reading));
  RC_ASSERT(checked.runnable);
  RC_ASSERT(broken_rule_of(checked) == "");
  RC_ASSERT(checked.pipeline->graph.dependency_count() == pipeline.pairs.dependencies.size());
}

RC_GTEST_PROP(ReaderProperty, ACyclicPipelineIsTraceableButNotRunnable, (const AnyGraph& pairs)) {
  Reading reading;
  reading.definition.steps.resize(pairs.steps);
  for (StepId step = 0; step < pairs.steps; ++step) reading.definition.steps[step].name = 's' + std::to_string(step);
  for (const Dependency& d : pairs.dependencies) {
    reading.definition.steps[d.dependent].depends_on.push_back('s' + std::to_string(d.upstream));
  }
  const Checked checked = check(std::move(reading));
  RC_ASSERT(checked.pipeline.has_value());
  RC_ASSERT(checked.runnable == kahn_order(pairs.graph()).complete);
  RC_ASSERT(broken_rule_of(checked) == "");
}

}  // namespace
}  // namespace orchestrator
