#include "pipeline_input.h"

#include <string>
#include <utility>
#include <variant>

#include "demo_pipeline.h"
#include "input.h"
#include "json_document.h"

namespace orchestrator::cli {
namespace {

using Parsed = std::variant<Document, Diagnostic>;

// The text is gone when its document is checked: together they would need more memory than either.
Parsed parse_input(const std::string& file) {
  if (file.empty()) return parse_json(demo_pipeline_json);
  const auto input = read_input(file);
  if (const auto* mistake = std::get_if<Diagnostic>(&input)) return *mistake;
  return parse_json(std::get<std::string>(input));
}

}  // namespace

Checked load_pipeline(const Arguments& arguments) {
  Parsed parsed = parse_input(arguments.file);
  if (auto* mistake = std::get_if<Diagnostic>(&parsed)) {
    Checked refused;
    refused.diagnostics.push_back(std::move(*mistake));
    return refused;
  }
  return check(std::get<Document>(parsed), arguments.validation);
}

}  // namespace orchestrator::cli
