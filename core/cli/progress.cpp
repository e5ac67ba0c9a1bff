#include "progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text.h"

namespace orchestrator::cli {
namespace {

constexpr std::size_t usual_width = 80;
// The last line is drawn anew this often at most, and at least so often, for the seconds in it.
constexpr double shortest_rest_ms = 100;
constexpr double longest_rest_ms = 1000;

std::size_t terminal_width() {
  winsize size{};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : usual_width;
}

std::string shortened(const std::string& text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size(); ++count) {
    if (count + 1 == most && count_characters(std::string_view(text).substr(end)) > 1) return text.substr(0, end) + "…";
    end += character_at(text, end).length;
  }
  return text;
}

std::string_view phrase_of(RunEventKind kind) {
  switch (kind) {
    case RunEventKind::succeed: return "succeeded";
    case RunEventKind::fail: return "failed";
    case RunEventKind::time_out: return "took too long";
    default: return "was cancelled";
  }
}

}  // namespace

Progress::Progress(const PipelineDefinition& definition, bool tells_attempts)
    : definition_(&definition),
      tells_attempts_(tells_attempts),
      on_terminal_(::isatty(STDERR_FILENO) == 1),
      error_(STDERR_FILENO),
      started_(definition.steps.size()) {}

void Progress::on_event(const Run&, const RunEvent& event, const EndedProcess* process) {
  changed_ = true;
  switch (event.kind) {
    case RunEventKind::start:
      running_.push_back(event.step);
      started_[event.step] = event.time;
      break;
    case RunEventKind::succeed:
      ++settled_;
      tell_end(event, process);
      break;
    case RunEventKind::fail:
    case RunEventKind::time_out:
    case RunEventKind::cancel: tell_end(event, process); break;
    case RunEventKind::give_up:
    case RunEventKind::skip: ++settled_; break;
    default: break;
  }
}

void Progress::tell_end(const RunEvent& event, const EndedProcess* process) {
  running_.erase(std::remove(running_.begin(), running_.end(), event.step), running_.end());
  if (!tells_attempts_) return;
  erase_last_line();
  const std::string total = std::to_string(definition_->steps.size());
  const std::string settled = std::to_string(settled_);
  error_ << "[" << std::string(total.size() - std::min(total.size(), settled.size()), ' ') << settled << "/" << total
         << "] " << visible(definition_->steps[event.step].name);
  if (event.attempts > 1) error_ << ", attempt " << std::to_string(event.attempts) << ",";
  error_ << " " << phrase_of(event.kind) << " after " << std::to_string(std::llround(event.time - started_[event.step]))
         << "ms";
  if (process != nullptr && process->end.number != 0 && !process->took_too_long) {
    error_ << ": " << cli::phrase_of(process->end);
  }
  error_ << "\n";
  if (process != nullptr) print(*process);
}

void Progress::on_cancelled_process(StepId step, const EndedProcess& process) {
  if (!tells_attempts_) return;
  if (process.output.last_line().empty() && process.error.last_line().empty()) return;
  erase_last_line();
  error_ << visible(definition_->steps[step].name) << " had printed:\n";
  print(process);
}

// As it came: who starts a command trusts it with the terminal.
void Progress::print(const EndedProcess& process) {
  for (const CapturedText* text : {&process.output, &process.error}) {
    const std::string printed = text->text_without_last_breaks();
    if (!printed.empty()) error_ << printed << "\n";
  }
}

double Progress::before_waiting(double now) {
  if (!on_terminal_) {
    error_.flush();
    return std::numeric_limits<double>::infinity();
  }
  const double rest = now - drawn_at_;
  const double due = changed_ ? shortest_rest_ms : longest_rest_ms;
  if (last_line_is_shown_ && rest < due) {
    error_.flush();
    return due - rest;
  }
  erase_last_line();
  error_ << last_line(now);
  error_.flush();
  last_line_is_shown_ = true;
  changed_ = false;
  drawn_at_ = now;
  return longest_rest_ms;
}

std::string Progress::last_line(double now) const {
  std::string line = std::to_string(settled_) + " of " + counted(definition_->steps.size(), "step") + " settled, " +
                     std::to_string(running_.size()) + " running";
  std::string_view separator = ": ";
  const std::size_t width = terminal_width();
  for (const StepId step : running_) {
    if (line.size() > 4 * width) break;
    line += std::string(separator) + legible(definition_->steps[step].name);
    const double ms = now - started_[step];
    if (ms >= 1000) line += " " + std::to_string(std::llround(std::floor(ms / 1000))) + " s";
    separator = ", ";
  }
  return shortened(line, width - 1);
}

void Progress::erase_last_line() {
  if (last_line_is_shown_) error_ << "\r\x1b[K";
  last_line_is_shown_ = false;
}

void Progress::end() {
  erase_last_line();
  error_.flush();
}

}  // namespace orchestrator::cli
