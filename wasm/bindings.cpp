// What the wasm offers to wasm/module/index.ts, its only caller. The definition a call is about was written into the
// room that marshal.h makes. An author's mistakes come back as values; `ok` says which of the two it is.
#include <emscripten/bind.h>

#include <cmath>
#include <cstdint>
#include <exception>
#include <string>
#include <vector>

#include "command.h"
#include "cycle.h"
#include "layout/layout.h"
#include "marshal.h"
#include "narration.h"
#include "neighbourhood.h"
#include "pipeline.h"
#include "report.h"
#include "tiers.h"
#include "trace.h"
#include "version.h"

using emscripten::val;
using namespace orchestrator;

namespace {

// Numbers that an answer shows a view of, until the next call.
std::vector<std::uint32_t> answer_ids;
std::vector<std::uint32_t> answer_ends;
std::vector<double> answer_numbers;
std::vector<std::uint8_t> answer_standing;
std::vector<std::uint8_t> answer_bits;

Checked check_definition(bool course) {
  return check(marshal::document(), course ? Validation::course : Validation::mended);
}

val failure(const std::vector<Diagnostic>& diagnostics) {
  val result = val::object();
  result.set("ok", false);
  result.set("diagnostics", marshal::to_js(diagnostics));
  return result;
}

val success() {
  val result = val::object();
  result.set("ok", true);
  return result;
}

// Several lists in one: all their ids, and where each list ends.
void keep_lists(const std::vector<std::vector<StepId>>& lists) {
  answer_ids.clear();
  answer_ends.clear();
  for (const auto& list : lists) {
    answer_ids.insert(answer_ids.end(), list.begin(), list.end());
    answer_ends.push_back(static_cast<std::uint32_t>(answer_ids.size()));
  }
}

// Views are made last: they would not survive a growth of the wasm's memory.
void show_lists(val& result) {
  result.set("ids", marshal::view(answer_ids));
  result.set("ends", marshal::view(answer_ends));
}

val js_pseudocode() {
  val lines = val::array();
  std::uint32_t i = 0;
  for (const std::string_view line : pseudocode()) lines.set(i++, marshal::text(line));
  return lines;
}

val js_check(bool course) { return marshal::to_js(check_definition(course).diagnostics); }

val js_sort(bool course) {
  const Checked checked = check_definition(course);
  if (!checked.runnable) return failure(checked.diagnostics);
  answer_ids = kahn_order(checked.pipeline->graph).steps;
  val result = success();
  result.set("order", marshal::view(answer_ids));
  return result;
}

val js_tiers(bool course) {
  const Checked checked = check_definition(course);
  if (!checked.runnable) return failure(checked.diagnostics);
  const Graph& graph = checked.pipeline->graph;
  keep_lists(tiers_of(graph, kahn_order(graph)));
  val result = success();
  show_lists(result);
  return result;
}

val js_columns_of(const Graph& graph) {
  const Columns columns = columns_of(graph);
  answer_ids = columns.column;
  answer_ends.clear();
  for (const Dependency& dependency : columns.back) {
    answer_ends.push_back(dependency.upstream);
    answer_ends.push_back(dependency.dependent);
  }
  val result = success();
  result.set("column", marshal::view(answer_ids));
  result.set("back", marshal::view(answer_ends));
  return result;
}

val js_columns(bool course) {
  const Checked checked = check_definition(course);
  return checked.pipeline ? js_columns_of(checked.pipeline->graph) : failure(checked.diagnostics);
}

// The whole drawing as numbers: its width and height; x, y, width, height and tier of each step; and of each dependency
// from, to, whether it is reversed, how many points it has, and these.
void keep_layout(const Layout& layout) {
  answer_numbers.clear();
  const auto keep = [](std::initializer_list<double> numbers) { answer_numbers.insert(answer_numbers.end(), numbers); };
  keep({layout.width, layout.height});
  for (const StepBox& box : layout.steps) {
    keep({box.x, box.y, box.width, box.height, static_cast<double>(box.tier)});
  }
  for (const DependencyPath& path : layout.dependencies) {
    keep({static_cast<double>(path.from), static_cast<double>(path.to), path.reversed ? 1.0 : 0.0,
          static_cast<double>(path.points.size())});
    for (const Point point : path.points) keep({point.x, point.y});
  }
}

// What the steps are like was written into boxes_room.
val js_layout(bool course, bool down) {
  const Checked checked = check_definition(course);
  if (!checked.pipeline) return failure(checked.diagnostics);
  const Graph& graph = checked.pipeline->graph;
  marshal::boxes().resize(graph.step_count());
  std::vector<Size> sizes;
  std::vector<Before> before;
  for (const marshal::Box& box : marshal::boxes()) {
    sizes.push_back({box.width, box.height});
    before.push_back({!std::isnan(box.along), box.along, static_cast<std::uint32_t>(box.layer)});
  }
  keep_layout(lay_out(graph, sizes, down ? Direction::down : Direction::right, before));
  val result = success();
  result.set("numbers", marshal::view(answer_numbers));
  return result;
}

// `fail_fast`: 0 or 1; anything else leaves it to the definition.
template <class Answer>
val simulated(bool course, int fail_fast, Answer answer) {
  const Checked checked = check_definition(course);
  if (!checked.runnable) return failure(checked.diagnostics);
  const PipelineDefinition& definition = checked.pipeline->definition;
  const auto plan = Plan::of(checked.pipeline->graph);
  const bool stop = fail_fast == 0 || fail_fast == 1 ? fail_fast == 1 : definition.fail_fast;
  return answer(report_of(simulate(*plan, definition, stop)), definition);
}

val js_simulate(bool course, int fail_fast) {
  return simulated(course, fail_fast, [](const Report& report, const PipelineDefinition&) {
    val result = marshal::to_js(report);
    result.set("ok", true);
    return result;
  });
}

val js_report_text(bool course, int fail_fast) {
  return simulated(course, fail_fast, [](const Report& report, const PipelineDefinition& definition) {
    val result = success();
    result.set("passed", report.passed);
    result.set("text", marshal::text(report_text(report, definition)));
    return result;
  });
}

val js_sort_ids(double step_count) {
  val result = success();
  try {
    Order order = kahn_order(Graph(static_cast<std::size_t>(step_count), marshal::pairs()));
    answer_ids = std::move(order.steps);
    result.set("order", marshal::view(answer_ids));
    result.set("stalled", !order.complete);
  } catch (const std::exception& error) {
    result.set("ok", false);
    result.set("message", marshal::text(error.what()));
  }
  marshal::pairs() = {};
  return result;
}

// A moment as plain numbers; steps by id, -1 for none.
struct JsMoment {
  int kind;
  double step;
  double dependent;
  double taken;
  double entered;
  double lowered;
  int line;
  int state;
};

double js_step(StepId step) { return step == no_step ? -1 : static_cast<double>(step); }

// The steps' names, one after another in one text.
class Names {
 public:
  Names(std::string text, std::vector<std::uint32_t> ends) : text_(std::move(text)), ends_(std::move(ends)) {}
  explicit Names(const PipelineDefinition& definition) {
    ends_.reserve(definition.steps.size());
    for (const StepDefinition& step : definition.steps) {
      text_ += step.name;
      ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    }
  }

