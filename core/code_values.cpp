#include "code_values.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "text.h"

namespace orchestrator {
namespace {

constexpr std::size_t most_shown = 8;

// Puts items between brackets, and between them commas.
class List {
 public:
  explicit List(char opening) : text_(1, opening) {}

  void add(std::string_view item) {
    if (text_.size() > 1) text_ += ", ";
    text_ += item;
  }
  void add_rest(std::size_t count) {
    if (count > 0) add("… +" + std::to_string(count));
  }
  std::string closed(char closing) { return text_ + closing; }

 private:
  std::string text_;
};

std::string first_of(std::span<const StepId> steps, const NameOf& name_of) {
  const std::size_t shown = std::min(steps.size(), most_shown);
  List list('[');
  for (const StepId step : steps.first(shown)) list.add(quoted(name_of(step)));
  list.add_rest(steps.size() - shown);
  return list.closed(']');
}

std::string last_of(std::span<const StepId> shown, std::size_t all, const NameOf& name_of) {
  List list('[');
  list.add_rest(all - shown.size());
  for (const StepId step : shown) list.add(quoted(name_of(step)));
  return list.closed(']');
}

template <class Items>
std::span<Items> ending(std::span<Items> items) {
  return items.last(std::min(items.size(), most_shown));
}

std::string in_degrees(const KahnTrace& trace, const Moment& moment, const NameOf& name_of) {
  const std::size_t steps = trace.graph().step_count();
  const std::size_t shown = std::min(steps, most_shown);
  List list('{');
  for (StepId step = 0; step < shown; ++step) {
    list.add(quoted(name_of(step)) + ": " + std::to_string(trace.in_degree(step, moment)));
  }
  list.add_rest(steps - shown);
  return list.closed('}');
}

std::string stack(const DepthTrace& trace, const DepthMoment& moment, const NameOf& name_of) {
  const std::size_t height = moment.discovered - moment.left;
  std::vector<StepId> shown(std::min(height, most_shown));
  StepId step = trace.top(moment);
  for (auto place = shown.rbegin(); place != shown.rend(); ++place) {
    *place = step;
    step = trace.parent(step);
  }
  return last_of(shown, height, name_of);
}

std::string order(const DepthTrace& trace, const DepthMoment& moment, const NameOf& name_of) {
  const auto last = ending(trace.left().first(moment.left));
  List list('[');
  for (auto step = last.rbegin(); step != last.rend(); ++step) list.add(quoted(name_of(*step)));
  list.add_rest(moment.left - last.size());
  return list.closed(']');
}

// When the search came upon the dependency at this place of those that lead back. Of one that is listed several times
// the looks follow each other.
Cursor look_back_event(const DepthTrace& trace, std::size_t place) {
  const auto& back = trace.back();
  std::uint32_t again = 0;
  while (again < place && back[place - again - 1] == back[place]) ++again;
  const auto dependents = trace.graph().dependents(back[place].upstream);
  const auto first = std::lower_bound(dependents.begin(), dependents.end(), back[place].dependent);
  return trace.look_event(back[place].upstream, static_cast<std::uint32_t>(first - dependents.begin()) + again);
}

std::string cycles(const DepthTrace& trace, Cursor cursor, const NameOf& name_of) {
  std::size_t low = 0;
  std::size_t high = trace.back().size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (look_back_event(trace, middle) <= cursor) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const auto last = ending(std::span(trace.back()).first(low));
  List list('[');
  list.add_rest(low - last.size());
  for (const auto& [upstream, dependent] : last) {
    list.add('(' + quoted(name_of(upstream)) + ", " + quoted(name_of(dependent)) + ')');
  }
  return list.closed(']');
}

}  // namespace

void for_each_value(const KahnTrace& trace, Cursor cursor, const NameOf& name_of, const TakeValue& take) {
  const Moment moment = trace.at(cursor);
  take("in_degree", in_degrees(trace, moment, name_of));
  take("ready", first_of(trace.queue(moment), name_of));
  take("order", last_of(ending(trace.taken(moment)), moment.taken, name_of));
  if (moment.taken == 0) return;
  const StepId step = trace.order()[moment.taken - 1];
  take("step", quoted(name_of(step)));
  if (moment.lowered == 0) return;
  const StepId dependent = trace.graph().dependents(step)[moment.lowered - 1];
  take("dependent", quoted(name_of(dependent)));
  take("in_degree[dependent]", std::to_string(trace.in_degree(dependent, moment)));
}

void for_each_value(const DepthTrace& trace, Cursor cursor, const NameOf& name_of, const TakeValue& take) {
  constexpr std::array<std::string_view, 3> colours{"white", "grey", "black"};
  const DepthMoment moment = trace.at(cursor);
  take("stack", stack(trace, moment, name_of));
  take("order", order(trace, moment, name_of));
  take("cycles", cycles(trace, cursor, name_of));
  if (moment.step != no_step) take("step", quoted(name_of(moment.step)));
  if (moment.dependent == no_step) return;
  take("dependent", quoted(name_of(moment.dependent)));
  take("colour[dependent]", colours[static_cast<std::size_t>(trace.colour(moment.dependent, moment))]);
}

}  // namespace orchestrator
