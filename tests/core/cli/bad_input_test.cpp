#include <gtest/gtest.h>

#include "command_run.h"

namespace orchestrator::cli_tests {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

// The message of the first diagnostic that `check` has.
std::string first_message(std::string_view input) {
  const Result result = run_command({"check", "-", "--json"}, input);
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "");
  return result.json().at("diagnostics").at(0).at("message");
}

TEST(BadInput, TextThatIsNoJsonIsAMistakeWithItsPlace) {
  const std::vector<std::pair<std::string_view, std::string_view>> texts{
      {"", "the text is empty (line 1, column 1)"},
      {" \n\t", "the text is empty (line 1, column 1)"},
      {"hello", "there is 'hello' where a value should be (line 1, column 1)"},
      {"{", "the text ends where a name in double quotes or } should be (line 1, column 2)"},
      {"[1 2]", "there is '2' where a comma or ] should be (line 1, column 4)"},
      {"{\"a\":[1,\n\n 2 3]}", "there is '3' where a comma or ] should be (line 3, column 4)"},
      {"{\"steps\":[\n  {},\n]}", "there is a comma with nothing behind it (line 3, column 1)"},
      {R"({"steps":[]} x)", "there is 'x' behind the end of the pipeline (line 1, column 14)"},
      {R"({"steps" []})", "there is '[' where a colon should be (line 1, column 10)"},
      {R"({"é":"ü" é})", "there is 'é' where a comma or } should be (line 1, column 10)"},
      {R"({'steps':[]})", "there is a single quote where a name in double quotes or } should be (line 1, column 2)"},
      {R"({"a":tru,})", "there is 'tru' where a value should be (line 1, column 6)"},
      {R"({"a":true false})", "there is 'false' where a comma or } should be (line 1, column 11)"},
      {R"({"a":trues})", "there is 's' where a comma or } should be (line 1, column 10)"},
      {R"({true:1})", "there is 'true' where a name in double quotes or } should be (line 1, column 2)"},
      {R"({"a" "b"})", "there is the text 'b' where a colon should be (line 1, column 6)"},
      {R"({"a":NaN})", "there is 'NaN' where a value should be (line 1, column 6)"},
      {R"({"a":1e999})", "the number 1e999 is too large (line 1, column 6)"},
      {R"({"a":-})", "the number that begins here is not finished (line 1, column 6)"},
      {R"({"a":1.)", "the number that begins here is not finished (line 1, column 6)"},
      {R"({"a":"abc)", "the text that begins here has no closing quote (line 1, column 6)"},
      {"{\"a\":\"abc\n\"}", "a text is not closed before the end of the line (line 1, column 10)"},
      {R"({"a":"\x"})", "a backslash is followed by something it has no meaning for (line 1, column 8)"},
      {R"({"a":"\ud800x"})", "there is only one half of a \\u pair (line 1, column 13)"},
      {R"({"a":"U+000A surrogate \u12"})", "\\u must be followed by four hexadecimal digits (line 1, column 28)"},
      {"{\"a\":\x1b[31m}", "there is '\\u{001B}' where a value should be (line 1, column 6)"},
  };
  for (const auto& [text, reason] : texts) {
    EXPECT_EQ(first_message(text), "This is not valid JSON: " + std::string(reason) + ".") << text;
  }
}

TEST(BadInput, BytesThatAreNoUtf8AreAMistake) {
  EXPECT_EQ(first_message("{\"steps\":[{\"name\":\"\xFF\"}]}"),
            "This is not valid JSON: there is a byte that is not UTF-8 (line 1, column 20).");
  EXPECT_EQ(first_message("\xC3("),
            "This is not valid JSON: there is a byte that is not UTF-8 where a value should be (line 1, column 1).");
  EXPECT_EQ(first_message(std::string_view("\xFF\xFE{\0}\0", 6)),
            "This is not valid JSON: the text is UTF-16; it must be saved as UTF-8 (line 1, column 1).");
}

TEST(BadInput, NothingBehindANulIsOverlooked) {
  EXPECT_EQ(first_message(std::string_view("{\"steps\":[]}\0{", 14)),
            "This is not valid JSON: there is a NUL byte, as in binary files (line 1, column 13).");
}

TEST(BadInput, AByteOrderMarkIsNoMistake) {
  const Result result = run_command({"check", "-"}, "\xEF\xBB\xBF{\"steps\":[]}");
  EXPECT_EQ(result.out, "No mistakes: 0 steps, 0 dependencies.\n");
  EXPECT_EQ(first_message("\xEF\xBB\xBF{"),
            "This is not valid JSON: the text ends where a name in double quotes or } should be (line 1, column 2).");
}

TEST(BadInput, DuplicateKeysAreSeen) {
  const Result result = run_command({"check", "-", "--json"},
                                    R"({"steps":[{"name":"a","name":"b"}],"fail_fast":true,"fail_fast":false})");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.codes(), (Words{"duplicate_field", "duplicate_field"}));
}

TEST(BadInput, AMillionListsInOneAnotherAreRead) {
  constexpr std::size_t depth = 1000000;
  const std::string closed = "{\"steps\":" + repeated("[", depth) + repeated("]", depth) + "}";
  EXPECT_EQ(run_command({"check", "-", "--json"}, closed).codes(), Words{"invalid_type"});
  const std::string in_unknown_field =
      R"({"steps":[],"x":)" + repeated("{\"y\":", depth) + "1" + repeated("}", depth + 1);
  EXPECT_EQ(run_command({"check", "-", "--json"}, in_unknown_field).codes(), Words{"unknown_field"});
  EXPECT_EQ(run_command({"check", "-", "--json"}, repeated("[", depth)).codes(), Words{"invalid_json"});
}

