#include "run/simulation.h"

#include <algorithm>
#include <functional>

namespace orchestrator {
namespace {

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Match(Cases...) -> Match<Cases...>;

// The end of an attempt that is in time.
struct End {
  double time;
  AttemptId id;
  const Action* action;
  bool succeeds;
  bool operator>(const End& other) const { return time > other.time || (time == other.time && id > other.id); }
};

class Simulation {
 public:
  Simulation(Run& run, const PipelineDefinition& definition) : run_(&run), steps_(&definition.steps) {}

  // False when the run has finished.
  bool go_on() {
    bool going = true;
    std::visit(Match{[this](const StartAttempt& start) { carry_out(start); },
                     [this](const WaitUntil& wait) { pass_time(wait.time); },
                     // Its end is passed over, should there be one.
                     [](const CancelAttempt&) {}, [&going](const RunFinished&) { going = false; }},
               run_->poll(now_));
    return going;
  }

 private:
  void carry_out(const StartAttempt& start) {
    const Action& action = (*steps_)[start.step].action;
    // Of one that takes too long its deadline is all that comes.
    if (action.duration_ms > start.timeout_ms) return;
    const bool fails = action.fails == Action::always || static_cast<std::uint32_t>(start.number) <= action.fails;
    ends_.push_back({now_ + action.duration_ms, start.id, &action, !fails});
    std::push_heap(ends_.begin(), ends_.end(), std::greater<>());
  }

  // Everything of the next time at which anything happens.
  void pass_time(double deadline) {
    while (!ends_.empty() && !run_->in_flight(ends_.front().id)) take_end();
    now_ = ends_.empty() ? deadline : std::min(deadline, ends_.front().time);
    while (!ends_.empty() && ends_.front().time <= now_) {
      const End end = take_end();
      run_->handle_finished(end.id, {end.succeeds, end.succeeds ? end.action->output : end.action->error}, now_);
    }
    run_->handle_deadline(now_);
  }

  End take_end() {
    std::pop_heap(ends_.begin(), ends_.end(), std::greater<>());
    const End end = ends_.back();
    ends_.pop_back();
    return end;
  }

  Run* run_;
  const std::vector<StepDefinition>* steps_;
  double now_ = 0;
  // A heap: what comes first in front.
  std::vector<End> ends_;
};

}  // namespace

Run simulate(const Plan& plan, const PipelineDefinition& definition, const RunRules& rules,
             std::vector<RunEvent>* events, std::size_t most_events) {
  Run run(plan, step_rules_of(definition, *rules.policy), rules);
  run.tell(events);
  Simulation simulation(run, definition);
  while (simulation.go_on()) {
    if (events != nullptr && events->size() > most_events) {
      events->resize(most_events);
      run.tell(nullptr);
    }
  }
  run.tell(nullptr);
  return run;
}

Run simulate(const Plan& plan, const PipelineDefinition& definition) {
  return simulate(plan, definition, rules_of(definition));
}

}  // namespace orchestrator
