// Many shell commands at once, watched in one loop without threads.
#pragma once

#include <poll.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "captured_text.h"
#include "child_process.h"
#include "signal_watch.h"

namespace orchestrator::cli {

/// A command that has ended; nothing of its process group is left.
struct EndedProcess {
  /// The number it was started under.
  std::uint64_t id = 0;
  ChildEnd end;
  /// True when it had to be stopped because its time was up.
  bool took_too_long = false;
  CapturedText output{CapturedText::Keep::beginning};
  CapturedText error{CapturedText::Keep::end};
};

/// Each command runs in a process group of its own; whatever ends it, the group ends with it. A command that is to stop
/// is asked to (SIGTERM), may tidy up for `grace_ms`, and is killed then. Time of a call: linear in what is running,
/// and in what was printed.
class ProcessPool {
 public:
  /// For so many commands at once, as far as the system allows that many open files. The watch must outlive the pool.
  ProcessPool(SignalWatch& signals, double grace_ms, std::size_t most_commands);

  /// Starts a line of shell; `id` is any number not in use. Throws std::system_error when that is not possible.
  void start(std::uint64_t id, const std::string& line, double timeout_ms);
  /// Asks a command to end. One that is not there, or was asked already, is left alone.
  void stop(std::uint64_t id);
  /// Without grace. The commands are still to be waited for.
  void kill_all();

  bool empty() const { return running_.empty(); }
  /// Returns what has ended, as soon as something has, a signal has come, or so many milliseconds have passed; now and
  /// then earlier, with nothing.
  std::vector<EndedProcess> wait(double most_ms);

 private:
  static constexpr double never = std::numeric_limits<double>::infinity();

  struct Running {
    Running(std::uint64_t number, const std::string& line) : child(line) { ended.id = number; }

    ChildProcess child;
    // What is told of it in the end.
    EndedProcess ended;
    // When it is asked to end, or when it is killed if it was asked already; never once it was killed.
    double next_act_at = never;
    bool asked_to_end = false;
    bool killed = false;
    bool shell_has_ended = false;

    // A group that was asked to end may outlive its shell as long as it has to tidy up, which its open pipes show.
    bool is_over() const { return shell_has_ended && (!asked_to_end || killed || child.has_closed_its_output()); }
    bool read();
    void stop(double kill_time);
    void kill();
  };

  void poll_for(double ms);
  void look_for_ends();
  void stop_what_is_late();
  std::vector<EndedProcess> take_ended();

  SignalWatch* signals_;
  double grace_ms_;
  std::vector<std::unique_ptr<Running>> running_;
  // Kept for its memory only.
  std::vector<pollfd> polled_;
};

}  // namespace orchestrator::cli
