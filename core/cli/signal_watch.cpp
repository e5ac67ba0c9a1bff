#include "signal_watch.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace orchestrator::cli {
namespace {

// A handler can reach nothing but global variables.
volatile std::sig_atomic_t child_ended = 0;
volatile std::sig_atomic_t interrupting = 0;
volatile std::sig_atomic_t interruption_count = 0;
// A pipe to ourselves (D. J. Bernstein): what a handler writes ends a wait in progress, and one that is about to begin.
std::array<int, 2> own_pipe{-1, -1};

extern "C" void note_signal(int signal) {
  const int error_before = errno;
  if (signal == SIGCHLD) {
    child_ended = 1;
  } else {
    interrupting = signal;
    interruption_count = interruption_count + 1;
  }
  // A full pipe is as good: there is something to read.
  const char piece = 0;
  static_cast<void>(::write(own_pipe[1], &piece, 1) == 1);
  errno = error_before;
}

}  // namespace

SignalWatch::SignalWatch() {
  if (::pipe(own_pipe.data()) != 0) throw std::system_error(errno, std::generic_category(), "No pipe can be made");
  for (const int end : own_pipe) {
    ::fcntl(end, F_SETFD, FD_CLOEXEC);
    ::fcntl(end, F_SETFL, O_NONBLOCK);
  }
  child_ended = 0;
  interrupting = 0;
  interruption_count = 0;

  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESTART;
  for (std::size_t i = 0; i < watched.size(); ++i) {
    sigaction(watched[i], nullptr, &actions_before_[i]);
    // Under nohup, or in the background of a script, a signal is ignored on purpose.
    const bool ignored = actions_before_[i].sa_handler == SIG_IGN;
    if (!ignored || watched[i] == SIGCHLD) sigaction(watched[i], &action, nullptr);
  }
}

SignalWatch::~SignalWatch() {
  for (std::size_t i = 0; i < watched.size(); ++i) sigaction(watched[i], &actions_before_[i], nullptr);
  for (int& end : own_pipe) {
    ::close(end);
    end = -1;
  }
}

int SignalWatch::descriptor() const { return own_pipe[0]; }

void SignalWatch::clear() const {
  std::array<char, 256> pieces{};
  while (::read(own_pipe[0], pieces.data(), pieces.size()) == static_cast<ssize_t>(pieces.size())) {
  }
}

bool SignalWatch::take_child_ended() {
  if (child_ended == 0) return false;
  child_ended = 0;
  return true;
}

int SignalWatch::interrupting_signal() const { return interrupting; }
int SignalWatch::interruptions() const { return interruption_count; }

}  // namespace orchestrator::cli
