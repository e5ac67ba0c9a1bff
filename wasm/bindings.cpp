// What the wasm offers to wasm/module, its only caller: functions of numbers. What a call is about was written into the
// rooms that marshal.h makes, and what it answers, beyond a number, stands in the lists there until the next call.
// core.wasm offers them by Embind; whole.wasm, where every byte of glue would be in the single file once more, exports
// the same functions by the same names, as study_bindings.cpp does.
#ifdef ORCHESTRATOR_WITHOUT_EMBIND
#include <emscripten/emscripten.h>
#else
#include <emscripten/bind.h>
#endif

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cycle.h"
#include "layout/layout.h"
#include "marshal.h"
#include "names.h"
#include "narration.h"
#include "neighbourhood.h"
#include "pipeline.h"
#include "pseudocode.h"
#include "tiers.h"
#include "trace.h"
#include "version.h"

#ifdef ORCHESTRATOR_WITHOUT_EMBIND
#define OFFERED(name) __attribute__((used, export_name(#name)))
#else
#define OFFERED(name) static
#endif

using namespace orchestrator;
using marshal::answer;
using marshal::Names;

namespace {

Checked check_definition(bool course) {
  return check(marshal::document(), course ? Validation::course : Validation::mended);
}

// An author's mistakes are an answer like any other.
bool failure(const std::vector<Diagnostic>& diagnostics) {
  answer().diagnostics(diagnostics);
  return false;
}

// The column of each step; the pairs (upstream, dependent) that lead back stand where lists have their ends.
void answer_columns(const Graph& graph) {
  Columns columns = columns_of(graph);
  answer().ids = std::move(columns.column);
  answer().ends.clear();
  for (const Dependency& dependency : columns.back) {
    answer().ends.push_back(dependency.upstream);
    answer().ends.push_back(dependency.dependent);
  }
}

// The whole drawing as numbers: its width and height; x, y, width, height and tier of each step; and of each dependency
// from, to, whether it is reversed, how many points it has, and these.
void answer_layout(const Layout& layout) {
  auto& numbers = answer().numbers;
  numbers = {layout.width, layout.height};
  const auto keep = [&](std::initializer_list<double> more) { numbers.insert(numbers.end(), more); };
  for (const StepBox& box : layout.steps) {
    keep({box.x, box.y, box.width, box.height, static_cast<double>(box.tier)});
  }
  for (const DependencyPath& path : layout.dependencies) {
    keep({static_cast<double>(path.from), static_cast<double>(path.to), path.reversed ? 1.0 : 0.0,
          static_cast<double>(path.points.size())});
    for (const Point point : path.points) keep({point.x, point.y});
  }
}

// Pairs (upstream, dependent) as the definition lists them.
void answer_dependencies(const Graph& graph) {
  answer().ids.clear();
  for (StepId step = 0; step < graph.step_count(); ++step) {
    for (const StepId upstream : graph.dependencies(step)) {
      answer().ids.push_back(upstream);
      answer().ids.push_back(step);
    }
  }
}

Names names_of(const PipelineDefinition& definition) {
  std::string text;
  std::vector<std::uint32_t> ends;
  for (const StepDefinition& step : definition.steps) {
    text += step.name;
    ends.push_back(static_cast<std::uint32_t>(text.size()));
  }
  return Names(std::move(text), std::move(ends));
}

// A graph that JavaScript asks more than once about, and its trace where it was opened for that.
struct Opened {
  Opened(Graph its_graph, Names its_names) : graph(std::move(its_graph)), names(std::move(its_names)) {}
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  Graph graph;
  Names names;
  std::optional<KahnTrace> trace;
};

// JavaScript holds them by their place here, counted from 1.
std::vector<std::unique_ptr<Opened>> opened;

double open(Graph graph, Names names, bool traced) {
  auto place = std::find(opened.begin(), opened.end(), nullptr);
  if (place == opened.end()) place = opened.emplace(place);
  *place = std::make_unique<Opened>(std::move(graph), std::move(names));
  if (traced) (*place)->trace.emplace((*place)->graph);
  return static_cast<double>(place - opened.begin() + 1);
}

std::unique_ptr<Opened>& at_place(double handle) { return opened[static_cast<std::size_t>(handle) - 1]; }
const Graph& graph_of(double handle) { return at_place(handle)->graph; }
const KahnTrace& trace_of(double handle) { return *at_place(handle)->trace; }
Moment moment_of(double handle, double cursor) { return trace_of(handle).at(static_cast<Cursor>(cursor)); }

double number_of(StepId step) { return step == no_step ? -1 : static_cast<double>(step); }

}  // namespace