  std::string_view of(StepId step) const {
    const std::uint32_t start = step == 0 ? 0 : ends_[step - 1];
    return std::string_view(text_).substr(start, ends_[step] - start);
  }
  const std::string& text() const { return text_; }
  const std::vector<std::uint32_t>& ends() const { return ends_; }

 private:
  std::string text_;
  std::vector<std::uint32_t> ends_;
};

// The standing of each step, and one closed path for each knot of cycles.
val js_stall(const Graph& graph) {
  const Cycles cycles = find_cycles(graph);
  answer_standing.clear();
  for (const Standing standing : cycles.standing) answer_standing.push_back(static_cast<std::uint8_t>(standing));
  keep_lists(cycles.paths);
  val result = val::object();
  result.set("standing", marshal::view(answer_standing));
  show_lists(result);
  return result;
}

// A trace and the graph it is of. JavaScript calls `delete` when it is done with it.
class TraceHandle {
 public:
  TraceHandle(Graph graph, Names names) : graph_(std::move(graph)), names_(std::move(names)), trace_(graph_) {}
  TraceHandle(const TraceHandle&) = delete;
  TraceHandle& operator=(const TraceHandle&) = delete;

  double size() const { return static_cast<double>(trace_.size()); }

  JsMoment at(double cursor) const {
    const Moment moment = moment_at(cursor);
    return {static_cast<int>(moment.event.kind),
            js_step(moment.event.step),
            js_step(moment.event.dependent),
            static_cast<double>(moment.taken),
            static_cast<double>(moment.entered),
            static_cast<double>(moment.lowered),
            line_of(moment),
            static_cast<int>(moment.state)};
  }

