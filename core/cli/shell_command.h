// A step's work as a shell command.
#pragma once

#include <string>

#include "command.h"

namespace orchestrator::cli {

/// Runs a line with /bin/sh. What it prints to standard output is its output, without line breaks at the end, as in
/// $(…). The message of a failure is its exit status or signal, and its last line of standard error.
/// When an attempt ends, in whatever way, nothing of its process group is left.
class ShellCommand final : public Command {
 public:
  /// The line and the clock, in milliseconds, must outlive the command. Each attempt moves the clock on by its length.
  ShellCommand(const std::string& line, double& clock) : line_(&line), clock_(&clock) {}

  /// Throws Interruption when a signal asked the command to stop.
  std::optional<Outcome> execute(int number, double timeout_ms) override;

 private:
  const std::string* line_;
  double* clock_;
};

}  // namespace orchestrator::cli
