#include "signal_watch.h"

#include <sys/select.h>

#include <algorithm>
#include <cmath>
#include <system_error>

namespace orchestrator::cli {
namespace {

// A handler can reach nothing but a global variable.
volatile std::sig_atomic_t noted_signal = 0;

extern "C" void note_signal(int signal) {
  if (signal != SIGCHLD) noted_signal = signal;
}

timespec as_timespec(double ms) {
  constexpr double longest_ms = 1e6;
  const double bounded = std::clamp(ms, 0.0, longest_ms);
  timespec time{};
  time.tv_sec = static_cast<time_t>(bounded / 1000);
  time.tv_nsec = static_cast<long>(std::fmod(bounded, 1000) * 1e6);
  return time;
}

}  // namespace

SignalWatch::SignalWatch() {
  noted_signal = 0;
  // The signals stay blocked except while we wait, so that none can slip in between looking and waiting.
  sigset_t blocked;
  sigemptyset(&blocked);
  for (const int signal : watched) sigaddset(&blocked, signal);
  sigprocmask(SIG_BLOCK, &blocked, &mask_before_);

  struct sigaction action {};
  action.sa_handler = note_signal;
  for (std::size_t i = 0; i < watched.size(); ++i) {
    sigaction(watched[i], nullptr, &actions_before_[i]);
    // Under nohup, or in the background of a script, a signal is ignored on purpose.
    const bool ignored = actions_before_[i].sa_handler == SIG_IGN;
    if (!ignored || watched[i] == SIGCHLD) sigaction(watched[i], &action, nullptr);
  }
}

SignalWatch::~SignalWatch() {
  for (std::size_t i = 0; i < watched.size(); ++i) sigaction(watched[i], &actions_before_[i], nullptr);
  sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
}

void SignalWatch::wait_for(int one, int other, double ms) const {
  fd_set readable;
  FD_ZERO(&readable);
  for (const int descriptor : {one, other}) {
    if (descriptor >= FD_SETSIZE) throw std::system_error(EMFILE, std::generic_category());
    if (descriptor >= 0) FD_SET(descriptor, &readable);
  }
  const timespec timeout = as_timespec(ms);
  // Its errors tell nothing that the caller does not find out by looking.
  ::pselect(std::max(one, other) + 1, &readable, nullptr, nullptr, &timeout, &mask_before_);
}

int SignalWatch::interrupting_signal() const { return noted_signal; }

}  // namespace orchestrator::cli
