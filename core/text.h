// Names as text: counted in characters, and shown so that none can pass for something else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace orchestrator {

/// One character of UTF-8 text and its length in bytes. A byte that is no valid UTF-8 is U+FFFD of length 1.
struct Character {
  char32_t code;
  std::size_t length;
};
/// The character at a place below text.size().
Character character_at(std::string_view text, std::size_t place);

std::size_t count_characters(std::string_view text);

/// Control characters of ASCII and Latin-1, NUL and line breaks among them.
bool is_control(char32_t code);
/// Characters that leave no mark, or only a blank: direction marks, zero-width spaces, fillers.
/// Joiners are none of them: names in Persian and many emoji need those.
bool is_invisible(char32_t code);
/// True for text that shows nothing: it holds at most white space, invisible characters and joiners.
bool is_blank(std::string_view text);

/// A character by its number: \u{202E}.
std::string escaped(char32_t code);

/// Text fit for a terminal: invisible and control characters, line breaks among them, written as \u{202E}.
std::string visible(std::string_view text);

/// A name fit for a sentence: visible, and shortened in the middle beyond 80 characters. Time does not depend on the
/// length of the name.
std::string legible(std::string_view name);
/// The same in single quotes.
std::string quoted(std::string_view name);

/// Text as JSON: all of it in double quotes, with what JSON wants escaped; bytes that are no UTF-8 become U+FFFD.
std::string json_quoted(std::string_view text);

/// "1 step", "2 steps".
std::string counted(std::size_t count, std::string_view noun);

/// The candidate that `word` was probably meant to be: the one with the fewest typing mistakes (insertions, deletions,
/// substitutions, swaps of neighbours; case, '_' and '-' do not count), at most a third of its length, rounded up; the
/// first of several as near; empty if none.
template <class Names>
std::string_view nearest(std::string_view word, const Names& candidates);

/// Typing mistakes between two words as counted by `nearest`; `limit` + 1 when there are more.
/// (Optimal string alignment distance, R. Wagner and R. Lowrance 1975.) Time: product of the lengths.
std::size_t typing_mistakes(std::string_view a, std::string_view b, std::size_t limit);

template <class Names>
std::string_view nearest(std::string_view word, const Names& candidates) {
  std::string_view best;
  std::size_t fewest = (word.size() + 2) / 3 + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t mistakes = typing_mistakes(word, candidate, fewest);
    // A candidate that would have to be typed anew is no near one.
    if (mistakes < fewest && mistakes < candidate.size()) {
      best = candidate;
      fewest = mistakes;
    }
  }
  return best;
}

}  // namespace orchestrator
