#include "captured_text.h"

#include <algorithm>

#include "text.h"

namespace orchestrator::cli {
namespace {

std::string_view without_last_breaks(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

void CapturedText::append(std::string_view text) {
  if (keep_ == Keep::beginning) {
    const std::string_view kept = text.substr(0, most_kept - text_.size());
    text_ += kept;
    dropped_ += text.size() - kept.size();
    return;
  }
  text_ += text;
  // Half of it goes at once, so that a long text is not moved for each of its pieces.
  if (text_.size() > most_kept) {
    const std::size_t dropped = text_.size() - most_kept / 2;
    text_.erase(0, dropped);
    dropped_ += dropped;
  }
}

std::string CapturedText::text_without_last_breaks() const {
  std::string_view kept = text_;
  if (dropped_ == 0) return std::string(without_last_breaks(kept));
  // A character of several bytes may have been cut in two.
  while (!kept.empty() && (static_cast<unsigned char>(kept.back()) & 0xC0U) == 0x80U) kept.remove_suffix(1);
  if (!kept.empty() && static_cast<unsigned char>(kept.back()) >= 0xC0U) kept.remove_suffix(1);
  const std::size_t cut = dropped_ + text_.size() - kept.size();
  return std::string(without_last_breaks(kept)) + "\n… cut here: " + counted(cut, "more byte");
}

std::string_view CapturedText::last_line() const {
  std::string_view rest = text_;
  while (!rest.empty()) {
    rest = without_last_breaks(rest);
    const std::size_t line_break = rest.rfind('\n');
    const std::string_view line = line_break == std::string_view::npos ? rest : rest.substr(line_break + 1);
    if (!is_blank(line)) return line;
    rest.remove_suffix(line.size());
  }
  return {};
}

}  // namespace orchestrator::cli
