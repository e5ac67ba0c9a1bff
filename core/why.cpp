#include "why.h"

#include <algorithm>
#include <utility>

#include "flags.h"
#include "heap_sort.h"

namespace orchestrator {
namespace {

using Form = SentenceForm;
constexpr Form degree_none{"why.degree.none", "{step} depends on nothing: its in-degree is 0 from the start."};
constexpr Form degree_same{"why.degree.same",
                           "{step} has in-degree {#now}, as at the start: none of its dependencies is taken off yet."};
constexpr Form degree_less{"why.degree.less", "{step} had in-degree {#start} at the start, and has {#now} now."};

constexpr Form taken_one{"why.taken.one", "{first} was taken off at event {@first_event}."};
constexpr Form taken_two{"why.taken.two",
                         "{first} was taken off at event {@first_event} and {second} at event {@second_event}."};
constexpr Form taken_three{"why.taken.three",
                           "{first} was taken off at event {@first_event}, {second} at event {@second_event} and "
                           "{third} at event {@third_event}."};
constexpr Form taken_many{"why.taken.many",
                          "{#count} of its dependencies are taken off: first {first} at event {@first_event}, last "
                          "{last} at event {@last_event}."};

constexpr Form waits_coming{"why.waits.coming",
                            "{upstream} is out of the queue already, and is taken off at event {@event}."};
constexpr Form waits_itself{"why.waits.itself", "{step} waits for itself."};
constexpr Form waits_queued{"why.waits.queued",
                            "{step} waits for {missing}, which has been in the ready queue since event {@since}."};
constexpr Form waits_ready{"why.waits.ready",
                           "{step} waits for {missing}, which waits for nothing any more and joins the ready queue at "
                           "event {@event}."};
constexpr Form waits_one{"why.waits.one", "{step} waits for {missing}, which has in-degree {#degree} itself."};
constexpr Form waits_some{"why.waits.some", "{step} waits for {*missing}."};
constexpr Form waits_many{"why.waits.many", "{step} waits for {#count} dependencies, among them {*missing}."};

constexpr Form queue_later{"why.queue.later", "{step} joins the ready queue at event {@event}."};
constexpr Form queue_soon{"why.queue.soon", "{step} waits for nothing, and joins the ready queue at event {@event}."};
constexpr Form queue_now{
    "why.queue.now",
    "{step} has been in the ready queue since event {@since}, is number {#place} there, and is taken "
    "out at event {@until}."};
constexpr Form queue_gone{
    "why.queue.gone",
    "{step} was in the ready queue from event {@since} until event {@until}, and is number {#number} "
    "in the order."};

constexpr Form cycle_itself{"why.cycle.itself", "{step} depends on itself, so it can never be ready."};
constexpr Form cycle_on{
    "why.cycle.on",
    "{step} can never be ready: it is on a cycle of {#steps} steps, {*path}, where each waits for the "
    "one before it and the first for the last."};
constexpr Form cycle_long{
    "why.cycle.long",
    "{step} can never be ready: it is on a cycle of {#steps} steps, among them {*path}, where each "
    "waits, in the end, for itself."};
constexpr Form behind_itself{"why.behind.itself",
                             "{step} can never be ready: it is behind {blocked}, which depends on itself."};
constexpr Form behind_cycle{
    "why.behind.cycle",
    "{step} can never be ready: it is behind a cycle of {#steps} steps, {*path}, where each waits "
    "for the one before it and the first for the last."};
constexpr Form behind_long{
    "why.behind.long",
    "{step} can never be ready: it is behind a cycle of {#steps} steps, among them {*path}, where "
    "each waits, in the end, for itself."};

constexpr std::size_t most_named = 4;

std::size_t number(Cursor event) { return static_cast<std::size_t>(event); }

class Reasons {
 public:
  Reasons(const KahnTrace& trace, StepId step, Cursor cursor)
      : trace_(trace), graph_(trace.graph()), step_(step), moment_(trace.at(cursor)) {
    tell_dependencies();
    if (trace.position(step) == KahnTrace::no_position) {
      tell_cycle();
    } else {
      tell_queue();
    }
  }

