#include "command.h"

#include <algorithm>
#include <utility>

namespace orchestrator::cli {
namespace {

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Match(Cases...) -> Match<Cases...>;

}  // namespace

std::optional<Outcome> ScriptedCommand::execute(int number, double timeout_ms) {
  if (action_->duration_ms > timeout_ms) {
    *clock_ += timeout_ms;
    return std::nullopt;
  }
  *clock_ += action_->duration_ms;
  const bool fails = action_->fails == Action::always || static_cast<std::uint32_t>(number) <= action_->fails;
  return Outcome{!fails, fails ? action_->error : action_->output};
}

void drive(Run& run, const std::vector<std::unique_ptr<Command>>& commands, const Clock& clock) {
  bool going = true;
  const auto start = [&](const StartAttempt& attempt) {
    std::optional<Outcome> outcome = commands[attempt.step]->execute(attempt.number, attempt.timeout_ms);
    if (outcome) {
      run.handle_finished(attempt.id, std::move(*outcome), clock());
    } else {
      run.handle_deadline(std::max(attempt.deadline, clock()));
    }
  };
  while (going) {
    std::visit(Match{start,
                     // Commands are carried out one at a time and stop by themselves: nothing is left to wait for or to
                     // cancel.
                     [](const WaitUntil&) {}, [](const CancelAttempt&) {}, [&](const RunFinished&) { going = false; }},
               run.poll(clock()));
  }
}

}  // namespace orchestrator::cli
