// The rules by which a run goes on after a failure, as data: those of the course and of real engines. One engine reads
// them all.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "../definition.h"
#include "status.h"

namespace orchestrator {

/// How many attempts a given max_retries of n means; a step that gives none makes one attempt under every policy.
enum class Retries : std::uint8_t {
  /// n attempts.
  count_attempts,
  /// One attempt and up to n more.
  beyond_first,
  /// One attempt, whatever n is.
  none,
};

/// When a step that depends on a failed or skipped one is skipped itself.
enum class SkipTime : std::uint8_t {
  /// When a worker would take it.
  in_turn,
  /// As soon as everything that it depends on is settled.
  when_all_settled,
  /// As soon as one step that it depends on has failed or was skipped.
  at_first_failure,
};

/// What fail-fast does when a step has failed.
enum class FailFast : std::uint8_t {
  /// Nothing: the engine knows no such rule for a whole pipeline, or only where a pipeline asks for it by another name.
  unknown,
  /// Nothing new starts, no further attempt either; what runs may finish.
  starts_nothing,
  /// The same, and what runs is cancelled.
  cancels_running,
};

/// What a run's outcome follows from.
enum class Verdict : std::uint8_t {
  /// It fails when any step fails whose failure is not allowed.
  any_failure,
  /// It fails when a step on which none depends failed, or was skipped because of what it depends on.
  leaves,
};

/// What a step's `allow_failure` does.
struct Allowance {
  bool lets_run_pass = false;
  bool lets_dependents_run = false;
};

/// An engine's own word for a state.
struct StateWord {
  Status status;
  /// Reason::none: for every reason that has no word of its own.
  Reason reason;
  std::string_view word;
};

struct Policy {
  /// "course", "github-actions", "gitlab", "airflow", "argo".
  std::string_view id;
  std::string_view name;

  Retries retries = Retries::count_attempts;
  /// The greatest n that counts.
  int most_retries = 1000;
  SkipTime skip_time = SkipTime::when_all_settled;
  FailFast fail_fast = FailFast::unknown;
  /// What fail-fast makes of a step that waits for another attempt.
  Status waiting_at_fail_fast = Status::failed;
  Verdict verdict = Verdict::any_failure;
  Allowance allowance = {};

  std::span<const StateWord> states;
  /// What a failed step is called whose failure is allowed; empty: as any failed one.
  std::string_view allowed_failure = {};
  /// The rules in a few sentences.
  std::string_view words;
  /// Where they are documented: addresses.
  std::span<const std::string_view> sources;
  /// What the sources do not agree about, or leave open, and what is done here; may be empty.
  std::string_view disputed = {};
};

/// All of them, the course's first.
std::span<const Policy> policies();
inline const Policy& course_policy() { return policies().front(); }
/// Null when there is none of this id.
const Policy* find_policy(std::string_view id);

/// The engine's word for a step's state, as "upstream_failed". `allowed`: its failure is.
std::string_view state_word(const Policy& policy, Status status, Reason reason, bool allowed = false);

/// The most attempts that a step may make; below 1 only when a max_retries below 1 was let in.
int attempts_allowed(const Policy& policy, const StepDefinition& step);

}  // namespace orchestrator
