// The words of the command line as values.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "definition_reader.h"
#include "run_options.h"
#include "sort_options.h"

namespace orchestrator::cli {

enum class Task : std::uint8_t { run, sort, tiers, check, trace, mend };

struct Arguments {
  Task task = Task::run;
  /// A path, "-" for standard input; empty for the demo pipeline.
  std::string file;
  bool json = false;
  RunOptions run;
  Validation validation = Validation::mended;
  /// For sort and trace.
  SortOptions sort;
};

/// The command ends at once, having said why: after --help, --version or a mistake in the words.
struct EndsWith {
  int status;
};

std::variant<Arguments, EndsWith> parse_arguments(int count, const char* const* words);

}  // namespace orchestrator::cli
