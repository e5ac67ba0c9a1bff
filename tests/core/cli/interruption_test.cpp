// Ctrl-C in the middle of a run.
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

#include "command_run.h"

namespace orchestrator::cli_tests {
namespace {

// Tells its process, and ends only when it is made to.
std::string endless(const TemporaryFolder& folder, const std::string& name) {
  return "echo $$ > '" + folder.path(name) + ".part'; mv '" + folder.path(name) + ".part' '" + folder.path(name) +
         "'; sleep 600 & sleep 600 & wait";
}

int process_in(const std::string& file) { return numbers_in(content_of(file)).at(0); }

TEST(Interruption, StopsEverythingAndStillPrintsTheReport) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const TemporaryFolder folder;
    const Json pipeline{
        {"steps",
         {{{"name", "done"}, {"run", "echo result"}},
          {{"name", "one"}, {"depends_on", {"done"}}, {"run", endless(folder, "one")}},
          {{"name", "two"}, {"depends_on", {"done"}}, {"run", endless(folder, "two")}},
          {{"name", "later"}, {"depends_on", {"one"}}, {"run", "touch '" + folder.path("later") + "'"}}}}};
    Running running({"-", "--workers", "4"}, pipeline.dump());
    wait_until_exists(folder.path("one"));
    wait_until_exists(folder.path("two"));
    running.signal(signal);
    const Result result = running.finish();
    EXPECT_EQ(result.status, 128 + signal);
    EXPECT_EQ(without_times(result.out),
              "Pipeline FAILED\n"
              "  [SUCCESS] done (1 attempt(s), …ms)\n"
              "  [FAILED ] one (1 attempt(s), …ms)\n"
              "  [FAILED ] two (1 attempt(s), …ms)\n"
              "  [SKIPPED] later (0 attempt(s), …ms)\n"
              "Total: …ms\n");
    EXPECT_NE(result.err.find("Interrupted."), std::string::npos);
    for (const char* name : {"one", "two"}) EXPECT_TRUE(is_gone(process_in(folder.path(name)))) << name;
    EXPECT_FALSE(std::filesystem::exists(folder.path("later")));
  }
}

TEST(Interruption, IsTheReasonInJsonAndTheLastOfTheEvents) {
  const TemporaryFolder folder;
  const Json pipeline = chain_of({endless(folder, "one"), "true"});
  Running running({"-", "--events"}, pipeline.dump());
  wait_until_exists(folder.path("one"));
  running.signal(SIGINT);
  const Result result = running.finish();
  EXPECT_EQ(result.status, 128 + SIGINT);
  const std::vector<Json> lines = result.json_lines();
  std::vector<std::string> kinds;
  for (const Json& line : lines) kinds.push_back(line.value("kind", "report"));
  EXPECT_EQ(kinds, (Words{"begin", "start", "stop", "cancel", "give_up", "skip", "end", "report"}));
  const Json& rows = lines.back().at("results");
  EXPECT_EQ(rows.at(0).at("reason"), "cancelled");
  EXPECT_EQ(rows.at(1).at("reason"), "cancelled");
}

TEST(Interruption, ASecondOneDoesNotWaitForCommandsToTidyUp) {
  const TemporaryFolder folder;
  const std::string asked = folder.path("asked");
  const std::string ready = folder.path("ready");
  const Json pipeline =
      chain_of({"trap \"touch '" + asked + "'\" TERM; touch '" + ready + "'; while :; do sleep 0.1; done"});
  Running running({"-", "--grace", "600000"}, pipeline.dump());
  wait_until_exists(ready);
  running.signal(SIGINT);
  wait_until_exists(asked);
  running.signal(SIGINT);
  const Result result = running.finish();
  EXPECT_EQ(result.status, 128 + SIGINT);
  EXPECT_LT(result.seconds, 120);
}

TEST(Interruption, CutsAWaitBetweenAttemptsShort) {
  const TemporaryFolder folder;
  Json pipeline = chain_of({"touch '" + folder.path("tried") + "'; exit 1"});
  pipeline["steps"][0]["max_retries"] = 2;
  Running running({"-", "--retry-delay", "600000"}, pipeline.dump());
  wait_until_exists(folder.path("tried"));
  running.signal(SIGINT);
  const Result result = running.finish();
  EXPECT_EQ(result.status, 128 + SIGINT);
  EXPECT_EQ(without_times(result.out), "Pipeline FAILED\n  [FAILED ] a (1 attempt(s), …ms)\nTotal: …ms\n");
}

TEST(Interruption, ASignalThatWasIgnoredStaysIgnored) {
  const TemporaryFolder folder;
  const std::string file = folder.file("p.json", chain_of({"kill -HUP $PPID; echo done"}).dump());
  const Result result = run_shell("trap '' HUP; \"$ORCHESTRATOR\" '" + file + "'");
  EXPECT_EQ(result.status, 0);
}

}  // namespace
}  // namespace orchestrator::cli_tests
