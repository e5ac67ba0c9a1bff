#include "trace_output.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cycle.h"
#include "json_output.h"
#include "narration.h"
#include "text.h"
#include "trace.h"

namespace orchestrator::cli {
namespace {

// Calls for each event with its cursor, its moment and its sentence, until nobody reads any more.
template <class Each>
void for_each_event(const Output& out, const KahnTrace& trace, const Pipeline& pipeline, Each each) {
  const auto name_of = [&pipeline](StepId step) { return std::string_view(pipeline.name_of(step)); };
  // Kept along the way: to count them anew for each event would be quadratic for a step with many dependencies.
  std::vector<std::uint32_t> in_degrees(pipeline.graph.step_count());
  for (StepId step = 0; step < in_degrees.size(); ++step) in_degrees[step] = pipeline.graph.in_degree(step);
  for (Cursor cursor = 0; cursor < trace.size() && !out.reader_has_gone(); ++cursor) {
    const Moment moment = trace.at(cursor);
    const StepId dependent = moment.event.dependent;
    const std::uint32_t in_degree = dependent == no_step ? 0 : --in_degrees[dependent];
    each(cursor, moment, sentence_of(trace, moment, name_of, in_degree));
  }
}

std::string padded(std::string_view word, std::size_t width) {
  std::string text(word);
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

void print_steps(Output& out, std::string_view heading, Standing standing, const Cycles& cycles,
                 const Pipeline& pipeline) {
  std::string_view separator = heading;
  for (StepId step = 0; step < cycles.standing.size(); ++step) {
    if (cycles.standing[step] != standing) continue;
    out << separator << visible(pipeline.name_of(step));
    separator = ", ";
  }
  if (separator != heading) out << "\n";
}

void print_cycles(Output& out, const Pipeline& pipeline) {
  const Cycles cycles = find_cycles(pipeline.graph);
  for (const std::vector<StepId>& path : cycles.paths) {
    std::string_view separator = "  closed path: ";
    for (const StepId step : path) {
      out << separator << visible(pipeline.name_of(step));
      separator = " -> ";
    }
    out << "\n";
  }
  print_steps(out, "  on a cycle: ", Standing::on_cycle, cycles, pipeline);
  print_steps(out, "  only behind one: ", Standing::behind_cycle, cycles, pipeline);
}

}  // namespace

void print_trace(Output& out, const Pipeline& pipeline) {
  const KahnTrace trace(pipeline.graph);
  const std::size_t number_width = std::to_string(trace.size() - 1).size();
  constexpr std::size_t kind_width = 9;
  for_each_event(out, trace, pipeline, [&](Cursor cursor, const Moment& moment, const std::string& sentence) {
    const std::string number = std::to_string(cursor);
    out << std::string(number_width - number.size(), ' ') << number << "  ";
    out << padded(event_name(moment.event.kind), kind_width) << "  " << sentence << "\n";
  });
  out << (trace.complete() ? "sorted: " : "stalled: ") << std::to_string(trace.order().size()) << " of "
      << counted(pipeline.graph.step_count(), "step") << " in the order\n";
  if (!trace.complete()) print_cycles(out, pipeline);
}

void print_trace_json(Output& out, const Pipeline& pipeline) {
  const KahnTrace trace(pipeline.graph);
  for_each_event(out, trace, pipeline, [&](Cursor cursor, const Moment& moment, const std::string& sentence) {
    const Event& event = moment.event;
    out << R"({"cursor":)" << std::to_string(cursor) << R"(,"kind":")" << event_name(event.kind) << "\"";
    if (event.step != no_step) out << R"(,"step":)" << json_text(pipeline.name_of(event.step));
    if (event.dependent != no_step) out << R"(,"dependent":)" << json_text(pipeline.name_of(event.dependent));
    out << R"(,"line":)" << std::to_string(line_of(moment)) << R"(,"sentence":)" << json_text(sentence) << "}\n";
  });
}

}  // namespace orchestrator::cli
