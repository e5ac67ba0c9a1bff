// How the command is to sort: by which algorithm, and which of several ready steps first.
#pragma once

#include <CLI/CLI.hpp>

#include "pseudocode.h"
#include "tie_break.h"

namespace orchestrator::cli {

struct SortOptions {
  Algorithm algorithm = Algorithm::kahn;
  TieBreak tie_break = TieBreak::fifo;
};

/// Adds --algorithm and --tie-break to a task, whose words they then fill in. Only Kahn's algorithm has a tie-break.
void add_sort_options(CLI::App& task, SortOptions& options);

}  // namespace orchestrator::cli
