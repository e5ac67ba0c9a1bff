#include "run_pipeline.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>

#include "flags.h"
#include "run_clock.h"
#include "text.h"

namespace orchestrator::cli {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

RunRules rules_of(const PipelineDefinition& definition, const RunOptions& options) {
  RunRules rules;
  rules.policy = options.policy;
  rules.fail_fast = options.fails_fast(definition);
  rules.workers = static_cast<std::uint32_t>(options.workers_of(definition));
  rules.delay = options.delay;
  rules.by_tiers = options.by_tiers;
  return rules;
}

std::string legible_line(std::string_view line) {
  constexpr std::size_t most_bytes = 1000;
  return visible(line.substr(0, most_bytes)) + (line.size() > most_bytes ? "…" : "");
}

/// A success says what it printed, a failure its exit status or signal and its last line of standard error.
Outcome outcome_of(const EndedProcess& process) {
  const ChildEnd end = process.end;
  if (end.kind == ChildEnd::Kind::exited && end.number == 0) return {true, process.output.text_without_last_breaks()};
  std::string message = phrase_of(end);
  const std::string_view last = process.error.last_line();
  if (!last.empty()) message += ": " + legible_line(last);
  return {false, message};
}

class Loop {
 public:
  Loop(const Plan& plan, const PipelineDefinition& definition, const RunOptions& options,
       const std::vector<RunListener*>& listeners)
      : definition_(&definition),
        listeners_(&listeners),
        pool_(signals_, options.grace_ms, static_cast<std::size_t>(options.workers_of(definition))),
        waits_(definition.steps.size()),
        finished_{Run(plan, step_rules_of(definition, *options.policy), rules_of(definition, options)), {}, 0} {
    finished_.ends.resize(definition.steps.size());
    run().tell(&events_);
  }

  FinishedRun go() {
    while (do_as_told() || !pool_.empty()) {
      wait();
      heed_signals();
      end_simulated();
    }
    run().tell(nullptr);
    return std::move(finished_);
  }

 private:
  struct Command {
    StepId step;
    double deadline;
  };
  // An attempt at a step without a command.
  struct Simulated {
    double ends_at;
    bool takes_too_long;
    AttemptId id;
    Outcome outcome;

    // At one time what ends in time comes first, in the order in which it started.
    bool operator<(const Simulated& other) const {
      return std::tie(ends_at, takes_too_long, id) < std::tie(other.ends_at, other.takes_too_long, other.id);
    }
  };

  Run& run() { return finished_.run; }
  // The run is never told of an earlier time than before.
  double told(double time) { return last_told_ = std::max(last_told_, time); }
  double now() { return told(clock_.now()); }

  // Until there is nothing left but to wait. False when the run has finished.
  bool do_as_told() {
    while (true) {
      const Instruction instruction = run().poll(now());
      tell_listeners();
      if (const auto* attempt = std::get_if<StartAttempt>(&instruction)) {
        start(*attempt);
      } else if (const auto* cancelled = std::get_if<CancelAttempt>(&instruction)) {
        cancel(cancelled->id);
      } else {
        return !std::holds_alternative<RunFinished>(instruction);
      }
    }
  }

  void start(const StartAttempt& attempt) {
    const StepDefinition& step = definition_->steps[attempt.step];
    if (step.run.empty()) {
      simulated_.insert(simulation_of(attempt, step.action));
      return;
    }
    clock_.go();
    const std::string trouble = start_command(attempt, step.run);
    if (trouble.empty()) return;
    run().handle_finished(attempt.id, {false, trouble}, now());
    tell_listeners();
  }

  // Why it could not be started; empty when it was.
  std::string start_command(const StartAttempt& attempt, const std::string& line) {
    if (line.find('\0') != std::string::npos) return "a shell command cannot hold a NUL character";
    try {
      pool_.start(attempt.id, line, attempt.timeout_ms);
    } catch (const std::system_error& error) {
      return "it cannot be started: " + error.code().message();
    }
    commands_.emplace(attempt.id, Command{attempt.step, attempt.deadline});
    return {};
  }

  Simulated simulation_of(const StartAttempt& attempt, const Action& action) const {
    if (action.duration_ms > attempt.timeout_ms) return {attempt.deadline, true, attempt.id, {}};
    const bool fails = action.fails == Action::always || static_cast<std::uint32_t>(attempt.number) <= action.fails;
    return {last_told_ + action.duration_ms, false, attempt.id, {!fails, fails ? action.error : action.output}};
  }