  std::vector<Sentence> sentences;

 private:
  using Values = decltype(Sentence::values);

  void say(const Form& form, const Values& values) { sentences.push_back({&form, values}); }

  // Values in front, and a list of the first few steps behind them.
  void say_list(const Form& form, Values values, std::size_t in_front, const std::vector<StepId>& steps) {
    const std::size_t named = std::min(steps.size(), most_named);
    values[in_front] = named;
    std::copy_n(steps.begin(), named, values.begin() + static_cast<std::ptrdiff_t>(in_front) + 1);
    say(form, values);
  }

  void tell_dependencies() {
    // The step taken out last has lowered some of its dependents and not yet others; a dependency on it that is listed
    // several times may be half taken off.
    std::vector<StepId> taken;
    std::vector<StepId> coming;
    std::vector<StepId> missing;
    std::uint32_t by_the_last = moment_.taken == 0 ? 0 : taken_off_by(trace_.order()[moment_.taken - 1]);
    for (const StepId upstream : graph_.dependencies(step_)) {
      const std::uint32_t position = trace_.position(upstream);
      if (position >= moment_.taken) {
        missing.push_back(upstream);
      } else if (position + 1 < moment_.taken || by_the_last > 0) {
        by_the_last -= position + 1 < moment_.taken ? 0 : 1;
        taken.push_back(upstream);
      } else {
        coming.push_back(upstream);
      }
    }
    tell_in_degree(taken.size());
    if (!taken.empty()) tell_taken(taken);
    if (!coming.empty()) say(waits_coming, {coming.front(), event_of(coming.front(), taken_off_by(coming.front()))});
    if (!missing.empty()) tell_missing(missing);
  }

  void tell_in_degree(std::size_t taken) {
    const std::size_t start = graph_.in_degree(step_);
    if (start == 0) return say(degree_none, {step_});
    if (taken == 0) return say(degree_same, {step_, start});
    say(degree_less, {step_, start, start - taken});
  }

  // Which dependents of a step are this one.
  std::pair<std::uint32_t, std::uint32_t> places_at(StepId upstream) const {
    const auto dependents = graph_.dependents(upstream);
    const auto [first, behind] = std::equal_range(dependents.begin(), dependents.end(), step_);
    return {static_cast<std::uint32_t>(first - dependents.begin()),
            static_cast<std::uint32_t>(behind - dependents.begin())};
  }

  // How often a step that was taken out has lowered this one by now.
  std::uint32_t taken_off_by(StepId upstream) const {
    const auto [first, behind] = places_at(upstream);
    const bool is_last = trace_.position(upstream) + 1 == moment_.taken;
    return (is_last ? std::clamp(moment_.lowered, first, behind) : behind) - first;
  }

  // When a step lowers this one, for the nth time from 0.
  std::size_t event_of(StepId upstream, std::uint32_t nth) const {
    return number(trace_.decrement_event(upstream, places_at(upstream).first + nth));
  }

  void tell_taken(std::vector<StepId>& taken) {
    const auto earlier = [this](StepId a, StepId b) { return trace_.position(a) < trace_.position(b); };
    if (taken.size() > 3) {
      const auto [first, last] = std::minmax_element(taken.begin(), taken.end(), earlier);
      return say(taken_many,
                 {taken.size(), *first, event_of(*first, 0), *last, event_of(*last, taken_off_by(*last) - 1)});
    }
    heap_sort(taken, earlier);
    Values values{};
    std::uint32_t nth = 0;
    for (std::size_t i = 0; i < taken.size(); ++i) {
      nth = i > 0 && taken[i] == taken[i - 1] ? nth + 1 : 0;
      values[2 * i] = taken[i];
      values[2 * i + 1] = event_of(taken[i], nth);
    }
    say(taken.size() == 1 ? taken_one : taken.size() == 2 ? taken_two : taken_three, values);
  }

