// The tasks of the command, and what keeps their mistakes from escaping.
#pragma once

namespace orchestrator::cli {

/// All of the command: from the words of its command line to its exit status (exit_status.h, or 128 + the number of the
/// signal that interrupted it). Throws nothing.
int run_main(int count, const char* const* words) noexcept;

}  // namespace orchestrator::cli
