// The options of "run": rules, times, and what is told of a run beside its report.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "command_run.h"

namespace orchestrator::cli_tests {
namespace {

// "build" fails for good, "test" and "deploy" follow from it, "docs" does not, and "notes" follows from "docs".
constexpr std::string_view failing = R"({"steps":[
    {"name":"build","max_retries":2,"allow_failure":true,"action":{"fails":"always","error":"boom"}},
    {"name":"docs","action":{"output":"written"}},
    {"name":"test","depends_on":["build"]},{"name":"notes","depends_on":["docs"]},
    {"name":"deploy","depends_on":["test"]}]})";

std::string states_under(const Words& options) {
  Words words{"-", "--json"};
  words.insert(words.end(), options.begin(), options.end());
  const Result result = run_command(words, failing);
  std::string states;
  const Json rows = result.json().at("results");
  for (const Json& row : rows) {
    states += row.at("step").get<std::string>() + " " + row.at("status").get<std::string>() + " " +
              std::to_string(row.at("attempts").get<int>()) + (row.contains("reason") ? " " : "") +
              row.value("reason", "") + "\n";
  }
  return states + "exit status " + std::to_string(result.status);
}

TEST(RunOptions, EachPolicyHasItsRules) {
  EXPECT_EQ(states_under({"--policy", "course"}), states_under({}));
  EXPECT_EQ(states_under({"--policy", "course"}),
            "build FAILED 2 failed\ndocs SKIPPED 0 fail_fast\ntest SKIPPED 0 fail_fast\nnotes SKIPPED 0 fail_fast\n"
            "deploy SKIPPED 0 fail_fast\nexit status 1");
  EXPECT_EQ(states_under({"--policy", "course", "--continue-on-error"}),
            "build FAILED 2 failed\ndocs SUCCESS 1\ntest SKIPPED 0 upstream\nnotes SUCCESS 1\n"
            "deploy SKIPPED 0 upstream\nexit status 1");
  EXPECT_EQ(states_under({"--policy", "github-actions"}),
            "build FAILED 1 failed\ndocs SUCCESS 1\ntest SUCCESS 1\nnotes SUCCESS 1\ndeploy SUCCESS 1\nexit status 0");
  EXPECT_EQ(states_under({"--policy", "gitlab"}),
            "build FAILED 3 failed\ndocs SUCCESS 1\ntest SUCCESS 1\nnotes SUCCESS 1\ndeploy SUCCESS 1\nexit status 0");
  EXPECT_EQ(states_under({"--policy", "airflow", "--continue-on-error"}),
            "build FAILED 3 failed\ndocs SUCCESS 1\ntest SKIPPED 0 upstream\nnotes SUCCESS 1\n"
            "deploy SKIPPED 0 upstream\nexit status 1");
  EXPECT_EQ(states_under({"--policy", "argo", "--continue-on-error"}),
            "build FAILED 3 failed\ndocs SUCCESS 1\ntest SUCCESS 1\nnotes SUCCESS 1\ndeploy SUCCESS 1\nexit status 0");
}

TEST(RunOptions, EachPolicyHoldsForRealCommandsToo) {
  const TemporaryFolder folder;
  const std::string pid = folder.path("pid");
  // "long" runs while "fails" fails: Airflow's fail-fast stops it, Argo's lets it end.
  const Json pipeline{
      {"steps",
       {{{"name", "long"}, {"run", "echo $$ > '" + pid + "'; for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; done"}},
        {{"name", "fails"}, {"run", "until test -s '" + pid + "'; do sleep 0.05; done; exit 1"}}}}};
  const auto statuses = [&](const std::string& policy) {
    const Result result = run_command({"-", "--json", "--workers", "2", "--policy", policy}, pipeline.dump());
    EXPECT_EQ(result.status, 1) << policy;
    std::string words;
    const Json rows = result.json().at("results");
    for (const Json& row : rows) {
      words += row.at("status").get<std::string>() + " " + row.value("reason", "") + "; ";
    }
    EXPECT_TRUE(is_gone(numbers_in(content_of(pid)).at(0))) << policy;
    std::filesystem::remove(pid);
    return words;
  };
  EXPECT_EQ(statuses("airflow"), "FAILED fail_fast; FAILED failed; ");
  EXPECT_EQ(statuses("argo"), "SUCCESS ; FAILED failed; ");
  EXPECT_EQ(statuses("gitlab"), "SUCCESS ; FAILED failed; ");
  EXPECT_EQ(statuses("github-actions"), "SUCCESS ; FAILED failed; ");
  EXPECT_EQ(statuses("course"), "SUCCESS ; FAILED failed; ");
}

