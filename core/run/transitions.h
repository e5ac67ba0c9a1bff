// Every way in which a step of a run can go from one status to the next. The engine moves steps by these rows and in no
// other way; the diagram in the README is made of them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "run_event.h"
#include "status.h"

namespace orchestrator {

/// In the order of the rows.
enum class Move : std::uint8_t {
  start,
  refuse,
  skip_upstream,
  skip_fail_fast,
  skip_cancelled,
  succeed,
  retry_failed,
  retry_timed_out,
  restart,
  give_up_failed,
  give_up_timed_out,
  give_up_fail_fast,
  drop_fail_fast,
  give_up_cancelled,
};

struct Transition {
  Move move;
  /// "start", "refuse", …
  std::string_view name;
  Status from;
  Status to;
  Reason reason;
  /// What the run tells of it.
  RunEventKind event;
  /// What happened.
  std::string_view when;
  /// What must be so besides; may be empty.
  std::string_view provided;
};

std::span<const Transition> transitions();
const Transition& transition_of(Move move);

}  // namespace orchestrator
