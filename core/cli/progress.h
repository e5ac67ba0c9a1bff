// How a run goes on, for people: on standard error, where nothing of a report stands.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "definition.h"
#include "output.h"
#include "run_listener.h"

namespace orchestrator::cli {

/// A line for each attempt that ends, below it what its command printed, each command's in one piece. On a terminal
/// also a last line, always the newest, that tells what runs.
class Progress final : public RunListener {
 public:
  /// `tells_attempts`: otherwise there is only the last line. The definition must outlive this.
  Progress(const PipelineDefinition& definition, bool tells_attempts);

  void on_event(const Run& run, const RunEvent& event, const EndedProcess* process) override;
  void on_cancelled_process(StepId step, const EndedProcess& process) override;
  double before_waiting(double now) override;
  /// Takes the last line away, for the report to follow.
  void end();

 private:
  void tell_end(const RunEvent& event, const EndedProcess* process);
  void print(const EndedProcess& process);
  std::string last_line(double now) const;
  void erase_last_line();

  const PipelineDefinition* definition_;
  bool tells_attempts_;
  bool on_terminal_;
  Output error_;
  // Steps with an attempt in flight, in the order of its start, and when each started.
  std::vector<StepId> running_;
  std::vector<double> started_;
  std::size_t settled_ = 0;
  bool last_line_is_shown_ = false;
  bool changed_ = false;
  double drawn_at_ = 0;
};

}  // namespace orchestrator::cli
