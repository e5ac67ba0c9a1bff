#include "mend_output.h"

#include <algorithm>
#include <string>
#include <vector>

#include "feedback.h"
#include "json_output.h"
#include "mends.h"
#include "text.h"

namespace orchestrator::cli {
namespace {

std::string named(const std::vector<StepId>& steps, const Pipeline& pipeline) {
  constexpr std::size_t most_named = 8;
  std::string text;
  for (std::size_t i = 0; i < std::min(steps.size(), most_named); ++i) {
    text += (i > 0 ? ", " : "") + visible(pipeline.name_of(steps[i]));
  }
  if (steps.size() > most_named) text += " and " + std::to_string(steps.size() - most_named) + " more";
  return text;
}

std::string freed_text(const std::vector<StepId>& freed, const Pipeline& pipeline) {
  if (freed.empty()) return "frees nothing by itself";
  return "frees " + counted(freed.size(), "step") + ": " + named(freed, pipeline);
}

void print_knot(Output& out, const Knot& knot, LeftOver& left_over, const Pipeline& pipeline) {
  out << (knot.steps.size() == 1 ? "Waiting for itself: " : "Waiting for each other: ") << named(knot.steps, pipeline)
      << "\n  to remove: " << counted(knot.mends.size(), "dependency")
      << (knot.exact ? "; no fewer would do\n"
                     : "; perhaps fewer would do: of more than " + std::to_string(most_steps_for_exact) +
                           " steps a rule of thumb chooses (Eades, Lin and Smyth, 1993)\n");
  for (const Dependency& mend : knot.mends) {
    out << "  - " << orchestrator::quoted(pipeline.name_of(mend.dependent)) << " on "
        << orchestrator::quoted(pipeline.name_of(mend.upstream)) << ": "
        << freed_text(left_over.freed_by(std::vector<Dependency>{mend}), pipeline) << "\n";
    if (out.reader_has_gone()) return;
  }
}

}  // namespace

void print_mends(Output& out, const Pipeline& pipeline) {
  const std::vector<Knot> knots = find_mends(pipeline.graph);
  if (knots.empty()) {
    out << "There is no cycle, and nothing to mend.\n";
    return;
  }
  LeftOver left_over(pipeline.graph);
  for (const Knot& knot : knots) print_knot(out, knot, left_over, pipeline);
  const std::vector<Dependency> all = all_mends(knots);
  if (all.size() > 1) {
    out << "All " << counted(all.size(), "dependency") << " together: " << freed_text(left_over.freed_by(all), pipeline)
        << "\n";
  }
}

void print_mends_json(Output& out, const Pipeline& pipeline) {
  const std::vector<Knot> knots = find_mends(pipeline.graph);
  const bool exact = std::all_of(knots.begin(), knots.end(), [](const Knot& knot) { return knot.exact; });
  LeftOver left_over(pipeline.graph);
  const auto names = [&](std::string_view key, const std::vector<StepId>& steps) {
    out << key;
    print_json_names(out, steps, pipeline.definition);
  };
  const auto name_of = [&](StepId step) { return json_text(pipeline.name_of(step)); };
  out << R"({"exact":)" << (exact ? "true" : "false") << R"(,"exact_up_to":)" << std::to_string(most_steps_for_exact)
      << R"(,"knots":[)";
  std::string_view next_knot;
  for (const Knot& knot : knots) {
    out << next_knot;
    next_knot = ",";
    names(R"({"steps":)", knot.steps);
    out << R"(,"exact":)" << (knot.exact ? "true" : "false") << R"(,"remove":[)";
    std::string_view next;
    for (const Dependency& mend : knot.mends) {
      out << next << R"({"step":)" << name_of(mend.dependent) << R"(,"depends_on":)" << name_of(mend.upstream);
      names(R"(,"frees":)", left_over.freed_by(std::vector<Dependency>{mend}));
      out << "}";
      next = ",";
    }
    names(R"(],"frees":)", left_over.freed_by(knot.mends));
    out << "}";
  }
  names(R"(],"frees":)", left_over.freed_by(all_mends(knots)));
  out << "}\n";
}

}  // namespace orchestrator::cli
