// A shell in a process group of its own, with its output in pipes.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "captured_text.h"

namespace orchestrator::cli {

/// How a process ended.
struct ChildEnd {
  enum class Kind : std::uint8_t { exited, signalled };
  Kind kind = Kind::exited;
  /// The exit status or the signal.
  int number = 0;
};

/// "exit status 3", "stopped by SIGSEGV".
std::string phrase_of(ChildEnd end);

/// The reading end of a pipe; reading never blocks.
class PipeEnd {
 public:
  explicit PipeEnd(int descriptor) : descriptor_(descriptor) {}
  ~PipeEnd() { close(); }
  PipeEnd(const PipeEnd&) = delete;
  PipeEnd& operator=(const PipeEnd&) = delete;

  /// -1 when there is nothing more to come.
  int descriptor() const { return descriptor_; }
  /// Reads what is there, up to a few pages. False when there was nothing.
  bool read_into(CapturedText& text);

 private:
  void close();

  int descriptor_;
};

/// Neither the shell nor anything it started in its group outlives this object.
class ChildProcess {
 public:
  /// Starts /bin/sh -c line with nothing on its standard input. std::system_error when that is not possible.
  explicit ChildProcess(const std::string& line) : ChildProcess(line, Pipes()) {}
  ~ChildProcess() { finish(); }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  PipeEnd& output() { return output_; }
  PipeEnd& error() { return error_; }
  /// True when nobody holds the other ends of the pipes any more, as far as was read.
  bool has_closed_its_output() const { return output_.descriptor() < 0 && error_.descriptor() < 0; }

  /// True when the shell has ended, whatever it left behind.
  bool has_ended() const;
  void signal_group(int signal) const;
  /// Kills what is left of the group, and says how the shell ended; may be called again.
  ChildEnd finish();

 private:
  struct Pipe {
    int reading = -1;
    int writing = -1;
  };
  // Both pipes; closes the writing ends, which only the child needs.
  struct Pipes {
    Pipes();
    ~Pipes();
    Pipes(const Pipes&) = delete;
    Pipes& operator=(const Pipes&) = delete;

    Pipe output;
    Pipe error;
  };

  ChildProcess(const std::string& line, const Pipes& pipes);

  PipeEnd output_;
  PipeEnd error_;
  pid_t process_ = 0;
  bool finished_ = false;
  ChildEnd end_;
};

}  // namespace orchestrator::cli
