#include "run/junit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "run/report.h"
#include "run/run_narration.h"
#include "text.h"

namespace orchestrator {
namespace {

bool is_legal(char32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code != 0xFFFE && code != 0xFFFF;
}

void add_escaped(std::string& xml, std::string_view text) {
  for (std::size_t place = 0; place < text.size();) {
    const auto [code, length] = character_at(text, place);
    const std::string_view bytes = text.substr(place, length);
    place += length;
    switch (code) {
      case '&': xml += "&amp;"; break;
      case '<': xml += "&lt;"; break;
      // In "]]>" it must not stand as it is.
      case '>': xml += "&gt;"; break;
      case '"': xml += "&quot;"; break;
      // In an attribute they would be read as blanks.
      case '\t': xml += "&#9;"; break;
      case '\n': xml += "&#10;"; break;
      case '\r': xml += "&#13;"; break;
      case 0xFFFD: xml += "\xEF\xBF\xBD"; break;
      default:
        if (is_legal(code)) {
          xml += bytes;
        } else {
          xml += escaped(code);
        }
    }
  }
}

void add_attribute(std::string& xml, std::string_view name, std::string_view value) {
  xml += ' ';
  xml += name;
  xml += "=\"";
  add_escaped(xml, value);
  xml += '"';
}

void add_element(std::string& xml, std::string_view name, std::string_view text) {
  xml += "    <";
  xml += name;
  xml += '>';
  add_escaped(xml, text);
  xml += "</";
  xml += name;
  xml += ">\n";
}

std::string seconds(std::int64_t ms) {
  std::string fraction = std::to_string(ms % 1000);
  fraction.insert(0, 3 - fraction.size(), '0');
  return std::to_string(ms / 1000) + '.' + fraction;
}

bool counts_as_failure(const StepResult& result) { return result.status == Status::failed && !result.allowed; }

void add_case(std::string& xml, const Run& run, const StepResult& result, const PipelineDefinition& definition) {
  const auto name_of = [&definition](StepId step) { return std::string_view(definition.steps[step].name); };
  xml += "  <testcase";
  add_attribute(xml, "name", definition.steps[result.step].name);
  add_attribute(xml, "classname", definition.name.empty() ? "pipeline" : definition.name);
  add_attribute(xml, "time", seconds(std::llround(result.ended - result.started)));
  xml += ">\n";
  if (result.status != Status::success) {
    const std::string why = english(explain(run, result.step), name_of);
    if (counts_as_failure(result)) {
      xml += "    <failure";
      add_attribute(xml, "type", reason_name(result.reason));
      add_attribute(xml, "message", why);
      xml += '>';
      add_escaped(xml, result.error);
      xml += "</failure>\n";
    } else {
      xml += "    <skipped";
      add_attribute(xml, "message", why);
      xml += "/>\n";
      if (!result.error.empty()) add_element(xml, "system-err", result.error);
    }
  }
  if (!result.output.empty()) add_element(xml, "system-out", result.output);
  xml += "  </testcase>\n";
}

}  // namespace

std::string junit_text(const Run& run, const PipelineDefinition& definition) {
  const auto& results = run.results();
  const auto failures = std::count_if(results.begin(), results.end(), counts_as_failure);
  const auto successes = std::count_if(results.begin(), results.end(),
                                       [](const StepResult& result) { return result.status == Status::success; });
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite";
  add_attribute(xml, "name", definition.name.empty() ? "pipeline" : definition.name);
  add_attribute(xml, "tests", std::to_string(results.size()));
  add_attribute(xml, "failures", std::to_string(failures));
  add_attribute(xml, "errors", "0");
  add_attribute(xml, "skipped", std::to_string(static_cast<std::ptrdiff_t>(results.size()) - failures - successes));
  add_attribute(xml, "time", seconds(report_of(run).total_duration_ms));
  xml += ">\n";
  for (const StepResult& result : results) add_case(xml, run, result, definition);
  return xml + "</testsuite>\n";
}

}  // namespace orchestrator
