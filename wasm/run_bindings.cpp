// What run.wasm offers to wasm/module/run_raw.ts, its only caller: plain functions of numbers, as plain_bindings.cpp
// says. A run is opened of what core.wasm has read, so that the format is read in one place.
#include <emscripten/emscripten.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "names.h"
#include "plain_lists.h"
#include "run/junit.h"
#include "run/report.h"
#include "run/run_narration.h"
#include "run/run_trace.h"
#include "run/schedule.h"

using namespace orchestrator;
using marshal::answer;
using marshal::rooms;

namespace {

// Reads the numbers in the order in which they were written.
class Numbers {
 public:
  explicit Numbers(const std::vector<double>& numbers) : next_(numbers.data()) {}
  double next() { return *next_++; }
  template <class Whole>
  Whole whole() {
    return static_cast<Whole>(next());
  }

 private:
  const double* next_;
};

RunRules rules_from(Numbers& numbers) {
  RunRules rules;
  rules.policy = &policies()[numbers.whole<std::size_t>()];
  rules.fail_fast = numbers.next() != 0;
  rules.workers = numbers.whole<std::uint32_t>();
  rules.by_tiers = numbers.next() != 0;
  rules.delay.kind = static_cast<RetryDelay::Kind>(numbers.whole<int>());
  rules.delay.base_ms = numbers.next();
  rules.delay.factor = numbers.next();
  rules.delay.most_ms = numbers.next();
  rules.delay.jitter = numbers.next();
  rules.delay.seed = numbers.whole<std::uint64_t>();
  return rules;
}

// Of each step max_retries (none: not a number), timeout, whether its failure is allowed, duration and failing
// attempts; and the texts: the pipeline's name, then of each step its own, its output and its error.
PipelineDefinition definition_from(Numbers& numbers, const marshal::Names& texts) {
  PipelineDefinition definition;
  definition.name = texts.of(0);
  definition.steps.resize(texts.ends().size() / 3);
  std::uint32_t text = 1;
  for (StepDefinition& step : definition.steps) {
    const double retries = numbers.next();
    if (!std::isnan(retries)) step.max_retries = static_cast<int>(retries);
    step.timeout_ms = numbers.next();
    step.allow_failure = numbers.next() != 0;
    step.action.duration_ms = numbers.next();
    step.action.fails = numbers.whole<std::uint32_t>();
    step.name = texts.of(text++);
    step.action.output = texts.of(text++);
    step.action.error = texts.of(text++);
  }
  return definition;
}

// As wasm/module/runs.ts has them.
enum class Mode : std::uint8_t { simulated, live, without_events };

// A run: simulated to its end, or one whose attempts JavaScript carries out.
class OpenRun {
 public:
  OpenRun(PipelineDefinition its_definition, const std::vector<Dependency>& pairs, const RunRules& rules, Mode mode)
      : definition(std::move(its_definition)), graph_(definition.steps.size(), pairs), plan_(*Plan::of(graph_)) {
    if (mode == Mode::live) {
      live_.emplace(plan_, step_rules_of(definition, *rules.policy), rules);
      live_->tell(&told_);
    } else {
      trace_.emplace(plan_, definition, rules, mode == Mode::simulated ? RunTrace::most_events : 0);
    }
  }
  OpenRun(const OpenRun&) = delete;
  OpenRun& operator=(const OpenRun&) = delete;

  const PipelineDefinition definition;

  const Run& run() const { return live_ ? *live_ : trace_->run(); }
  const std::vector<RunEvent>& events() const { return live_ ? told_ : trace_->events(); }
  // Only of a simulated one.
  const RunTrace& trace() const { return *trace_; }
  // Only of one that is carried out.
  Run& live() { return *live_; }

 private:
  const Graph graph_;
  const Plan plan_;
  std::optional<RunTrace> trace_;
  std::optional<Run> live_;
  std::vector<RunEvent> told_;
};

double js_id(std::uint32_t id) { return id == 0xFFFFFFFF ? -1 : static_cast<double>(id); }
template <class Enum>
double number_of(Enum value) {
  return static_cast<double>(value);
}

void add_event(const RunEvent& event) {
  answer.numbers.insert(answer.numbers.end(),
                        {number_of(event.kind), event.time, event.until, js_id(event.step), js_id(event.cause),
                         number_of(event.attempts), js_id(event.worker), number_of(event.reason)});
}

void add_moment(const StepMoment& moment) {
  answer.numbers.insert(answer.numbers.end(),
                        {number_of(moment.status), number_of(moment.reason), js_id(moment.cause),
                         number_of(moment.attempts), js_id(moment.worker), moment.since, moment.until});
}

void answer_text(std::string_view text) {
  answer.clear_texts();
  answer.add(text);
}

}  // namespace

