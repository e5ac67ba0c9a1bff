#include "run/transitions.h"

#include <array>
#include <cstddef>

namespace orchestrator {
namespace {

using enum Status;
using Kind = RunEventKind;

constexpr std::array all_moves{
    Transition{Move::start, "start", pending, running, Reason::none, Kind::start, "a worker takes it",
               "its dependencies let it run"},
    Transition{Move::refuse, "refuse", pending, failed, Reason::no_attempt, Kind::give_up, "a worker takes it",
               "max_retries allows no attempt"},
    Transition{Move::skip_upstream, "skip_upstream", pending, skipped, Reason::upstream, Kind::skip,
               "a dependency failed or was skipped", "that is not allowed for"},
    Transition{Move::skip_fail_fast, "skip_fail_fast", pending, skipped, Reason::fail_fast, Kind::skip,
               "another step failed", "the run fails fast"},
    Transition{Move::skip_cancelled, "skip_cancelled", pending, skipped, Reason::cancelled, Kind::skip,
               "the run is cancelled", ""},
    Transition{Move::succeed, "succeed", running, success, Reason::none, Kind::succeed, "its attempt ends well",
               "not later than the deadline"},
    Transition{Move::retry_failed, "retry_failed", running, running, Reason::failed, Kind::wait, "its attempt fails",
               "attempts are left"},
    Transition{Move::retry_timed_out, "retry_timed_out", running, running, Reason::timed_out, Kind::wait,
               "its attempt takes too long", "attempts are left"},
    Transition{Move::restart, "restart", running, running, Reason::none, Kind::start, "a worker takes it again",
               "its wait is over"},
    Transition{Move::give_up_failed, "give_up_failed", running, failed, Reason::failed, Kind::give_up,
               "its attempt fails", "no attempt is left"},
    Transition{Move::give_up_timed_out, "give_up_timed_out", running, failed, Reason::timed_out, Kind::give_up,
               "its attempt takes too long", "no attempt is left"},
    Transition{Move::give_up_fail_fast, "give_up_fail_fast", running, failed, Reason::fail_fast, Kind::give_up,
               "another step failed", "the run fails fast, which cancels it or allows no further attempt"},
    Transition{Move::drop_fail_fast, "drop_fail_fast", running, skipped, Reason::fail_fast, Kind::skip,
               "another step failed", "the run fails fast while it waits, and the policy skips it then"},
    Transition{Move::give_up_cancelled, "give_up_cancelled", running, failed, Reason::cancelled, Kind::give_up,
               "the run is cancelled", ""},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < all_moves.size(); ++i) {
    if (static_cast<std::size_t>(all_moves[i].move) != i) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

std::span<const Transition> transitions() { return all_moves; }

const Transition& transition_of(Move move) { return all_moves[static_cast<std::size_t>(move)]; }

std::string_view event_name(RunEventKind kind) {
  constexpr std::array<std::string_view, 11> names{"begin",   "start", "succeed", "fail", "time_out", "wait",
                                                   "give_up", "skip",  "cancel",  "stop", "end"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace orchestrator