OFFERED(version) void js_version() { answer().texts({version()}); }

OFFERED(pseudocode) void js_pseudocode() {
  answer().clear();
  for (const std::string_view line : pseudocode()) answer().add(line);
}

OFFERED(check) void js_check(bool course) { answer().diagnostics(check_definition(course).diagnostics); }

// The calls from here on that answer true or false: false when the definition has mistakes, which are then the answer.

OFFERED(sort) bool js_sort(bool course) {
  const Checked checked = check_definition(course);
  if (!checked.runnable) return failure(checked.diagnostics);
  answer().ids = kahn_order(checked.pipeline->graph).steps;
  return true;
}

OFFERED(tiers) bool js_tiers(bool course) {
  const Checked checked = check_definition(course);
  if (!checked.runnable) return failure(checked.diagnostics);
  const Graph& graph = checked.pipeline->graph;
  answer().lists(tiers_of(graph, kahn_order(graph)));
  return true;
}

OFFERED(columns) bool js_columns(bool course) {
  const Checked checked = check_definition(course);
  if (!checked.pipeline) return failure(checked.diagnostics);
  answer_columns(checked.pipeline->graph);
  return true;
}

// What the steps are like was written into boxes_room.
OFFERED(layout) bool js_layout(bool course, bool down) {
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
  answer_layout(lay_out(graph, sizes, down ? Direction::down : Direction::right, before));
  return true;
}

// What a run needs of a pipeline. As numbers fail_fast and workers, then of each step max_retries (not a number where
// it is not given), timeout, whether its failure is allowed, duration and failing attempts; as ids the pairs (upstream,
// dependent); as texts the pipeline's name, then of each step its own, its output and its error.
OFFERED(runInput) bool js_run_input(bool course) {
  const Checked checked = check_definition(course);
  if (!checked.runnable) return failure(checked.diagnostics);
  const PipelineDefinition& definition = checked.pipeline->definition;
  answer().clear();
  answer().add(definition.name);
  auto& numbers = answer().numbers;
  numbers = {definition.fail_fast ? 1.0 : 0.0, static_cast<double>(definition.workers)};
  for (const StepDefinition& step : definition.steps) {
    numbers.insert(numbers.end(),
                   {step.max_retries ? static_cast<double>(*step.max_retries) : std::nan(""), step.timeout_ms,
                    step.allow_failure ? 1.0 : 0.0, step.action.duration_ms, static_cast<double>(step.action.fails)});
    for (const auto* text : {&step.name, &step.action.output, &step.action.error}) answer().add(*text);
  }
  answer_dependencies(checked.pipeline->graph);
  return true;
}

// Whether so much memory can be had. Want of memory ends the module, so whoever may ask for a lot asks this first.
OFFERED(hasRoom) bool js_has_room(double bytes) {
  // Volatile, or the compiler would see that nothing comes of it.
  void* volatile room = std::malloc(static_cast<std::size_t>(bytes));
  std::free(room);
  return room != nullptr;
}

// Sorts pairs_room. 0: sorted; 1: a cycle keeps steps out of the order; -1: there is no such step.
OFFERED(sortIds) double js_sort_ids(double steps) {
  const auto step_count = static_cast<std::size_t>(steps);
  const RawVector<Dependency> pairs = std::exchange(marshal::pairs(), {});
  StepId greatest = 0;
  for (const Dependency *pair = pairs.data(), *const end = pair + pairs.size(); pair != end; ++pair) {
    if (pair->upstream > greatest) greatest = pair->upstream;
    if (pair->dependent > greatest) greatest = pair->dependent;
  }
  if (!pairs.empty() && greatest >= step_count) return -1;
  Order order = kahn_order(Graph(step_count, pairs));
  answer().ids = std::move(order.steps);
  return order.complete ? 0 : 1;
}