extern "C" {

// Answers as numbers whether each policy knows fail-fast; as texts of each policy id, name, words, what is disputed and
// all sources in one, a line each; then its words for every status with every reason, and for a failure that is
// allowed.
EMSCRIPTEN_KEEPALIVE void run_policies() {
  answer.clear_texts();
  answer.numbers.clear();
  for (const Policy& policy : policies()) {
    answer.numbers.push_back(policy.fail_fast == FailFast::unknown ? 0 : 1);
    for (const std::string_view text : {policy.id, policy.name, policy.words, policy.disputed}) answer.add(text);
    std::string sources;
    for (const std::string_view source : policy.sources) (sources += source) += '\n';
    answer.add(sources);
    for (int status = 0; status <= static_cast<int>(Status::skipped); ++status) {
      for (int reason = 0; reason <= static_cast<int>(Reason::no_attempt); ++reason) {
        answer.add(state_word(policy, static_cast<Status>(status), static_cast<Reason>(reason)));
      }
    }
    answer.add(state_word(policy, Status::failed, Reason::failed, true));
  }
}

// Answers of each row its texts (name, when, provided) and numbers (from, to, reason, event).
EMSCRIPTEN_KEEPALIVE void run_transitions() {
  answer.clear_texts();
  answer.numbers.clear();
  for (const Transition& row : transitions()) {
    for (const std::string_view text : {row.name, row.when, row.provided}) answer.add(text);
    answer.numbers.insert(answer.numbers.end(),
                          {number_of(row.from), number_of(row.to), number_of(row.reason), number_of(row.event)});
  }
}

// Most of what a run of so many steps takes is had from the system at once and lies ready then. Otherwise texts would
// let the memory grow by a page at a time, and at every growth JavaScript looks through its garbage: for minutes in
// all.
void have_room_for(std::size_t steps, std::size_t bytes_of_text) {
  ::operator delete(::operator new(steps * 400 + bytes_of_text * 3));
}

// Of what stands in the rooms, which must be sound and acyclic: first in the numbers the mode, then the run's rules,
// then the steps. Handed back with every call below.
EMSCRIPTEN_KEEPALIVE OpenRun* run_open() {
  marshal::PlainRooms sent = std::exchange(rooms, {});
  have_room_for(sent.ends.size() / 3, sent.text.size());
  Numbers numbers(sent.numbers);
  const Mode mode = numbers.whole<Mode>();
  const RunRules rules = rules_from(numbers);
  PipelineDefinition definition = definition_from(numbers, {std::move(sent.text), std::move(sent.ends)});
  return new OpenRun(std::move(definition), sent.pairs, rules, mode);
}

EMSCRIPTEN_KEEPALIVE void run_close(const OpenRun* open) { delete open; }

EMSCRIPTEN_KEEPALIVE std::uint32_t run_size(const OpenRun* open) { return open->events().size(); }
EMSCRIPTEN_KEEPALIVE bool run_complete(const OpenRun* open) { return open->trace().complete(); }

EMSCRIPTEN_KEEPALIVE bool run_passed(const OpenRun* open) { return open->run().passed(); }

// Answers eight numbers, as add_event has them; the second one for every event.
EMSCRIPTEN_KEEPALIVE void run_event(const OpenRun* open, std::uint32_t cursor) {
  answer.numbers.clear();
  add_event(open->events()[cursor]);
}
EMSCRIPTEN_KEEPALIVE void run_events(const OpenRun* open) {
  answer.numbers.clear();
  for (const RunEvent& event : open->events()) add_event(event);
}

// Answers a sentence.
EMSCRIPTEN_KEEPALIVE void run_sentence(const OpenRun* open, std::uint32_t cursor) {
  answer.clear_texts();
  answer.numbers.clear();
  answer.add(narrate(open->run(), open->events()[cursor]),
             [open](StepId step) { return std::string_view(open->definition.steps[step].name); });
}

// Answers seven numbers, as add_moment has them; the second one for every step.
EMSCRIPTEN_KEEPALIVE void run_moment(const OpenRun* open, std::uint32_t cursor, StepId step) {
  answer.numbers.clear();
  add_moment(open->trace().at(cursor, step));
}
EMSCRIPTEN_KEEPALIVE void run_moments(const OpenRun* open, std::uint32_t cursor) {
  answer.numbers.clear();
  for (StepId step = 0; step < open->definition.steps.size(); ++step) add_moment(open->trace().at(cursor, step));
}

// Answers as numbers when it began and ended, workers, work, the critical path's length, how many attempts; of each
// attempt step, number, worker, start, end and outcome; of each wait step, attempt, start and end. As ids the path.
EMSCRIPTEN_KEEPALIVE void run_schedule(const OpenRun* open) {
  Schedule schedule = schedule_of(open->run(), open->events());
  answer.ids = std::move(schedule.critical_path);
  auto& numbers = answer.numbers;
  numbers = {schedule.began, schedule.ended,       number_of(schedule.workers),
             schedule.work,  schedule.critical_ms, number_of(schedule.attempts.size())};
  for (const AttemptBar& bar : schedule.attempts) {
    numbers.insert(numbers.end(), {number_of(bar.step), number_of(bar.number), number_of(bar.worker), bar.start,
                                   bar.end, number_of(bar.outcome)});
  }
  for (const WaitBar& bar : schedule.waits) {
    numbers.insert(numbers.end(), {number_of(bar.step), number_of(bar.after), bar.start, bar.end});
  }
}

// Answers as numbers whether it passed, whether it was cancelled, its whole milliseconds, and of each step in the run's
// order its id, status, reason, cause, attempts, whether its failure is allowed, start, end, and whole milliseconds; as
// texts its output, its error, the policy's word for its state, and why.
EMSCRIPTEN_KEEPALIVE void run_results(const OpenRun* open) {
  const Run& run = open->run();
  const Report report = report_of(run);
  answer.clear_texts();
  auto& numbers = answer.numbers;
  numbers = {report.passed ? 1.0 : 0.0, run.cancelled() ? 1.0 : 0.0, number_of(report.total_duration_ms)};
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const StepResult& result = run.results()[i];
    numbers.insert(numbers.end(), {number_of(result.step), number_of(result.status), number_of(result.reason),
                                   js_id(result.cause), number_of(result.attempts), result.allowed ? 1.0 : 0.0,
                                   result.started, result.ended, number_of(report.rows[i].duration_ms)});
    answer.add(result.output);
    answer.add(result.error);
    answer.add(state_word(*run.rules().policy, result.status, result.reason, result.allowed));
    answer.add(english(explain(run, result.step),
                       [open](StepId step) { return std::string_view(open->definition.steps[step].name); }));
  }
}

