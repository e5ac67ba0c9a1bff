#include "json_mistake.h"

#include <algorithm>
#include <array>

#include "mistakes.h"
#include "text.h"

namespace orchestrator::cli {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

bool is_in_word(char c) {
  return is_small_letter(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+' ||
         c == '.';
}

std::string line_and_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t last_break = before.rfind('\n');
  const std::string_view in_line = last_break == std::string_view::npos ? before : before.substr(last_break + 1);
  return "line " + std::to_string(line) + ", column " + std::to_string(count_characters(in_line) + 1);
}

Diagnostic mistake_at(std::string_view text, std::size_t offset, const std::string& reason) {
  return mistakes::invalid_json(reason, line_and_column(text, std::min(offset, text.size())));
}

// The last character before a place that is no white space; NUL when there is none.
char before(std::string_view text, std::size_t offset) {
  while (offset > 0 && is_space(text[offset - 1])) --offset;
  return offset == 0 ? '\0' : text[offset - 1];
}

std::string_view word_at(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && is_in_word(text[end])) ++end;
  if (end == offset) end += character_at(text, offset).length;
  return text.substr(offset, end - offset);
}

// What stands at a place, as a sentence names it.
std::string found_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return "the text ends";
  if (text[offset] == '"') {
    const std::size_t close = text.find('"', offset + 1);
    return "there is the text " + quoted(text.substr(offset + 1, std::min(close, text.size()) - offset - 1));
  }
  const std::string_view word = word_at(text, offset);
  if (character_at(word, 0).code == 0xFFFD) return "there is a byte that is not UTF-8";
  return "there is " + (word == "'" ? "a single quote" : quoted(word));
}

// Where the offending token begins.
std::size_t beginning(std::string_view text, const JsonStop& stop) {
  const std::size_t last = stop.bytes_read - 1;
  if (last >= text.size()) return text.size();
  const bool is_text_or_number = text[last] == '"' || (text[last] >= '0' && text[last] <= '9');
  if (is_text_or_number) return stop.bytes_read - std::min(stop.bytes_read, stop.token_length);
  // A literal: the parser stops at its first letter that is not as in true, false or null, or at its end.
  std::size_t begin = last;
  while (begin > 0 && is_small_letter(text[begin - 1])) --begin;
  const std::string_view literal = text.substr(begin, last - begin);
  return literal == "true" || literal == "false" || literal == "null" ? last : begin;
}

std::string expected(const JsonContext& context, char last) {
  using Inside = JsonContext::Inside;
  using Last = JsonContext::Last;
  if (context.last == Last::key) return last == ':' ? "a value" : "a colon";
  if (context.last == Last::nothing) return "a value";
  const std::string item = context.inside == Inside::object ? "a name in double quotes" : "a value";
  const std::string close = context.inside == Inside::object ? "}" : "]";
  if (context.last == Last::opening) return item + " or " + close;
  return last == ',' ? item : "a comma or " + close;
}

// The token is sound, but not here.
Diagnostic misplaced(std::string_view text, std::size_t offset, const JsonContext& context) {
  const std::string found = found_at(text, offset);
  if (context.inside == JsonContext::Inside::nothing && context.last == JsonContext::Last::value) {
    return mistake_at(text, offset, found + " behind the end of the pipeline");
  }
  const char last = before(text, offset);
  const bool closes = offset < text.size() && (text[offset] == ']' || text[offset] == '}');
  if (closes && last == ',') return mistake_at(text, offset, "there is a comma with nothing behind it");
  return mistake_at(text, offset, found + " where " + expected(context, last) + " should be");
}

// What is wrong within a token: a part of the parser's message, and the sentence that stands for it here.
struct TokenMistake {
  std::string_view part;
  std::string_view reason;
  // Whether to point at the beginning of the token, or at the offending byte.
  bool at_beginning;
};

constexpr std::array token_mistakes{
    TokenMistake{"missing closing quote", "the text that begins here has no closing quote", true},
    TokenMistake{"U+000A", "a text is not closed before the end of the line", false},
    TokenMistake{"U+000D", "a text is not closed before the end of the line", false},
    TokenMistake{"control character", "there is a control character in a text; JSON writes it as \\u and four digits",
                 false},
    TokenMistake{"UTF-8", "there is a byte that is not UTF-8", false},
    TokenMistake{"4 hex digits", "\\u must be followed by four hexadecimal digits", false},
    TokenMistake{"surrogate", "there is only one half of a \\u pair", false},
    TokenMistake{"backslash", "a backslash is followed by something it has no meaning for", false},
    TokenMistake{"invalid number", "the number that begins here is not finished", true},
};

}  // namespace

std::optional<Diagnostic> mistake_before_parsing(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_space)) return mistake_at(text, 0, "the text is empty");
  const std::string_view start = text.substr(0, 2);
  if (start == "\xFF\xFE" || start == "\xFE\xFF") {
    return mistake_at(text, 0, "the text is UTF-16; it must be saved as UTF-8");
  }
  // The parser would take it for the end of the text.
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) return mistake_at(text, nul, "there is a NUL byte, as in binary files");
  return std::nullopt;
}

Diagnostic json_mistake(std::string_view text, const JsonStop& stop, const JsonContext& context) {
  const auto says = [&stop](std::string_view part) { return stop.message.find(part) != std::string::npos; };
  const std::size_t token = beginning(text, stop);
  if (says("number overflow")) {
    return mistake_at(text, token, "the number " + legible(word_at(text, token)) + " is too large");
  }
  if (!says("invalid string") && !says("invalid number")) return misplaced(text, token, context);
  const bool at_end = stop.bytes_read > text.size();
  const std::size_t last_byte = stop.bytes_read - 1;
  const std::size_t unfinished = last_byte + (at_end ? 0 : 1) - std::min(last_byte, stop.token_length);
  for (const TokenMistake& mistake : token_mistakes) {
    if (says(mistake.part)) {
      return mistake_at(text, mistake.at_beginning ? unfinished : last_byte, std::string(mistake.reason));
    }
  }
  return mistake_at(text, last_byte, found_at(text, last_byte) + ", which JSON does not allow");
}

}  // namespace orchestrator::cli