TEST(RunOptions, AMistakeIsASentenceThatSaysWhatWouldDo) {
  const std::vector<std::pair<Words, std::string>> mistakes{
      {{"--workers", "0"}, "--workers: must be a whole number from 1 to 1000, not '0'"},
      {{"--workers", "1001"}, "--workers: must be a whole number from 1 to 1000, not '1001'"},
      {{"--workers", "2.5"}, "--workers: must be a whole number from 1 to 1000, not '2.5'"},
      {{"--workers", "99999999999999999999"},
       "--workers: must be a whole number from 1 to 1000, not '99999999999999999999'"},
      {{"--policy", "gitlub"},
       "--policy: there is no policy 'gitlub'; there are course, github-actions, gitlab, airflow, argo. Did you mean "
       "'gitlab'?"},
      {{"--policy", ""}, "--policy: there is no policy ''; there are course, github-actions, gitlab, airflow, argo"},
      {{"--retry-delay", "soon"}, "--retry-delay: must be a number of milliseconds from 0, not 'soon'"},
      {{"--retry-delay", "nan"}, "--retry-delay: must be a number of milliseconds from 0, not 'nan'"},
      {{"--retry-delay=-1"}, "--retry-delay: must be a number of milliseconds from 0, not '-1'"},
      {{"--retry-delay", "1", "--retry-jitter", "1.5"}, "--retry-jitter: must be a number from 0 to 1, not '1.5'"},
      {{"--retry-backoff"}, "--retry-backoff requires --retry-delay"},
      {{"--grace", "1s"}, "--grace: must be a number of milliseconds from 0, not '1s'"},
      {{"--dry-run", "--events"}, "--dry-run excludes --events"},
      {{"--workers", "\x1b[31m"}, "--workers: must be a whole number from 1 to 1000, not '\\u{001B}[31m'"},
  };
  for (const auto& [words, sentence] : mistakes) {
    const Result result = run_command(words);
    EXPECT_EQ(result.status, 2) << sentence;
    EXPECT_EQ(result.out, "") << sentence;
    EXPECT_EQ(result.err, "orchestrator: " + sentence + "\nTry orchestrator --help.\n");
  }
}

TEST(RunOptions, OnlyRunTakesThem) {
  for (const std::string option : {"--workers=2", "--policy=course", "--dry-run", "--events", "--junit=x"}) {
    EXPECT_EQ(run_command({"sort", "-", option}, R"({"steps":[]})").status, 2) << option;
  }
}

TEST(RunOptions, ADryRunSaysWhatWouldRunAndRunsNothing) {
  const TemporaryFolder folder;
  const std::string marker = folder.path("marker");
  const Json pipeline{{"workers", 3},
                      {"steps",
                       {{{"name", "fetch"}, {"run", "touch '" + marker + "'"}},
                        {{"name", "build"}, {"depends_on", {"fetch"}}, {"max_retries", 2}, {"run", "make\nall"}},
                        {{"name", "wait"}, {"timeout_ms", 500}, {"action", {{"duration_ms", 1.5}}}}}}};
  const Result result = run_command({"-", "--dry-run"}, pipeline.dump());
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out,
            "3 steps on 3 workers by the rules of the course, failing fast. Nothing is run.\n"
            "  1. fetch: touch '" +
                marker +
                "' (1 attempt of 30000ms)\n"
                "  2. wait: simulated, 1.5ms (1 attempt of 500ms)\n"
                "  3. build, after fetch: make\\u{000A}all (at most 2 attempts of 30000ms)\n");
  const Json plan =
      run_command({"-", "--dry-run", "--json", "--policy", "argo", "--workers", "7"}, pipeline.dump()).json();
  EXPECT_EQ(plan.at("policy"), "argo");
  EXPECT_EQ(plan.at("workers"), 7);
  EXPECT_EQ(
      plan.at("steps").at(2),
      (Json{
          {"step", "build"}, {"depends_on", {"fetch"}}, {"run", "make\nall"}, {"attempts", 3}, {"timeout_ms", 30000}}));
  EXPECT_TRUE(plan.at("steps").at(1).at("run").is_null());
  EXPECT_FALSE(std::filesystem::exists(marker));
  EXPECT_EQ(run_command({"-", "--dry-run", "--json"}, R"({"steps":[]})").json().at("steps"), Json::array());
}

