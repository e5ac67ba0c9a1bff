// Someone asked the command to stop.
#pragma once

namespace orchestrator::cli {

/// Thrown after the running step was stopped because of Ctrl-C or another signal to end.
struct Interruption {
  int signal;

  /// As a shell says it.
  int exit_status() const { return 128 + signal; }
};

}  // namespace orchestrator::cli
