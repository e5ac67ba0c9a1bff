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
  /// Of standard output, each of which must be JSON.
  std::vector<Json> json_lines() const;
  /// The codes of {"diagnostics":[…]}.
  std::vector<std::string> codes() const;
};

using Words = std::vector<std::string>;

Words lines_of(const std::string& text);

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

/// What a step wrote in one place before it went on in another; gives up after a minute.
void wait_until_exists(const std::string& path);
/// Whole numbers between white space.
std::vector<int> numbers_in(const std::string& text);
/// True when the process has ended, within a few seconds.
bool is_gone(int process);
/// A report with each duration as "…", for what takes real time.
std::string without_times(const std::string& report);

/// What is wrong with a text as XML, as far as tags, attributes and references go; empty when nothing is.
std::string well_formed(const std::string& xml);

/// A pipeline of steps that run shell commands, named a, b, … in a chain.
Json chain_of(const std::vector<std::string>& shell_commands);

}  // namespace orchestrator::cli_tests
