// Runs by any rules, watched event by event by somebody who knows the rules in their plainest form.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "generators.h"
#include "run/run_narration.h"
#include "run/run_trace.h"
#include "run/schedule.h"
#include "tiers.h"

namespace orchestrator {

struct RandomRun {
  RandomPipeline pipeline;
  RunRules rules;
};

inline void showValue(const RandomRun& run, std::ostream& out) {
  showValue(run.pipeline, out);
  out << "\n  by " << run.rules.policy->id << (run.rules.fail_fast ? ", fail-fast" : "") << ", workers "
      << run.rules.workers << (run.rules.by_tiers ? ", by tiers" : "") << ", delay "
      << static_cast<int>(run.rules.delay.kind);
}

namespace {

rc::Gen<RunRules> any_rules() {
  return rc::gen::apply(
      [](std::size_t policy, bool fail_fast, std::uint32_t workers, int delay, double jitter, bool by_tiers) {
        RunRules rules;
        rules.policy = &policies()[policy];
        rules.fail_fast = fail_fast;
        rules.workers = workers;
        rules.delay = {static_cast<RetryDelay::Kind>(delay), 25, 2, 60, jitter, 7};
        rules.by_tiers = by_tiers;
        return rules;
      },
      rc::gen::inRange<std::size_t>(0, policies().size()), rc::gen::arbitrary<bool>(),
      rc::gen::inRange<std::uint32_t>(1, 6), rc::gen::inRange(0, 3), rc::gen::element(0.0, 0.5, 1.0),
      rc::gen::element(false, false, true));
}

rc::Gen<RandomRun> any_run() {
  return rc::gen::apply(
      [](RandomPipeline pipeline, const RunRules& rules, std::uint32_t allowed) {
        for (StepId step = 0; step < pipeline.pairs.steps; ++step) {
          pipeline.definition.steps[step].allow_failure = (allowed >> (step % 32) & 1U) != 0;
        }
        return RandomRun{std::move(pipeline), rules};
      },
      rc::gen::arbitrary<RandomPipeline>(), any_rules(), rc::gen::arbitrary<std::uint32_t>());
}

/// Follows a run by its events alone.
class Watcher {
 public:
  Watcher(const RandomRun& random, const Run& run)
      : random_(random), run_(run), tiers_(distances(run.plan().graph(), {run.plan().order(), true})) {
    states_.resize(random.pipeline.pairs.steps);
  }

  void see(const RunEvent& event) {
    RC_ASSERT(event.time >= now_);
    now_ = event.time;
    check_sentence(event);
    switch (event.kind) {
      case RunEventKind::start: return start(event);
      case RunEventKind::succeed: return end_attempt(event, Status::success);
      case RunEventKind::fail:
      case RunEventKind::time_out:
      case RunEventKind::cancel: return end_attempt(event, Status::running);
      case RunEventKind::wait: states_[event.step].not_before = event.until; return;
      case RunEventKind::give_up: return settle(event, Status::failed);
      case RunEventKind::skip: return settle(event, Status::skipped);
      case RunEventKind::stop: stopped_ = true; return;
      case RunEventKind::begin:
      case RunEventKind::end: return;
    }
  }

  Status status(StepId step) const { return states_[step].status; }
  std::uint32_t attempts(StepId step) const { return states_[step].attempts; }

 private:
  struct State {
    Status status = Status::pending;
    std::uint32_t attempts = 0;
    Reason reason = Reason::none;
    double not_before = 0;
    bool in_flight = false;
  };

  bool lets_dependents_run(StepId step) const {
    const bool allowed =
        random_.pipeline.definition.steps[step].allow_failure && random_.rules.policy->allowance.lets_dependents_run;
    return states_[step].status == Status::success || (states_[step].status == Status::failed && allowed);
  }

  void start(const RunEvent& event) {
    State& state = states_[event.step];
    RC_ASSERT(!stopped_);
    RC_ASSERT(state.status == Status::pending || state.status == Status::running);
    RC_ASSERT(!state.in_flight);
    RC_ASSERT(event.time >= state.not_before);
    for (const Dependency& d : random_.pipeline.pairs.dependencies) {
      if (d.dependent == event.step) RC_ASSERT(lets_dependents_run(d.upstream));
    }
    if (random_.rules.by_tiers) {
      for (StepId other = 0; other < states_.size(); ++other) {
        const Status its = states_[other].status;
        if (tiers_[other] < tiers_[event.step]) RC_ASSERT(its != Status::pending && its != Status::running);
      }
    }
    // The lowest free worker, and never one that is busy.
    for (WorkerId worker = 0; worker < event.worker; ++worker) RC_ASSERT(busy_.count(worker) == 1U);
    RC_ASSERT(event.worker < random_.rules.workers);
    RC_ASSERT(busy_.emplace(event.worker, event.step).second);
    state.in_flight = true;
    state.status = Status::running;
    RC_ASSERT(event.attempts == ++state.attempts);
    const int most = attempts_allowed(*random_.rules.policy, random_.pipeline.definition.steps[event.step]);
    RC_ASSERT(static_cast<int>(state.attempts) <= most);
  }

