// Waiting for output, for the end of a child, and for Ctrl-C, all at once.
#pragma once

#include <array>
#include <csignal>

namespace orchestrator::cli {

/// While it lives, signals that end the command (SIGINT, SIGTERM, SIGHUP) are noted instead, unless they were ignored
/// already; afterwards everything is as it was. One at a time.
class SignalWatch {
 public:
  SignalWatch();
  ~SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

  /// Returns when one of the descriptors (-1 for none) has something to read, a child has ended, a signal has come, or
  /// after so many milliseconds; now and then earlier.
  void wait_for(int one, int other, double ms) const;

  /// The signal that asks to stop, 0 as long as there is none.
  int interrupting_signal() const;

 private:
  static constexpr std::array watched{SIGCHLD, SIGINT, SIGTERM, SIGHUP};

  sigset_t mask_before_{};
  std::array<struct sigaction, watched.size()> actions_before_{};
};

}  // namespace orchestrator::cli
