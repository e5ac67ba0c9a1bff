#include "name_table.h"

#include <bit>
#include <functional>

#include "memory_hint.h"
#include "text.h"

namespace orchestrator {
namespace {

// A name's slot, and then the name it refers to, are asked for this many names before they are read.
constexpr std::size_t ahead = 8;

}  // namespace

NameTable::NameTable(const std::vector<StepDefinition>& steps)
    : steps_(steps), slots_(std::bit_ceil(2 * steps.size() + 1)) {
  std::vector<std::uint32_t> hashes(steps.size());
  for (std::size_t i = 0; i < steps.size() + ahead; ++i) {
    if (i < steps.size()) {
      hashes[i] = hash_of(steps[i].name);
      will_read(&slots_[home_of(hashes[i])]);
    }
    if (i >= ahead) learn(static_cast<StepId>(i - ahead), hashes[i - ahead]);
  }
}

void NameTable::learn(StepId step, std::uint32_t hash) {
  const std::string& name = steps_[step].name;
  if (is_blank(name)) return;
  Slot& slot = slots_[place_of(name, hash)];
  if (slot.step == no_step) {
    slot = {hash, step};
  } else {
    repetitions_.push_back({slot.step, step});
  }
}

std::vector<StepId> NameTable::find(std::span<const std::string* const> names) const {
  // An entry holds the hash of the name until the name is found.
  std::vector<StepId> found(names.size());
  for (std::size_t i = 0; i < names.size() + 2 * ahead; ++i) {
    if (i < names.size()) {
      found[i] = hash_of(*names[i]);
      will_read(&slots_[home_of(found[i])]);
    }
    if (i >= ahead && i - ahead < names.size()) {
      const Slot& slot = slots_[home_of(found[i - ahead])];
      if (slot.step != no_step) will_read(&steps_[slot.step].name);
    }
    if (i >= 2 * ahead) {
      StepId& entry = found[i - 2 * ahead];
      entry = slots_[place_of(*names[i - 2 * ahead], entry)].step;
    }
  }
  return found;
}

std::uint32_t NameTable::hash_of(std::string_view name) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(name));
}

std::size_t NameTable::place_of(std::string_view name, std::uint32_t hash) const {
  std::size_t place = home_of(hash);
  while (slots_[place].step != no_step && (slots_[place].hash != hash || steps_[slots_[place].step].name != name)) {
    place = home_of(static_cast<std::uint32_t>(place + 1));
  }
  return place;
}

}  // namespace orchestrator