  void tell_missing(const std::vector<StepId>& missing) {
    std::vector<StepId> named;
    std::size_t said = 0;
    for (const StepId step : missing) {
      const bool is_new = std::find(named.begin(), named.end(), step) == named.end();
      if (is_new && named.size() == most_named) break;
      if (is_new) named.push_back(step);
      ++said;
    }
    if (said < missing.size()) return say_list(waits_many, {step_, missing.size()}, 2, named);
    if (named.size() > 1) return say_list(waits_some, {step_}, 1, named);
    const StepId only = named.front();
    if (only == step_) return say(waits_itself, {step_});
    const std::uint32_t position = trace_.position(only);
    if (position < moment_.entered) return say(waits_queued, {step_, only, number(trace_.enqueue_event(only))});
    const std::uint32_t degree = trace_.in_degree(only, moment_);
    if (degree == 0) return say(waits_ready, {step_, only, number(trace_.enqueue_event(only))});
    say(waits_one, {step_, only, degree});
  }

  void tell_queue() {
    const std::uint32_t position = trace_.position(step_);
    const std::size_t since = number(trace_.enqueue_event(step_));
    const std::size_t until = number(trace_.dequeue_event(step_));
    if (position < moment_.taken) return say(queue_gone, {step_, since, until, position + 1});
    if (position < moment_.entered) return say(queue_now, {step_, since, position - moment_.taken + 1, until});
    say(trace_.in_degree(step_, moment_) == 0 ? queue_soon : queue_later, {step_, since});
  }

  void tell_cycle() {
    const std::vector<StepId> own = cycle_through();
    if (own.size() == 1) return say(cycle_itself, {step_});
    if (!own.empty()) return say_list(own.size() <= most_named ? cycle_on : cycle_long, {step_, own.size()}, 2, own);
    const std::vector<StepId> cycle = cycle_in_front();
    if (cycle.size() == 1) return say(behind_itself, {step_, cycle.front()});
    say_list(cycle.size() <= most_named ? behind_cycle : behind_long, {step_, cycle.size()}, 2, cycle);
  }

  // The steps of a shortest cycle through this one, from it on; none when it is only behind one. By breadth-first
  // search.
  std::vector<StepId> cycle_through() const {
    std::vector<StepId> reached_from(graph_.step_count(), no_step);
    std::vector<StepId> queue{step_};
    for (std::size_t i = 0; i < queue.size() && reached_from[step_] == no_step; ++i) {
      for (const StepId dependent : graph_.dependents(queue[i])) {
        if (reached_from[dependent] != no_step) continue;
        reached_from[dependent] = queue[i];
        if (dependent != step_) queue.push_back(dependent);
      }
    }
    std::vector<StepId> cycle;
    if (reached_from[step_] == no_step) return cycle;
    StepId step = step_;
    do {
      step = reached_from[step];
      cycle.push_back(step);
    } while (step != step_);
    std::reverse(cycle.begin(), cycle.end());
    return cycle;
  }

  // Whoever never becomes ready waits for somebody who does not either; so this way upstream comes to a cycle.
  std::vector<StepId> cycle_in_front() const {
    std::vector<StepId> way;
    Flags seen(graph_.step_count());
    StepId step = step_;
    while (!seen[step]) {
      seen[step] = true;
      way.push_back(step);
      const auto dependencies = graph_.dependencies(step);
      step = *std::find_if(dependencies.begin(), dependencies.end(),
                           [this](StepId upstream) { return trace_.position(upstream) == KahnTrace::no_position; });
    }
    way.erase(way.begin(), std::find(way.begin(), way.end(), step));
    std::reverse(way.begin(), way.end());
    return way;
  }

  const KahnTrace& trace_;
  const Graph& graph_;
  StepId step_;
  Moment moment_;
};

}  // namespace

std::vector<Sentence> why(const KahnTrace& trace, StepId step, Cursor cursor) {
  return Reasons(trace, step, cursor).sentences;
}

}  // namespace orchestrator
