#include "command_run.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <thread>

extern "C" char** environ;

namespace orchestrator::cli_tests {
namespace {

double now_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// With each standard stream in a file of the folder: no pipe can fill up and hang the test.
pid_t spawn(Words words, const TemporaryFolder& folder) {
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, folder.path("in").c_str(), O_RDONLY, 0);
  constexpr int fresh = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, folder.path("out").c_str(), fresh, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, folder.path("err").c_str(), fresh, 0600);
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t process = -1;
  const int trouble = posix_spawn(&process, words[0].c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (trouble != 0) throw std::runtime_error("cannot start " + words[0]);
  return process;
}

Result result_of(pid_t process, const TemporaryFolder& folder) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  Result result;
  result.status = WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
  result.out = content_of(folder.path("out"));
  result.err = content_of(folder.path("err"));
  return result;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = std::filesystem::temp_directory_path() / "orchestrator-test-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
  folder_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string TemporaryFolder::file(std::string_view name, std::string_view content) const {
  std::ofstream(path(name), std::ios::binary) << content;
  return path(name);
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> Result::codes() const {
  std::vector<std::string> codes;
  const Json all = json();
  for (const Json& diagnostic : all.at("diagnostics")) codes.push_back(diagnostic.at("code"));
  return codes;
}

std::vector<Json> Result::json_lines() const {
  std::vector<Json> lines;
  std::istringstream stream(out);
  for (std::string line; std::getline(stream, line);) lines.push_back(Json::parse(line));
  return lines;
}

Running::Running(const Words& words, std::string_view input) : started_(now_seconds()) {
  folder_.file("in", input);
  Words all{ORCHESTRATOR_COMMAND};
  all.insert(all.end(), words.begin(), words.end());
  process_ = spawn(std::move(all), folder_);
}

void Running::signal(int number) const { ::kill(process_, number); }

Result Running::finish() {
  Result result = result_of(process_, folder_);
  result.seconds = now_seconds() - started_;
  return result;
}

Words lines_of(const std::string& text) {
  Words lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Result run_command(const Words& words, std::string_view input) { return Running(words, input).finish(); }

Result run_shell(const std::string& line) {
  const TemporaryFolder folder;
  folder.file("in", "");
  ::setenv("ORCHESTRATOR", ORCHESTRATOR_COMMAND, 1);
  return result_of(spawn({"/bin/sh", "-c", line}, folder), folder);
}

void wait_until_exists(const std::string& path) {
  for (int i = 0; i < 6000 && !std::filesystem::exists(path); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

std::vector<int> numbers_in(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<int>(stream), {}};
}

bool is_gone(int process) {
  for (int i = 0; i < 500; ++i) {
    if (::kill(process, 0) != 0) return true;
    // One that has ended may lie about until somebody asks how; its state stands behind the name in brackets.
    const std::string state = content_of("/proc/" + std::to_string(process) + "/stat");
    if (state.find(") Z ") != std::string::npos) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

std::string without_times(const std::string& report) {
  return std::regex_replace(report, std::regex("[0-9]+ms"), "…ms");
}

std::string well_formed(const std::string& xml) {
  static const std::regex tag(R"re(<(/?)([a-z-]+)((?: [a-z-]+="[^"<]*")*)(/?)>)re");
  static const std::regex text(R"re((?:[^<&]|&(?:lt|gt|amp|quot|apos|#[0-9]+);)*)re");
  std::vector<std::string> open;
  std::size_t place = xml.find("?>");
  if (xml.substr(0, 5) != "<?xml" || place == std::string::npos) return "there is no declaration";
  place += 2;
  while (place < xml.size()) {
    const std::size_t next = std::min(xml.find('<', place), xml.size());
    const std::string between = xml.substr(place, next - place);
    if (!std::regex_match(between, text)) return "a stray character in: " + between;
    if (open.empty() && between.find_first_not_of(" \n") != std::string::npos) return "text outside of any element";
    if (next == xml.size()) break;
    std::smatch match;
    const std::string rest = xml.substr(next, xml.find('>', next) + 1 - next);
    if (!std::regex_match(rest, match, tag)) return "not a tag: " + rest;
    if (match[1].length() > 0) {
      if (open.empty() || open.back() != match[2].str()) return "closed, but not open: " + rest;
      open.pop_back();
    } else if (match[4].length() == 0) {
      open.push_back(match[2].str());
    }
    place = next + rest.size();
  }
  return open.empty() ? "" : "never closed: " + open.back();
}

Json chain_of(const std::vector<std::string>& shell_commands) {
  Json steps = Json::array();
  for (const std::string& command : shell_commands) {
    const std::string name(1, static_cast<char>('a' + steps.size()));
    const Json upstream = steps.empty() ? Json::array() : Json{steps.back().at("name")};
    steps.push_back({{"name", name}, {"depends_on", upstream}, {"run", command}});
  }
  return {{"steps", steps}};
}

}  // namespace orchestrator::cli_tests