TEST(RunOptions, EventsAreLinesOfJsonInTheirOrder) {
  const Result result = run_command({"-", "--events"}, chain_of({"echo out; echo err >&2", "exit 3", "true"}).dump());
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "");
  const std::vector<Json> lines = result.json_lines();
  std::vector<std::string> told;
  double time = 0;
  for (const Json& line : lines) {
    told.push_back(line.value("kind", "report") + " " + line.value("step", ""));
    EXPECT_GE(line.value("time_ms", time), time);
    time = line.value("time_ms", time);
    EXPECT_EQ(line.value("sentence", "").empty(), &line == &lines.back());
  }
  EXPECT_EQ(told, (Words{"begin ", "start a", "succeed a", "start b", "fail b", "give_up b", "stop ", "skip c", "end ",
                         "report "}));
  EXPECT_EQ(lines[2].at("output"), "out");
  EXPECT_EQ(lines[2].at("error"), "err");
  EXPECT_EQ(lines[2].at("exit_code"), 0);
  EXPECT_EQ(lines[4].at("exit_code"), 3);
  EXPECT_EQ(lines[7].at("reason"), "fail_fast");
  EXPECT_EQ(lines[7].at("cause"), "b");
  EXPECT_EQ(lines.back().at("passed"), false);
}

TEST(RunOptions, EventsComeAsTheyHappen) {
  // The second command waits for what is told of the first one.
  const TemporaryFolder folder;
  const std::string events = folder.path("events");
  const std::string file = folder.file(
      "p.json",
      chain_of({"true", "until grep -q '\"succeed\",\"step\":\"a\"' '" + events + "'; do sleep 0.05; done"}).dump());
  EXPECT_EQ(run_shell("\"$ORCHESTRATOR\" '" + file + "' --events > '" + events + "'").status, 0);
}

TEST(RunOptions, EventsOfASimulationAreExact) {
  const Result result = run_command({"-", "--events", "--retry-delay", "250", "--retry-backoff", "--workers", "2"},
                                    R"({"steps":[{"name":"a","max_retries":3,"timeout_ms":10,
                                        "action":{"duration_ms":10.5}},{"name":"b","action":{"duration_ms":3}}]})");
  std::string told;
  for (const Json& line : result.json_lines()) {
    if (!line.contains("kind")) break;
    told += line.at("time_ms").dump() + " " + line.at("kind").get<std::string>() + " " + line.value("step", "") + "\n";
  }
  EXPECT_EQ(told,
            "0 begin \n0 start a\n0 start b\n3 succeed b\n10 time_out a\n10 wait a\n260 start a\n270 time_out a\n"
            "270 wait a\n770 start a\n780 time_out a\n780 give_up a\n780 stop \n780 end \n");
}

TEST(RunOptions, WaitsAreTheSameForTheSameSeed) {
  const auto waits = [](const std::string& seed) {
    std::string all;
    const Result result =
        run_command({"-", "--events", "--retry-delay", "1000", "--retry-jitter", "0.5", "--seed", seed},
                    R"({"steps":[{"name":"a","max_retries":5,"action":{"fails":"always"}}]})");
    double before = 0;
    for (const Json& line : result.json_lines()) {
      if (line.value("kind", "") != "wait") continue;
      const double wait = line.at("until_ms").get<double>() - line.at("time_ms").get<double>();
      EXPECT_GE(wait, 499.99);
      EXPECT_LE(wait, 1000.01);
      EXPECT_NE(wait, before);
      before = wait;
      all += std::to_string(wait) + " ";
    }
    return all;
  };
  EXPECT_EQ(waits("7"), waits("7"));
  EXPECT_NE(waits("7"), waits("8"));
}

TEST(RunOptions, AJUnitFileIsWrittenAndHoldsEachStep) {
  const TemporaryFolder folder;
  const std::string file = folder.path("report.xml");
  const Json pipeline = chain_of({"echo '<b>&amp;'; printf '\\033[1m'", "echo \"]]>\" >&2; exit 3", "true"});
  const Result result = run_command({"-", "--junit", file}, pipeline.dump());
  EXPECT_EQ(result.status, 1);
  const std::string xml = content_of(file);
  EXPECT_EQ(well_formed(xml), "") << xml;
  EXPECT_NE(xml.find("tests=\"3\" failures=\"1\""), std::string::npos) << xml;
  EXPECT_NE(xml.find("&lt;b&gt;&amp;amp;"), std::string::npos) << xml;
  EXPECT_EQ(xml.find('\x1b'), std::string::npos);
}