TEST(BadInput, WrongTypesAreReportedAllAtOnce) {
  const Result result = run_command({"check", "-", "--json"}, R"({"fail_fast":1,"workers":"two","steps":[
      {"name":7},{"name":"a","depends_on":"b","max_retries":0,"timeout_ms":-1},{"name":"c","depends_on":["d"]},[]]})");
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.codes(), (Words{"invalid_type", "invalid_type", "invalid_name", "invalid_type",
                                   "invalid_max_retries", "invalid_timeout", "invalid_type", "unknown_dependency"}));
  const Json first = result.json().at("diagnostics").at(0);
  std::vector<std::string> keys;
  for (const auto& [key, value] : first.items()) keys.push_back(key);
  EXPECT_EQ(keys, (Words{"code", "severity", "message", "hint", "steps", "path"}));
  EXPECT_EQ(first.at("path"), "/fail_fast");
}

TEST(BadInput, EveryTaskSaysTheSame) {
  constexpr std::string_view unknown = R"({"steps":[{"name":"a","depends_on":["ghost"]}]})";
  for (const std::string task : {"run", "sort", "tiers", "check", "trace"}) {
    const Result as_json = run_command({task, "-", "--json"}, unknown);
    EXPECT_EQ(as_json.status, 2) << task;
    EXPECT_EQ(as_json.codes(), Words{"unknown_dependency"}) << task;
    EXPECT_EQ(as_json.err, "") << task;
    const Result as_text = run_command({task, "-"}, unknown);
    EXPECT_EQ(as_text.status, 2) << task;
    EXPECT_EQ(as_text.out, "") << task;
    EXPECT_EQ(as_text.err,
              "error: Step 'a' depends on unknown step 'ghost'\n"
              "    Add a step of that name, or remove the dependency.\n"
              "    [unknown_dependency] at /steps/0/depends_on/0\n")
        << task;
  }
}

TEST(BadInput, HostileNamesDoNotReachTheTerminal) {
  // Markup and quotes are harmless there; NUL, escape sequences and a change of direction are not.
  constexpr std::string_view pipeline = R"({"steps":[{"name":"<img src=x onerror=alert(1)>\"'"},{"name":"a\u0000b"},
      {"name":"\u001b[2J","depends_on":["txt.\u202Eexe"],"action":{"fails":"always","error":"\u001b[31m"}},
      {"name":"txt.\u202Eexe"},{"name":"two\nlines","\u001b[2J":1}]})";
  for (const std::string task : {"run", "sort", "tiers", "check", "trace"}) {
    const Result result = run_command({task, "-"}, pipeline);
    const std::string all = result.out + result.err;
    EXPECT_NE(all.find("\\u{001B}"), std::string::npos) << task;
    for (const std::string_view raw :
         {std::string_view("\0", 1), std::string_view("\x1b"), std::string_view("\u202E"), std::string_view("two\n")}) {
      EXPECT_EQ(all.find(raw), std::string::npos) << task;
    }
  }
}

TEST(BadInput, SortAndTiersPrintNamesWholeButVisible) {
  const std::string long_name(900, 'x');
  const Json pipeline{{"steps", {{{"name", "txt.\u202Eexe"}}, {{"name", long_name}}, {{"name", "<b>\"é'"}}}}};
  EXPECT_EQ(run_command({"sort", "-"}, pipeline.dump()).out, "txt.\\u{202E}exe\n" + long_name + "\n<b>\"é'\n");
  EXPECT_EQ(run_command({"tiers", "-"}, pipeline.dump()).out, "Tier 0: txt.\\u{202E}exe, " + long_name + ", <b>\"é'\n");
  EXPECT_EQ(run_command({"sort", "-", "--json"}, pipeline.dump()).json().at("order").at(0), "txt.\u202Eexe");
}

TEST(BadInput, ANameOfAMegabyteIsRefusedBriefly) {
  const std::string name(1000000, 'x');
  const std::string pipeline = Json{{"steps", {{{"name", name}}}}}.dump();
  const Result result = run_command({"check", "-"}, pipeline);
  EXPECT_EQ(result.status, 2);
  EXPECT_LT(result.err.size(), 1000U);
  EXPECT_EQ(run_command({"check", "-", "--json"}, pipeline).codes(), Words{"invalid_name"});
}

TEST(BadInput, AMegabyteNameWithManyMistakesTakesNoLongerThanOthers) {
  // Each of the sentences speaks of the step: to go through its name for each of them would take hours.
  const std::string name(1000000, 'x');
  std::string fields;
  for (int i = 0; i < 50000; ++i) fields += ",\"f" + std::to_string(i) + "\":0";
  std::string dependencies = "\"g\"";
  for (int i = 0; i < 50000; ++i) dependencies += ",\"g" + std::to_string(i) + "\"";
  const Result result = run_command({"check", "-", "--json"}, R"({"steps":[{"name":")" + name + R"(","depends_on":[)" +
                                                                  dependencies + "]" + fields + "}]}");
  EXPECT_EQ(result.status, 2);
  EXPECT_LT(result.seconds, 30);
  EXPECT_LT(result.out.size(), 100000000U);
}

}  // namespace
}  // namespace orchestrator::cli_tests
