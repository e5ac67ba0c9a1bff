// How the command ends.
#pragma once

namespace orchestrator::cli {

enum ExitStatus : int {
  /// The run passed, or the pipeline is well.
  exit_passed = 0,
  /// A step of the run failed.
  exit_failed = 1,
  /// Bad input, bad usage, or something of the system's (memory, a full disk) was missing.
  exit_refused = 2,
};

}  // namespace orchestrator::cli