  // What has ended by itself in the meantime is not there any more.
  void cancel(AttemptId id) {
    pool_.stop(id);
    const auto found = std::find_if(simulated_.begin(), simulated_.end(),
                                    [id](const Simulated& simulated) { return simulated.id == id; });
    if (found != simulated_.end()) simulated_.erase(found);
  }

  void wait() {
    while (!retries_.empty() && *retries_.begin() <= last_told_) retries_.erase(retries_.begin());
    double next = never;
    if (!simulated_.empty()) next = simulated_.begin()->ends_at;
    if (!retries_.empty()) next = std::min(next, *retries_.begin());
    if (pool_.empty() && waiting_commands_ == 0) {
      clock_.stand();
      clock_.move_on_to(next);
      return;
    }
    clock_.go();
    const double time = now();
    double most_ms = next - time;
    for (RunListener* listener : *listeners_) most_ms = std::min(most_ms, listener->before_waiting(time));
    for (const EndedProcess& process : pool_.wait(most_ms)) end_command(process);
  }

  void end_command(const EndedProcess& process) {
    const Command command = commands_.extract(process.id).mapped();
    if (!run().in_flight(process.id)) {
      for (RunListener* listener : *listeners_) listener->on_cancelled_process(command.step, process);
      return;
    }
    // In time by its own watch, which started a moment later, is in time.
    const double time = process.took_too_long ? now() : told(std::min(clock_.now(), command.deadline));
    finished_.ends[command.step].reset();
    if (!process.took_too_long) finished_.ends[command.step] = process.end;
    run().handle_finished(process.id, outcome_of(process), time);
    tell_listeners(command.step, &process);
  }

  // Of one time only: what starts then may end before the next.
  void end_simulated() {
    if (simulated_.empty() || simulated_.begin()->ends_at > clock_.now()) return;
    const double ends_at = simulated_.begin()->ends_at;
    while (!simulated_.empty() && simulated_.begin()->ends_at <= ends_at) {
      const Simulated simulated = std::move(simulated_.extract(simulated_.begin()).value());
      if (!simulated.takes_too_long) {
        run().handle_finished(simulated.id, simulated.outcome, told(ends_at));
      } else if (commands_.empty()) {
        run().handle_deadline(told(ends_at));
      } else {
        // A command that is being stopped at its own deadline keeps its worker until it is gone: later than any
        // deadline is said of this one alone.
        run().handle_finished(simulated.id, simulated.outcome, told(std::nextafter(ends_at, never)));
      }
      tell_listeners();
    }
  }

  void heed_signals() {
    if (signals_.interruptions() == interruptions_) return;
    interruptions_ = signals_.interruptions();
    if (finished_.signal != 0) return pool_.kill_all();
    finished_.signal = signals_.interrupting_signal();
    run().handle_cancel(now());
    tell_listeners();
  }

  // `process` is what ended an attempt of that step.
  void tell_listeners(StepId step = no_step, const EndedProcess* process = nullptr) {
    for (const RunEvent& event : events_) {
      watch_retries(event);
      const bool is_its_end = event.step == step && process != nullptr &&
                              (event.kind == RunEventKind::succeed || event.kind == RunEventKind::fail ||
                               event.kind == RunEventKind::time_out);
      for (RunListener* listener : *listeners_) listener->on_event(run(), event, is_its_end ? process : nullptr);
    }
    events_.clear();
  }

  void watch_retries(const RunEvent& event) {
    if (event.step == no_step) return;
    if (event.kind == RunEventKind::wait) retries_.insert(event.until);
    const bool waits = event.kind == RunEventKind::wait && !definition_->steps[event.step].run.empty();
    waiting_commands_ += std::size_t{waits} - waits_[event.step];
    waits_[event.step] = waits;
  }

  const PipelineDefinition* definition_;
  const std::vector<RunListener*>* listeners_;
  // Before the pool, so that no signal of a child's end is missed.
  SignalWatch signals_;
  int interruptions_ = 0;
  ProcessPool pool_;
  RunClock clock_;
  double last_told_ = 0;

  std::unordered_map<AttemptId, Command> commands_;
  std::set<Simulated> simulated_;
  // When waits between attempts are over.
  std::set<double> retries_;
  // Steps whose command waits for its next attempt, and how many these are.
  Flags waits_;
  std::size_t waiting_commands_ = 0;

  std::vector<RunEvent> events_;
  FinishedRun finished_;
};

}  // namespace

FinishedRun run_pipeline(const Plan& plan, const PipelineDefinition& definition, const RunOptions& options,
                         const std::vector<RunListener*>& listeners) {
  return Loop(plan, definition, options, listeners).go();
}

}  // namespace orchestrator::cli
