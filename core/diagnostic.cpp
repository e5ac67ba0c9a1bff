#include "diagnostic.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "mistakes.h"

namespace orchestrator {
namespace {

struct CodeRow {
  Code code;
  std::string_view name;
  Severity severity;
};

constexpr std::array code_table{
    CodeRow{Code::unknown_dependency, "unknown_dependency", Severity::error},
    CodeRow{Code::cyclic_dependency, "cyclic_dependency", Severity::error},
    CodeRow{Code::duplicate_step, "duplicate_step", Severity::error},
    CodeRow{Code::invalid_name, "invalid_name", Severity::error},
    CodeRow{Code::invalid_max_retries, "invalid_max_retries", Severity::error},
    CodeRow{Code::invalid_timeout, "invalid_timeout", Severity::error},
    CodeRow{Code::invalid_duration, "invalid_duration", Severity::error},
    CodeRow{Code::invalid_fails, "invalid_fails", Severity::error},
    CodeRow{Code::invalid_workers, "invalid_workers", Severity::error},
    CodeRow{Code::invalid_type, "invalid_type", Severity::error},
    CodeRow{Code::missing_field, "missing_field", Severity::error},
    CodeRow{Code::unreadable_file, "unreadable_file", Severity::error},
    CodeRow{Code::invalid_json, "invalid_json", Severity::error},
    CodeRow{Code::too_large, "too_large", Severity::error},
    CodeRow{Code::too_many_mistakes, "too_many_mistakes", Severity::warning},
    CodeRow{Code::unknown_field, "unknown_field", Severity::warning},
    CodeRow{Code::duplicate_field, "duplicate_field", Severity::warning},
    CodeRow{Code::duplicate_dependency, "duplicate_dependency", Severity::warning},
    CodeRow{Code::invisible_character, "invisible_character", Severity::warning},
};

constexpr bool in_order_of_codes() {
  for (std::size_t i = 0; i < code_table.size(); ++i) {
    if (static_cast<std::size_t>(code_table[i].code) != i) return false;
  }
  return true;
}
static_assert(in_order_of_codes(), "code_table is looked up by position");

bool is_error(const Diagnostic& diagnostic) { return severity_of(diagnostic.code) == Severity::error; }

}  // namespace

std::string_view code_name(Code code) { return code_table[static_cast<std::size_t>(code)].name; }

Severity severity_of(Code code) { return code_table[static_cast<std::size_t>(code)].severity; }

std::string_view severity_name(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), is_error);
}

void Diagnostics::add(Diagnostic diagnostic) {
  ++added_;
  auto& list = is_error(diagnostic) ? errors_ : warnings_;
  if (list.size() < most_listed) list.push_back(std::move(diagnostic));
}

bool Diagnostics::lists_more(Severity severity) const {
  return (severity == Severity::error ? errors_ : warnings_).size() < most_listed;
}

std::vector<Diagnostic> Diagnostics::take() {
  std::vector<Diagnostic> list = std::exchange(errors_, {});
  const std::size_t room = std::min(most_listed - list.size(), warnings_.size());
  std::move(warnings_.begin(), warnings_.begin() + static_cast<std::ptrdiff_t>(room), std::back_inserter(list));
  warnings_.clear();
  const std::size_t unlisted = std::exchange(added_, 0) - list.size();
  if (unlisted > 0) list.push_back(mistakes::too_many(unlisted));
  return list;
}

}  // namespace orchestrator
