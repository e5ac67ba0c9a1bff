#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "../checked_invariants.h"

namespace orchestrator {
namespace {

/// Bytes, and characters that need care, in any mixture.
std::string random_text() {
  const auto piece = rc::gen::oneOf(
      rc::gen::map(rc::gen::arbitrary<char>(), [](char byte) { return std::string(1, byte); }),
      rc::gen::element<std::string>("é", "→", "😀", "\u202E", "\u200B", std::string(1, '\0'), "\xE2\x82", "\xED\xA0\x80",
                                    "\xF4\x90\x80\x80", "\xE0\x80\x8A", "\xF0\x9F", std::string(50, 'x')));
  std::string text;
  for (const std::string& next : *rc::gen::container<std::vector<std::string>>(piece)) text += next;
  return text;
}

RC_GTEST_PROP(TextProperty, LegibleNeverContainsWhatCannotBeSeen, ()) { RC_ASSERT(is_legible(legible(random_text()))); }

RC_GTEST_PROP(TextProperty, LegibleIsNeverLong, ()) {
  // Eighty characters, the longest of them spelt out as \u{10FFFF}, and the sign for those left out.
  RC_ASSERT(count_characters(legible(random_text())) <= 80 * 10 + 1U);
}

RC_GTEST_PROP(TextProperty, CharactersCoverTheTextWithoutGapOrOverlap, ()) {
  const std::string text = random_text();
  std::size_t place = 0;
  std::size_t count = 0;
  for (; place < text.size(); ++count) {
    const Character character = character_at(text, place);
    RC_ASSERT(character.length >= 1U);
    RC_ASSERT(character.length <= 4U);
    RC_ASSERT(character.code <= 0x10FFFFU);
    place += character.length;
  }
  RC_ASSERT(place == text.size());
  RC_ASSERT(count == count_characters(text));
}

RC_GTEST_PROP(TextProperty, TypingMistakesAreSymmetricAndNoneForTheSameWord, ()) {
  const auto word = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c', '_', 'A'));
  const std::string a = *word;
  const std::string b = *word;
  RC_ASSERT(typing_mistakes(a, b, 99) == typing_mistakes(b, a, 99));
  RC_ASSERT(typing_mistakes(a, a, 99) == 0U);
  RC_ASSERT(typing_mistakes(a, b, 99) <= std::max<std::size_t>({a.size(), b.size(), 100}));
  RC_ASSERT(typing_mistakes(a, b, 1) == std::min<std::size_t>(typing_mistakes(a, b, 99), 2));
}

}  // namespace
}  // namespace orchestrator
