#include "definition_reader.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "mistakes.h"
#include "text.h"

namespace orchestrator {
namespace {

using mistakes::Owner;

std::optional<Value> field_of(Value object, std::string_view name) {
  std::optional<Value> found;
  Value key = object.first();
  for (std::uint32_t i = 0; i < object.size(); ++i) {
    const Value value = key.next();
    if (key.string() == name) found = value;
    key = value.next();
  }
  return found;
}

class Reader {
 public:
  explicit Reader(Validation validation) : validation_(validation) {}

  Reading read(const Document& document) {
    const Value root(document);
    if (document.cells.empty() || root.kind() != Kind::object) {
      add_to_graph(mistakes::not_a_pipeline(document.cells.empty() ? Kind::null : root.kind()));
    } else {
      read_fields(root, pipeline_fields, reading_.definition);
      if (!field_of(root, "steps")) add_to_graph(mistakes::missing_steps());
    }
    return std::move(reading_);
  }

 private:
  // A known field of an object and how it is read into the target.
  template <class Target>
  struct Field {
    std::string_view name;
    void (Reader::*read)(Value, Target&);
  };

  static const std::array<Field<PipelineDefinition>, 4> pipeline_fields;
  static const std::array<Field<StepDefinition>, 7> step_fields;
  static const std::array<Field<Action>, 4> action_fields;

  template <class Target, std::size_t count>
  void read_fields(Value object, const std::array<Field<Target>, count>& fields, Target& target) {
    // As everywhere else in JSON's world, of several fields of one name only the last is read.
    std::array<std::optional<Value>, count> values;
    std::array<std::uint32_t, count> times{};
    Value key = object.first();
    for (std::uint32_t pair = 0; pair < object.size(); ++pair) {
      const Value value = key.next();
      std::size_t i = 0;
      while (i < count && fields[i].name != key.string()) ++i;
      if (i == count) {
        report_unknown(key.string(), fields);
      } else {
        if (++times[i] == 2) add(mistakes::duplicate_field(owner(), key.string()));
        values[i] = value;
      }
      key = value.next();
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (values[i]) (this->*fields[i].read)(*values[i], target);
    }
  }

  template <class Target, std::size_t count>
  void report_unknown(std::string_view name, const std::array<Field<Target>, count>& fields) {
    if (!reading_.diagnostics.lists_more(Severity::warning)) return reading_.diagnostics.count_unlisted();
    std::array<std::string_view, count> known;
    for (std::size_t i = 0; i < count; ++i) known[i] = fields[i].name;
    add(mistakes::unknown_field(owner(), name, known));
  }

  void read_pipeline_name(Value value, PipelineDefinition& pipeline) { read_text(value, "name", pipeline.name); }
  void read_fail_fast(Value value, PipelineDefinition& pipeline) { read_flag(value, "fail_fast", pipeline.fail_fast); }
  void read_workers(Value value, PipelineDefinition& pipeline) {
    const auto number = read_whole(value, "workers", Code::invalid_workers, 1, limits::workers);
    if (number) pipeline.workers = static_cast<int>(*number);
  }
  void read_steps(Value value, PipelineDefinition& pipeline) {
    pipeline.steps.clear();
    if (value.kind() != Kind::array) {
      add_to_graph(mistakes::invalid_type(owner(), "steps", "a list", value.kind()));
      return;
    }
    if (value.size() > limits::steps) {
      add_to_graph(mistakes::too_large("steps", value.size(), limits::steps));
      return;
    }
    pipeline.steps.resize(value.size());
    Value element = value.first();
    for (std::size_t i = 0; i < pipeline.steps.size(); ++i, element = element.next()) {
      step_number_ = i;
      read_step(element, pipeline.steps[i]);
    }
    step_number_.reset();
  }

