// Being told of the end of a child, and of Ctrl-C, in the middle of waiting for something else.
#pragma once

#include <array>
#include <csignal>

namespace orchestrator::cli {

/// While it lives, signals that end the command (SIGINT, SIGTERM, SIGHUP) are noted instead, unless they were ignored
/// already, and so is the end of a child; afterwards everything is as it was. One at a time.
class SignalWatch {
 public:
  SignalWatch();
  ~SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

  /// Has something to read as soon as a signal has come: poll it together with everything else.
  int descriptor() const;
  /// To be called when waiting is over, before looking at what the signals told.
  void clear() const;

  /// True when a child has ended since this was asked last.
  bool take_child_ended();
  /// The latest signal that asks to stop, 0 as long as there is none, and how many there were.
  int interrupting_signal() const;
  int interruptions() const;

 private:
  static constexpr std::array watched{SIGCHLD, SIGINT, SIGTERM, SIGHUP};

  std::array<struct sigaction, watched.size()> actions_before_{};
};

}  // namespace orchestrator::cli
