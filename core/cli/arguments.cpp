#include "arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "exit_status.h"
#include "output.h"
#include "text.h"
#include "version.h"

namespace orchestrator::cli {
namespace {

struct TaskRow {
  Task task;
  const char* name;
  const char* description;
};

constexpr std::array task_table{
    TaskRow{Task::run, "run", "Run the pipeline and report on it; without FILE, the demo pipeline"},
    TaskRow{Task::sort, "sort", "Print the steps in order"},
    TaskRow{Task::tiers, "tiers", "Print the steps by tier: those of one tier could run side by side"},
    TaskRow{Task::check, "check", "Say what is wrong with the pipeline, if anything"},
    TaskRow{Task::trace, "trace", "Print every event of sorting it, also for a pipeline with a cycle"},
    TaskRow{Task::mend, "mend",
            "Print the fewest dependencies to remove from a pipeline with cycles, and what each frees"},
};

bool is_task(std::string_view word) {
  return std::any_of(task_table.begin(), task_table.end(), [word](const TaskRow& row) { return word == row.name; });
}

// "run" may be left out, so it is put in where the first plain word names no task. Options in front of a task are
// moved behind it: there is one set of options, not one of the program and one of each task.
std::vector<std::string> with_task_first(std::vector<std::string> words) {
  const auto asks_for_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
  const bool only_options = !words.empty() && (asks_for_help(words.front()) || words.front() == "--version");
  if (only_options) return words;
  const auto first_plain = std::find_if(words.begin(), words.end(), [](const std::string& word) {
    return word.size() < 2 || word.front() != '-' || word == "--";
  });
  if (first_plain != words.end() && is_task(*first_plain)) {
    std::rotate(words.begin(), first_plain, first_plain + 1);
  } else {
    words.insert(words.begin(), "run");
  }
  return words;
}

void add_options(CLI::App& app, Arguments& arguments) {
  for (const TaskRow& row : task_table) {
    CLI::App* task = app.add_subcommand(row.name, row.description);
    task->callback([&arguments, &row] { arguments.task = row.task; });
    CLI::Option* file = task->add_option("FILE", arguments.file, "A pipeline in JSON; - reads standard input");
    file->required(row.task != Task::run)->type_name("");
    task->add_flag("--json", arguments.json, "Print JSON");
    task->add_option_function<std::string>(
            "--validation",
            [&arguments](const std::string& rules) {
              arguments.validation = rules == "course" ? Validation::course : Validation::mended;
            },
            "mended (default), or course: max_retries below 1 is accepted and fails at once")
        ->check(CLI::IsMember({"mended", "course"}).description(""))
        ->type_name("RULES");
  }
  add_run_options(*app.get_subcommand("run"), arguments.run);
  for (const char* const name : {"sort", "trace"}) add_sort_options(*app.get_subcommand(name), arguments.sort);
}

// Shows the usage as one would say it; a task's own is as CLI11 makes it.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string name) const override {
    if (app->get_parent() != nullptr) return Formatter::make_usage(app, std::move(name));
    return "Usage: orchestrator [run] [FILE|-] [--fail-fast|--continue-on-error] [--json] [--workers N] […]\n"
           "       orchestrator sort|tiers|check|trace|mend FILE|- [--json]\n"
           "       orchestrator sort|trace FILE|- [--algorithm kahn|dfs] [--tie-break NAME]\n";
  }
};

EndsWith refuse(const CLI::ParseError& error) {
  // The message repeats words of the command line, which may hold anything.
  write_error("orchestrator: " + visible(error.what()) + "\nTry orchestrator --help.\n");
  return {exit_refused};
}

}  // namespace

std::variant<Arguments, EndsWith> parse_arguments(int count, const char* const* words) {
  Arguments arguments;
  CLI::App app("Sorts a pipeline's steps by their dependencies, and runs it.", "orchestrator");
  app.set_version_flag("--version", "orchestrator " + std::string(version()));
  app.require_subcommand(1);
  app.formatter(std::make_shared<HelpFormatter>());
  app.footer("Exit status: 0 passed or well, 1 the run failed, 2 bad input or usage.");
  add_options(app, arguments);
  try {
    std::vector<std::string> rest = with_task_first({words + std::min(count, 1), words + count});
    // CLI11 takes its words from the end of the list.
    std::reverse(rest.begin(), rest.end());
    app.parse(std::move(rest));
  } catch (const CLI::Success& request) {
    return EndsWith{app.exit(request)};
  } catch (const CLI::ParseError& error) {
    return refuse(error);
  }
  return arguments;
}

}  // namespace orchestrator::cli