TEST(RunOptions, AFullDiskForTheJUnitFileIsASentenceBelowTheReport) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "only where there is a device that is always full";
  const Result result = run_command({"-", "--junit", "/dev/full"}, chain_of({"true"}).dump());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(without_times(result.out), "Pipeline PASSED\n  [SUCCESS] a (1 attempt(s), …ms)\nTotal: …ms\n");
  EXPECT_NE(result.err.find("error: The file '/dev/full' cannot be written: No space left on device.\n"),
            std::string::npos)
      << result.err;
}

TEST(RunOptions, AJUnitFileThatCannotBeWrittenKeepsAnythingFromRunning) {
  const TemporaryFolder folder;
  const std::string marker = folder.path("marker");
  const Result result =
      run_command({"-", "--junit", folder.path("no/such/folder")}, chain_of({"touch '" + marker + "'"}).dump());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("cannot be written: No such file or directory.\n"), std::string::npos) << result.err;
  EXPECT_FALSE(std::filesystem::exists(marker));
}

TEST(RunOptions, APipelineWithMistakesLeavesTheJUnitFileAlone) {
  const TemporaryFolder folder;
  const std::string file = folder.file("report.xml", "before");
  EXPECT_EQ(run_command({"-", "--junit", file}, R"({"steps":[{}]})").status, 2);
  EXPECT_EQ(content_of(file), "before");
}

TEST(RunOptions, WhatCommandsPrintComesInOnePieceEach) {
  const std::string many = "for i in 1 2 3 4 5 6 7 8 9; do echo out-$0; sleep 0.02; done; echo err-$0 >&2";
  Json steps = Json::array();
  std::vector<std::string> pieces;
  for (const std::string name : {"a", "b", "c", "d"}) {
    std::string command = many;
    for (std::size_t at = 0; (at = command.find("$0", at)) != std::string::npos;) command.replace(at, 2, name);
    steps.push_back({{"name", name}, {"run", command}});
    std::string piece;
    for (int i = 0; i < 9; ++i) piece += "out-" + name + "\n";
    pieces.push_back("ms\n" + piece + "err-" + name + "\n");
  }
  const Result result = run_command({"-", "--workers", "4"}, Json{{"steps", steps}}.dump());
  EXPECT_EQ(result.status, 0);
  for (const std::string& piece : pieces) EXPECT_NE(result.err.find(piece), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("[4/4] "), std::string::npos);
  // No terminal: nothing is drawn over.
  EXPECT_EQ(result.err.find('\r'), std::string::npos);
}

TEST(RunOptions, AFailedAttemptTellsHowItsCommandEnded) {
  Json pipeline = chain_of({"echo why >&2; exit 3"});
  pipeline["steps"][0]["max_retries"] = 2;
  EXPECT_EQ(without_times(run_command({"-"}, pipeline.dump()).err),
            "[0/1] a failed after …ms: exit status 3\nwhy\n[0/1] a, attempt 2, failed after …ms: exit status 3\nwhy\n"
            "Step 'a' failed: exit status 3: why\n");
}

TEST(RunOptions, ATerminalHasALineThatTellsWhatRuns) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
  ASSERT_GE(terminal, 0);
  ASSERT_EQ(::grantpt(terminal), 0);
  ASSERT_EQ(::unlockpt(terminal), 0);
  const TemporaryFolder folder;
  const std::string file = folder.file("p.json", chain_of({"sleep 0.3", "true"}).dump());
  const Result result = run_shell("\"$ORCHESTRATOR\" '" + file + "' 2> " + ::ptsname(terminal));
  std::array<char, 4096> drawn{};
  const ssize_t size = ::read(terminal, drawn.data(), drawn.size());
  ::close(terminal);
  ASSERT_GT(size, 0);
  const std::string all(drawn.data(), static_cast<std::size_t>(size));
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(all.substr(0, 32), "0 of 2 steps settled, 1 running:") << all;
  EXPECT_NE(all.find("running: a"), std::string::npos) << all;
  // It is gone in the end.
  EXPECT_NE(all.find("\r\x1b[K", all.rfind("settled")), std::string::npos) << all;
}

}  // namespace
}  // namespace orchestrator::cli_tests
