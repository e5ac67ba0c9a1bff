// What a step does when it is run (the Command pattern), and two ways to drive a run with such commands.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "run.h"

namespace orchestrator {

/// A step's work, ready to be carried out as often as the run asks.
class Command {
 public:
  virtual ~Command() = default;
  /// Carries out one attempt and says how it ended; nothing when it was stopped for taking longer than `timeout_ms`.
  /// `number` is 1 for a step's first attempt.
  virtual std::optional<Outcome> execute(int number, double timeout_ms) = 0;
};

/// Calls a function. One that returns nothing succeeds with an empty output; one that throws std::exception fails with
/// its message.
class FunctionCommand final : public Command {
 public:
  template <class Function>
  explicit FunctionCommand(Function function) {
    if constexpr (std::is_void_v<std::invoke_result_t<Function&>>) {
      function_ = [function = std::move(function)]() mutable {
        function();
        return std::string();
      };
    } else {
      function_ = std::move(function);
    }
  }
  std::optional<Outcome> execute(int number, double timeout_ms) override;

 private:
  std::function<std::string()> function_;
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

/// Runs the actions of a pipeline in virtual time, which starts at 0: a long duration takes no longer than a short one.
/// The plan must be of the definition's graph, and outlive the result.
Run simulate(const Plan& plan, const PipelineDefinition& definition, bool fail_fast);

}  // namespace orchestrator
