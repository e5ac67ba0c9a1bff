// Sentences for learners, in parts: a form, which has a code and words, and the values of what it speaks of. So a
// sentence can be translated, and its steps and events can be jumped to; english() puts it together.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "function_ref.h"
#include "graph.h"

namespace orchestrator {

/// A function that tells a step's name.
using NameOf = FunctionRef<std::string_view(StepId)>;

/// A kind of sentence. The code names it in any language. The words are English, with a place {name} for each value;
/// a sign before the name says of what kind it is: {name} a step, {*name} a list of steps, {#name} a number, {@name} an
/// event, by its cursor. No name stands in the words twice.
struct SentenceForm {
  std::string_view code;
  std::string_view words;
};

struct Sentence {
  /// Forms are constants that live as long as the program.
  const SentenceForm* form;
  /// One for each place, in the order of the words; of a list first how many steps, then these. What stands behind them
  /// is not said.
  std::array<std::size_t, 10> values{};
};

/// All of it in English; names are quoted, so that none can pass for something else. Time linear in its length.
std::string english(const Sentence& sentence, const NameOf& name_of);

/// Its values as JSON, by their names: {"step":"a","before":2,"missing":["b","c"]}. A step is its name, a list of steps
/// is a list of names, a number or an event is a number.
std::string json_params(const Sentence& sentence, const NameOf& name_of);

/// The fields of a JSON object that tell it in all ways: "code":…,"params":…,"sentence":… (in English).
std::string json_fields(const Sentence& sentence, const NameOf& name_of);

}  // namespace orchestrator
