// The command sorts by other algorithms and tie-breaks, traces by them, and says what would mend a pipeline.
#include <gtest/gtest.h>

#include "command_run.h"

namespace orchestrator::cli_tests {
namespace {

//  a    b -> d -> e    c
constexpr std::string_view several_ready = R"({"steps":[{"name":"a"},{"name":"b"},{"name":"c"},
    {"name":"d","depends_on":["b"]},{"name":"e","depends_on":["d"]}]})";
//  a <-> b -> c,  d -> e -> d,  d waits for c
constexpr std::string_view two_knots = R"({"steps":[{"name":"a","depends_on":["b"]},{"name":"b","depends_on":["a"]},
    {"name":"c","depends_on":["b"]},{"name":"d","depends_on":["e","c"]},{"name":"e","depends_on":["d"]}]})";

TEST(Sorting, ByTheTieBreakThatIsAskedFor) {
  const auto order = [](const std::string& tie_break) {
    return run_command({"sort", "-", "--tie-break", tie_break}, several_ready).out;
  };
  EXPECT_EQ(order("fifo"), "a\nb\nc\nd\ne\n");
  EXPECT_EQ(order("lifo"), "c\nb\nd\ne\na\n");
  EXPECT_EQ(order("name"), "a\nb\nc\nd\ne\n");
  EXPECT_EQ(order("longest-path"), "b\nd\na\nc\ne\n");
}

TEST(Sorting, ByDepthFirstSearch) {
  EXPECT_EQ(run_command({"sort", "-", "--algorithm", "dfs", "--json"}, several_ready).out,
            "{\"order\":[\"c\",\"b\",\"d\",\"e\",\"a\"]}\n");
  EXPECT_EQ(run_command({"sort", "-", "--algorithm", "kahn"}, several_ready).out,
            run_command({"sort", "-"}, several_ready).out);
}

TEST(Sorting, ATraceOfDepthFirstSearchTellsEveryEvent) {
  const Result result = run_command({"trace", "-", "--algorithm", "dfs"}, several_ready);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 15U);
  EXPECT_EQ(lines[0], " 0  start      All 5 steps are white: the search has not been to any of them yet.");
  EXPECT_EQ(lines[4], " 4  look       'b' looks at its dependent 'd', which is white: the search goes down to it.");
  EXPECT_EQ(lines[14], "sorted: 5 of 5 steps in the list");
}

TEST(Sorting, ATraceOfDepthFirstSearchTellsWhatLeadsBack) {
  const auto lines = lines_of(run_command({"trace", "-", "--algorithm", "dfs"}, two_knots).out);
  ASSERT_GE(lines.size(), 3U);
  EXPECT_EQ(std::vector<std::string>(lines.end() - 3, lines.end()),
            (Words{"cycle: 2 dependencies back to a grey step", "  leads back: b -> a", "  leads back: e -> d"}));
}

TEST(Sorting, ATraceByATieBreakSaysWhyEachStepWasTaken) {
  const auto lines = lines_of(run_command({"trace", "-", "--tie-break", "lifo"}, several_ready).out);
  ASSERT_EQ(lines.size(), 15U);
  EXPECT_EQ(
      lines[4],
      " 4  dequeue    'c' joined the queue last, of the 3 steps in it: it is taken out and becomes number 1 in the "
      "order.");
  EXPECT_EQ(lines[14], "sorted: 5 of 5 steps in the order");
  const auto events = lines_of(run_command({"trace", "-", "--tie-break=lifo", "--json"}, several_ready).out);
  ASSERT_EQ(events.size(), 14U);
  const Json event = Json::parse(events[4]);
  EXPECT_EQ(event.at("step"), "c");
  EXPECT_EQ(event.at("code"), "dequeue.lifo");
  EXPECT_EQ(event.at("params"), (Json{{"step", "c"}, {"ready", 3}, {"place", 1}}));
}

TEST(Sorting, WordsThatDoNotFitAreRefused) {
  for (const Words& words : {Words{"trace", "-", "--algorithm", "bfs"}, Words{"trace", "-", "--tie-break", "random"},
                             Words{"trace", "-", "--tie-break"}, Words{"tiers", "-", "--tie-break", "lifo"},
                             Words{"trace", "-", "--algorithm", "dfs", "--tie-break", "lifo"},
                             Words{"trace", "-", "--tie-break", "lifo", "--algorithm", "dfs"}, Words{"mend"}}) {
    const Result result = run_command(words, several_ready);
    EXPECT_EQ(result.status, 2) << words.back();
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("Try orchestrator --help."), std::string::npos);
  }
}

Json without_sentences(Json json) {
  if (json.is_object()) json.erase("sentences");
  if (json.is_structured()) {
    for (Json& part : json) part = without_sentences(part);
  }
  return json;
}

Words codes_in(const Json& told) {
  Words codes;
  for (const Json& sentence : told.at("sentences")) codes.push_back(sentence.at("code").get<std::string>());
  return codes;
}

