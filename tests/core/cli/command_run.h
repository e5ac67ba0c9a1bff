// Runs the built command as a user would, and sees what came of it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace orchestrator::cli_tests {

using Json = nlohmann::ordered_json;

/// A folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path(std::string_view name) const { return folder_ / name; }
  /// Writes a file and returns its path.
  std::string file(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path folder_;
};

std::string content_of(const std::string& path);

struct Result {
  /// The exit status; 1000 + the signal when one ended the command.
  int status = -1;
  std::string out;
  std::string err;
  double seconds = 0;

  Json json() const { return Json::parse(out); }
  /// The codes of {"diagnostics":[…]}.
  std::vector<std::string> codes() const;
};

using Words = std::vector<std::string>;

/// The command, running.
class Running {
 public:
  explicit Running(const Words& words, std::string_view input = {});

  void signal(int number) const;
  Result finish();

 private:
  TemporaryFolder folder_;
  pid_t process_ = -1;
  double started_ = 0;
};

/// Runs `orchestrator words…` to its end with the input on its standard input.
Result run_command(const Words& words, std::string_view input = {});

/// Runs a line of shell with the command's path in $ORCHESTRATOR.
Result run_shell(const std::string& line);

/// A pipeline of steps that run shell commands, named a, b, … in a chain.
Json chain_of(const std::vector<std::string>& shell_commands);

}  // namespace orchestrator::cli_tests
