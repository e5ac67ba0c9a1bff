#include <gtest/gtest.h>

#include "command_run.h"
#include "version.h"

namespace orchestrator::cli_tests {
namespace {

constexpr std::string_view demo_report =
    "Pipeline PASSED\n"
    "  [SUCCESS] extract (1 attempt(s), 0ms)\n"
    "  [SUCCESS] validate (1 attempt(s), 0ms)\n"
    "  [SUCCESS] transform (1 attempt(s), 0ms)\n"
    "  [SUCCESS] load (1 attempt(s), 0ms)\n"
    "  [SUCCESS] notify (1 attempt(s), 0ms)\n"
    "Total: 1ms\n";

TEST(Usage, WithoutArgumentsTheDemoPipelineRuns) {
  const Result result = run_command({});
  EXPECT_EQ(result.out, demo_report);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.status, 0);
}

TEST(Usage, TheWordRunMayBeLeftOut) {
  EXPECT_EQ(run_command({"run"}).out, demo_report);
  EXPECT_EQ(run_command({"--json"}).out, run_command({"run", "--json"}).out);
  const std::string_view pipeline = R"({"steps":[{"name":"a"}]})";
  EXPECT_EQ(run_command({"-"}, pipeline).out, run_command({"run", "-"}, pipeline).out);
}

TEST(Usage, OptionsMayStandBeforeTheTask) {
  EXPECT_EQ(run_command({"--json", "sort", "-"}, R"({"steps":[{"name":"a"}]})").out, "{\"order\":[\"a\"]}\n");
}

TEST(Usage, AFileCalledLikeATaskCanBeRun) {
  const TemporaryFolder folder;
  folder.file("sort", R"({"steps":[]})");
  EXPECT_EQ(run_command({folder.path("sort")}).out, "Pipeline PASSED\nTotal: 0ms\n");
}

TEST(Usage, HelpAndVersionGoToStandardOutput) {
  const Result help = run_command({"--help"});
  EXPECT_EQ(help.status, 0);
  EXPECT_EQ(help.err, "");
  EXPECT_NE(help.out.find("orchestrator [run] [FILE|-] [--fail-fast|--continue-on-error] [--json]"), std::string::npos);
  EXPECT_EQ(run_command({"sort", "--help"}).status, 0);
  const Result version = run_command({"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_EQ(version.out, "orchestrator " + std::string(orchestrator::version()) + "\n");
}

TEST(Usage, MistakesInTheWordsExitWithTwo) {
  const std::vector<Words> mistakes{{"sort"},
                                    {"--nonsense"},
                                    {"sort", "-", "--nonsense"},
                                    {"sort", "-", "second"},
                                    {"-", "second"},
                                    {"sort", "-", "--fail-fast"},
                                    {"--fail-fast", "--continue-on-error"},
                                    {"--validation", "lenient"},
                                    {"--validation"}};
  for (const Words& words : mistakes) {
    const Result result = run_command(words, R"({"steps":[]})");
    EXPECT_EQ(result.status, 2) << words[0];
    EXPECT_EQ(result.out, "") << words[0];
    EXPECT_NE(result.err.find("orchestrator: "), std::string::npos) << words[0];
    EXPECT_NE(result.err.find("--help"), std::string::npos) << words[0];
  }
}

TEST(Usage, NoControlCharacterOfTheWordsReachesTheTerminal) {
  EXPECT_EQ(run_command({"sort", "-", "\x1b[31mred"}).err.find('\x1b'), std::string::npos);
  EXPECT_EQ(run_command({"sort", "\x1b[31mred"}).err.find('\x1b'), std::string::npos);
}

TEST(Usage, TheOptionsOverrideWhatTheFileSaysOfFailFast) {
  // "b" does not depend on "a", so only fail-fast skips it.
  const auto pipeline = [](bool fail_fast) {
    return Json{{"fail_fast", fail_fast},
                {"steps", {{{"name", "a"}, {"action", {{"fails", "always"}}}}, {{"name", "b"}}}}}
        .dump();
  };
  const auto status_of_b = [&](bool fail_fast, const Words& words) {
    return run_command(words, pipeline(fail_fast)).json().at("results").at(1).at("status").get<std::string>();
  };
  EXPECT_EQ(status_of_b(true, {"-", "--json"}), "SKIPPED");
  EXPECT_EQ(status_of_b(false, {"-", "--json"}), "SUCCESS");
  EXPECT_EQ(status_of_b(true, {"-", "--json", "--continue-on-error"}), "SUCCESS");
  EXPECT_EQ(status_of_b(false, {"-", "--json", "--fail-fast"}), "SKIPPED");
}

TEST(Usage, ValidationChoosesTheCoursesUnmendedRules) {
  constexpr std::string_view pipeline = R"({"steps":[{"name":"a","max_retries":0}]})";
  for (const std::string task : {"run", "sort", "tiers", "check", "trace"}) {
    EXPECT_NE(run_command({task, "-", "--validation", "course"}, pipeline).status, 2) << task;
  }
  EXPECT_EQ(run_command({"check", "-", "--json"}, pipeline).codes(), Words{"invalid_max_retries"});
  const Result result = run_command({"run", "-", "--json", "--validation=course"}, pipeline);
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.json().at("results").at(0).at("status"), "FAILED");
  EXPECT_EQ(result.json().at("results").at(0).at("attempts"), 0);
}

}  // namespace
}  // namespace orchestrator::cli_tests