  std::string sentence(double cursor) const {
    return sentence_of(trace_, moment_at(cursor), [this](StepId step) { return names_.of(step); });
  }

  val in_degrees(double cursor) const {
    answer_ids = trace_.in_degrees(moment_at(cursor));
    return marshal::view(answer_ids);
  }

  double in_degree(double cursor, double step) const {
    return trace_.in_degree(static_cast<StepId>(step), moment_at(cursor));
  }

  val order() const {
    answer_ids.assign(trace_.order().begin(), trace_.order().end());
    return marshal::view(answer_ids);
  }

  val dependents(double step) const {
    const auto dependents = graph_.dependents(static_cast<StepId>(step));
    answer_ids.assign(dependents.begin(), dependents.end());
    return marshal::view(answer_ids);
  }

  // Null unless the trace stalls.
  val stall() const { return trace_.complete() ? val::null() : js_stall(graph_); }

  // Where the next neighbourhood's centres are written.
  val ids_room(double ids) const {
    answer_ids.resize(static_cast<std::size_t>(ids));
    return marshal::view(answer_ids);
  }

  // Three lists of equal length, one after another: the steps, their hidden dependencies, their hidden dependents.
  val neighbourhood(double most) const {
    const Neighbourhood part = around(graph_, answer_ids, static_cast<std::size_t>(most));
    answer_ids.clear();
    for (const auto* list : {&part.steps, &part.hidden_dependencies, &part.hidden_dependents}) {
      answer_ids.insert(answer_ids.end(), list->begin(), list->end());
    }
    return marshal::view(answer_ids);
  }

  val relatives(double step) const {
    answer_bits = orchestrator::relatives(graph_, static_cast<StepId>(step));
    return marshal::view(answer_bits);
  }

 private:
  Moment moment_at(double cursor) const { return trace_.at(static_cast<Cursor>(cursor)); }

  Graph graph_;
  Names names_;
  KahnTrace trace_;
};

// Nothing when the definition cannot be traced; `check` says why.
TraceHandle* open_trace(bool course) {
  Checked checked = check_definition(course);
  if (!checked.pipeline) return nullptr;
  Names names(checked.pipeline->definition);
  // JavaScript owns it from here on.
  return new TraceHandle(std::move(checked.pipeline->graph), std::move(names));
}

// A trace of a graph that was checked elsewhere: its dependencies stand in pairs_room, the names in names_room.
TraceHandle* open_prepared_trace() {
  marshal::SentNames sent = marshal::take_names();
  Graph graph(sent.ends.size(), marshal::pairs());
  marshal::pairs() = {};
  return new TraceHandle(std::move(graph), Names(std::move(sent.text), std::move(sent.ends)));
}

// Everything about one definition, piece by piece: so that whoever asks can tell how far it is. JavaScript calls
// `delete` when it is done with it.
class CheckedHandle {
 public:
  explicit CheckedHandle(bool course) : checked_(check_definition(course)) {
    if (checked_.pipeline) names_ = Names(checked_.pipeline->definition);
  }

