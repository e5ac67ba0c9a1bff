#include "shell_command.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <string_view>
#include <system_error>

#include "captured_text.h"
#include "child_process.h"
#include "interruption.h"
#include "signal_watch.h"
#include "text.h"

namespace orchestrator::cli {
namespace {

// How long a process may take to tidy up after SIGTERM, before SIGKILL.
constexpr double grace_ms = 200;

class Stopwatch {
 public:
  double ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// One attempt: a child, and what it prints.
class Attempt {
 public:
  explicit Attempt(const std::string& line) : child_(line) {}

  // False when the time was up before the child had ended.
  bool wait_for_end(double limit_ms) {
    const Stopwatch since;
    while (!child_.has_ended()) {
      const double left_ms = limit_ms - since.ms();
      if (left_ms <= 0) return false;
      watch_.wait_for(child_.output().descriptor(), child_.error().descriptor(), left_ms);
      read();
      if (watch_.interrupting_signal() != 0) {
        stop();
        throw Interruption{watch_.interrupting_signal()};
      }
    }
    return since.ms() <= limit_ms;
  }

  // Asks the group to end, and makes it.
  void stop() {
    child_.signal_group(SIGTERM);
    const Stopwatch since;
    while (!child_.has_ended() && since.ms() < grace_ms) {
      watch_.wait_for(child_.output().descriptor(), child_.error().descriptor(), grace_ms - since.ms());
      read();
    }
    child_.finish();
  }

  Outcome outcome() {
    const ChildEnd end = child_.finish();
    // What a group that has ended left in the pipes; a process that fled from the group may go on writing, and is not
    // waited for.
    constexpr int most_reads = 32;
    for (int i = 0; i < most_reads && read(); ++i) {
    }
    if (end.kind == ChildEnd::Kind::exited && end.number == 0) return {true, output_.text_without_last_breaks()};
    std::string message = phrase_of(end);
    const std::string_view last = error_.last_line();
    if (!last.empty()) message += ": " + legible_line(last);
    return {false, message};
  }

 private:
  // True when there was something to read.
  bool read() {
    const bool printed = child_.output().read_into(output_);
    const bool complained = child_.error().read_into(error_);
    return printed || complained;
  }

  static std::string legible_line(std::string_view line) {
    constexpr std::size_t most_bytes = 1000;
    return visible(line.substr(0, most_bytes)) + (line.size() > most_bytes ? "…" : "");
  }

  // Before the child, so that no signal of its end is missed.
  SignalWatch watch_;
  ChildProcess child_;
  CapturedText output_{CapturedText::Keep::beginning};
  CapturedText error_{CapturedText::Keep::end};
};

}  // namespace

std::optional<Outcome> ShellCommand::execute(int, double timeout_ms) {
  if (line_->find('\0') != std::string::npos) return Outcome{false, "a shell command cannot hold a NUL character"};
  const Stopwatch since;
  std::optional<Outcome> outcome;
  try {
    Attempt attempt(*line_);
    if (attempt.wait_for_end(timeout_ms)) {
      // In time by the attempt's own watch, which started a moment later; tidying up does not count.
      *clock_ += std::min(since.ms(), timeout_ms);
      return attempt.outcome();
    }
    attempt.stop();
  } catch (const std::system_error& error) {
    outcome = Outcome{false, std::string("it cannot be started: ") + error.code().message()};
  }
  *clock_ += since.ms();
  return outcome;
}

}  // namespace orchestrator::cli