// 0 when the definition cannot be traced. Answers its mistakes either way.
OFFERED(open) double js_open(bool course, bool traced) {
  Checked checked = check_definition(course);
  answer().diagnostics(checked.diagnostics);
  if (!checked.pipeline) return 0;
  Names names = names_of(checked.pipeline->definition);
  return open(std::move(checked.pipeline->graph), std::move(names), traced);
}

// A trace of a graph that was checked elsewhere: its dependencies stand in pairs_room, the names in names_room.
OFFERED(openPrepared) double js_open_prepared() {
  marshal::SentNames sent = marshal::take_names();
  Graph graph(sent.ends.size(), marshal::pairs());
  marshal::pairs() = {};
  return open(std::move(graph), Names(std::move(sent.text), std::move(sent.ends)), true);
}

OFFERED(close) void js_close(double handle) { at_place(handle).reset(); }

OFFERED(names) void js_names(double handle) {
  const Names& names = at_place(handle)->names;
  answer().bytes.assign(names.text().begin(), names.text().end());
  answer().ends = names.ends();
}

OFFERED(dependencies) void js_dependencies(double handle) { answer_dependencies(graph_of(handle)); }

OFFERED(columnsOf) void js_columns_of(double handle) { answer_columns(graph_of(handle)); }

// False unless a trace stalls. Answers the standing of each step, and one closed path for each knot of cycles.
OFFERED(stall) bool js_stall(double handle) {
  const auto& trace = at_place(handle)->trace;
  const Graph& graph = graph_of(handle);
  if (trace ? trace->complete() : kahn_order(graph).complete) return false;
  const Cycles cycles = find_cycles(graph);
  answer().bytes.clear();
  for (const Standing standing : cycles.standing) answer().bytes.push_back(static_cast<std::uint8_t>(standing));
  answer().lists(cycles.paths);
  return true;
}

OFFERED(size) double js_size(double handle) { return static_cast<double>(trace_of(handle).size()); }

// A moment as numbers; steps by id, -1 for none.
OFFERED(moment) void js_moment(double handle, double cursor) {
  const Moment moment = moment_of(handle, cursor);
  answer().numbers = {static_cast<double>(moment.event.kind), number_of(moment.event.step),
                      number_of(moment.event.dependent),      static_cast<double>(moment.taken),
                      static_cast<double>(moment.entered),    static_cast<double>(moment.lowered),
                      static_cast<double>(line_of(moment)),   static_cast<double>(moment.state)};
}

OFFERED(sentence) void js_sentence(double handle, double cursor) {
  const Names& names = at_place(handle)->names;
  answer().texts(
      {sentence_of(trace_of(handle), moment_of(handle, cursor), [&](StepId step) { return names.of(step); })});
}

OFFERED(inDegrees) void js_in_degrees(double handle, double cursor) {
  answer().ids = trace_of(handle).in_degrees(moment_of(handle, cursor));
}

OFFERED(inDegree) double js_in_degree(double handle, double cursor, double step) {
  return trace_of(handle).in_degree(static_cast<StepId>(step), moment_of(handle, cursor));
}

OFFERED(order) void js_order(double handle) {
  const auto& order = trace_of(handle).order();
  answer().ids.assign(order.begin(), order.end());
}

OFFERED(dependents) void js_dependents(double handle, double step) {
  const auto dependents = graph_of(handle).dependents(static_cast<StepId>(step));
  answer().ids.assign(dependents.begin(), dependents.end());
}

// Of the steps in ids_room. Answers three lists of equal length, one after another: the steps, their hidden
// dependencies, their hidden dependents.
OFFERED(neighbourhood) void js_neighbourhood(double handle, double most) {
  auto& ids = answer().ids;
  const Neighbourhood part = around(graph_of(handle), ids, static_cast<std::size_t>(most));
  ids.clear();
  for (const auto* list : {&part.steps, &part.hidden_dependencies, &part.hidden_dependents}) {
    ids.insert(ids.end(), list->begin(), list->end());
  }
}

