#include "mend_narration.h"

#include <algorithm>

#include "feedback.h"

namespace orchestrator {
namespace {

using Form = SentenceForm;
constexpr Form knot_itself{"knot.itself", "{step} waits for itself."};
constexpr Form knot_all{"knot.all", "{#steps} steps wait for each other: {*named}."};
constexpr Form knot_some{"knot.some", "{#steps} steps wait for each other, among them {*named}."};
constexpr Form here_one{"here.one", "Removing {#mends} dependency opens every cycle here."};
constexpr Form here_exact{"here.exact",
                          "Removing {#mends} dependencies opens every cycle here, and no fewer would do."};
constexpr Form here_perhaps{"here.perhaps",
                            "Removing {#mends} dependencies opens every cycle here. Perhaps fewer would do."};
constexpr Form mend_other{"mend.other", "{dependent} no longer waits for {step}."};
constexpr Form mend_itself{"mend.itself", "{step} no longer waits for itself."};
constexpr Form frees_none{"frees.none", "By itself that frees no step yet."};
constexpr Form frees_one{"frees.one", "That frees {step}."};
constexpr Form frees_all{"frees.all", "That frees {#steps} steps: {*named}."};
constexpr Form frees_some{"frees.some", "That frees {#steps} steps, among them {*named}."};
constexpr Form mends_none{"mends.none", "There is no cycle, and nothing to mend."};
constexpr Form mends_one{"mends.one", "Removing {#mends} dependency opens every cycle."};
constexpr Form mends_exact{"mends.exact", "Removing {#mends} dependencies opens every cycle, and no fewer would do."};
constexpr Form mends_perhaps{"mends.perhaps",
                             "Removing {#mends} dependencies opens every cycle. Perhaps fewer would do."};
constexpr Form sorts_one{"sorts.one", "Then the only step that cannot be sorted now can be."};
constexpr Form sorts_all{"sorts.all", "Then all {#steps} steps that cannot be sorted now can be."};
constexpr Form mends_method{
    "mends.method",
    "Of at most {#most} steps that wait for each other every choice is tried, unless there are very "
    "many such knots; of more, a rule of thumb chooses (Eades, Lin and Smyth, 1993)."};
constexpr Form mends_meaning{"mends.meaning",
                             "Which dependency is wrong only you can tell: the steps' meaning is not in the graph."};

// "3 steps: 'a', 'b' and 'c'": of many steps only the first few are named.
Sentence counted_by_name(const Form& all, const Form& some, std::span<const StepId> steps) {
  constexpr std::size_t most_named = 6;
  const auto named = steps.first(std::min(steps.size(), most_named));
  Sentence sentence{named.size() < steps.size() ? &some : &all, {steps.size(), named.size()}};
  std::copy(named.begin(), named.end(), sentence.values.begin() + 2);
  return sentence;
}

}  // namespace

std::vector<Sentence> narrate(const Knot& knot) {
  const Form& fewest = knot.mends.size() == 1 ? here_one : knot.exact ? here_exact : here_perhaps;
  return {knot.steps.size() == 1 ? Sentence{&knot_itself, {knot.steps.front()}}
                                 : counted_by_name(knot_all, knot_some, knot.steps),
          {&fewest, {knot.mends.size()}}};
}

std::vector<Sentence> narrate(const Dependency& mend, std::span<const StepId> freed) {
  const auto [upstream, dependent] = mend;
  return {upstream == dependent ? Sentence{&mend_itself, {dependent}} : Sentence{&mend_other, {dependent, upstream}},
          freed.empty()       ? Sentence{&frees_none}
          : freed.size() == 1 ? Sentence{&frees_one, {freed.front()}}
                              : counted_by_name(frees_all, frees_some, freed)};
}

std::vector<Sentence> narrate(std::span<const Knot> knots, std::span<const StepId> freed) {
  if (knots.empty()) return {{&mends_none}};
  std::size_t mends = 0;
  bool exact = true;
  for (const Knot& knot : knots) {
    mends += knot.mends.size();
    exact = exact && knot.exact;
  }
  return {{mends == 1 ? &mends_one
           : exact    ? &mends_exact
                      : &mends_perhaps,
           {mends}},
          freed.size() == 1 ? Sentence{&sorts_one} : Sentence{&sorts_all, {freed.size()}},
          {&mends_method, {most_steps_for_exact}},
          {&mends_meaning}};
}

}  // namespace orchestrator
