// Names as hostile or careless authors write them.
#include <gtest/gtest.h>

#include <tuple>

#include "definition_reader.h"
#include "json_text.h"
#include "pipeline.h"

namespace orchestrator {
namespace {

using namespace std::string_literals;
using Lines = std::vector<std::string>;

Document document_of_steps(const std::vector<std::string>& names) {
  DocumentBuilder builder;
  builder.begin(Kind::object);
  builder.key("steps");
  builder.begin(Kind::array);
  for (const std::string& name : names) {
    builder.begin(Kind::object);
    builder.key("name");
    builder.string(name);
    builder.end();
  }
  builder.end();
  builder.end();
  return builder.take();
}

Lines mistakes_in_name(const std::string& name) { return lines_of(check(document_of_steps({name})).diagnostics); }

TEST(Names, MarkupQuotesAndSpacesAreOrdinary) {
  for (const char* name : {"<img src=x onerror=alert(1)>", "it's \"quoted\"", "two words", " padded ", "a/b~c", "步骤",
                           "étape", "👩‍💻", "می‌خواهم", "__proto__", "constructor", "0", "\\u{202E}"}) {
    EXPECT_TRUE(mistakes_in_name(name).empty()) << name;
  }
}

TEST(Names, CharactersThatLeaveNoMarkAreWarnings) {
  for (const auto& [name, shown, escape] :
       {std::tuple("a\0b"s, R"(a\u{0000}b)"s, R"(\u{0000})"s), std::tuple("a\nb"s, R"(a\u{000A}b)"s, R"(\u{000A})"s),
        std::tuple("\x1B[31mred"s, R"(\u{001B}[31mred)"s, R"(\u{001B})"s),
        std::tuple("abc\u202Ecba"s, R"(abc\u{202E}cba)"s, R"(\u{202E})"s)}) {
    const Checked checked = check(document_of_steps({name}));
    EXPECT_EQ(lines_of(checked.diagnostics), Lines{"warning invisible_character /steps/0/name: Step '" + shown +
                                                   "' has an invisible character in its name: " + escape + "."});
    EXPECT_TRUE(checked.runnable);
  }
}

TEST(Names, OnlyTheFirstCharacterThatLeavesNoMarkIsShown) {
  EXPECT_EQ(mistakes_in_name("\u200Ba\r\n\u200E"),
            Lines{"warning invisible_character /steps/0/name: Step '\\u{200B}a\\u{000D}\\u{000A}\\u{200E}' has an "
                  "invisible character in its name: \\u{200B}."});
}

TEST(Names, OfAThousandCharactersAreTheLongest) {
  std::string accents;
  for (int i = 0; i < 1000; ++i) accents += "é";
  EXPECT_TRUE(mistakes_in_name(accents).empty());
  EXPECT_EQ(mistakes_in_name(std::string(1001, 'x')).size(), 1U);
}

TEST(Names, AMegabyteLongAreRefusedInAShortSentence) {
  const auto diagnostics = check(document_of_steps({std::string(1 << 20, 'x')})).diagnostics;
  EXPECT_EQ(lines_of(diagnostics), Lines{"error invalid_name /steps/0/name: Step number 1 has a name of 1048576 "
                                         "characters; the limit is 1000."});
  EXPECT_TRUE(diagnostics[0].steps.empty()) << "nor is it repeated with the diagnostic";
}

TEST(Names, AMegabyteLongAreNotCopiedForEveryOtherMistakeInTheStep) {
  DocumentBuilder builder;
  builder.begin(Kind::object);
  builder.key("steps");
  builder.begin(Kind::array);
  builder.begin(Kind::object);
  builder.key("name");
  builder.string(std::string(1 << 20, 'x'));
  for (int i = 0; i < 11000; ++i) {
    builder.key("field");
    builder.null();
  }
  builder.end();
  builder.end();
  builder.end();
  std::size_t bytes = 0;
  for (const Diagnostic& diagnostic : read_definition(builder.take()).diagnostics.take()) {
    bytes += diagnostic.message.size() + diagnostic.hint.size() + diagnostic.path.size();
    for (const std::string& step : diagnostic.steps) bytes += step.size();
  }
  EXPECT_LT(bytes, 10U << 20U);
}

TEST(Names, AMegabyteLongMayBeUnknownDependencies) {
  DocumentBuilder builder;
  builder.begin(Kind::object);
  builder.key("steps");
  builder.begin(Kind::array);
  builder.begin(Kind::object);
  builder.key("name");
  builder.string("a");
  builder.key("depends_on");
  builder.begin(Kind::array);
  builder.string(std::string(1 << 20, 'x'));
  builder.end();
  builder.end();
  builder.end();
  builder.end();
  EXPECT_EQ(lines_of(check(builder.take()).diagnostics),
            Lines{"error unknown_dependency /steps/0/depends_on/0: Step 'a' depends on unknown step '" +
                  std::string(40, 'x') + "…" + std::string(40, 'x') + "'"});
}

TEST(Names, BytesThatAreNoTextAreShownAsSuch) {
  EXPECT_TRUE(mistakes_in_name("a\xFF").empty()) << "a parser refuses them first";
  EXPECT_EQ(
      lines_of(check(document_of_steps({"\xFF\n"})).diagnostics),
      Lines{"warning invisible_character /steps/0/name: Step '\\u{FFFD}\\u{000A}' has an invisible character in its "
            "name: \\u{000A}."});
}

}  // namespace
}  // namespace orchestrator
