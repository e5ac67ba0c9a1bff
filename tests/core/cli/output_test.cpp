#include <gtest/gtest.h>

#include <filesystem>

#include "command_run.h"

namespace orchestrator::cli_tests {
namespace {

constexpr std::string_view diamond = R"({"steps":[{"name":"a"},{"name":"b","depends_on":["a"]},
    {"name":"c","depends_on":["a"]},{"name":"d","depends_on":["b","c"]}]})";
//  start -> a <-> b -> c, and c waits for nobody else
constexpr std::string_view tail_behind_a_cycle = R"({"steps":[{"name":"start"},
    {"name":"a","depends_on":["start","b"]},{"name":"b","depends_on":["a"]},{"name":"c","depends_on":["b"]}]})";

TEST(Output, SortPrintsANameALine) { EXPECT_EQ(run_command({"sort", "-"}, diamond).out, "a\nb\nc\nd\n"); }

TEST(Output, TiersPrintATierALine) {
  EXPECT_EQ(run_command({"tiers", "-"}, diamond).out, "Tier 0: a\nTier 1: b, c\nTier 2: d\n");
  EXPECT_EQ(run_command({"tiers", "-", "--json"}, diamond).out, "{\"tiers\":[[\"a\"],[\"b\",\"c\"],[\"d\"]]}\n");
}

TEST(Output, CheckSaysHowLargeASoundPipelineIs) {
  const Result result = run_command({"check", "-"}, diamond);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "No mistakes: 4 steps, 4 dependencies.\n");
  EXPECT_EQ(run_command({"check", "-", "--json"}, diamond).out, "{\"diagnostics\":[]}\n");
}

TEST(Output, AnEmptyPipelineIsSound) {
  constexpr std::string_view empty = R"({"steps":[]})";
  EXPECT_EQ(run_command({"sort", "-"}, empty).out, "");
  EXPECT_EQ(run_command({"sort", "-", "--json"}, empty).out, "{\"order\":[]}\n");
  EXPECT_EQ(run_command({"tiers", "-", "--json"}, empty).out, "{\"tiers\":[]}\n");
  EXPECT_EQ(run_command({"run", "-"}, empty).out, "Pipeline PASSED\nTotal: 0ms\n");
  EXPECT_EQ(run_command({"run", "-", "--json"}, empty).out,
            "{\"passed\":true,\"total_duration_ms\":0,\"results\":[]}\n");
}

TEST(Output, WarningsGoToStandardErrorAndKeepNothingFromRunning) {
  constexpr std::string_view with_warning = R"({"steps":[{"name":"a","depend_on":[]}]})";
  for (const std::string task : {"run", "sort", "tiers", "check", "trace"}) {
    const Result result = run_command({task, "-"}, with_warning);
    EXPECT_EQ(result.status, 0) << task;
    EXPECT_NE(result.err.find("warning: Step 'a' has an unknown field 'depend_on'"), std::string::npos) << task;
    EXPECT_NE(result.err.find("Did you mean 'depends_on'?"), std::string::npos) << task;
    EXPECT_EQ(run_command({task, "-", "--json"}, with_warning).err, "") << task;
  }
  EXPECT_EQ(run_command({"check", "-"}, with_warning).out, "No errors, 1 warning: 1 step, 0 dependencies.\n");
  EXPECT_EQ(run_command({"check", "-", "--json"}, with_warning).codes(), Words{"unknown_field"});
  EXPECT_EQ(run_command({"sort", "-", "--json"}, with_warning).out, "{\"order\":[\"a\"]}\n");
}

TEST(Output, TraceTellsEveryEventAndThatItSorted) {
  const Result result = run_command({"trace", "-"}, diamond);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 15U);
  EXPECT_EQ(lines[0].substr(0, 13), " 0  start    ");
  EXPECT_EQ(lines[1], " 1  enqueue    'a' depends on nothing, so it joins the ready queue at place 1.");
  EXPECT_EQ(lines[13].substr(0, 13), "13  finish   ");
  EXPECT_EQ(lines[14], "sorted: 4 of 4 steps in the order");
}