  void end_attempt(const RunEvent& event, Status status) {
    RC_ASSERT(states_[event.step].in_flight);
    RC_ASSERT(busy_.at(event.worker) == event.step);
    busy_.erase(event.worker);
    states_[event.step].in_flight = false;
    states_[event.step].status = status;
  }

  void settle(const RunEvent& event, Status status) {
    State& state = states_[event.step];
    RC_ASSERT(!state.in_flight);
    const auto rows = transitions();
    RC_ASSERT(std::any_of(rows.begin(), rows.end(), [&](const Transition& row) {
      return row.from == state.status && row.to == status && row.reason == event.reason && row.event == event.kind;
    }));
    if (event.reason == Reason::upstream) {
      RC_ASSERT(!lets_dependents_run(event.cause));
      RC_ASSERT(states_[event.cause].status == Status::failed || states_[event.cause].status == Status::skipped);
    }
    if (event.reason == Reason::fail_fast) RC_ASSERT(stopped_ && states_[event.cause].status == Status::failed);
    state.status = status;
    state.reason = event.reason;
  }

  bool is_blocked(StepId step) const {
    return states_[step].status == Status::skipped && states_[step].reason == Reason::upstream;
  }

  // What the words claim, by what was seen before the event.
  void check_sentence(const RunEvent& event) const {
    const Sentence sentence = narrate(run_, event);
    const std::string code(sentence.form->code);
    const auto name_of = [this](StepId step) { return std::string_view(random_.pipeline.definition.steps[step].name); };
    RC_ASSERT(!english(sentence, name_of).empty());
    const auto cause_is = [&](Status status) { return states_[event.cause].status == status; };
    const auto all_are = [&](Status status) {
      return std::all_of(states_.begin(), states_.end(), [=](const State& state) { return state.status == status; });
    };
    std::span<const StepId> dependencies;
    if (event.step != no_step) dependencies = run_.plan().graph().dependencies(event.step);
    const auto has_failed_one = [&] {
      return std::any_of(dependencies.begin(), dependencies.end(),
                         [&](StepId step) { return states_[step].status == Status::failed; });
    };
    const auto all_steps = [&](auto holds) {
      for (StepId step = 0; step < states_.size(); ++step) {
        if (!holds(step)) return false;
      }
      return true;
    };
    const auto may_fail = [&](StepId step) { return random_.pipeline.definition.steps[step].allow_failure; };
    const int most = event.step == no_step
                         ? 0
                         : attempts_allowed(*random_.rules.policy, random_.pipeline.definition.steps[event.step]);
    const auto attempts = static_cast<int>(event.attempts);
    const std::map<std::string, bool> claims{
        {"run.start.source", event.step != no_step && dependencies.empty()},
        {"run.start.ready", event.step != no_step && !dependencies.empty() && !has_failed_one()},
        {"run.start.allowed", event.step != no_step && has_failed_one()},
        {"run.start.again", attempts > 1 && attempts <= most},
        {"run.succeed.first", attempts == 1},
        {"run.succeed.later", attempts > 1},
        {"run.fail.left", attempts < most},
        {"run.fail.last", attempts == most},
        {"run.time-out.left", attempts < most},
        {"run.time-out.last", attempts == most},
        {"run.wait", event.until > event.time},
        {"run.failed.only", attempts == 1 && most == 1},
        {"run.failed.all", attempts > 1 && attempts == most},
        {"run.timed-out.only", attempts == 1 && most == 1},
        {"run.timed-out.all", attempts > 1 && attempts == most},
        {"run.failed.no-attempt", attempts == 0 && most < 1},
        {"run.failed.fail-fast", event.cause != no_step && cause_is(Status::failed)},
        {"run.skipped.failed", event.cause != no_step && cause_is(Status::failed)},
        {"run.skipped.skipped", event.cause != no_step && cause_is(Status::skipped)},
        {"run.skipped.fail-fast", event.cause != no_step && cause_is(Status::failed) && attempts == 0},
        {"run.skipped.waiting", event.cause != no_step && cause_is(Status::failed) && attempts > 0},
        {"run.stop.new", event.cause != no_step && cause_is(Status::failed)},
        {"run.stop.all", event.cause != no_step && cause_is(Status::failed)},
        {"run.cancel", event.step != no_step && states_[event.step].in_flight},
        {"run.begin.empty", states_.empty()},
        {"run.end.empty", states_.empty()},
        {"run.end.passed", run_.passed() && all_are(Status::success)},
        {"run.end.allowed", run_.passed() && !all_are(Status::success) && all_steps([&](StepId step) {
                              return states_[step].status != Status::failed || may_fail(step);
                            })},
        {"run.end.leaves", run_.passed() && !all_are(Status::success) && all_steps([&](StepId step) {
                             return run_.plan().graph().out_degree(step) > 0 ||
                                    (states_[step].status != Status::failed && !is_blocked(step));
                           })},
        {"run.end.failed", !run_.passed()},
        {"run.begin.one-worker", run_.rules().workers == 1},
        {"run.begin.workers", run_.rules().workers > 1},
        {"run.begin.tiers", run_.rules().by_tiers},
    };
    RC_ASSERT(claims.count(code) == 1U);
    RC_ASSERT(claims.at(code));
  }

