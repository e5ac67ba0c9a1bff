// The rules of the pipeline file: fields, types, ranges, and a sentence for each way to break them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "definition.h"
#include "diagnostic.h"
#include "document.h"

namespace orchestrator {

/// Which mistakes count.
enum class Validation : std::uint8_t {
  /// max_retries below 1 is an error.
  mended,
  /// As the course's program was before its "Fix it" task: max_retries below 1 is accepted, and such a step fails
  /// at once with 0 attempts.
  course,
};

namespace limits {
inline constexpr int max_retries = 1000;
inline constexpr int workers = 1000;
/// The longest delay a browser's timer can wait for, in milliseconds (2^31 - 1, about 24 days).
inline constexpr double milliseconds = 2147483647;
inline constexpr std::uint32_t fails = 1000000;
inline constexpr std::size_t name_characters = 1000;
inline constexpr std::size_t steps = 5000000;
}  // namespace limits

struct Reading {
  PipelineDefinition definition;
  /// Mistakes of form; what steps say of each other is checked by `check` in pipeline.h.
  Diagnostics diagnostics;
  /// True when every step has a proper name and a readable list of dependencies: then the graph is known, whatever is
  /// wrong with limits and actions.
  bool graph_is_known = true;
};

/// Reads a definition and reports every mistake of form. Fields with a mistake keep their default, so that reading
/// goes on; the steps keep their places. Time and memory linear in the document.
Reading read_definition(const Document& document, Validation validation = Validation::mended);

}  // namespace orchestrator
