// The events of a run as lines of JSON, as they happen.
#pragma once

#include "definition.h"
#include "output.h"
#include "run_listener.h"

namespace orchestrator::cli {

/// {"time_ms","kind","step"?,"attempt"?,"worker"?,"until_ms"?,"reason"?,"cause"?,"output"?,"error"?,"exit_code"?,
/// "signal"?,"sentence"} a line; what does not belong to an event is left out. Workers are counted from 0, but from 1
/// in the sentence. Output and definition must outlive this.
class EventOutput final : public RunListener {
 public:
  EventOutput(Output& out, const PipelineDefinition& definition) : out_(&out), definition_(&definition) {}

  void on_event(const Run& run, const RunEvent& event, const EndedProcess* process) override;
  double before_waiting(double now) override;

 private:
  Output* out_;
  const PipelineDefinition* definition_;
};

}  // namespace orchestrator::cli
