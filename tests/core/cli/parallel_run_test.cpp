// Many shell commands at once, and what may go wrong with them.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <map>
#include <set>

#include "command_run.h"

namespace orchestrator::cli_tests {
namespace {

std::string name_of(int number) { return "s" + std::to_string(number); }

// Steps s0, s1, … that do not depend on each other.
Json side_by_side(int count, const std::string& command) {
  Json steps = Json::array();
  for (int i = 0; i < count; ++i) steps.push_back({{"name", name_of(i)}, {"run", command}});
  return {{"steps", steps}};
}

Json rows_of(const Result& result) { return result.json().at("results"); }

// Waits until so many steps have come there, and writes how it went: it ends well only when they run side by side.
std::string meeting(const TemporaryFolder& folder, int count) {
  const std::string files = folder.path("met-");
  return "touch " + files + "$$; i=0; until test $(ls " + files + "* | wc -l) -ge " + std::to_string(count) +
         "; do i=$((i+1)); test $i -lt 1200 || exit 1; sleep 0.05; done";
}

TEST(ParallelRun, AsManyStepsRunAtOnceAsThereAreWorkers) {
  const TemporaryFolder folder;
  const Result result = run_command({"-", "--json", "--workers", "8"}, side_by_side(8, meeting(folder, 8)).dump());
  EXPECT_EQ(result.status, 0) << result.out;
}

TEST(ParallelRun, TheFileSaysHowManyWorkersThereAreUnlessAnOptionDoes) {
  const TemporaryFolder folder;
  Json pipeline = side_by_side(2, meeting(folder, 2));
  pipeline["workers"] = 2;
  EXPECT_EQ(run_command({"-"}, pipeline.dump()).status, 0);
  const Result one = run_command({"-", "--events", "--workers", "1"}, pipeline.dump());
  EXPECT_EQ(one.status, 0);
  const std::vector<Json> lines = one.json_lines();
  const auto workers = std::count_if(
      lines.begin(), lines.end(), [](const Json& line) { return line.contains("worker") && line.at("worker") != 0; });
  EXPECT_EQ(workers, 0);
}

TEST(ParallelRun, TwoHundredCommandsRunOnEightWorkersEachAfterItsDependencies) {
  const TemporaryFolder folder;
  const std::string log = folder.path("log");
  Json steps = Json::array();
  for (int i = 0; i < 200; ++i) {
    Json upstream = Json::array();
    if (i >= 10) upstream = {name_of(i - 10), name_of(i / 2)};
    steps.push_back({{"name", name_of(i)},
                     {"depends_on", upstream},
                     {"run", "echo " + name_of(i) + " >> '" + log + "'; echo did " + name_of(i)}});
  }
  const Result result = run_command({"-", "--events", "--workers", "8"}, Json{{"steps", steps}}.dump());
  ASSERT_EQ(result.status, 0);

  std::set<int> busy;
  std::set<std::string> done;
  std::size_t most = 0;
  for (const Json& line : result.json_lines()) {
    if (line.value("kind", "") == "start") {
      EXPECT_TRUE(busy.insert(line.at("worker").get<int>()).second);
      const int number = std::stoi(line.at("step").get<std::string>().substr(1));
      for (const Json& upstream : steps[static_cast<std::size_t>(number)].at("depends_on")) {
        EXPECT_EQ(done.count(upstream), 1U) << number;
      }
    } else if (line.value("kind", "") == "succeed") {
      EXPECT_EQ(busy.erase(line.at("worker")), 1U);
      EXPECT_EQ(line.at("output"), "did " + line.at("step").get<std::string>());
      done.insert(line.at("step"));
    }
    most = std::max(most, busy.size());
  }
  EXPECT_EQ(done.size(), 200U);
  EXPECT_EQ(most, 8U);
  const std::string written = content_of(log);
  EXPECT_EQ(std::count(written.begin(), written.end(), '\n'), 200);
}

TEST(ParallelRun, OneThatIgnoresTheRequestToEndIsKilledWhileOthersGoOn) {
  Json pipeline = side_by_side(3, "echo fine");
  pipeline["fail_fast"] = false;
  pipeline["steps"][0]["run"] = "trap '' TERM; echo stubborn; while :; do sleep 1; done";
  pipeline["steps"][0]["timeout_ms"] = 100;
  const Result result = run_command({"-", "--json", "--workers", "2", "--grace", "100"}, pipeline.dump());
  EXPECT_EQ(result.status, 1);
  const Json rows = rows_of(result);
  EXPECT_EQ(rows.at(0).at("error"), "timed out after 100 ms");
  EXPECT_EQ(rows.at(0).at("reason"), "timed_out");
  EXPECT_TRUE(rows.at(0).at("exit_code").is_null());
  EXPECT_EQ(rows.at(1).at("output"), "fine");
  EXPECT_EQ(rows.at(2).at("output"), "fine");
  EXPECT_LT(result.seconds, 60);
}

TEST(ParallelRun, AStepIsNotTriedAgainBeforeItsStoppedAttemptIsGone) {
  const TemporaryFolder folder;
  const std::string lock = folder.path("lock");
  // Each attempt holds a lock until it has tidied up, and the second finds out whether it is free.
  const std::string command = "mkdir '" + lock + "' || exit 9; trap \"sleep 0.3; rmdir '" + lock +
                              "'; exit\" TERM; test -e '" + folder.path("second") + "' && { rmdir '" + lock +
                              "'; exit 0; }; touch '" + folder.path("second") + "'; sleep 60 & wait";
  Json pipeline = side_by_side(1, command);
  pipeline["steps"][0]["timeout_ms"] = 1000;
  pipeline["steps"][0]["max_retries"] = 2;
  const Json row = rows_of(run_command({"-", "--json", "--workers", "4", "--grace", "20000"}, pipeline.dump())).at(0);
  EXPECT_EQ(row.at("status"), "SUCCESS") << row;
  EXPECT_EQ(row.at("attempts"), 2);
}

TEST(ParallelRun, WhatACommandStartedMayTidyUpAfterItsShellHasEnded) {
  const TemporaryFolder folder;
  const std::string marker = folder.path("tidy");
  const std::string background =
      "( trap \"sleep 0.3; touch '" + marker + "'; exit\" TERM; while :; do sleep 0.05; done )";
  Json pipeline = side_by_side(1, background + " & sleep 60; true");
  pipeline["steps"][0]["timeout_ms"] = 500;
  run_command({"-", "--json", "--grace", "20000"}, pipeline.dump());
  EXPECT_TRUE(std::filesystem::exists(marker));
}

TEST(ParallelRun, AChildThatIsLeftBehindIsKilledAndNotWaitedFor) {
  const TemporaryFolder folder;
  const std::string pids = folder.path("pids");
  // Without the output's pipes too: nothing tells of it then but its group.
  const Result result = run_command(
      {"-", "--json", "--workers", "4"},
      side_by_side(4, "sleep 600 & echo $! >> '" + pids + "'; sleep 600 >/dev/null 2>&1 & echo $! >> '" + pids + "'")
          .dump());
  EXPECT_EQ(result.status, 0);
  EXPECT_LT(result.seconds, 60);
  const std::vector<int> left = numbers_in(content_of(pids));
  EXPECT_EQ(left.size(), 8U);
  for (const int process : left) EXPECT_TRUE(is_gone(process)) << process;
}

TEST(ParallelRun, AHundredMegabytesAreReadToTheEndAndCut) {
  const Json rows = rows_of(
      run_command({"-", "--json", "--workers", "2"},
                  side_by_side(2, "head -c 100000000 /dev/zero | tr '\\0' x; echo the end >&2; exit 4").dump()));
  EXPECT_EQ(rows.at(0).at("error"), "exit status 4: the end");
  const Json success =
      rows_of(run_command({"-", "--json"}, side_by_side(1, "head -c 100000000 /dev/zero | tr '\\0' x").dump()));
  const std::string output = success.at(0).at("output");
  EXPECT_EQ(output.substr(std::size_t{1} << 20U), "\n… cut here: 98951424 more bytes");
}

TEST(ParallelRun, AMissingExecutableFailsWithTheShellsStatus) {
  const Json row = rows_of(run_command({"-", "--json"}, side_by_side(1, "/no/such/program").dump())).at(0);
  EXPECT_EQ(row.at("status"), "FAILED");
  EXPECT_EQ(row.at("exit_code"), 127);
  EXPECT_EQ(row.at("error").get<std::string>().substr(0, 17), "exit status 127: ");
}

TEST(ParallelRun, TheExitCodeIsInTheReport) {
  Json pipeline = side_by_side(4, "exit 7");
  pipeline["fail_fast"] = false;
  pipeline["steps"][1]["run"] = "kill -9 $$";
  pipeline["steps"][2]["run"] = "true";
  pipeline["steps"][3]["run"] = "";
  const Json rows = rows_of(run_command({"-", "--json"}, pipeline.dump()));
  EXPECT_EQ(rows.at(0).at("exit_code"), 7);
  EXPECT_TRUE(rows.at(1).at("exit_code").is_null());
  EXPECT_EQ(rows.at(1).at("error"), "stopped by SIGKILL");
  EXPECT_EQ(rows.at(2).at("exit_code"), 0);
  EXPECT_FALSE(rows.at(3).contains("exit_code"));
}

TEST(ParallelRun, WhenOpenFilesRunOutStepsFailWithASentence) {
  // Standard streams, a pipe for signals, and two for each command: eight files do not suffice for four commands.
  const TemporaryFolder folder;
  Json pipeline = side_by_side(4, "sleep 0.2");
  pipeline["fail_fast"] = false;
  const std::string file = folder.file("p.json", pipeline.dump());
  // What whoever started the tests left open would count as well.
  const std::string alone = "exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; ulimit -n 9; ";
  const Result result = run_shell(alone + "\"$ORCHESTRATOR\" '" + file + "' --json --workers 4");
  EXPECT_EQ(result.status, 1) << result.err;
  const Json rows = rows_of(result);
  EXPECT_EQ(rows.at(0).at("status"), "SUCCESS");
  EXPECT_EQ(rows.at(3).at("error"), "it cannot be started: Too many open files");
}

TEST(ParallelRun, AsManyFilesAsTheWorkersNeedAreAskedFor) {
  const TemporaryFolder folder;
  const std::string file = folder.file("p.json", side_by_side(40, meeting(folder, 40)).dump());
  EXPECT_EQ(run_shell("ulimit -S -n 64; \"$ORCHESTRATOR\" '" + file + "' --workers 40").status, 0);
}

TEST(ParallelRun, WhenWhatHappensCannotBeToldNothingIsLeftRunning) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "only where there is a device that is always full";
  const TemporaryFolder folder;
  const std::string pid = folder.path("pid");
  Json pipeline = side_by_side(1, "echo $$ > '" + pid + "'; sleep 600");
  pipeline["steps"].push_back({{"name", "quick"}, {"run", "until test -s '" + pid + "'; do sleep 0.05; done"}});
  const std::string file = folder.file("p.json", pipeline.dump());
  const Result result = run_shell("\"$ORCHESTRATOR\" '" + file + "' --workers 2 --events > /dev/full");
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("The output cannot be written"), std::string::npos);
  // The very first event fails, perhaps before the command has written anything.
  for (const int process : numbers_in(content_of(pid))) EXPECT_TRUE(is_gone(process));
}

