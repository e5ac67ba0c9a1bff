#include "text.h"

#include <gtest/gtest.h>

#include <array>

namespace orchestrator {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

void expect_invalid_first_byte(std::string_view text) {
  const Character character = character_at(text, 0);
  EXPECT_EQ(character.code, char32_t{0xFFFD}) << testing::PrintToString(text);
  EXPECT_EQ(character.length, 1U) << testing::PrintToString(text);
}

TEST(Text, CharactersOfEveryLengthAreDecoded) {
  const std::string_view text = "aé→😀";
  EXPECT_EQ(character_at(text, 0).code, U'a');
  EXPECT_EQ(character_at(text, 1).code, U'é');
  EXPECT_EQ(character_at(text, 3).code, U'→');
  EXPECT_EQ(character_at(text, 6).code, U'😀');
  EXPECT_EQ(character_at(text, 6).length, 4U);
  EXPECT_EQ(count_characters(text), 4U);
  EXPECT_EQ(count_characters(""), 0U);
}

TEST(Text, TheFirstAndLastCharacterOfEveryLengthAreValid) {
  for (const std::string_view text : {"\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv,
                                      "\xEF\xBF\xBD"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv}) {
    EXPECT_EQ(character_at(text, 0).length, text.size()) << testing::PrintToString(text);
  }
}

TEST(Text, ABrokenCharacterCountsByteByByte) {
  expect_invalid_first_byte("\x80");
  expect_invalid_first_byte("\xFF");
  expect_invalid_first_byte("\xC3");
  expect_invalid_first_byte("\xC3q");
  expect_invalid_first_byte("\xE2\x82");
  EXPECT_EQ(count_characters("\xE2\x82q"), 3U);
}

TEST(Text, ACharacterInMoreBytesThanItNeedsIsBroken) {
  expect_invalid_first_byte("\xC0\xAF");
  expect_invalid_first_byte("\xC1\xBF");
  expect_invalid_first_byte("\xE0\x80\xAF");
  expect_invalid_first_byte("\xE0\x9F\xBF");
  expect_invalid_first_byte("\xF0\x8F\xBF\xBF");
}

TEST(Text, HalvesOfSurrogatePairsAndCodesBeyondUnicodeAreBroken) {
  expect_invalid_first_byte("\xED\xA0\x80");
  expect_invalid_first_byte("\xED\xBF\xBF");
  expect_invalid_first_byte("\xF4\x90\x80\x80");
  expect_invalid_first_byte("\xF5\x80\x80\x80");
}

TEST(Text, ControlCharactersAreThoseOfAsciiAndLatin1) {
  for (const char32_t code : {U'\0', U'\t', U'\n', U'\x1F', U'\x7F', U'\x80', U'\x85', U'\x9F'}) {
    EXPECT_TRUE(is_control(code)) << escaped(code);
  }
  for (const char32_t code : {U' ', U'~', U'\xA0', U'é', U'\x202E'}) EXPECT_FALSE(is_control(code)) << escaped(code);
}

TEST(Text, InvisibleCharactersAreMarksAndFillersButNotJoiners) {
  for (const char32_t code :
       U"\xAD\x061C\x115F\x200B\x200E\x200F\x2028\x202A\x202E\x2060\x2066\x2069\x206F\x3164"
       U"\xFEFF\xFFA0\xFFF9"sv) {
    EXPECT_TRUE(is_invisible(code)) << escaped(code);
  }
  for (const char32_t code : U" \xA0\x200C\x200D\x2010\x3042\xFE0F"sv) {
    EXPECT_FALSE(is_invisible(code)) << escaped(code);
  }
}

TEST(Text, BlankTextShowsNothing) {
  for (const std::string_view text : {"", " ", "\t\n\r", "\u00A0", "\u3000", "\u2003 ", "\u200B", "\u202E", "\uFEFF",
                                      "\u3164", "\u200D", "\u200C\u200C", "\uFE0F", "\u202F\u205F\u1680"}) {
    EXPECT_TRUE(is_blank(text)) << testing::PrintToString(text);
  }
  for (const std::string_view text : {"a"sv, " a "sv, "0"sv, "\u200Ba"sv, "-"sv, "\0"sv, "\xFF"sv, "步"sv}) {
    EXPECT_FALSE(is_blank(text)) << testing::PrintToString(text);
  }
}

TEST(Text, EscapedShowsAtLeastFourDigits) {
  EXPECT_EQ(escaped(0), R"(\u{0000})");
  EXPECT_EQ(escaped(0x0A), R"(\u{000A})");
  EXPECT_EQ(escaped(0x202E), R"(\u{202E})");
  EXPECT_EQ(escaped(0x1F600), R"(\u{1F600})");
}

TEST(Text, LegibleLeavesOrdinaryNamesAlone) {
  for (const std::string_view name :
       {"extract", "step one", "步骤", "it's <b>bold</b> & \"quoted\"", "می‌خواهم", "👩‍💻"}) {
    EXPECT_EQ(legible(name), name);
  }
  EXPECT_EQ(quoted("load"), "'load'");
}

TEST(Text, LegibleSpellsOutWhatCannotBeSeen) {
  EXPECT_EQ(legible("a\0b"sv), R"(a\u{0000}b)");
  EXPECT_EQ(legible("a\nb"), R"(a\u{000A}b)");
  EXPECT_EQ(legible("abc\u202Egpj.exe"), R"(abc\u{202E}gpj.exe)");
  EXPECT_EQ(legible("\x1B[31mred"), R"(\u{001B}[31mred)");
  EXPECT_EQ(legible("a\xFF"), R"(a\u{FFFD})");
}

TEST(Text, LegibleShortensInTheMiddleBeyond80Characters) {
  EXPECT_EQ(legible(std::string(80, 'x')), std::string(80, 'x'));
  EXPECT_EQ(legible(std::string(41, 'a') + std::string(40, 'z')), std::string(40, 'a') + "…" + std::string(40, 'z'));
  std::string accents;
  for (int i = 0; i < 81; ++i) accents += "é";
  EXPECT_EQ(count_characters(legible(accents)), 81U) << "40 characters, not bytes, on each side of the sign";
}

TEST(Text, LegibleIsShortForAMegabyte) { EXPECT_LE(legible(std::string(1 << 20, '\0')).size(), 80 * 8 + 3U); }

TEST(Text, CountedSpeaksOfOneOrMany) {
  EXPECT_EQ(counted(0, "step"), "0 steps");
  EXPECT_EQ(counted(1, "step"), "1 step");
  EXPECT_EQ(counted(2, "step"), "2 steps");
  EXPECT_EQ(counted(1, "dependency"), "1 dependency");
  EXPECT_EQ(counted(2, "dependency"), "2 dependencies");
}

TEST(Text, TypingMistakesAreInsertionsDeletionsSubstitutionsAndSwaps) {
  EXPECT_EQ(typing_mistakes("load", "load", 9), 0U);
  EXPECT_EQ(typing_mistakes("load", "loads", 9), 1U);
  EXPECT_EQ(typing_mistakes("load", "lad", 9), 1U);
  EXPECT_EQ(typing_mistakes("load", "lord", 9), 1U);
  EXPECT_EQ(typing_mistakes("load", "laod", 9), 1U);
  EXPECT_EQ(typing_mistakes("", "abc", 9), 3U);
  EXPECT_EQ(typing_mistakes("kitten", "sitting", 9), 3U);
}

TEST(Text, CaseAndWordSeparatorsAreNoTypingMistakes) {
  EXPECT_EQ(typing_mistakes("dependsOn", "depends_on", 9), 0U);
  EXPECT_EQ(typing_mistakes("MAX-RETRIES", "max_retries", 9), 0U);
}

TEST(Text, TypingMistakesStopAtTheLimit) {
  EXPECT_EQ(typing_mistakes("abcdef", "uvwxyz", 2), 3U);
  EXPECT_EQ(typing_mistakes(std::string(65, 'a'), std::string(65, 'b'), 2), 3U) << "too long to be compared";
  EXPECT_EQ(typing_mistakes(std::string(65, 'a'), std::string(65, 'a'), 2), 0U);
  EXPECT_EQ(typing_mistakes(std::string(64, 'a'), std::string(64, 'a'), 2), 0U);
}

TEST(Text, TheNearestCandidateHasTheFewestMistakes) {
  constexpr std::array names{"extract"sv, "transform"sv, "load"sv, "loads"sv};
  EXPECT_EQ(nearest("laod", names), "load");
  EXPECT_EQ(nearest("extrat", names), "extract");
  EXPECT_EQ(nearest("Loads", names), "loads");
}

TEST(Text, ACandidateWithMoreMistakesThanAThirdIsNotNear) {
  EXPECT_EQ(nearest("ghost", std::array{"load"sv, "host_names"sv}), "");
  EXPECT_EQ(nearest("abc", std::array{"axy"sv}), "");
  EXPECT_EQ(nearest("abc", std::array{"abx"sv}), "abx");
  EXPECT_EQ(nearest("retries", std::array{"name"sv, "max_retries"sv}), "max_retries");
  EXPECT_EQ(nearest("a", std::array{"b"sv}), "") << "all of it would have to be typed anew";
  EXPECT_EQ(nearest("", std::array{"a"sv}), "");
  EXPECT_EQ(nearest("load", std::array<std::string_view, 0>{}), "");
}

}  // namespace
}  // namespace orchestrator
