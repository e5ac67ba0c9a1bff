// What a step of a run is at a time, and why it is not a success.
#pragma once

#include <cstdint>
#include <string_view>

namespace orchestrator {

/// A step that waits for another attempt is still running.
enum class Status : std::uint8_t { pending, running, success, failed, skipped };
/// "PENDING", "RUNNING", "SUCCESS", "FAILED", "SKIPPED", as in the course.
std::string_view status_name(Status status);

/// Why a step failed or was skipped; of a running one, why it waits for another attempt.
enum class Reason : std::uint8_t {
  none,
  /// Its last attempt failed, after as many as it may make.
  failed,
  /// The same, but its last attempt took too long.
  timed_out,
  /// A step that it depends on failed or was skipped.
  upstream,
  /// Another step failed, and the run fails fast.
  fail_fast,
  /// The whole run was cancelled.
  cancelled,
  /// It may make no attempt at all (only the course's unmended rules let that in).
  no_attempt,
};
/// "none", "failed", "timed_out", "upstream", "fail_fast", "cancelled", "no_attempt".
std::string_view reason_name(Reason reason);

}  // namespace orchestrator
