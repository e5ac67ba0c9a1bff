#include "process_pool.h"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <utility>

#include "steady_clock.h"

namespace orchestrator::cli {
namespace {

// A command that runs has two pipes, and one that starts both ends of them.
constexpr std::size_t files_of_a_command = 2;
constexpr std::size_t most_files_besides = 64;

// Many systems let a process have a thousand files only because some programs can do with no more, and allow them more
// as soon as they ask. What is not allowed is left to the mistakes of starting.
void allow_open_files(std::size_t count) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= count) return;
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? count : std::min<rlim_t>(count, limit.rlim_max);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

bool ProcessPool::Running::read() {
  const bool printed = child.output().read_into(ended.output);
  const bool complained = child.error().read_into(ended.error);
  return printed || complained;
}

void ProcessPool::Running::stop(double kill_time) {
  if (asked_to_end) return;
  asked_to_end = true;
  next_act_at = kill_time;
  child.signal_group(SIGTERM);
}

void ProcessPool::Running::kill() {
  asked_to_end = killed = true;
  next_act_at = never;
  child.signal_group(SIGKILL);
}

ProcessPool::ProcessPool(SignalWatch& signals, double grace_ms, std::size_t most_commands)
    : signals_(&signals), grace_ms_(grace_ms) {
  allow_open_files(most_files_besides + files_of_a_command * most_commands);
}

void ProcessPool::start(std::uint64_t id, const std::string& line, double timeout_ms) {
  auto running = std::make_unique<Running>(id, line);
  running->next_act_at = steady_ms() + timeout_ms;
  running_.push_back(std::move(running));
}

void ProcessPool::stop(std::uint64_t id) {
  for (const auto& running : running_) {
    if (running->ended.id == id) running->stop(steady_ms() + grace_ms_);
  }
}

void ProcessPool::kill_all() {
  for (const auto& running : running_) running->kill();
}

std::vector<EndedProcess> ProcessPool::wait(double most_ms) {
  double next = never;
  for (const auto& running : running_) next = std::min(next, running->next_act_at);
  poll_for(std::min(most_ms, next - steady_ms()));
  if (signals_->take_child_ended()) look_for_ends();
  stop_what_is_late();
  return take_ended();
}

void ProcessPool::poll_for(double ms) {
  polled_.assign(1, {signals_->descriptor(), POLLIN, 0});
  for (const auto& running : running_) {
    polled_.push_back({running->child.output().descriptor(), POLLIN, 0});
    polled_.push_back({running->child.error().descriptor(), POLLIN, 0});
  }
  // Rounded up, for a wait that ends a little early would only be waited again.
  constexpr double longest_ms = 1e6;
  const int whole_ms = static_cast<int>(std::ceil(std::clamp(ms, 0.0, longest_ms)));
  // Its errors tell nothing that the caller does not find out by looking.
  if (::poll(polled_.data(), static_cast<nfds_t>(polled_.size()), whole_ms) <= 0) return;
  if (polled_.front().revents != 0) signals_->clear();
  for (std::size_t i = 0; i < running_.size(); ++i) {
    if (polled_[2 * i + 1].revents != 0) running_[i]->child.output().read_into(running_[i]->ended.output);
    if (polled_[2 * i + 2].revents != 0) running_[i]->child.error().read_into(running_[i]->ended.error);
  }
}

void ProcessPool::look_for_ends() {
  for (const auto& running : running_) {
    if (!running->shell_has_ended) running->shell_has_ended = running->child.has_ended();
  }
}

void ProcessPool::stop_what_is_late() {
  const double now = steady_ms();
  for (const auto& running : running_) {
    if (now < running->next_act_at || running->is_over()) continue;
    if (running->asked_to_end) {
      running->kill();
    } else {
      running->ended.took_too_long = true;
      running->stop(now + grace_ms_);
    }
  }
}

std::vector<EndedProcess> ProcessPool::take_ended() {
  std::vector<EndedProcess> all;
  for (const auto& running : running_) {
    if (!running->is_over()) continue;
    running->ended.end = running->child.finish();
    // What a group that has ended left in the pipes; a process that fled from the group may go on writing, and is not
    // waited for.
    constexpr int most_reads = 32;
    for (int i = 0; i < most_reads && running->read(); ++i) {
    }
    all.push_back(std::move(running->ended));
  }
  if (!all.empty()) {
    running_.erase(
        std::remove_if(running_.begin(), running_.end(), [](const auto& running) { return running->is_over(); }),
        running_.end());
  }
  return all;
}

}  // namespace orchestrator::cli
