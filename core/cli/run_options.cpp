#include "run_options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text.h"

namespace orchestrator::cli {
namespace {

// A number written with digits, and nothing else.
template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (trouble != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// An option with a number; any other word, and any number outside of these, is refused with the sentence.
template <class Number, class Set>
CLI::Option* add_number(CLI::App& app, const char* name, const char* unit, Number least, Number most,
                        const char* sentence, const char* description, Set set) {
  const auto mistake = [least, most, sentence](const std::string& text) {
    const std::optional<Number> number = number_of<Number>(text);
    const bool good = number && *number >= least && *number <= most;
    return good ? std::string() : std::string(sentence) + ", not " + orchestrator::quoted(text);
  };
  return app
      .add_option_function<std::string>(
          name, [set](const std::string& text) { set(*number_of<Number>(text)); }, description)
      ->check(mistake)
      ->type_name(unit);
}

std::string policy_mistake(const std::string& id) {
  if (find_policy(id) != nullptr) return {};
  std::vector<std::string_view> ids;
  for (const Policy& policy : policies()) ids.push_back(policy.id);
  std::string sentence = "there is no policy " + orchestrator::quoted(id) + "; there are";
  std::string_view separator = " ";
  for (const std::string_view known : ids) {
    sentence += std::string(separator) + std::string(known);
    separator = ", ";
  }
  const std::string_view near = nearest(id, ids);
  if (!near.empty()) sentence += ". Did you mean " + orchestrator::quoted(near) + "?";
  return sentence;
}

void add_rules(CLI::App& run, RunOptions& options) {
  CLI::Option* fail_fast = run.add_flag_callback(
      "--fail-fast", [&options] { options.fail_fast = true; }, "Skip everything after a failed step");
  run.add_flag_callback(
         "--continue-on-error", [&options] { options.fail_fast = false; },
         "After a failed step, skip only what depends on it")
      ->excludes(fail_fast);
  add_number(run, "--workers", "N", 1, 1000, "must be a whole number from 1 to 1000",
             "How many steps run at once; otherwise as the file says, or one",
             [&options](int workers) { options.workers = workers; });
  run.add_option_function<std::string>(
         "--policy", [&options](const std::string& id) { options.policy = find_policy(id); },
         "Whose rules decide on retries and skipping: course (default), github-actions, gitlab, airflow, argo")
      ->check(policy_mistake)
      ->type_name("NAME");
  run.add_flag("--by-tiers", options.by_tiers, "Start a step only when all earlier tiers are settled");
}

void add_times(CLI::App& run, RunOptions& options) {
  constexpr double longest_ms = 1e9;
  CLI::Option* delay =
      add_number(run, "--retry-delay", "MS", 0.0, longest_ms, "must be a number of milliseconds from 0",
                 "How long a step waits before its next attempt", [&options](double ms) {
                   options.delay.base_ms = ms;
                   if (options.delay.kind == RetryDelay::Kind::none) options.delay.kind = RetryDelay::Kind::constant;
                 });
  run.add_flag_callback(
         "--retry-backoff", [&options] { options.delay.kind = RetryDelay::Kind::exponential; },
         "Each further wait is twice as long")
      ->needs(delay);
  add_number(run, "--retry-jitter", "PART", 0.0, 1.0, "must be a number from 0 to 1",
             "The part of each wait that is left to chance", [&options](double part) { options.delay.jitter = part; })
      ->needs(delay);
  add_number(run, "--seed", "N", std::uint64_t{0}, ~std::uint64_t{0}, "must be a whole number from 0",
             "Chooses the chance: the same seed, the same waits",
             [&options](std::uint64_t seed) { options.delay.seed = seed; })
      ->needs(delay);
  add_number(run, "--grace", "MS", 0.0, longest_ms, "must be a number of milliseconds from 0",
             "How long a command that must end may tidy up (SIGTERM) before it is killed; 2000 unless given",
             [&options](double ms) { options.grace_ms = ms; });
}

}  // namespace

void add_run_options(CLI::App& run, RunOptions& options) {
  run.footer(
      "A step with \"run\" is carried out by /bin/sh; what it prints goes to standard error when it ends. Any other "
      "step\n"
      "is simulated: it takes its time only beside a command that runs or waits for its next attempt, otherwise none.\n"
      "Exit status: 0 passed, 1 failed, 2 bad input or usage, 128 + the number of the signal that interrupted it.");
  add_rules(run, options);
  add_times(run, options);
  CLI::Option* dry_run =
      run.add_flag("--dry-run", options.dry_run, "Say what would run, in which order, and run nothing");
  run.add_flag("--events", options.events,
               "Print each event as a line of JSON when it happens, and last the report as --json has it")
      ->excludes(dry_run);
  run.add_option("--junit", options.junit_file, "Write the report to a file as JUnit XML")
      ->type_name("OUTPUT")
      ->excludes(dry_run);
}

}  // namespace orchestrator::cli
