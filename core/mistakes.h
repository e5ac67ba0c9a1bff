// One function for each mistake an author can make: it says it in a sentence, and how to mend it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "document.h"

namespace orchestrator::mistakes {

/// Whose field a sentence speaks of.
struct Owner {
  /// "Step 'load'", "Step number 3" (when it has no proper name) or "The pipeline".
  std::string phrase;
  /// The step's name, when it has one.
  std::vector<std::string> steps;
  /// JSON pointer of the object that holds the field.
  std::string path;
};

/// A step by its place and its name; by the place alone when the name is blank or too long to be repeated.
Owner step_owner(std::size_t index, std::string_view name);

// Of form: found while a definition is read.
Diagnostic unreadable_file(std::string_view file, std::string_view reason);
Diagnostic invalid_json(std::string_view reason, std::string_view place);
Diagnostic too_large(std::string_view what, std::uint64_t size, std::uint64_t limit);
/// Stands for those that are not listed.
Diagnostic too_many(std::size_t unlisted);
Diagnostic not_a_pipeline(Kind found);
Diagnostic missing_steps();
Diagnostic invalid_type(const Owner& owner, std::string_view field, std::string_view expected, Kind found);
Diagnostic dependency_not_a_name(const Owner& owner, std::size_t index, Kind found);
Diagnostic step_not_an_object(const Owner& owner, Kind found);
Diagnostic missing_name(const Owner& owner);
Diagnostic blank_name(const Owner& owner);
Diagnostic name_too_long(const Owner& owner, std::size_t characters, std::size_t limit);
Diagnostic invisible_character_in_name(const Owner& owner, char32_t character);
/// A number outside its range, or one that should be whole and is not; `code` says which field's mistake it is.
Diagnostic out_of_range(Code code, const Owner& owner, std::string_view field, double found, double least, double most);
Diagnostic invalid_fails(const Owner& owner);
Diagnostic unknown_field(const Owner& owner, std::string_view field, std::span<const std::string_view> known);
Diagnostic duplicate_field(const Owner& owner, std::string_view field);

// Of meaning: found when names are linked to steps.
Diagnostic duplicate_step(std::string_view name, std::size_t first, std::size_t second);
/// `index`: the place in the list of dependencies.
Diagnostic unknown_dependency(const Owner& owner, std::size_t index, std::string_view dependency,
                              std::string_view nearest_step);
Diagnostic duplicate_dependency(const Owner& owner, std::size_t index, std::string_view dependency);
/// `closed_path` begins and ends with the same name; `path` is where the dependency stands that closes it.
Diagnostic cyclic_dependency(std::span<const std::string_view> closed_path, std::string path);

}  // namespace orchestrator::mistakes
