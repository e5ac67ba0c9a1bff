#include "document.h"

#include <utility>

namespace orchestrator {

std::string_view kind_phrase(Kind kind) {
  switch (kind) {
    case Kind::null: return "null";
    case Kind::boolean: return "true or false";
    case Kind::number: return "a number";
    case Kind::string: return "a text";
    case Kind::array: return "a list";
    case Kind::object: return "an object";
    case Kind::foreign: break;
  }
  return "something that JSON cannot hold";
}

std::string_view Value::string() const {
  return std::string_view(document_->text).substr(static_cast<std::size_t>(cell().value), cell().count);
}

Value Value::next() const {
  const bool container = kind() == Kind::array || kind() == Kind::object;
  return Value(*document_, container ? static_cast<std::size_t>(cell().value) : index_ + 1);
}

void DocumentBuilder::string(std::string_view value) {
  if (dropped_depth_ > 0) return;
  count_child();
  add_text(value);
}

void DocumentBuilder::key(std::string_view name) {
  if (dropped_depth_ == 0) add_text(name);
}

void DocumentBuilder::begin(Kind container) {
  if (dropped_depth_ > 0 || open_.size() == max_depth) {
    // Without content the value behind it is the next cell.
    scalar({container, 0, static_cast<double>(document_.cells.size() + 1)});
    ++dropped_depth_;
    return;
  }
  count_child();
  open_.push_back(document_.cells.size());
  document_.cells.push_back({container, 0, 0});
}

void DocumentBuilder::end() {
  if (dropped_depth_ > 0) {
    --dropped_depth_;
    return;
  }
  document_.cells[open_.back()].value = static_cast<double>(document_.cells.size());
  open_.pop_back();
}

void DocumentBuilder::reserve(std::size_t cells, std::size_t text) {
  document_.cells.reserve(cells);
  document_.text.reserve(text);
}

Document DocumentBuilder::take() {
  open_.clear();
  dropped_depth_ = 0;
  return std::exchange(document_, {});
}

void DocumentBuilder::scalar(Cell cell) {
  if (dropped_depth_ > 0) return;
  count_child();
  document_.cells.push_back(cell);
}

void DocumentBuilder::add_text(std::string_view value) {
  document_.cells.push_back(
      {Kind::string, static_cast<std::uint32_t>(value.size()), static_cast<double>(document_.text.size())});
  document_.text += value;
}

void DocumentBuilder::count_child() {
  if (!open_.empty()) ++document_.cells[open_.back()].count;
}

}  // namespace orchestrator