OFFERED(relatives) void js_relatives(double handle, double step) {
  answer().bytes = relatives(graph_of(handle), static_cast<StepId>(step));
}

#ifdef ORCHESTRATOR_WITHOUT_EMBIND

// Where a room or list is and how long, until the next call.
template <class Number>
static const void* place_of(std::span<Number> numbers) {
  static std::array<std::uintptr_t, 2> place;
  place = {reinterpret_cast<std::uintptr_t>(numbers.data()), numbers.size()};
  return &place;
}

OFFERED(makeRoom) void make_room(double cells, double text_bytes) { marshal::make_room(cells, text_bytes); }
OFFERED(cellsRoom) const void* place_of_cells_room() { return place_of(marshal::cells_room()); }
OFFERED(textRoom) const void* place_of_text_room() { return place_of(marshal::text_room()); }
OFFERED(pairsRoom) const void* place_of_pairs_room(double pairs) { return place_of(marshal::pairs_room(pairs)); }
OFFERED(boxesRoom) const void* place_of_boxes_room(double boxes) { return place_of(marshal::boxes_room(boxes)); }
OFFERED(namesRoom) const void* place_of_names_room(double bytes) { return place_of(marshal::names_room(bytes)); }
OFFERED(nameEndsRoom) const void* place_of_name_ends_room(double names) {
  return place_of(marshal::name_ends_room(names));
}
OFFERED(idsRoom) const void* place_of_ids_room(double ids) { return place_of(marshal::ids_room(ids)); }
OFFERED(ids) const void* place_of_ids() { return place_of(marshal::ids()); }
OFFERED(ends) const void* place_of_ends() { return place_of(marshal::ends()); }
OFFERED(numbers) const void* place_of_numbers() { return place_of(marshal::numbers()); }
OFFERED(bytes) const void* place_of_bytes() { return place_of(marshal::bytes()); }

#else

template <auto room, class... Numbers>
static emscripten::val view(Numbers... numbers) {
  const auto place = room(numbers...);
  return emscripten::val(emscripten::typed_memory_view(place.size(), place.data()));
}

EMSCRIPTEN_BINDINGS(orchestrator) {
  using emscripten::function;

  function("makeRoom", &marshal::make_room);
  function("cellsRoom", &view<marshal::cells_room>);
  function("textRoom", &view<marshal::text_room>);
  function("pairsRoom", &view<marshal::pairs_room, double>);
  function("boxesRoom", &view<marshal::boxes_room, double>);
  function("namesRoom", &view<marshal::names_room, double>);
  function("nameEndsRoom", &view<marshal::name_ends_room, double>);
  function("idsRoom", &view<marshal::ids_room, double>);
  function("ids", &view<marshal::ids>);
  function("ends", &view<marshal::ends>);
  function("numbers", &view<marshal::numbers>);
  function("bytes", &view<marshal::bytes>);

  function("version", &js_version);
  function("pseudocode", &js_pseudocode);
  function("check", &js_check);
  function("sort", &js_sort);
  function("tiers", &js_tiers);
  function("columns", &js_columns);
  function("layout", &js_layout);
  function("runInput", &js_run_input);
  function("hasRoom", &js_has_room);
  function("sortIds", &js_sort_ids);

  function("open", &js_open);
  function("openPrepared", &js_open_prepared);
  function("close", &js_close);
  function("names", &js_names);
  function("dependencies", &js_dependencies);
  function("columnsOf", &js_columns_of);
  function("stall", &js_stall);
  function("size", &js_size);
  function("moment", &js_moment);
  function("sentence", &js_sentence);
  function("inDegrees", &js_in_degrees);
  function("inDegree", &js_in_degree);
  function("order", &js_order);
  function("dependents", &js_dependents);
  function("neighbourhood", &js_neighbourhood);
  function("relatives", &js_relatives);
}

#endif
