// Steps that run shell commands.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "command_run.h"

namespace orchestrator::cli_tests {
namespace {

Json report_of(const Json& pipeline) { return run_command({"-", "--json"}, pipeline.dump()).json(); }

// The result of a single step.
Json row_of(const std::string& command, const Json& more = Json::object()) {
  Json step{{"name", "a"}, {"run", command}};
  step.update(more);
  return report_of({{"steps", {step}}}).at("results").at(0);
}

// A line of shell that writes to a file until it is stopped.
std::string heartbeat(const std::string& file) { return "while :; do echo x >> '" + file + "'; sleep 0.05; done"; }

bool beats_on(const std::string& file) {
  const auto before = std::filesystem::file_size(file);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  return std::filesystem::file_size(file) > before;
}

TEST(ShellRun, StandardOutputIsTheOutput) {
  const Json row = row_of("echo one; echo hidden >&2; echo two");
  EXPECT_EQ(row.at("status"), "SUCCESS");
  EXPECT_EQ(row.at("output"), "one\ntwo");
  EXPECT_EQ(row.at("error"), "");
  EXPECT_EQ(row.at("attempts"), 1);
}

TEST(ShellRun, AFailureTellsItsStatusAndItsLastLine) {
  const Json row = row_of("echo lost; echo first >&2; echo 'no such table' >&2; echo >&2; exit 3");
  EXPECT_EQ(row.at("status"), "FAILED");
  EXPECT_EQ(row.at("output"), "");
  EXPECT_EQ(row.at("error"), "exit status 3: no such table");
  EXPECT_EQ(row_of("exit 7").at("error"), "exit status 7");
  EXPECT_EQ(row_of("printf 'a\\033[31mb' >&2; exit 1").at("error"), "exit status 1: a\\u{001B}[31mb");
}

TEST(ShellRun, ASignalIsNamed) {
  EXPECT_EQ(row_of("kill -SEGV $$").at("error"), "stopped by SIGSEGV");
  EXPECT_EQ(row_of("kill -9 $$").at("error"), "stopped by SIGKILL");
}

TEST(ShellRun, StepsRunOneAfterAnotherInKahnsOrder) {
  const TemporaryFolder folder;
  const std::string log = folder.path("log");
  const auto say = [&log](const std::string& word) { return "echo " + word + " >> '" + log + "'"; };
  const Json pipeline{{"steps",
                       {{{"name", "last"}, {"depends_on", {"b", "a"}}, {"run", say("last")}},
                        {{"name", "a"}, {"depends_on", {"first"}}, {"run", "sleep 0.2; " + say("a")}},
                        {{"name", "b"}, {"depends_on", {"first"}}, {"run", say("b")}},
                        {{"name", "first"}, {"run", say("first")}}}}};
  EXPECT_EQ(report_of(pipeline).at("passed"), true);
  EXPECT_EQ(content_of(log), "first\na\nb\nlast\n");
}

TEST(ShellRun, AFailedAttemptIsRetried) {
  const TemporaryFolder folder;
  const std::string counter = folder.path("counter");
  const std::string third_time = "echo x >> '" + counter + "'; test $(wc -l < '" + counter + "') -ge 3 && echo done";
  const Json row = row_of(third_time, {{"max_retries", 5}});
  EXPECT_EQ(row.at("status"), "SUCCESS");
  EXPECT_EQ(row.at("attempts"), 3);
  EXPECT_EQ(row.at("output"), "done");
  EXPECT_EQ(content_of(counter), "x\nx\nx\n");
}

TEST(ShellRun, WhatFollowsAFailureIsSkippedAndNotStarted) {
  const TemporaryFolder folder;
  const std::string marker = folder.path("marker");
  const Json report = report_of(chain_of({"exit 1", "touch '" + marker + "'"}));
  EXPECT_EQ(report.at("results").at(1).at("status"), "SKIPPED");
  EXPECT_FALSE(std::filesystem::exists(marker));
}

TEST(ShellRun, AnAttemptThatTakesTooLongIsStoppedAndRetried) {
  const Result result =
      run_command({"-", "--json"}, R"({"steps":[{"name":"a","run":"sleep 60","timeout_ms":200,"max_retries":2}]})");
  EXPECT_EQ(result.status, 1);
  const Json row = result.json().at("results").at(0);
  EXPECT_EQ(row.at("attempts"), 2);
  EXPECT_EQ(row.at("error"), "timed out after 200 ms");
  EXPECT_GE(row.at("duration_ms"), 400);
  EXPECT_LT(result.seconds, 10);
}

TEST(ShellRun, TheTimeoutOfOneAttemptIsNotUsedUpByAnother) {
  const TemporaryFolder folder;
  const std::string marker = folder.path("marker");
  const Json row = row_of("test -e '" + marker + "' && echo quick || { touch '" + marker + "'; sleep 60; }",
                          {{"timeout_ms", 1000}, {"max_retries", 2}});
  EXPECT_EQ(row.at("status"), "SUCCESS");
  EXPECT_EQ(row.at("output"), "quick");
}

TEST(ShellRun, AProcessThatIgnoresTheRequestToEndIsKilled) {
  const Result result =
      run_command({"-", "--json", "--grace", "100"},
                  R"({"steps":[{"name":"a","run":"trap '' TERM; while :; do sleep 1; done","timeout_ms":100}]})");
  EXPECT_EQ(result.json().at("results").at(0).at("error"), "timed out after 100 ms");
  EXPECT_LT(result.seconds, 10);
}

TEST(ShellRun, AProcessMayTidyUpWhenItIsStopped) {
  const TemporaryFolder folder;
  const std::string marker = folder.path("tidy");
  row_of("trap \"touch '" + marker + "'; exit\" TERM; sleep 60 & wait", {{"timeout_ms", 300}});
  EXPECT_TRUE(std::filesystem::exists(marker));
}

TEST(ShellRun, NothingThatAStepStartedOutlivesIt) {
  const TemporaryFolder folder;
  const std::string file = folder.path("beats");
  const std::string in_background = heartbeat(file) + " & while ! test -e '" + file + "'; do sleep 0.05; done; ";
  // That the run ends at all shows that it does not wait for what is in the background.
  EXPECT_EQ(row_of(in_background + "echo quick").at("output"), "quick");
  EXPECT_FALSE(beats_on(file));
  EXPECT_EQ(row_of(in_background + "exit 1").at("status"), "FAILED");
  EXPECT_FALSE(beats_on(file));
  EXPECT_EQ(row_of(in_background + "sleep 60", {{"timeout_ms", 300}}).at("status"), "FAILED");
  EXPECT_FALSE(beats_on(file));
}

TEST(ShellRun, AStepHasNothingOnItsStandardInput) {
  // Here standard input holds the pipeline; a step that read from it would wait, or take what is not its own.
  EXPECT_EQ(row_of("cat; echo end").at("output"), "end");
}

TEST(ShellRun, MuchOutputIsCutAndSaysSo) {
  const std::string output = row_of("yes é | head -c 3000001").at("output");
  EXPECT_LT(output.size(), (1U << 20U) + 100);
  EXPECT_NE(output.find("\n… cut here: "), std::string::npos);
  const Json failed = row_of("yes complaint | head -c 3000000 >&2; echo >&2; echo last >&2; exit 1");
  EXPECT_EQ(failed.at("error"), "exit status 1: last");
}

TEST(ShellRun, OutputThatIsNoUtf8IsStillValidJson) { EXPECT_EQ(row_of("printf 'a\\377b'").at("output"), "a\uFFFDb"); }

TEST(ShellRun, ScriptedStepsTakeNoRealTime) {
  const Result result = run_command({"-", "--json"}, R"({"steps":[
      {"name":"scripted","action":{"duration_ms":20000,"output":"said"}},
      {"name":"real","depends_on":["scripted"],"run":"sleep 0.3; echo done"}]})");
  const Json report = result.json();
  EXPECT_LT(result.seconds, 10);
  EXPECT_EQ(report.at("results").at(0).at("duration_ms"), 20000);
  EXPECT_EQ(report.at("results").at(0).at("output"), "said");
  EXPECT_GE(report.at("results").at(1).at("duration_ms"), 300);
  EXPECT_LT(report.at("results").at(1).at("duration_ms"), 10000);
  EXPECT_GE(report.at("total_duration_ms"), 20300);
}

TEST(ShellRun, ACommandThatCannotBeStartedFails) {
  EXPECT_EQ(row_of(std::string("echo a\0b", 8)).at("error"), "a shell command cannot hold a NUL character");
  const std::string too_long = ": " + std::string(4000000, 'x');
  EXPECT_EQ(row_of(too_long).at("status"), "FAILED");
  EXPECT_NE(row_of("no-such-program-anywhere").at("error").get<std::string>().find("exit status 127"),
            std::string::npos);
}

}  // namespace
}  // namespace orchestrator::cli_tests
