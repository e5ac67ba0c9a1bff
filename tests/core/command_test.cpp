#include "command.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "fixtures.h"
#include "report.h"

namespace orchestrator {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const Run& run) {
  Lines lines;
  for (const Report::Row& row : report_of(run).rows) {
    lines.push_back(std::string(status_name(row.status)) + ' ' + std::to_string(row.attempts) + ' ' +
                    std::to_string(row.duration_ms) + ' ' + row.output + '|' + row.error);
  }
  return lines;
}

TEST(FunctionCommand, SucceedsWithWhatTheFunctionReturns) {
  FunctionCommand command([] { return std::string("42 rows"); });
  const auto outcome = command.execute(1, 100);
  ASSERT_TRUE(outcome);
  EXPECT_TRUE(outcome->succeeded);
  EXPECT_EQ(outcome->text, "42 rows");
}

TEST(FunctionCommand, ThatReturnsNothingSucceedsWithEmptyOutput) {
  int calls = 0;
  FunctionCommand command([&calls] { ++calls; });
  EXPECT_EQ(calls, 0) << "a command does nothing before it is executed";
  const auto outcome = command.execute(1, 100);
  ASSERT_TRUE(outcome);
  EXPECT_TRUE(outcome->succeeded);
  EXPECT_EQ(outcome->text, "");
  command.execute(2, 100);
  EXPECT_EQ(calls, 2);
}

TEST(FunctionCommand, ThatThrowsFailsWithItsMessage) {
  FunctionCommand returns_text([]() -> std::string { throw std::runtime_error("no connection"); });
  const auto outcome = returns_text.execute(1, 100);
  ASSERT_TRUE(outcome);
  EXPECT_FALSE(outcome->succeeded);
  EXPECT_EQ(outcome->text, "no connection");
  FunctionCommand returns_nothing([] { throw std::invalid_argument("bad row"); });
  EXPECT_EQ(returns_nothing.execute(1, 100)->text, "bad row");
}

TEST(FunctionCommand, MayReturnAnythingThatBecomesText) {
  FunctionCommand command([] { return "literal"; });
  EXPECT_EQ(command.execute(1, 100)->text, "literal");
}

TEST(ScriptedCommand, FailsItsFirstAttempts) {
  double clock = 0;
  const Action action{"done", "boom", 5, 2};
  ScriptedCommand command(action, clock);
  EXPECT_EQ(command.execute(1, 100)->text, "boom");
  EXPECT_EQ(command.execute(2, 100)->text, "boom");
  const auto third = command.execute(3, 100);
  EXPECT_TRUE(third->succeeded);
  EXPECT_EQ(third->text, "done");
  EXPECT_EQ(clock, 15);
}

TEST(ScriptedCommand, MayFailAlways) {
  double clock = 0;
  const Action action{"done", "boom", 0, Action::always};
  ScriptedCommand command(action, clock);
  for (const int number : {1, 1000, 2000000000}) EXPECT_FALSE(command.execute(number, 100)->succeeded) << number;
}

TEST(ScriptedCommand, IsStoppedWhenItTakesTooLong) {
  double clock = 7;
  const Action action{"done", "boom", 100.5, 0};
  ScriptedCommand command(action, clock);
  EXPECT_FALSE(command.execute(1, 100));
  EXPECT_EQ(clock, 107);
  EXPECT_TRUE(command.execute(1, 100.5)->succeeded) << "exactly as long as allowed is in time";
  EXPECT_EQ(clock, 207.5);
}

class DiamondOnAClock {
 public:
  /// Runs commands for the steps of the diamond's plan on a clock that only they move.
  Run driven(std::vector<std::unique_ptr<Command>> commands, std::vector<AttemptLimits> limits, bool fail_fast = true) {
    Run run(*plan_, std::move(limits), fail_fast);
    drive(run, commands, [this] { return now_; });
    EXPECT_TRUE(run.finished());
    return run;
  }
  /// A command that takes some time and answers.
  std::unique_ptr<Command> takes(double time, std::string answer = "") {
    return std::make_unique<FunctionCommand>([this, time, answer] {
      now_ += time;
      return answer;
    });
  }
  std::unique_ptr<Command> throws(double time) {
    return std::make_unique<FunctionCommand>([this, time] {
      now_ += time;
      throw std::runtime_error("boom");
    });
  }

 private:
  Graph graph_ = fixtures::diamond();
  std::optional<Plan> plan_ = Plan::of(graph_);
  double now_ = 1000;
};