  void read_step(Value value, StepDefinition& step) {
    step_name_ = {};
    if (value.kind() != Kind::object) {
      add_to_graph(mistakes::step_not_an_object(owner(), value.kind()));
      return;
    }
    // Whatever is wrong with the step, the sentence names it: so its name is looked up first.
    const std::optional<Value> name = field_of(value, "name");
    if (!name) {
      add_to_graph(mistakes::missing_name(owner()));
    } else if (name->kind() == Kind::string) {
      step_name_ = name->string();
    }
    read_fields(value, step_fields, step);
  }

  void read_step_name(Value value, StepDefinition& step) {
    if (value.kind() != Kind::string) {
      Diagnostic diagnostic = mistakes::invalid_type(owner(), "name", "a text", value.kind());
      diagnostic.code = Code::invalid_name;
      add_to_graph(std::move(diagnostic));
      return;
    }
    step.name = value.string();
    check_name(step.name);
  }

  void check_name(std::string_view name) {
    if (is_blank(name)) {
      add_to_graph(mistakes::blank_name(owner()));
      return;
    }
    std::size_t characters = 0;
    std::optional<char32_t> invisible;
    for (std::size_t i = 0; i < name.size(); ++characters) {
      const Character character = character_at(name, i);
      const bool is_unseen = is_control(character.code) || is_invisible(character.code);
      if (is_unseen && !invisible) invisible = character.code;
      i += character.length;
    }
    if (characters > limits::name_characters) {
      add_to_graph(mistakes::name_too_long(owner(), characters, limits::name_characters));
    }
    if (invisible) add(mistakes::invisible_character_in_name(owner(), *invisible));
  }

  void read_depends_on(Value value, StepDefinition& step) {
    step.depends_on.clear();
    if (value.kind() != Kind::array) {
      add_to_graph(mistakes::invalid_type(owner(), "depends_on", "a list of step names", value.kind()));
      return;
    }
    step.depends_on.reserve(value.size());
    Value element = value.first();
    for (std::uint32_t i = 0; i < value.size(); ++i, element = element.next()) {
      const bool is_name = element.kind() == Kind::string && !element.string().empty();
      // An empty name keeps the place, so that later mistakes point at the right one; linking passes over it.
      step.depends_on.emplace_back(is_name ? element.string() : std::string_view{});
      if (!is_name) report_dependency(i, element);
    }
  }

  void report_dependency(std::uint32_t index, Value element) {
    reading_.graph_is_known = false;
    if (!reading_.diagnostics.lists_more(Severity::error)) return reading_.diagnostics.count_unlisted();
    if (element.kind() == Kind::string) {
      add_to_graph(mistakes::unknown_dependency(owner(), index, "", ""));
    } else {
      add_to_graph(mistakes::dependency_not_a_name(owner(), index, element.kind()));
    }
  }

  void read_max_retries(Value value, StepDefinition& step) {
    const double least = validation_ == Validation::course ? -limits::max_retries : 1;
    const auto number = read_whole(value, "max_retries", Code::invalid_max_retries, least, limits::max_retries);
    if (number) step.max_retries = static_cast<int>(*number);
  }
  void read_timeout(Value value, StepDefinition& step) {
    const auto number = read_number(value, "timeout_ms", Code::invalid_timeout, 1);
    if (number) step.timeout_ms = *number;
  }
  void read_allow_failure(Value value, StepDefinition& step) { read_flag(value, "allow_failure", step.allow_failure); }
  void read_run(Value value, StepDefinition& step) { read_text(value, "run", step.run); }

