#include "child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>
#include <utility>

extern "C" char** environ;  // NOLINT(readability-redundant-declaration): not every system's headers declare it

namespace orchestrator::cli {
namespace {

void must_succeed(int trouble) {
  if (trouble != 0) throw std::system_error(trouble, std::generic_category());
}

// What the shell finds when it starts: its group, its signals, its standard streams.
class SpawnSettings {
 public:
  SpawnSettings(int output, int error) {
    must_succeed(posix_spawnattr_init(&attributes_));
    must_succeed(posix_spawn_file_actions_init(&actions_));
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    // We ignore it ourselves, but `yes | head` in a step relies on it.
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, error, STDERR_FILENO);
  }
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  pid_t spawn_shell(std::string line) const {
    std::string shell = "sh";
    std::string option = "-c";
    const std::array<char*, 4> words{shell.data(), option.data(), line.data(), nullptr};
    pid_t process = 0;
    must_succeed(posix_spawn(&process, "/bin/sh", &actions_, &attributes_, words.data(), environ));
    return process;
  }

 private:
  posix_spawnattr_t attributes_{};
  posix_spawn_file_actions_t actions_{};
};

std::string signal_name(int signal) {
  constexpr std::array<std::pair<int, std::string_view>, 13> names{{{SIGHUP, "SIGHUP"},
                                                                    {SIGINT, "SIGINT"},
                                                                    {SIGQUIT, "SIGQUIT"},
                                                                    {SIGILL, "SIGILL"},
                                                                    {SIGABRT, "SIGABRT"},
                                                                    {SIGBUS, "SIGBUS"},
                                                                    {SIGFPE, "SIGFPE"},
                                                                    {SIGKILL, "SIGKILL"},
                                                                    {SIGSEGV, "SIGSEGV"},
                                                                    {SIGPIPE, "SIGPIPE"},
                                                                    {SIGALRM, "SIGALRM"},
                                                                    {SIGTERM, "SIGTERM"},
                                                                    {SIGXCPU, "SIGXCPU"}}};
  for (const auto& [number, name] : names) {
    if (number == signal) return std::string(name);
  }
  return "signal " + std::to_string(signal);
}

ChildEnd end_of(int status) {
  if (WIFSIGNALED(status)) return {ChildEnd::Kind::signalled, WTERMSIG(status)};
  return {ChildEnd::Kind::exited, WEXITSTATUS(status)};
}

}  // namespace

std::string phrase_of(ChildEnd end) {
  if (end.kind == ChildEnd::Kind::signalled) return "stopped by " + signal_name(end.number);
  return "exit status " + std::to_string(end.number);
}

bool PipeEnd::read_into(CapturedText& text) {
  if (descriptor_ < 0) return false;
  std::array<char, std::size_t{1} << 16U> piece;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
  const ssize_t count = ::read(descriptor_, piece.data(), piece.size());
  if (count > 0) text.append({piece.data(), static_cast<std::size_t>(count)});
  const bool later = count < 0 && (errno == EAGAIN || errno == EINTR);
  if (count <= 0 && !later) close();
  return count > 0;
}

void PipeEnd::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

ChildProcess::Pipes::Pipes() {
  for (Pipe* const pipe : {&output, &error}) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
      const int trouble = errno;
      if (output.reading >= 0) ::close(output.reading);
      if (output.writing >= 0) ::close(output.writing);
      must_succeed(trouble);
    }
    *pipe = {ends[0], ends[1]};
    for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    ::fcntl(pipe->reading, F_SETFL, O_NONBLOCK);
  }
}

ChildProcess::Pipes::~Pipes() {
  ::close(output.writing);
  ::close(error.writing);
}

ChildProcess::ChildProcess(const std::string& line, const Pipes& pipes)
    : output_(pipes.output.reading),
      error_(pipes.error.reading),
      process_(SpawnSettings(pipes.output.writing, pipes.error.writing).spawn_shell(line)) {}

bool ChildProcess::has_ended() const {
  if (finished_) return true;
  // The shell is left as a zombie, so that the number of its group cannot pass to another before `finish`.
  siginfo_t info{};
  const int trouble = ::waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT);
  return trouble != 0 ? errno != EINTR : info.si_pid != 0;
}

void ChildProcess::signal_group(int signal) const {
  if (!finished_) ::kill(-process_, signal);
}

ChildEnd ChildProcess::finish() {
  if (finished_) return end_;
  signal_group(SIGKILL);
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  finished_ = true;
  end_ = end_of(status);
  return end_;
}

}  // namespace orchestrator::cli
