#include "trace_lines.h"

#include <algorithm>
#include <string>
#include <vector>

#include "cycle.h"
#include "dfs_narration.h"
#include "narration.h"
#include "text.h"

namespace orchestrator {
namespace {

// What a line tells of an event of either algorithm.
struct Told {
  Cursor cursor;
  std::string_view kind;
  StepId step;
  StepId dependent;
  // What a look found.
  std::string_view found;
  int line;
  Sentence sentence;
};

// Puts events into lines, until nobody takes them any more.
class Writer {
 public:
  Writer(const NameOf& name_of, LineFormat format, Cursor size, const TakeLine& take)
      : name_of_(name_of), format_(format), number_width_(std::to_string(size - 1).size()), take_(take) {}

  bool is_text() const { return format_ == LineFormat::text; }
  bool put(const Told& told) { return put_line(is_text() ? text_of(told) : json_of(told)); }
  bool put_line(std::string line) { return wanted_ = wanted_ && take_(line += '\n'); }

  /// A line of names, when there are any: "  on a cycle: a, b".
  template <class Steps>
  void put_names(std::string line, std::string_view separator, const Steps& steps) {
    if (steps.empty()) return;
    bool first = true;
    for (const StepId step : steps) {
      if (!first) line += separator;
      first = false;
      line += visible(name_of_(step));
    }
    put_line(std::move(line));
  }

 private:
  std::string text_of(const Told& told) const {
    constexpr std::size_t kind_width = 9;
    const std::string number = std::to_string(told.cursor);
    std::string line(number_width_ - number.size(), ' ');
    line += number + "  ";
    line += told.kind;
    line.append(kind_width - told.kind.size() + 2, ' ');
    return line += english(told.sentence, name_of_);
  }

  std::string json_of(const Told& told) const {
    std::string json = R"({"cursor":)" + std::to_string(told.cursor);
    const auto add = [&](std::string_view key, std::string_view value) { ((json += key) += value); };
    add(R"(,"kind":)", json_quoted(told.kind));
    if (told.step != no_step) add(R"(,"step":)", json_quoted(name_of_(told.step)));
    if (told.dependent != no_step) add(R"(,"dependent":)", json_quoted(name_of_(told.dependent)));
    if (!told.found.empty()) add(R"(,"found":)", json_quoted(told.found));
    add(R"(,"line":)", std::to_string(told.line));
    add(",", json_fields(told.sentence, name_of_));
    return json += '}';
  }

  const NameOf& name_of_;
  LineFormat format_;
  std::size_t number_width_;
  const TakeLine& take_;
  bool wanted_ = true;
};

std::vector<StepId> steps_that_are(Standing standing, const Cycles& cycles) {
  std::vector<StepId> steps;
  for (StepId step = 0; step < cycles.standing.size(); ++step) {
    if (cycles.standing[step] == standing) steps.push_back(step);
  }
  return steps;
}

std::string counted_in(std::string_view outcome, std::size_t sorted, const Graph& graph, std::string_view where) {
  std::string line(outcome);
  line += ": " + std::to_string(sorted) + " of " + counted(graph.step_count(), "step");
  return line += where;
}

void put_outcome(Writer& writer, const TieBreakTrace& trace) {
  writer.put_line(
      counted_in(trace.complete() ? "sorted" : "stalled", trace.order().size(), trace.graph(), " in the order"));
  if (trace.complete()) return;
  const Cycles cycles = find_cycles(trace.graph());
  for (const std::vector<StepId>& path : cycles.paths) writer.put_names("  closed path: ", " -> ", path);
  writer.put_names("  on a cycle: ", ", ", steps_that_are(Standing::on_cycle, cycles));
  writer.put_names("  only behind one: ", ", ", steps_that_are(Standing::behind_cycle, cycles));
}

void put_outcome(Writer& writer, const DepthTrace& trace) {
  if (trace.back().empty()) {
    writer.put_line(counted_in("sorted", trace.left().size(), trace.graph(), " in the list"));
    return;
  }
  writer.put_line("cycle: " + counted(trace.back().size(), "dependency") + " back to a grey step");
  for (const auto& [upstream, dependent] : trace.back()) {
    writer.put_names("  leads back: ", " -> ", std::vector<StepId>{upstream, dependent});
  }
}

}  // namespace

void for_each_line(const TieBreakTrace& trace, const NameOf& name_of, LineFormat format, Cursor from, Cursor to,
                   const TakeLine& take) {
  Writer writer(name_of, format, trace.size(), take);
  to = std::min(to, trace.size());
  if (from >= to) return;
  // Kept along the way: to count them anew for each event would be quadratic for a step with many dependencies.
  std::vector<std::uint32_t> in_degrees = trace.in_degrees(trace.at(from == 0 ? 0 : from - 1));
  for (Cursor cursor = from; cursor < to; ++cursor) {
    const Moment moment = trace.at(cursor);
    const auto [kind, step, dependent] = moment.event;
    const std::uint32_t in_degree = dependent == no_step ? 0 : --in_degrees[dependent];
    const Sentence sentence = narrate(trace, moment, in_degree);
    if (!writer.put({cursor, event_name(kind), step, dependent, {}, line_of(moment), sentence})) return;
  }
  if (to == trace.size() && writer.is_text()) put_outcome(writer, trace);
}

void for_each_line(const DepthTrace& trace, const NameOf& name_of, LineFormat format, Cursor from, Cursor to,
                   const TakeLine& take) {
  Writer writer(name_of, format, trace.size(), take);
  to = std::min(to, trace.size());
  if (from >= to) return;
  for (Cursor cursor = from; cursor < to; ++cursor) {
    const DepthMoment moment = trace.at(cursor);
    const std::string_view found = moment.found ? class_name(*moment.found) : std::string_view();
    const Told told{cursor, event_name(moment.kind), moment.step,           moment.dependent,
                    found,  line_of(moment),         narrate(trace, moment)};
    if (!writer.put(told)) return;
  }
  if (to == trace.size() && writer.is_text()) put_outcome(writer, trace);
}

}  // namespace orchestrator