  const RandomRun& random_;
  const Run& run_;
  std::vector<std::uint32_t> tiers_;
  std::vector<State> states_;
  std::map<WorkerId, StepId> busy_;
  double now_ = 0;
  bool stopped_ = false;
};

TEST(RunRules, HoldAtEveryEventAndEverySentenceIsTrue) {
  RC_ASSERT(rc::check([] {
    const RandomRun random = *any_run();
    const Graph graph = random.pipeline.pairs.graph();
    const auto plan = Plan::of(graph);
    const RunTrace trace(*plan, random.pipeline.definition, random.rules);
    RC_ASSERT(trace.complete() && trace.run().finished());
    Watcher watcher(random, trace.run());
    for (std::size_t cursor = 0; cursor < trace.events().size(); ++cursor) {
      watcher.see(trace.events()[cursor]);
      for (StepId step = 0; step < graph.step_count(); ++step) {
        const StepMoment moment = trace.at(cursor, step);
        RC_ASSERT(moment.status == watcher.status(step));
        RC_ASSERT(moment.attempts == watcher.attempts(step));
      }
    }
    for (const StepResult& result : trace.run().results()) RC_ASSERT(result.status == watcher.status(result.step));
  }));
}

TEST(RunRules, TheSameInputGivesTheSameEvents) {
  RC_ASSERT(rc::check([] {
    const RandomRun random = *any_run();
    const Graph graph = random.pipeline.pairs.graph();
    const auto plan = Plan::of(graph);
    RC_ASSERT(RunTrace(*plan, random.pipeline.definition, random.rules).events() ==
              RunTrace(*plan, random.pipeline.definition, random.rules).events());
  }));
}

TEST(RunRules, NoRunIsShorterThanItsBounds) {
  RC_ASSERT(rc::check([] {
    const RandomRun random = *any_run();
    const Graph graph = random.pipeline.pairs.graph();
    const auto plan = Plan::of(graph);
    const RunTrace trace(*plan, random.pipeline.definition, random.rules);
    const Schedule schedule = schedule_of(trace.run(), trace.events());
    constexpr double rounding = 1e-6;
    RC_ASSERT(schedule.makespan() + rounding >= schedule.critical_ms);
    RC_ASSERT(schedule.makespan() + rounding >= schedule.work_over_workers());
    RC_ASSERT(schedule.idle() + rounding >= 0);
    for (const AttemptBar& bar : schedule.attempts) RC_ASSERT(bar.start <= bar.end);
    for (std::size_t i = 1; i < schedule.critical_path.size(); ++i) {
      const auto upstream = graph.dependencies(schedule.critical_path[i]);
      RC_ASSERT(std::count(upstream.begin(), upstream.end(), schedule.critical_path[i - 1]) > 0);
    }
  }));
}

TEST(RunRules, OneWorkerUnderTheCourseEqualsTheWalkByTiers) {
  RC_ASSERT(rc::check([] {
    RandomRun random = *any_run();
    random.rules.policy = &course_policy();
    random.rules.workers = 1;
    random.rules.delay = {};
    const Graph graph = random.pipeline.pairs.graph();
    const auto plan = Plan::of(graph);
    random.rules.by_tiers = false;
    const RunTrace ready(*plan, random.pipeline.definition, random.rules);
    random.rules.by_tiers = true;
    const RunTrace tiers(*plan, random.pipeline.definition, random.rules);
    RC_ASSERT(ready.events() == tiers.events());
  }));
}

TEST(LeastFirst, IsASetThatKnowsItsLeast) {
  RC_ASSERT(rc::check([](const std::vector<std::pair<bool, std::uint32_t>>& calls) {
    constexpr std::uint32_t size = 300000;
    LeastFirst ours(size);
    std::set<std::uint32_t> theirs;
    for (const auto& [inserts, any] : calls) {
      const std::uint32_t number = any % 3 == 0 ? any % size : any % 130;
      if (inserts) {
        ours.insert(number);
        theirs.insert(number);
      } else {
        ours.remove(number);
        theirs.erase(number);
      }
      RC_ASSERT(ours.empty() == theirs.empty());
      if (!theirs.empty()) RC_ASSERT(ours.least() == *theirs.begin());
    }
  }));
}

}  // namespace
}  // namespace orchestrator