TEST(Output, TraceOfACycleTellsWhatItStalledOn) {
  const Result result = run_command({"trace", "-"}, tail_behind_a_cycle);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  const auto lines = lines_of(result.out);
  ASSERT_GE(lines.size(), 4U);
  const std::vector<std::string> last(lines.end() - 4, lines.end());
  EXPECT_EQ(last, (Words{"stalled: 1 of 4 steps in the order", "  closed path: a -> b -> a", "  on a cycle: a, b",
                         "  only behind one: c"}));
}

TEST(Output, TraceOfAPipelineWithOtherMistakesIsRefused) {
  constexpr std::string_view pipeline = R"({"steps":[{"name":"a","depends_on":["a"],"timeout_ms":0}]})";
  const Result result = run_command({"trace", "-", "--json"}, pipeline);
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.codes(), (Words{"invalid_timeout", "cyclic_dependency"}));
}

TEST(Output, TraceAsJsonIsAnEventALine) {
  const auto lines = lines_of(run_command({"trace", "-", "--json"}, tail_behind_a_cycle).out);
  ASSERT_EQ(lines.size(), 5U);
  const std::vector<std::string> kinds{"start", "enqueue", "dequeue", "decrement", "finish"};
  const std::vector<int> numbers{1, 2, 4, 6, 8};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Json event = Json::parse(lines[i]);
    EXPECT_EQ(event.at("cursor"), i);
    EXPECT_EQ(event.at("kind"), kinds[i]);
    EXPECT_EQ(event.at("line"), numbers[i]);
    EXPECT_EQ(event.contains("step"), i > 0 && i < 4);
    EXPECT_EQ(event.contains("dependent"), i == 3);
    EXPECT_FALSE(event.at("sentence").get<std::string>().empty());
  }
  const Json decrement = Json::parse(lines[3]);
  EXPECT_EQ(decrement.at("step"), "start");
  EXPECT_EQ(decrement.at("dependent"), "a");
}

TEST(Output, RunAsJsonHasItsKeysInOrder) {
  const Result result = run_command({"-", "--json"}, R"({"steps":[
      {"name":"a","max_retries":2,"action":{"fails":1,"error":"boom","output":"done","duration_ms":5}},
      {"name":"b","action":{"fails":"always","error":"bad \"luck\"\n"}},{"name":"c","depends_on":["b"]}]})");
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(
      result.out,
      R"({"passed":false,"total_duration_ms":10,"results":[)"
      R"({"step":"a","status":"SUCCESS","attempts":2,"duration_ms":10,"output":"done","error":""},)"
      R"({"step":"b","status":"FAILED","attempts":1,"duration_ms":0,"output":"","error":"bad \"luck\"\n","reason":"failed"},)"
      R"({"step":"c","status":"SKIPPED","attempts":0,"duration_ms":0,"output":"","error":"","reason":"fail_fast","cause":"b"}]})"
      "\n");
}

TEST(Output, AFailedRunSaysWhyOnStandardError) {
  const Result result = run_command({"-"}, R"({"steps":[{"name":"a","action":{"fails":"always","error":"boom"}}]})");
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "Pipeline FAILED\n  [FAILED ] a (1 attempt(s), 0ms)\nTotal: 0ms\n");
  EXPECT_EQ(result.err, "Step 'a' failed: boom\n");
}

TEST(Output, AReaderThatGoesAwayIsNoMistake) {
  const TemporaryFolder folder;
  std::string steps = R"({"steps":[{"name":"s0"})";
  for (int i = 1; i < 50000; ++i) steps += ",{\"name\":\"s" + std::to_string(i) + "\"}";
  const std::string file = folder.file("many.json", steps + "]}");
  const std::string quoted = "'" + file + "'";
  // The reader must have gone before the command writes to it, whoever is faster.
  const Result result = run_shell(R"({ sleep 0.2; "$ORCHESTRATOR" trace )" + quoted + "; echo $? >&2; } | true");
  EXPECT_EQ(result.err, "0\n");
  const Result head = run_shell(R"("$ORCHESTRATOR" trace )" + quoted + " | head -n 1");
  EXPECT_EQ(lines_of(head.out).size(), 1U);
  EXPECT_EQ(head.err, "");
}

TEST(Output, AFullDiskIsASentence) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "only where there is a device that is always full";
  const Result result = run_shell(R"("$ORCHESTRATOR" > /dev/full)");
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("The output cannot be written"), std::string::npos);
}

}  // namespace
}  // namespace orchestrator::cli_tests