// Both answer one text.
EMSCRIPTEN_KEEPALIVE void run_report_text(const OpenRun* open) {
  answer_text(report_text(report_of(open->run()), open->definition));
}
EMSCRIPTEN_KEEPALIVE void run_junit(const OpenRun* open) { answer_text(junit_text(open->run(), open->definition)); }

// From here on of a run that JavaScript carries out. Answers numbers: 0 start (id, step, number, timeout), 1 wait
// (until), 2 cancel (id), 3 finished.
EMSCRIPTEN_KEEPALIVE void run_poll(OpenRun* open, double now) {
  const Instruction instruction = open->live().poll(now);
  answer.numbers = {number_of(instruction.index())};
  if (const auto* start = std::get_if<StartAttempt>(&instruction)) {
    answer.numbers.insert(answer.numbers.end(),
                          {number_of(start->id), number_of(start->step), number_of(start->number), start->timeout_ms});
  } else if (const auto* wait = std::get_if<WaitUntil>(&instruction)) {
    answer.numbers.push_back(wait->time);
  } else if (const auto* cancel = std::get_if<CancelAttempt>(&instruction)) {
    answer.numbers.push_back(number_of(cancel->id));
  }
}
// Its output or error was written into the text room.
EMSCRIPTEN_KEEPALIVE void run_finish(OpenRun* open, double id, bool succeeded, double now) {
  open->live().handle_finished(static_cast<AttemptId>(id), {succeeded, std::exchange(rooms.text, {})}, now);
}
EMSCRIPTEN_KEEPALIVE void run_deadline(OpenRun* open, double now) { open->live().handle_deadline(now); }
EMSCRIPTEN_KEEPALIVE void run_cancel(OpenRun* open, double now) { open->live().handle_cancel(now); }

}  // extern "C"
