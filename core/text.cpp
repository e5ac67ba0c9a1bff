#include "text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace orchestrator {
namespace {

constexpr char32_t replacement = 0xFFFD;
// The smallest code that needs as many bytes as the index: a smaller one in so many is not valid.
constexpr std::array<char32_t, 5> least_code{0, 0, 0x80, 0x800, 0x10000};
constexpr std::size_t shown_characters = 80;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// How many bytes a character has that begins with this one; 0 for a byte that begins none.
std::size_t length_by_first_byte(unsigned char byte) {
  if (byte < 0x80) return 1;
  if (byte >= 0xC2 && byte < 0xE0) return 2;
  if (byte >= 0xE0 && byte < 0xF0) return 3;
  if (byte >= 0xF0 && byte < 0xF5) return 4;
  return 0;
}

bool is_space(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F || code == 0x3000;
}

// Characters that only change the ones beside them, so that they are nothing by themselves: joiners and the selectors
// of a variant of an emoji.
bool is_joiner(char32_t code) {
  return code == 0x034F || code == 0x200C || code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F);
}

// The place behind so many characters, or the end.
std::size_t place_behind(std::string_view text, std::size_t characters) {
  std::size_t place = 0;
  for (; characters > 0 && place < text.size(); --characters) place += character_at(text, place).length;
  return place;
}

// The place that has so many characters behind it, or the beginning.
std::size_t place_before_end(std::string_view text, std::size_t characters) {
  constexpr std::size_t longest = 4;
  std::size_t place = text.size();
  for (; characters > 0 && place > 0; --characters) {
    std::size_t start = place - 1;
    while (start > 0 && place - start < longest && is_continuation(text[start])) --start;
    place = character_at(text, start).length == place - start ? start : place - 1;
  }
  return place;
}

// Case and word separators are no typing mistakes: dependsOn and depends-on are both depends_on.
std::string folded(std::string_view word) {
  std::string result;
  for (const char c : word) {
    if (c == '_' || c == '-' || c == ' ') continue;
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

}  // namespace

Character character_at(std::string_view text, std::size_t place) {
  const auto first = static_cast<unsigned char>(text[place]);
  const std::size_t length = length_by_first_byte(first);
  if (length == 1) return {first, 1};
  if (length == 0 || place + length > text.size()) return {replacement, 1};
  char32_t code = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[place + i])) return {replacement, 1};
    code = (code << 6U) | (static_cast<unsigned char>(text[place + i]) & 0x3FU);
  }
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (code < least_code[length] || surrogate || code > 0x10FFFF) return {replacement, 1};
  return {code, length};
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i).length) ++count;
  return count;
}

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

bool is_invisible(char32_t code) {
  return code == 0xAD || code == 0x061C || code == 0x115F || code == 0x1160 || code == 0x180E || code == 0x200B ||
         code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
         code == 0x3164 || code == 0xFEFF || code == 0xFFA0 || (code >= 0xFFF9 && code <= 0xFFFB);
}

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    const char32_t code = character.code;
    if (!is_space(code) && !is_joiner(code) && !is_invisible(code)) return false;
    i += character.length;
  }
  return true;
}

std::string escaped(char32_t code) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (char32_t rest = code; rest != 0 || hex.size() < 4; rest >>= 4U) hex.insert(hex.begin(), digits[rest & 0xFU]);
  return "\\u{" + hex + "}";
}

std::string visible(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    const bool plain = !is_control(character.code) && !is_invisible(character.code) && character.code != replacement;
    if (plain) {
      result += text.substr(i, character.length);
    } else {
      result += escaped(character.code);
    }
    i += character.length;
  }
  return result;
}

std::string legible(std::string_view name) {
  if (place_behind(name, shown_characters) == name.size()) return visible(name);
  const std::size_t kept_each_side = shown_characters / 2;
  return visible(name.substr(0, place_behind(name, kept_each_side))) + "…" +
         visible(name.substr(place_before_end(name, kept_each_side)));
}

std::string quoted(std::string_view name) { return "'" + legible(name) + "'"; }

std::string json_quoted(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string json = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.code < 0x20) {
      json += {'\\', 'u', '0', '0', digits[character.code >> 4U], digits[character.code & 0xFU]};
    } else if (character.code == replacement) {
      json += "\uFFFD";
    } else {
      if (character.code == '"' || character.code == '\\') json += '\\';
      json += text.substr(i, character.length);
    }
    i += character.length;
  }
  return json += '"';
}

std::string counted(std::size_t count, std::string_view noun) {
  const bool ends_in_y = !noun.empty() && noun.back() == 'y';
  std::string words = std::to_string(count) + ' ';
  if (count == 1) return words += noun;
  if (ends_in_y) return (words += noun.substr(0, noun.size() - 1)) += "ies";
  return (words += noun) += 's';
}

std::size_t typing_mistakes(std::string_view a, std::string_view b, std::size_t limit) {
  constexpr std::size_t longest = 64;
  if (a.size() > longest || b.size() > longest) return a == b ? 0 : limit + 1;
  const std::string from = folded(a);
  const std::string to = folded(b);
  // Three rows of the table of distances between prefixes: the current one and the two before it.
  std::array<std::array<std::size_t, longest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= to.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t substitution = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, substitution});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return std::min(rows[from.size() % 3][to.size()], limit + 1);
}

}  // namespace orchestrator