  val diagnostics() const { return marshal::to_js(checked_.diagnostics); }
  // The calls below are for a definition that can be traced.
  bool traceable() const { return checked_.pipeline.has_value(); }

  val names() const {
    val result = val::object();
    result.set("text", val(emscripten::typed_memory_view(
                           names_.text().size(), reinterpret_cast<const unsigned char*>(names_.text().data()))));
    result.set("ends", marshal::view(names_.ends()));
    return result;
  }

  // Pairs (upstream, dependent) as the definition lists them.
  val dependencies() const {
    answer_ids.clear();
    for (StepId step = 0; step < graph().step_count(); ++step) {
      for (const StepId upstream : graph().dependencies(step)) {
        answer_ids.push_back(upstream);
        answer_ids.push_back(step);
      }
    }
    return marshal::view(answer_ids);
  }

  val columns() const { return js_columns_of(graph()); }
  // Null unless a trace stalls.
  val stall() const { return kahn_order(graph()).complete ? val::null() : js_stall(graph()); }

 private:
  const Graph& graph() const { return checked_.pipeline->graph; }

  Checked checked_;
  Names names_{{}, {}};
};

CheckedHandle* open_checked(bool course) { return new CheckedHandle(course); }

}  // namespace

EMSCRIPTEN_BINDINGS(orchestrator) {
  using namespace emscripten;

  function(
      "version", +[] { return std::string(version()); });
  function("pseudocode", &js_pseudocode);
  function("makeRoom", &marshal::make_room);
  function("cellsRoom", &marshal::cells_room);
  function("textRoom", &marshal::text_room);
  function("pairsRoom", &marshal::pairs_room);
  function("boxesRoom", &marshal::boxes_room);
  function("namesRoom", &marshal::names_room);
  function("nameEndsRoom", &marshal::name_ends_room);
  function("check", &js_check);
  function("sort", &js_sort);
  function("tiers", &js_tiers);
  function("columns", &js_columns);
  function("layout", &js_layout);
  function("simulate", &js_simulate);
  function("reportText", &js_report_text);
  function("sortIds", &js_sort_ids);
  function("openTrace", &open_trace, allow_raw_pointers());
  function("openPreparedTrace", &open_prepared_trace, allow_raw_pointers());
  function("openChecked", &open_checked, allow_raw_pointers());

  value_object<JsMoment>("Moment")
      .field("kind", &JsMoment::kind)
      .field("step", &JsMoment::step)
      .field("dependent", &JsMoment::dependent)
      .field("taken", &JsMoment::taken)
      .field("entered", &JsMoment::entered)
      .field("lowered", &JsMoment::lowered)
      .field("line", &JsMoment::line)
      .field("state", &JsMoment::state);

  class_<CheckedHandle>("CheckedHandle")
      .function("diagnostics", &CheckedHandle::diagnostics)
      .function("traceable", &CheckedHandle::traceable)
      .function("names", &CheckedHandle::names)
      .function("dependencies", &CheckedHandle::dependencies)
      .function("columns", &CheckedHandle::columns)
      .function("stall", &CheckedHandle::stall);

  class_<TraceHandle>("TraceHandle")
      .function("size", &TraceHandle::size)
      .function("at", &TraceHandle::at)
      .function("sentence", &TraceHandle::sentence)
      .function("inDegrees", &TraceHandle::in_degrees)
      .function("inDegree", &TraceHandle::in_degree)
      .function("order", &TraceHandle::order)
      .function("dependents", &TraceHandle::dependents)
      .function("stall", &TraceHandle::stall)
      .function("idsRoom", &TraceHandle::ids_room)
      .function("neighbourhood", &TraceHandle::neighbourhood)
      .function("relatives", &TraceHandle::relatives);
}
