#include "sort_options.h"

#include <string>
#include <vector>

namespace orchestrator::cli {

void add_sort_options(CLI::App& task, SortOptions& options) {
  task.add_option_function<std::string>(
          "--algorithm",
          [&options](const std::string& name) {
            options.algorithm = name == "dfs" ? Algorithm::depth_first : Algorithm::kahn;
          },
          "kahn (default), or dfs: depth-first search")
      ->check(CLI::IsMember({"kahn", "dfs"}).description(""))
      ->type_name("NAME");
  task.add_option_function<std::string>(
          "--tie-break",
          [&options](const std::string& name) {
            if (options.algorithm != Algorithm::kahn) {
              throw CLI::ValidationError("--tie-break", "Only Kahn's algorithm chooses among ready steps");
            }
            options.tie_break = *tie_break_named(name);
          },
          "Which ready step goes next: fifo (default), lifo, name, or longest-path")
      ->check(CLI::IsMember(std::vector<std::string>(tie_break_names.begin(), tie_break_names.end())).description(""))
      ->type_name("NAME");
}

}  // namespace orchestrator::cli
