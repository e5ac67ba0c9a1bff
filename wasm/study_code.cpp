// The part of study.wasm that shows the algorithms as code, with the values of its variables, counts what they do, and
// prints their traces. See study_bindings.cpp. An algorithm is a number of `enum class Algorithm`.
#include <emscripten/emscripten.h>

#include <cstdint>
#include <string_view>

#include "code_values.h"
#include "cost.h"
#include "pseudocode.h"
#include "study.h"
#include "trace_lines.h"

using namespace orchestrator;
using marshal::answer;
using study::Study;

namespace {

bool is_kahn(std::uint32_t algorithm) { return static_cast<Algorithm>(algorithm) == Algorithm::kahn; }

}  // namespace

extern "C" {

// Answers texts, five for each row: words, explanation and names of variables, of which the last may be empty.
EMSCRIPTEN_KEEPALIVE void study_code_rows(std::uint32_t algorithm) {
  answer.clear_texts();
  for (const CodeRow& row : code_rows(static_cast<Algorithm>(algorithm))) {
    answer.add(row.words);
    answer.add(row.explanation);
    for (const std::string_view name : row.variables) answer.add(name);
  }
}

// Answers the lines of a program as texts, and the row of each as numbers.
EMSCRIPTEN_KEEPALIVE void study_program(std::uint32_t algorithm, std::uint32_t language) {
  answer.clear_texts();
  answer.numbers.clear();
  for (const CodeLine& line : program(static_cast<Algorithm>(algorithm), static_cast<Language>(language))) {
    answer.add(line.text);
    answer.numbers.push_back(line.row);
  }
}

// Answers texts: name and value in turn.
EMSCRIPTEN_KEEPALIVE void study_values(Study* study, std::uint32_t algorithm, double cursor) {
  const auto name_of = [study](StepId step) { return study->names.of(step); };
  const auto take = [](std::string_view name, std::string_view text) {
    answer.add(name);
    answer.add(text);
  };
  answer.clear_texts();
  if (is_kahn(algorithm)) {
    for_each_value(study->trace, static_cast<Cursor>(cursor), name_of, take);
  } else {
    for_each_value(study->depth(), static_cast<Cursor>(cursor), name_of, take);
  }
}

// Answers numbers: put, taken and followed.
EMSCRIPTEN_KEEPALIVE void study_cost(Study* study, std::uint32_t algorithm, double cursor) {
  const auto at = static_cast<Cursor>(cursor);
  const Cost cost = is_kahn(algorithm) ? cost_at(study->trace, at) : cost_at(study->depth(), at);
  answer.numbers = {static_cast<double>(cost.put), static_cast<double>(cost.taken), static_cast<double>(cost.followed)};
}

// Answers one text: the lines of these events. The tie-break is for Kahn's algorithm alone.
EMSCRIPTEN_KEEPALIVE void study_lines(Study* study, std::uint32_t algorithm, std::uint32_t tie_break,
                                      std::uint32_t format, double first, double behind) {
  const auto name_of = [study](StepId step) { return study->names.of(step); };
  const auto take = [](std::string_view line) {
    answer.text += line;
    return true;
  };
  const auto lines = static_cast<LineFormat>(format);
  answer.clear_texts();
  if (is_kahn(algorithm)) {
    const TieBreakTrace& trace = study->by(static_cast<TieBreak>(tie_break));
    for_each_line(trace, name_of, lines, static_cast<Cursor>(first), static_cast<Cursor>(behind), take);
  } else {
    for_each_line(study->depth(), name_of, lines, static_cast<Cursor>(first), static_cast<Cursor>(behind), take);
  }
  answer.add({});
}

}  // extern "C"
