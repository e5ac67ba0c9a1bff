// The part of study.wasm that tells what happens and why: sentences, and the trace of depth-first search. See
// study_bindings.cpp.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "dfs_narration.h"
#include "mend_narration.h"
#include "narration.h"
#include "sentence.h"
#include "study.h"
#include "why.h"

using namespace orchestrator;
using marshal::answer;
using study::Study;

namespace {

// Three texts each: code, words and English; and all values as numbers.
void answer_sentences(const Study& study, const std::vector<Sentence>& sentences) {
  answer.clear_texts();
  answer.numbers.clear();
  for (const Sentence& sentence : sentences) {
    answer.add(sentence, [&](StepId step) { return study.names.of(step); });
  }
}

DepthMoment moment_of(Study* study, double cursor) { return study->depth().at(static_cast<Cursor>(cursor)); }

// A step, or a class, as a number; -1 for none.
double js_step(StepId step) { return step == no_step ? -1 : static_cast<double>(step); }
double js_class(std::optional<DependencyClass> found) { return found ? static_cast<double>(*found) : -1; }

void answer_ids(std::span<const StepId> steps) { answer.ids.assign(steps.begin(), steps.end()); }

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE double study_size(const Study* study) { return static_cast<double>(study->trace.size()); }

// Answers a sentence: texts and numbers.
EMSCRIPTEN_KEEPALIVE void study_sentence(const Study* study, double cursor) {
  answer_sentences(*study, {narrate(study->trace, study->trace.at(static_cast<Cursor>(cursor)))});
}

// Answers sentences.
EMSCRIPTEN_KEEPALIVE void study_why(const Study* study, StepId step, double cursor) {
  answer_sentences(*study, why(study->trace, step, static_cast<Cursor>(cursor)));
}

// Each answers sentences: of one of the knots that study_mends answers; of one dependency to be removed; of all
// knots together.
EMSCRIPTEN_KEEPALIVE void study_tell_knot(Study* study, std::uint32_t knot) {
  answer_sentences(*study, narrate(study->knots()[knot]));
}
EMSCRIPTEN_KEEPALIVE void study_tell_mend(Study* study, StepId upstream, StepId dependent) {
  const std::vector<Dependency> mend{{upstream, dependent}};
  answer_sentences(*study, narrate(mend.front(), study->left_over().freed_by(mend)));
}
EMSCRIPTEN_KEEPALIVE void study_tell_mends(Study* study) {
  const std::vector<Knot>& knots = study->knots();
  answer_sentences(*study, narrate(knots, study->left_over().freed_by(all_mends(knots))));
}

EMSCRIPTEN_KEEPALIVE double study_depth_size(Study* study) { return static_cast<double>(study->depth().size()); }

// Answers ids: steps as they are discovered, and as they are left.
EMSCRIPTEN_KEEPALIVE void study_depth_discovered(Study* study) { answer_ids(study->depth().discovered()); }
EMSCRIPTEN_KEEPALIVE void study_depth_left(Study* study) { answer_ids(study->depth().left()); }

// Answers ids: pairs (upstream, dependent).
EMSCRIPTEN_KEEPALIVE void study_depth_back(Study* study) {
  answer.ids.clear();
  for (const auto& [upstream, dependent] : study->depth().back()) {
    answer.ids.insert(answer.ids.end(), {upstream, dependent});
  }
}

// Answers numbers: kind, step, dependent, class, line, steps discovered, steps left, and state.
EMSCRIPTEN_KEEPALIVE void study_depth_moment(Study* study, double cursor) {
  const DepthMoment moment = moment_of(study, cursor);
  answer.numbers = {static_cast<double>(moment.kind),
                    js_step(moment.step),
                    js_step(moment.dependent),
                    js_class(moment.found),
                    static_cast<double>(line_of(moment)),
                    static_cast<double>(moment.discovered),
                    static_cast<double>(moment.left),
                    static_cast<double>(moment.state)};
}

// Answers a sentence.
EMSCRIPTEN_KEEPALIVE void study_depth_sentence(Study* study, double cursor) {
  answer_sentences(*study, {narrate(study->depth(), moment_of(study, cursor))});
}

EMSCRIPTEN_KEEPALIVE double study_depth_colour(Study* study, double cursor, StepId step) {
  return static_cast<double>(study->depth().colour(step, moment_of(study, cursor)));
}

// Answers numbers: the events of discovering and leaving it.
EMSCRIPTEN_KEEPALIVE void study_depth_times(Study* study, StepId step) {
  answer.numbers = {static_cast<double>(study->depth().discover_event(step)),
                    static_cast<double>(study->depth().leave_event(step))};
}

// Answers ids.
EMSCRIPTEN_KEEPALIVE void study_depth_stack(Study* study, double cursor) {
  answer_ids(study->depth().stack(moment_of(study, cursor)));
}

// -1 where there is no such dependency, or it has not been looked at yet. One listed twice is what its first is.
EMSCRIPTEN_KEEPALIVE double study_depth_class(Study* study, double cursor, StepId upstream, StepId dependent) {
  const DepthTrace& depth = study->depth();
  const auto dependents = study->graph.dependents(upstream);
  const auto found = std::lower_bound(dependents.begin(), dependents.end(), dependent);
  if (found == dependents.end() || *found != dependent) return -1;
  const auto place = static_cast<std::uint32_t>(found - dependents.begin());
  if (depth.look_event(upstream, place) > static_cast<Cursor>(cursor)) return -1;
  return js_class(depth.class_of(upstream, place));
}

// Answers ids: a closed path, or none.
EMSCRIPTEN_KEEPALIVE void study_depth_cycle(Study* study, double cursor) {
  answer_ids(study->depth().cycle_at(moment_of(study, cursor)));
}

}  // extern "C"
