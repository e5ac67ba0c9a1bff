// What an author writes: steps, what they depend on, and what each does.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace orchestrator {

/// A step's simulated work.
struct Action {
  static constexpr std::uint32_t always = std::numeric_limits<std::uint32_t>::max();

  /// What a successful attempt prints.
  std::string output;
  /// The message of a failed attempt.
  std::string error;
  /// Length of one attempt in milliseconds, at least 0.
  double duration_ms = 0;
  /// How many first attempts fail; `always`: every one.
  std::uint32_t fails = 0;
};

struct StepDefinition {
  static constexpr int default_max_retries = 1;
  static constexpr double default_timeout_ms = 30000;

  std::string name;
  std::vector<std::string> depends_on;
  /// The most attempts, as in the course: 3 means at most three attempts. Some policies count those beyond the first.
  /// Nothing when it was not given: then there is one attempt under every policy.
  std::optional<int> max_retries;
  /// The longest one attempt may take, in milliseconds.
  double timeout_ms = default_timeout_ms;
  /// Its failure is tolerated, as far as the policy of the run allows that.
  bool allow_failure = false;
  Action action;
  /// A shell command for the native command; empty when the step is only simulated.
  std::string run;
};

struct PipelineDefinition {
  std::string name;
  bool fail_fast = true;
  int workers = 1;
  std::vector<StepDefinition> steps;
};

}  // namespace orchestrator