  void read_action(Value value, StepDefinition& step) {
    if (value.kind() != Kind::object) {
      add(mistakes::invalid_type(owner(), "action", "an object", value.kind()));
      return;
    }
    in_action_ = true;
    read_fields(value, action_fields, step.action);
    in_action_ = false;
  }
  void read_output(Value value, Action& action) {
    // An action that returns nothing succeeds with an empty output.
    if (value.kind() != Kind::null) read_text(value, "output", action.output);
  }
  void read_error(Value value, Action& action) { read_text(value, "error", action.error); }
  void read_duration(Value value, Action& action) {
    const auto number = read_number(value, "duration_ms", Code::invalid_duration, 0);
    if (number) action.duration_ms = *number;
  }
  void read_fails(Value value, Action& action) {
    const bool whole = value.kind() == Kind::number && std::floor(value.number()) == value.number() &&
                       value.number() >= 0 && value.number() <= limits::fails;
    if (whole) {
      action.fails = static_cast<std::uint32_t>(value.number());
    } else if (value.kind() == Kind::string && value.string() == "always") {
      action.fails = Action::always;
    } else {
      add(mistakes::invalid_fails(owner()));
    }
  }

  void read_flag(Value value, std::string_view field, bool& target) {
    if (value.kind() == Kind::boolean) {
      target = value.boolean();
    } else {
      add(mistakes::invalid_type(owner(), field, "true or false", value.kind()));
    }
  }

  void read_text(Value value, std::string_view field, std::string& target) {
    if (value.kind() == Kind::string) {
      target = value.string();
    } else {
      add(mistakes::invalid_type(owner(), field, "a text", value.kind()));
    }
  }

  std::optional<double> read_number(Value value, std::string_view field, Code code, double least,
                                    double most = limits::milliseconds) {
    if (value.kind() != Kind::number) {
      add(mistakes::invalid_type(owner(), field, "a number", value.kind()));
      return std::nullopt;
    }
    // Written so that NaN is out of range.
    if (!(value.number() >= least && value.number() <= most)) {
      add(mistakes::out_of_range(code, owner(), field, value.number(), least, most));
      return std::nullopt;
    }
    return value.number();
  }

  std::optional<double> read_whole(Value value, std::string_view field, Code code, double least, double most) {
    const auto number = read_number(value, field, code, least, most);
    if (number && std::floor(*number) != *number) {
      add(mistakes::out_of_range(code, owner(), field, *number, least, most));
      return std::nullopt;
    }
    return number;
  }

  // Made only when there is a mistake to report: a pipeline without mistakes builds no sentence.
  Owner owner() const {
    if (!step_number_) return {"The pipeline", {}, ""};
    Owner result = mistakes::step_owner(*step_number_, step_name_);
    if (in_action_) result.path += "/action";
    return result;
  }

  void add(Diagnostic diagnostic) { reading_.diagnostics.add(std::move(diagnostic)); }

  // A mistake that leaves open which steps there are or what they depend on.
  void add_to_graph(Diagnostic diagnostic) {
    reading_.graph_is_known = false;
    add(std::move(diagnostic));
  }

  Validation validation_;
  Reading reading_;
  std::optional<std::size_t> step_number_;
  std::string_view step_name_;
  bool in_action_ = false;
};

const std::array<Reader::Field<PipelineDefinition>, 4> Reader::pipeline_fields{{
    {"name", &Reader::read_pipeline_name},
    {"fail_fast", &Reader::read_fail_fast},
    {"workers", &Reader::read_workers},
    {"steps", &Reader::read_steps},
}};

const std::array<Reader::Field<StepDefinition>, 7> Reader::step_fields{{
    {"name", &Reader::read_step_name},
    {"depends_on", &Reader::read_depends_on},
    {"max_retries", &Reader::read_max_retries},
    {"timeout_ms", &Reader::read_timeout},
    {"allow_failure", &Reader::read_allow_failure},
    {"action", &Reader::read_action},
    {"run", &Reader::read_run},
}};

const std::array<Reader::Field<Action>, 4> Reader::action_fields{{
    {"output", &Reader::read_output},
    {"duration_ms", &Reader::read_duration},
    {"fails", &Reader::read_fails},
    {"error", &Reader::read_error},
}};

}  // namespace

Reading read_definition(const Document& document, Validation validation) { return Reader(validation).read(document); }

}  // namespace orchestrator
