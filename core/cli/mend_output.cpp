#include "mend_output.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "feedback.h"
#include "json_output.h"
#include "mend_narration.h"
#include "mends.h"

namespace orchestrator::cli {
namespace {

// What there is to tell, in the order in which it is told.
class MendTelling {
 public:
  MendTelling(Output& out, const Pipeline& pipeline)
      : out_(out), pipeline_(pipeline), knots_(find_mends(pipeline.graph)), left_over_(pipeline.graph) {}

  void as_text() {
    for (const Knot& knot : knots_) {
      const std::vector<Sentence> told = narrate(knot);
      say(std::span(told).first(1), "");
      say(std::span(told).subspan(1), "  ");
      for (const Dependency& mend : knot.mends) {
        say(narrate(mend, freed_by({mend})), "  - ");
        if (out_.reader_has_gone()) return;
      }
    }
    const std::vector<Dependency> all = all_mends(knots_);
    const std::vector<Sentence> told = narrate(knots_, freed_by(all));
    // Of one mend alone that has been said.
    if (all.size() != 1) say(std::span(told).first(std::min<std::size_t>(told.size(), 2)), "");
    if (!is_exact()) say(std::span(told).subspan(2, 1), "");
  }

  void as_json() {
    out_ << R"({"exact":)" << (is_exact() ? "true" : "false") << R"(,"exact_up_to":)"
         << std::to_string(most_steps_for_exact) << R"(,"knots":[)";
    std::string_view next;
    for (const Knot& knot : knots_) {
      out_ << next;
      knot_as_json(knot);
      next = ",";
    }
    const std::vector<StepId> freed = freed_by(all_mends(knots_));
    names(R"(],"frees":)", freed);
    sentences(narrate(knots_, freed));
    out_ << "}\n";
  }

 private:
  void knot_as_json(const Knot& knot) {
    names(R"({"steps":)", knot.steps);
    out_ << R"(,"exact":)" << (knot.exact ? "true" : "false") << R"(,"remove":[)";
    std::string_view next;
    for (const Dependency& mend : knot.mends) {
      out_ << next << R"({"step":)" << json_text(name_of_(mend.dependent)) << R"(,"depends_on":)"
           << json_text(name_of_(mend.upstream));
      const std::vector<StepId> freed = freed_by({mend});
      names(R"(,"frees":)", freed);
      sentences(narrate(mend, freed));
      out_ << "}";
      next = ",";
    }
    names(R"(],"frees":)", freed_by(knot.mends));
    sentences(narrate(knot));
    out_ << "}";
  }

  bool is_exact() const {
    return std::all_of(knots_.begin(), knots_.end(), [](const Knot& knot) { return knot.exact; });
  }
  std::vector<StepId> freed_by(const std::vector<Dependency>& gone) { return left_over_.freed_by(gone); }

  // One behind the other in a line.
  void say(std::span<const Sentence> told, std::string_view before) {
    for (const Sentence& sentence : told) {
      out_ << before << english(sentence, name_of_);
      before = " ";
    }
    out_ << "\n";
  }
  void names(std::string_view key, const std::vector<StepId>& steps) {
    out_ << key;
    print_json_names(out_, steps, pipeline_.definition);
  }
  void sentences(const std::vector<Sentence>& told) {
    std::string_view before = R"(,"sentences":[)";
    for (const Sentence& sentence : told) {
      out_ << before << "{" << json_fields(sentence, name_of_) << "}";
      before = ",";
    }
    out_ << "]";
  }

  Output& out_;
  const Pipeline& pipeline_;
  const std::vector<Knot> knots_;
  LeftOver left_over_;
  struct {
    const Pipeline& pipeline;
    std::string_view operator()(StepId step) const { return pipeline.name_of(step); }
  } name_of_{pipeline_};
};

}  // namespace

void print_mends(Output& out, const Pipeline& pipeline) { MendTelling(out, pipeline).as_text(); }

void print_mends_json(Output& out, const Pipeline& pipeline) { MendTelling(out, pipeline).as_json(); }

}  // namespace orchestrator::cli
