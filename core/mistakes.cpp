#include "mistakes.h"

#include <cmath>

#include "definition_reader.h"
#include "text.h"

namespace orchestrator::mistakes {
namespace {

// "~" and "/" have a meaning in a JSON pointer, so a field that contains them is escaped (RFC 6901).
std::string child(const std::string& path, std::string_view field) {
  std::string result = path + '/';
  for (const char c : field) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

Diagnostic of_field(Code code, const Owner& owner, std::string_view field, std::string message, std::string hint) {
  return {code, std::move(message), std::move(hint), owner.steps, child(owner.path, field)};
}

// To three places; digits left out are marked, so that 0.9999 is not said to be 1. Written by hand because printf's
// formatting of doubles would be a fifth of the whole wasm.
std::string number_text(double number) {
  if (std::isnan(number)) return "something that is no number";
  if (std::abs(number) >= 1e15) return number > 0 ? "a far larger one" : "a far smaller one";
  const double size = std::abs(number);
  auto thousandths = static_cast<std::int64_t>(std::llround(size * 1000));
  const bool exact = static_cast<double>(thousandths) / 1000 == size;
  if (!exact) thousandths = static_cast<std::int64_t>(std::floor(size * 1000));
  std::string text = (number < 0 ? "-" : "") + std::to_string(thousandths / 1000);
  const std::int64_t fraction = thousandths % 1000;
  if (exact && fraction == 0) return text;
  text += '.' + std::to_string(1000 + fraction).substr(1);
  if (!exact) return text + "…";
  return text.erase(text.find_last_not_of('0') + 1);
}

std::string list_of(std::span<const std::string_view> names) {
  std::string list;
  for (const std::string_view name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

std::string dependency_path(const Owner& owner, std::size_t index) {
  return owner.path + "/depends_on/" + std::to_string(index);
}

}  // namespace

Owner step_owner(std::size_t index, std::string_view name) {
  constexpr std::size_t most_bytes = 4 * limits::name_characters;
  Owner owner{"Step number " + std::to_string(index + 1), {}, "/steps/" + std::to_string(index)};
  if (name.size() <= most_bytes && !is_blank(name)) {
    owner.phrase = "Step " + quoted(name);
    owner.steps.emplace_back(name);
  }
  return owner;
}

Diagnostic unreadable_file(std::string_view file, std::string_view reason) {
  return {Code::unreadable_file, quoted(file) + " cannot be read: " + std::string(reason) + ".", "", {}, ""};
}

Diagnostic invalid_json(std::string_view reason, std::string_view place) {
  return {Code::invalid_json,
          "This is not valid JSON: " + std::string(reason) + " (" + std::string(place) + ").",
          "Mend the text there; the rest is read once it parses.",
          {},
          ""};
}

Diagnostic too_large(std::string_view what, std::uint64_t size, std::uint64_t limit) {
  return {Code::too_large,
          "The pipeline has " + std::to_string(size) + ' ' + std::string(what) + "; the limit is " +
              std::to_string(limit) + ".",
          "Split it into smaller pipelines.",
          {},
          ""};
}

Diagnostic too_many(std::size_t unlisted) {
  return {Code::too_many_mistakes,
          unlisted == 1 ? "There is 1 more mistake, which is not listed."
                        : "There are " + std::to_string(unlisted) + " more mistakes, which are not listed.",
          "Mend the ones above first.",
          {},
          ""};
}

Diagnostic not_a_pipeline(Kind found) {
  return {Code::invalid_type,
          "A pipeline must be an object, not " + std::string(kind_phrase(found)) + ".",
          R"(Write {"steps": []} to begin with an empty one.)",
          {},
          ""};
}

Diagnostic missing_steps() {
  return {Code::missing_field, "The pipeline has no list of steps.", R"(Add "steps": [].)", {}, "/steps"};
}

Diagnostic invalid_type(const Owner& owner, std::string_view field, std::string_view expected, Kind found) {
  return of_field(Code::invalid_type, owner, field,
                  owner.phrase + ": " + std::string(field) + " must be " + std::string(expected) + ", not " +
                      std::string(kind_phrase(found)) + ".",
                  "");
}

Diagnostic dependency_not_a_name(const Owner& owner, std::size_t index, Kind found) {
  return {Code::invalid_type,
          owner.phrase + ": dependency number " + std::to_string(index + 1) + " must be the name of a step, not " +
              std::string(kind_phrase(found)) + ".",
          "", owner.steps, dependency_path(owner, index)};
}

Diagnostic step_not_an_object(const Owner& owner, Kind found) {
  return {Code::invalid_type,
          owner.phrase + " must be an object, not " + std::string(kind_phrase(found)) + ".",
          R"(Write {"name": "…"}.)",
          {},
          owner.path};
}

Diagnostic missing_name(const Owner& owner) {
  return of_field(Code::invalid_name, owner, "name", owner.phrase + " has no name.", "Give it a name of its own.");
}

Diagnostic blank_name(const Owner& owner) {
  return of_field(Code::invalid_name, owner, "name", owner.phrase + " has an empty name.",
                  "Give it a name of its own.");
}

Diagnostic name_too_long(const Owner& owner, std::size_t characters, std::size_t limit) {
  return of_field(Code::invalid_name, owner, "name",
                  owner.phrase + " has a name of " + std::to_string(characters) + " characters; the limit is " +
                      std::to_string(limit) + ".",
                  "Choose a shorter name.");
}

Diagnostic invisible_character_in_name(const Owner& owner, char32_t character) {
  return of_field(Code::invisible_character, owner, "name",
                  owner.phrase + " has an invisible character in its name: " + escaped(character) + ".",
                  "Take it out: with it, two different names can look the same.");
}

Diagnostic out_of_range(Code code, const Owner& owner, std::string_view field, double found, double least,
                        double most) {
  const bool whole = code != Code::invalid_duration && code != Code::invalid_timeout;
  return of_field(code, owner, field,
                  owner.phrase + ": " + std::string(field) + " must be a " + (whole ? "whole " : "") + "number from " +
                      number_text(least) + " to " + number_text(most) + ", not " + number_text(found) + ".",
                  "");
}

Diagnostic invalid_fails(const Owner& owner) {
  return of_field(
      Code::invalid_fails, owner, "fails",
      owner.phrase + ": fails must be a whole number from 0 to " + std::to_string(limits::fails) + R"(, or "always".)",
      "It says how many first attempts fail.");
}

Diagnostic unknown_field(const Owner& owner, std::string_view field, std::span<const std::string_view> known) {
  const std::string_view meant = nearest(field, known);
  return of_field(Code::unknown_field, owner, field,
                  owner.phrase + " has an unknown field " + quoted(field) + ", which is kept but does nothing.",
                  meant.empty() ? "Fields known here: " + list_of(known) + "." : "Did you mean " + quoted(meant) + "?");
}

Diagnostic duplicate_field(const Owner& owner, std::string_view field) {
  return of_field(Code::duplicate_field, owner, field,
                  owner.phrase + " has the field " + quoted(field) + " more than once; only the last one counts.",
                  "Keep one of them.");
}

Diagnostic duplicate_step(std::string_view name, std::size_t first, std::size_t second) {
  return {Code::duplicate_step,
          "Two steps are called " + quoted(name) + ": number " + std::to_string(first + 1) + " and number " +
              std::to_string(second + 1) + ".",
          "Rename one of them: dependencies go by name.",
          {std::string(name)},
          "/steps/" + std::to_string(second) + "/name"};
}

Diagnostic unknown_dependency(const Owner& owner, std::size_t index, std::string_view dependency,
                              std::string_view nearest_step) {
  return {Code::unknown_dependency, owner.phrase + " depends on unknown step " + quoted(dependency),
          nearest_step.empty() ? "Add a step of that name, or remove the dependency."
                               : "Did you mean " + quoted(nearest_step) + "?",
          owner.steps, dependency_path(owner, index)};
}

Diagnostic duplicate_dependency(const Owner& owner, std::size_t index, std::string_view dependency) {
  return {Code::duplicate_dependency,
          owner.phrase + " lists its dependency " + quoted(dependency) +
              " more than once, and each time counts in its in-degree.",
          "Once is enough.", owner.steps, dependency_path(owner, index)};
}

Diagnostic cyclic_dependency(std::span<const std::string_view> closed_path, std::string path) {
  // A cycle of thousands of steps is evidence nobody reads to the end: its two ends tell where it closes.
  constexpr std::size_t shown = 24;
  std::string arrows;
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < closed_path.size(); ++i) {
    const bool cut = closed_path.size() > 2 * shown && i >= shown && i < closed_path.size() - shown;
    if (!cut) {
      if (i > 0) arrows += " -> ";
      arrows += legible(closed_path[i]);
    } else if (i == shown) {
      arrows += " -> … " + std::to_string(closed_path.size() - 2 * shown) + " more …";
    }
    if (i + 1 < closed_path.size()) steps.emplace_back(closed_path[i]);
  }
  const bool alone = steps.size() == 1;
  return {Code::cyclic_dependency,
          "Cyclic dependency: " + arrows +
              (alone ? " (the step waits for itself)" : " (each waits for the one before it, so none can be first)"),
          alone ? "Remove the dependency of the step on itself." : "Remove one dependency on this path.",
          std::move(steps), std::move(path)};
}

}  // namespace orchestrator::mistakes