TEST(ParallelRun, ASimulatedStepTakesItsTimeBesideACommand) {
  const Result result = run_command({"-", "--events", "--workers", "2"}, R"({"steps":[
      {"name":"real","run":"sleep 0.5"},{"name":"played","action":{"duration_ms":100}},
      {"name":"long","depends_on":["real","played"],"timeout_ms":700000,"action":{"duration_ms":600000}}]})");
  EXPECT_EQ(result.status, 0);
  EXPECT_LT(result.seconds, 60);
  std::map<std::string, double> ended;
  for (const Json& line : result.json_lines()) {
    if (line.value("kind", "") == "succeed") ended[line.at("step")] = line.at("time_ms");
  }
  EXPECT_GE(ended.at("played"), 100);
  EXPECT_LT(ended.at("played"), ended.at("real"));
  EXPECT_GE(ended.at("long"), 600500);
}

TEST(ParallelRun, ASimulatedTimeoutFreesNoCommandsWorker) {
  // "played" takes too long while "stubborn" is being stopped, and must not let it start again beside itself.
  const TemporaryFolder folder;
  const std::string lock = folder.path("lock");
  Json pipeline{{"fail_fast", false}, {"steps", Json::array()}};
  pipeline["steps"] = {{{"name", "stubborn"},
                        {"timeout_ms", 300},
                        {"max_retries", 2},
                        {"run", "mkdir '" + lock + "' || exit 9; trap \"sleep 0.6; rmdir '" + lock +
                                    "'; exit 1\" TERM; sleep 60 & wait"}},
                       {{"name", "played"}, {"timeout_ms", 500}, {"action", {{"duration_ms", 600}}}}};
  const Json rows = rows_of(run_command({"-", "--json", "--workers", "2", "--grace", "20000"}, pipeline.dump()));
  EXPECT_EQ(rows.at(0).at("error"), "timed out after 300 ms");
  EXPECT_EQ(rows.at(0).at("attempts"), 2);
  EXPECT_EQ(rows.at(1).at("error"), "timed out after 500 ms");
}

TEST(ParallelRun, ACommandWaitsReallyBeforeItsNextAttempt) {
  const Result result = run_command({"-", "--events", "--retry-delay", "300"},
                                    R"({"steps":[{"name":"a","max_retries":2,"run":"exit 1"}]})");
  EXPECT_GE(result.seconds, 0.3);
  double over = 0;
  double second = 0;
  for (const Json& line : result.json_lines()) {
    if (line.value("kind", "") == "wait") over = line.at("until_ms");
    if (line.value("kind", "") == "start") second = line.at("time_ms");
  }
  EXPECT_GE(over, 300);
  EXPECT_GE(second, over);
}

}  // namespace
}  // namespace orchestrator::cli_tests
