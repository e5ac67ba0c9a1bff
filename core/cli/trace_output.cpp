#include "trace_output.h"

#include <string_view>

#include "dfs.h"
#include "tie_break_trace.h"

namespace orchestrator::cli {

void print_trace(Output& out, const Pipeline& pipeline, const SortOptions& options, LineFormat format) {
  const auto name_of = [&pipeline](StepId step) { return std::string_view(pipeline.name_of(step)); };
  const auto take = [&out](std::string_view line) {
    out << line;
    return !out.reader_has_gone();
  };
  const auto print = [&](const auto& trace) { for_each_line(trace, name_of, format, 0, trace.size(), take); };
  if (options.algorithm == Algorithm::kahn) {
    print(TieBreakTrace(pipeline.graph, options.tie_break, name_of));
  } else {
    print(DepthTrace(pipeline.graph));
  }
}

}  // namespace orchestrator::cli
