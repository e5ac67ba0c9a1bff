// What a step does when it is run (the Command pattern), and two ways to drive a run with such commands.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "run/run.h"

namespace orchestrator::cli {

/// A step's work, ready to be carried out as often as the run asks.
class Command {
 public:
  virtual ~Command() = default;
  /// Carries out one attempt and says how it ended; nothing when it was stopped for taking longer than `timeout_ms`.
  /// `number` is 1 for a step's first attempt.
  virtual std::optional<Outcome> execute(int number, double timeout_ms) = 0;
};

/// Plays an action's script on a clock of its own instead of working: each attempt moves the clock on by the action's
/// duration, or by the timeout when that is shorter, as a real runner that stops what takes too long.
class ScriptedCommand final : public Command {
 public:
  /// Action and clock must outlive the command.
  ScriptedCommand(const Action& action, double& clock) : action_(&action), clock_(&clock) {}
  std::optional<Outcome> execute(int number, double timeout_ms) override;

 private:
  const Action* action_;
  double* clock_;
};

/// Milliseconds from any fixed moment; never goes back.
using Clock = std::function<double()>;

/// Carries out a run to its end, one command after another. `commands` has one a step.
void drive(Run& run, const std::vector<std::unique_ptr<Command>>& commands, const Clock& clock);

}  // namespace orchestrator::cli
