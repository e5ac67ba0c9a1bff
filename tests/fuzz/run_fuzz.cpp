// From arbitrary bytes to a pipeline, the rules of its run, and a world that reports what it likes when it likes: late,
// falsely, twice or never.
#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <variant>

#include "../core/byte_document.h"
#include "require.h"
#include "run/junit.h"
#include "run/report.h"
#include "run/run_narration.h"

namespace orchestrator {
namespace {

constexpr std::size_t most_steps = 20;
constexpr int most_whims = 2000;

PipelineDefinition definition_from(Bytes& bytes, std::vector<Dependency>& dependencies) {
  PipelineDefinition definition;
  definition.name = bytes.text(bytes.below(4));
  definition.steps.resize(bytes.below(most_steps + 1));
  for (StepId step = 0; step < definition.steps.size(); ++step) {
    StepDefinition& its = definition.steps[step];
    its.name = bytes.text(bytes.below(4));
    if (bytes.below(2) == 0) its.max_retries = static_cast<int>(bytes.below(6)) - 1;
    its.timeout_ms = 1 + static_cast<double>(bytes.below(4)) * 10;
    its.allow_failure = bytes.below(4) == 0;
    for (std::size_t i = bytes.below(4); i > 0 && step > 0; --i) {
      dependencies.push_back({static_cast<StepId>(bytes.below(step)), step});
    }
  }
  return definition;
}

RunRules rules_from(Bytes& bytes) {
  RunRules rules;
  rules.policy = &policies()[bytes.below(policies().size())];
  rules.fail_fast = bytes.below(2) == 0;
  rules.workers = bytes.next();
  rules.by_tiers = bytes.below(4) == 0;
  rules.delay = {static_cast<RetryDelay::Kind>(bytes.below(3)), static_cast<double>(bytes.next()), 2, 1000, 0.5, 1};
  return rules;
}

class World {
 public:
  World(Run& run, Bytes& bytes) : run_(run), bytes_(bytes) {}

  void live() {
    for (int whims = 0;; ++whims) {
      const Instruction instruction = run_.poll(now_);
      if (std::holds_alternative<RunFinished>(instruction)) return;
      if (const auto* start = std::get_if<StartAttempt>(&instruction)) {
        begin(*start);
      } else if (const auto* wait = std::get_if<WaitUntil>(&instruction)) {
        if (bytes_.empty() || whims > most_whims) {
          // A world that has let a deadline pass is told of the past.
          now_ = std::max(now_, wait->time);
          run_.handle_deadline(now_);
        }
      }
      if (!bytes_.empty()) have_a_whim();
    }
  }

 private:
  void begin(const StartAttempt& start) {
    require(start.id == ++last_, "attempts are numbered one after another");
    require(start.worker < std::max(run_.rules().workers, 1U), "there is such a worker");
    for (const auto& [id, worker] : busy_) require(worker != start.worker || !run_.in_flight(id), "it is free");
    busy_[start.id] = start.worker;
    require(start.number <= run_.step_rules()[start.step].max_attempts, "no step gets more attempts than it may make");
  }

  void have_a_whim() {
    now_ += static_cast<double>(bytes_.below(16));
    const Outcome outcome{bytes_.below(2) == 0, bytes_.text(bytes_.below(4))};
    switch (bytes_.below(8)) {
      case 0: run_.handle_deadline(now_); break;
      case 1: run_.handle_finished(bytes_.next(), outcome, now_); break;
      case 2:
        if (bytes_.below(8) == 0) run_.handle_cancel(now_);
        break;
      default: run_.handle_finished(last_ - bytes_.below(3), outcome, now_);
    }
  }

  Run& run_;
  Bytes& bytes_;
  double now_ = 0;
  AttemptId last_ = 0;
  std::map<AttemptId, WorkerId> busy_;
};

void examine(const PipelineDefinition& definition, const std::vector<Dependency>& dependencies, Bytes& bytes) {
  const Graph graph(definition.steps.size(), dependencies);
  const auto plan = Plan::of(graph);
  const RunRules rules = rules_from(bytes);
  Run run(*plan, step_rules_of(definition, *rules.policy), rules);
  std::vector<RunEvent> events;
  run.tell(&events);
  World(run, bytes).live();
  require(run.finished(), "every run comes to an end");
  require(events.front().kind == RunEventKind::begin && events.back().kind == RunEventKind::end,
          "a run begins and ends");
  const auto name_of = [&](StepId step) { return std::string_view(definition.steps[step].name); };
  for (const RunEvent& event : events) require(!english(narrate(run, event), name_of).empty(), "events have sentences");
  for (const StepResult& result : run.results()) {
    require(result.status != Status::pending && result.status != Status::running, "every step is settled");
    require((result.status == Status::success) == (result.reason == Reason::none), "what is no success has a reason");
    require(result.started <= result.ended, "nothing takes less than no time");
  }
  for (const char letter : junit_text(run, definition)) {
    require(letter == '\n' || static_cast<unsigned char>(letter) >= 0x20, "XML has no control characters");
  }
}

}  // namespace
}  // namespace orchestrator

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace orchestrator;
  Bytes bytes({data, size});
  std::vector<Dependency> dependencies;
  const PipelineDefinition definition = definition_from(bytes, dependencies);
  examine(definition, dependencies, bytes);
  return 0;
}
