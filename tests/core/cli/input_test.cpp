#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "command_run.h"

namespace orchestrator::cli_tests {
namespace {

TEST(Input, FilesAndStandardInputAreReadAlike) {
  const TemporaryFolder folder;
  const std::string_view pipeline = R"({"steps":[{"name":"b","depends_on":["a"]},{"name":"a"}]})";
  EXPECT_EQ(run_command({"sort", folder.file("p.json", pipeline)}).out, "a\nb\n");
  EXPECT_EQ(run_command({"sort", "-"}, pipeline).out, "a\nb\n");
}

TEST(Input, WhatCannotBeReadIsASentence) {
  const TemporaryFolder folder;
  const std::string missing = folder.path("missing.json");
  const Result result = run_command({"run", missing});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("missing.json' cannot be read: there is no such file."), std::string::npos);
  EXPECT_NE(run_command({"run", folder.path("")}).err.find("it is a directory"), std::string::npos);
  const Result as_json = run_command({"sort", missing, "--json"});
  EXPECT_EQ(as_json.status, 2);
  EXPECT_EQ(as_json.codes(), Words{"unreadable_file"});
  EXPECT_EQ(as_json.err, "");
}

TEST(Input, AFileWithoutPermissionIsASentence) {
  if (::geteuid() == 0) GTEST_SKIP() << "the superuser may read anything";
  const TemporaryFolder folder;
  const std::string file = folder.file("secret.json", "{}");
  ::chmod(file.c_str(), 0);
  EXPECT_NE(run_command({"run", file}).err.find("you have no permission to read it"), std::string::npos);
}

TEST(Input, AClosedStandardInputIsASentence) {
  const Result result = run_shell(R"("$ORCHESTRATOR" sort - <&-)");
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("the text is empty"), std::string::npos);
}

TEST(Input, MoreThanAGibibyteIsRefusedUnread) {
  const TemporaryFolder folder;
  const std::string file = folder.file("huge.json", "");
  // A file of holes: it takes no space on the disk.
  ASSERT_EQ(::truncate(file.c_str(), (off_t{1} << 30) + 1), 0);
  const Result result = run_command({"sort", file, "--json"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.codes(), Words{"too_large"});
  EXPECT_EQ(result.json().at("diagnostics").at(0).at("message"),
            "The pipeline has 1073741825 bytes; the limit is 1073741824.");
  EXPECT_LT(result.seconds, 5);
}

// A million, but for the sanitizers, which slow everything down.
#if defined(__SANITIZE_ADDRESS__)
constexpr int very_many = 100000;
#else
constexpr int very_many = 1000000;
#endif

TEST(Input, AMillionStepsAreSorted) {
  constexpr int count = very_many;
  std::string chain = R"({"steps":[{"name":"s0"})";
  std::string star = chain;
  for (int i = 1; i < count; ++i) {
    const std::string start = ",{\"name\":\"s" + std::to_string(i) + R"(","depends_on":["s)";
    chain += start + std::to_string(i - 1) + "\"]}";
    star += start + "0\"]}";
  }
  for (const std::string& steps : {chain, star}) {
    const Result result = run_command({"sort", "-"}, steps + "]}");
    EXPECT_EQ(result.status, 0);
    const std::string last = "s" + std::to_string(count - 1) + "\n";
    EXPECT_EQ(result.out.substr(result.out.size() - last.size()), last);
  }
}

TEST(Input, AStepThatWaitsForVeryManyIsTracedInLinearTime) {
  constexpr int count = 40000;
  std::string steps;
  std::string dependencies;
  for (int i = 0; i < count; ++i) {
    steps += "{\"name\":\"s" + std::to_string(i) + "\"},";
    dependencies += (i == 0 ? "\"s" : ",\"s") + std::to_string(i) + '"';
  }
  const Result result =
      run_command({"trace", "-"}, R"({"steps":[)" + steps + R"({"name":"sink","depends_on":[)" + dependencies + "]}]}");
  EXPECT_EQ(result.status, 0);
  EXPECT_NE(result.out.find("'sink' drops from 40000 to 39999: 's0' is done, but it still waits for 39999 of its "
                            "40000 dependencies."),
            std::string::npos);
  EXPECT_LT(result.seconds, 30);
}

}  // namespace
}  // namespace orchestrator::cli_tests
