#include "commands.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <new>
#include <string>
#include <variant>
#include <vector>

#include "arguments.h"
#include "dfs.h"
#include "exit_status.h"
#include "json_output.h"
#include "mend_output.h"
#include "output.h"
#include "pipeline_input.h"
#include "run_task.h"
#include "text.h"
#include "text_output.h"
#include "tiers.h"
#include "trace_output.h"

namespace orchestrator::cli {
namespace {

int sort(Output& out, const Pipeline& pipeline, const Arguments& arguments) {
  const auto name_of = [&pipeline](StepId step) { return std::string_view(pipeline.name_of(step)); };
  const auto& [algorithm, tie_break] = arguments.sort;
  const std::vector<StepId> order = algorithm == Algorithm::kahn ? kahn_order(pipeline.graph, tie_break, name_of).steps
                                                                 : depth_first_order(pipeline.graph).steps;
  if (arguments.json) {
    out << R"({"order":)";
    print_json_names(out, order, pipeline.definition);
    out << "}\n";
  } else {
    for (const StepId step : order) out << visible(pipeline.name_of(step)) << "\n";
  }
  return exit_passed;
}

int tiers(Output& out, const Pipeline& pipeline, const Arguments& arguments) {
  const auto tiers = tiers_of(pipeline.graph, kahn_order(pipeline.graph));
  if (!arguments.json) {
    print_tiers(out, tiers, pipeline);
    return exit_passed;
  }
  std::string_view separator = "[";
  out << R"({"tiers":)";
  for (const std::vector<StepId>& tier : tiers) {
    out << separator;
    print_json_names(out, tier, pipeline.definition);
    separator = ",";
  }
  out << (tiers.empty() ? "[]}\n" : "]}\n");
  return exit_passed;
}

int check(Output& out, const Checked& checked, const Arguments& arguments) {
  if (arguments.json) {
    print_json(out, checked.diagnostics);
  } else {
    print_diagnostics(checked.diagnostics);
    if (checked.runnable) print_size(out, *checked.pipeline, checked.diagnostics.size());
  }
  return checked.runnable ? exit_passed : exit_refused;
}

int refuse(Output& out, const std::vector<Diagnostic>& diagnostics, const Arguments& arguments) {
  if (arguments.json) {
    print_json(out, diagnostics);
  } else {
    print_diagnostics(diagnostics);
  }
  return exit_refused;
}

bool is_cycle(const Diagnostic& diagnostic) { return diagnostic.code == Code::cyclic_dependency; }

// A cycle keeps nothing from being traced, other mistakes do.
bool can_be_traced(const Checked& checked) {
  return checked.pipeline &&
         std::all_of(checked.diagnostics.begin(), checked.diagnostics.end(), [](const Diagnostic& diagnostic) {
           return is_cycle(diagnostic) || severity_of(diagnostic.code) == Severity::warning;
         });
}

// What is printed tells of the cycles itself.
void print_other_diagnostics(Checked& checked) {
  auto& diagnostics = checked.diagnostics;
  diagnostics.erase(std::remove_if(diagnostics.begin(), diagnostics.end(), is_cycle), diagnostics.end());
  print_diagnostics(diagnostics);
}

int trace(Output& out, Checked& checked, const Arguments& arguments) {
  if (!arguments.json) print_other_diagnostics(checked);
  print_trace(out, *checked.pipeline, arguments.sort, arguments.json ? LineFormat::json : LineFormat::text);
  return exit_passed;
}

int mend(Output& out, Checked& checked, const Arguments& arguments) {
  if (arguments.json) {
    print_mends_json(out, *checked.pipeline);
  } else {
    print_other_diagnostics(checked);
    print_mends(out, *checked.pipeline);
  }
  return exit_passed;
}

int carry_out(Output& out, const Arguments& arguments) {
  Checked checked = load_pipeline(arguments);
  if (arguments.task == Task::check) return check(out, checked, arguments);
  if (arguments.task == Task::trace && can_be_traced(checked)) return trace(out, checked, arguments);
  if (arguments.task == Task::mend && can_be_traced(checked)) return mend(out, checked, arguments);
  if (!checked.runnable) return refuse(out, checked.diagnostics, arguments);
  // Only warnings are left.
  if (!arguments.json) print_diagnostics(checked.diagnostics);
  const auto task = arguments.task == Task::sort ? sort : arguments.task == Task::tiers ? tiers : run_task;
  return task(out, *checked.pipeline, arguments);
}

int parse_and_carry_out(int count, const char* const* words) {
  const auto parsed = parse_arguments(count, words);
  if (const auto* end = std::get_if<EndsWith>(&parsed)) return end->status;
  Output out(STDOUT_FILENO);
  const int status = carry_out(out, std::get<Arguments>(parsed));
  out.flush();
  return status;
}

// Otherwise the next file opened would take the place of a standard stream that was closed.
void open_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) == -1) ::open("/dev/null", O_RDWR);
  }
}

}  // namespace

int run_main(int count, const char* const* words) noexcept {
  open_standard_streams();
  // A reader that has gone is then seen as an error of writing, which Output takes calmly.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return parse_and_carry_out(count, words);
  } catch (const std::bad_alloc&) {
    write_error("error: There is not enough memory for this pipeline.\n");
  } catch (const std::exception& error) {
    write_error("error: ");
    write_error(error.what());
    write_error(".\n");
  }
  return exit_refused;
}

}  // namespace orchestrator::cli