TEST(Drive, CarriesOutEveryCommandInTheOrder) {
  DiamondOnAClock diamond;
  std::vector<std::unique_ptr<Command>> commands;
  for (const char* answer : {"A", "B", "C", "D"}) commands.push_back(diamond.takes(10, answer));
  EXPECT_EQ(lines_of(diamond.driven(std::move(commands), std::vector<AttemptLimits>(4))),
            (Lines{"SUCCESS 1 10 A|", "SUCCESS 1 10 B|", "SUCCESS 1 10 C|", "SUCCESS 1 10 D|"}));
}

TEST(Drive, RetriesAndSkipsByTheRulesOfTheRun) {
  DiamondOnAClock diamond;
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(diamond.takes(10));
  commands.push_back(diamond.throws(5));
  commands.push_back(diamond.takes(20));
  commands.push_back(diamond.takes(10));
  const auto run = diamond.driven(std::move(commands), std::vector<AttemptLimits>(4, {3, 100}), false);
  EXPECT_EQ(lines_of(run), (Lines{"SUCCESS 1 10 |", "FAILED 3 15 |boom", "SUCCESS 1 20 |", "SKIPPED 0 0 |"}));
  EXPECT_FALSE(run.passed());
}

TEST(Drive, AFunctionThatTakesTooLongIsTimedOutAfterwards) {
  DiamondOnAClock diamond;
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(diamond.takes(101, "too late"));
  for (int i = 0; i < 3; ++i) commands.push_back(diamond.takes(1));
  EXPECT_EQ(lines_of(diamond.driven(std::move(commands), std::vector<AttemptLimits>(4, {2, 100})))[0],
            "FAILED 2 202 |timed out after 100 ms");
}

TEST(Simulate, TakesNoLongerForLongDurations) {
  PipelineDefinition definition = fixtures::definition_of({{}, {"a"}});
  definition.steps[0].action = {"extracted", "", 2147483647, 0};
  definition.steps[0].timeout_ms = 2147483647;
  definition.steps[1].action = {"loaded", "", 3, 0};
  const Graph graph = fixtures::graph_of(2, {"ab"});
  const auto plan = Plan::of(graph);
  const auto run = simulate(*plan, definition, true);
  EXPECT_EQ(lines_of(run), (Lines{"SUCCESS 1 2147483647 extracted|", "SUCCESS 1 3 loaded|"}));
  EXPECT_EQ(report_of(run).total_duration_ms, 2147483650);
}

TEST(Simulate, RetriesWhatTakesTooLongAndGivesUp) {
  PipelineDefinition definition = fixtures::definition_of({{}, {"a"}});
  definition.steps[0].action = {"never", "", 31, 0};
  definition.steps[0].timeout_ms = 30;
  definition.steps[0].max_retries = 3;
  const Graph graph = fixtures::graph_of(2, {"ab"});
  const auto plan = Plan::of(graph);
  EXPECT_EQ(lines_of(simulate(*plan, definition, false)),
            (Lines{"FAILED 3 90 |timed out after 30 ms", "SKIPPED 0 0 |"}));
}

TEST(Simulate, FollowsThePolicyItIsGivenAndNotTheDefinitions) {
  PipelineDefinition definition = fixtures::definition_of({{}, {}});
  definition.fail_fast = true;
  definition.steps[0].action = {"", "boom", 0, Action::always};
  const Graph graph = fixtures::graph_of(2, {});
  const auto plan = Plan::of(graph);
  EXPECT_EQ(lines_of(simulate(*plan, definition, false)), (Lines{"FAILED 1 0 |boom", "SUCCESS 1 0 |"}));
  EXPECT_EQ(lines_of(simulate(*plan, definition, true)), (Lines{"FAILED 1 0 |boom", "SKIPPED 0 0 |"}));
}

TEST(Simulate, AHundredThousandStepsFailTogether) {
  constexpr StepId steps = 100000;
  PipelineDefinition definition;
  definition.steps.resize(steps);
  definition.steps[0].action.fails = Action::always;
  const Graph graph = fixtures::long_chain(steps);
  const auto plan = Plan::of(graph);
  const auto run = simulate(*plan, definition, false);
  EXPECT_EQ(run.results().back().status, Status::skipped);
  EXPECT_TRUE(run.finished());
}

}  // namespace
}  // namespace orchestrator