TEST(Mending, TellsForEachKnotWhatToRemoveAndWhatThatFrees) {
  const Result result = run_command({"mend", "-"}, two_knots);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(lines_of(result.out), (Words{
                                      "2 steps wait for each other: 'a' and 'b'.",
                                      "  Removing 1 dependency opens every cycle here.",
                                      "  - 'a' no longer waits for 'b'. That frees 3 steps: 'a', 'b' and 'c'.",
                                      "2 steps wait for each other: 'd' and 'e'.",
                                      "  Removing 1 dependency opens every cycle here.",
                                      "  - 'd' no longer waits for 'e'. By itself that frees no step yet.",
                                      "Removing 2 dependencies opens every cycle, and no fewer would do. "
                                      "Then all 5 steps that cannot be sorted now can be.",
                                  }));
}

TEST(Mending, AsJsonHasTheSame) {
  const Json mends = run_command({"mend", "-", "--json"}, two_knots).json();
  EXPECT_EQ(without_sentences(mends), Json::parse(R"({"exact":true,"exact_up_to":20,"knots":[
      {"steps":["a","b"],"exact":true,"remove":[{"step":"a","depends_on":"b","frees":["a","b","c"]}],
       "frees":["a","b","c"]},
      {"steps":["d","e"],"exact":true,"remove":[{"step":"d","depends_on":"e","frees":[]}],"frees":[]}],
      "frees":["a","b","c","d","e"]})"));
  const Json& knot = mends.at("knots").at(0);
  EXPECT_EQ(knot.at("sentences"), Json::parse(R"([
      {"code":"knot.all","params":{"steps":2,"named":["a","b"]},
       "sentence":"2 steps wait for each other: 'a' and 'b'."},
      {"code":"here.one","params":{"mends":1},"sentence":"Removing 1 dependency opens every cycle here."}])"));
  EXPECT_EQ(knot.at("remove").at(0).at("sentences"), Json::parse(R"([
      {"code":"mend.other","params":{"dependent":"a","step":"b"},"sentence":"'a' no longer waits for 'b'."},
      {"code":"frees.all","params":{"steps":3,"named":["a","b","c"]},
       "sentence":"That frees 3 steps: 'a', 'b' and 'c'."}])"));
  EXPECT_EQ(codes_in(mends), (Words{"mends.exact", "sorts.all", "mends.method", "mends.meaning"}));
}

TEST(Mending, OfAPipelineWithoutACycleIsNothing) {
  EXPECT_EQ(run_command({"mend", "-"}, several_ready).out, "There is no cycle, and nothing to mend.\n");
  const Json mends = run_command({"mend", "-", "--json"}, several_ready).json();
  EXPECT_EQ(without_sentences(mends), Json::parse(R"({"exact":true,"exact_up_to":20,"knots":[],"frees":[]})"));
  EXPECT_EQ(codes_in(mends), Words{"mends.none"});
}

TEST(Mending, OfAStepThatWaitsForItself) {
  EXPECT_EQ(lines_of(run_command({"mend", "-"}, R"({"steps":[{"name":"a","depends_on":["a"]}]})").out),
            (Words{"'a' waits for itself.", "  Removing 1 dependency opens every cycle here.",
                   "  - 'a' no longer waits for itself. That frees 'a'."}));
}

// Each step waits for the one before it, and for the one seven before it, all around.
std::string ring(int steps) {
  Json pipeline{{"steps", Json::array()}};
  for (int step = 0; step < steps; ++step) {
    const auto name = [&](int back) { return "s" + std::to_string((step + steps - back) % steps); };
    pipeline["steps"].push_back({{"name", name(0)}, {"depends_on", {name(1), name(7)}}});
  }
  return pipeline.dump();
}

TEST(Mending, OfALargeKnotSaysThatFewerMightDoAndNamesOnlyAFewSteps) {
  const auto lines = lines_of(run_command({"mend", "-"}, ring(30)).out);
  ASSERT_GT(lines.size(), 3U);
  EXPECT_EQ(lines[0], "30 steps wait for each other, among them 's0', 's1', 's2', 's3', 's4' and 's5'.");
  EXPECT_NE(lines[1].find("opens every cycle here. Perhaps fewer would do."), std::string::npos);
  EXPECT_NE(lines.back().find("of more, a rule of thumb chooses (Eades, Lin and Smyth, 1993)"), std::string::npos);
  EXPECT_FALSE(run_command({"mend", "-", "--json"}, ring(30)).json().at("exact").get<bool>());
}

TEST(Mending, OfAPipelineWithOtherMistakesIsRefused) {
  const Result result = run_command({"mend", "-", "--json"}, R"({"steps":[{"name":"a","depends_on":["ghost"]}]})");
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.codes(), Words{"unknown_dependency"});
}

}  // namespace
}  // namespace orchestrator::cli_tests
