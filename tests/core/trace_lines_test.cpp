#include "trace_lines.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "fixtures.h"
#include "text.h"

namespace orchestrator {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const auto& trace, LineFormat format, Cursor from, Cursor to) {
  Lines lines;
  for_each_line(trace, fixtures::letter, format, from, to, [&](std::string_view line) {
    EXPECT_EQ(line.back(), '\n');
    lines.emplace_back(line.substr(0, line.size() - 1));
    return true;
  });
  return lines;
}

TEST(TraceLines, OfAnyPartAreThoseOfTheWhole) {
  for (const Graph& graph : {fixtures::diamond(), fixtures::tail_behind_cycle(), fixtures::doubled()}) {
    const TieBreakTrace trace(graph, TieBreak::fifo, fixtures::letter);
    const Lines whole = lines_of(trace, LineFormat::json, 0, trace.size());
    ASSERT_EQ(whole.size(), trace.size());
    for (Cursor from = 0; from < trace.size(); ++from) {
      EXPECT_EQ(lines_of(trace, LineFormat::json, from, from + 1), Lines{whole[static_cast<std::size_t>(from)]});
    }
    EXPECT_TRUE(lines_of(trace, LineFormat::text, 2, 2).empty());
  }
}

TEST(TraceLines, EndWhenNobodyWantsMore) {
  const Graph graph = fixtures::diamond();
  const DepthTrace trace(graph);
  int taken = 0;
  for_each_line(trace, fixtures::letter, LineFormat::text, 0, trace.size(),
                [&](std::string_view) { return ++taken < 3; });
  EXPECT_EQ(taken, 3);
}

TEST(TraceLines, OfADepthFirstSearchTellWhatLeadsBack) {
  const Graph graph = fixtures::two_cycles();
  const DepthTrace trace(graph);
  const Lines lines = lines_of(trace, LineFormat::text, trace.size() - 1, trace.size());
  EXPECT_EQ(Lines(lines.begin() + 1, lines.end()),
            (Lines{"cycle: 2 dependencies back to a grey step", "  leads back: c -> a", "  leads back: e -> d"}));
  const Graph diamond = fixtures::diamond();
  const DepthTrace sorted(diamond);
  EXPECT_EQ(lines_of(sorted, LineFormat::text, 13, 14).back(), "sorted: 4 of 4 steps in the list");
}

TEST(TraceLines, AsJsonHoldTheStepsAndTheSentenceInParts) {
  const Graph graph = fixtures::diamond();
  const DepthTrace trace(graph);
  EXPECT_EQ(lines_of(trace, LineFormat::json, 2, 3).front(),
            R"({"cursor":2,"kind":"look","step":"a","dependent":"b","found":"tree","line":6,"code":"depth.look.tree",)"
            R"("params":{"step":"a","dependent":"b"},)"
            R"("sentence":"'a' looks at its dependent 'b', which is white: the search goes down to it."})");
}

TEST(TraceLines, ParametersOfEveryKindAreJson) {
  constexpr SentenceForm form{"test", "{step}, {*steps}, {#number} at {@event}"};
  const Sentence sentence{&form, {0, 2, 1, 2, 7, 9}};
  EXPECT_EQ(json_params(sentence, fixtures::letter), R"({"step":"a","steps":["b","c"],"number":7,"event":9})");
  constexpr SentenceForm plain{"test.plain", "No places."};
  EXPECT_EQ(json_params({&plain}, fixtures::letter), "{}");
}

TEST(TraceLines, TextAsJsonIsReadAsItWas) {
  using nlohmann::json;
  for (const std::string text : {"", "plain", "\"quoted\" \\ and \n\t\x01", "手順 🦆 é", "</script>"}) {
    EXPECT_EQ(json::parse(json_quoted(text)).get<std::string>(), text);
  }
  EXPECT_EQ(json::parse(json_quoted("broken \xff byte")).get<std::string>(), "broken \xEF\xBF\xBD byte");
}

}  // namespace
}  // namespace orchestrator
