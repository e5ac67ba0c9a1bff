// A run driven by hand, and what it says in words.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "../fixtures.h"
#include "run/run.h"

namespace orchestrator {

using EventLines = std::vector<std::string>;

inline std::string number_text(double number) {
  return std::isinf(number) ? "whenever" : std::to_string(static_cast<long>(number));
}

/// "20 skip c 0 fail_fast by b": when, what, which step and how many attempts, why.
inline std::string event_line(const RunEvent& event) {
  std::string line = number_text(event.time) + ' ' + std::string(event_name(event.kind));
  if (event.step != no_step) {
    line += ' ' + std::string(fixtures::letter(event.step)) + ' ' + std::to_string(event.attempts);
  }
  if (event.until > 0) line += " until " + number_text(event.until);
  if (event.worker != no_worker) line += " on " + std::to_string(event.worker);
  if (event.reason != Reason::none) line += ' ' + std::string(reason_name(event.reason));
  if (event.cause != no_step) line += " by " + std::string(fixtures::letter(event.cause));
  return line;
}

inline EventLines event_lines(const std::vector<RunEvent>& events) {
  EventLines lines;
  for (const RunEvent& event : events) lines.push_back(event_line(event));
  return lines;
}

/// An instruction in words, steps by their letters.
struct InWords {
  std::string operator()(const StartAttempt& start) const {
    return "start #" + std::to_string(start.id) + ' ' + std::string(fixtures::letter(start.step)) + ' ' +
           std::to_string(start.number) + " until " + number_text(start.deadline) +
           (start.worker == 0 ? "" : " on " + std::to_string(start.worker));
  }
  std::string operator()(const WaitUntil& wait) const { return "wait until " + number_text(wait.time); }
  std::string operator()(const CancelAttempt& cancel) const { return "cancel #" + std::to_string(cancel.id); }
  std::string operator()(const RunFinished&) const { return "finished"; }
};

/// A run of a pipeline whose steps are called by letters, and what it says.
class Driven {
 public:
  explicit Driven(PipelineDefinition definition, const RunRules& rules = {})
      : definition_(std::move(definition)),
        graph_(linked(definition_)),
        plan_(Plan::of(graph_)),
        run(*plan_, step_rules_of(definition_, *rules.policy), rules) {
    run.tell(&events);
  }

  Driven(const Driven&) = delete;
  Driven& operator=(const Driven&) = delete;

  std::string poll(double now) { return std::visit(InWords{}, run.poll(now)); }
  void succeed(AttemptId id, double now, std::string output = "") {
    run.handle_finished(id, {true, std::move(output)}, now);
  }
  void fail(AttemptId id, double now, std::string error = "boom") {
    run.handle_finished(id, {false, std::move(error)}, now);
  }
  /// All that there is to do now but to wait, then that.
  std::string polls(double now) {
    std::string all;
    for (std::string next = poll(now);; next = poll(now)) {
      all += next;
      if (next.starts_with("wait") || next == "finished") return all;
      all += ", ";
    }
  }
  /// "a FAILED upstream by b": step, status, reason.
  EventLines reasons() const {
    EventLines lines;
    for (const StepResult& result : run.results()) {
      std::string line = std::string(fixtures::letter(result.step)) + ' ' + std::string(status_name(result.status));
      if (result.reason != Reason::none) line += ' ' + std::string(reason_name(result.reason));
      if (result.cause != no_step) line += " by " + std::string(fixtures::letter(result.cause));
      lines.push_back(line);
    }
    return lines;
  }
  /// "a SUCCESS 2 10-35 done|" : step, status, attempts, from-to, output|error.
  EventLines results() const {
    EventLines lines;
    for (const StepResult& result : run.results()) {
      lines.push_back(std::string(fixtures::letter(result.step)) + ' ' + std::string(status_name(result.status)) + ' ' +
                      std::to_string(result.attempts) + ' ' + number_text(result.started) + '-' +
                      number_text(result.ended) + ' ' + result.output + '|' + result.error);
    }
    return lines;
  }

 private:
  static Graph linked(const PipelineDefinition& definition) {
    std::vector<Dependency> dependencies;
    for (StepId step = 0; step < definition.steps.size(); ++step) {
      for (const std::string& name : definition.steps[step].depends_on) {
        dependencies.push_back({static_cast<StepId>(name[0] - 'a'), step});
      }
    }
    return {definition.steps.size(), dependencies};
  }

  PipelineDefinition definition_;
  Graph graph_;
  std::optional<Plan> plan_;

 public:
  std::vector<RunEvent> events;
  Run run;
};

}  // namespace orchestrator
