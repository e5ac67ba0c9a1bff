// A parsed JSON-like value, flat in memory. The one form in which a definition reaches the reader: the command
// line fills it from a JSON parser's events, the wasm binding from a JavaScript value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace orchestrator {

enum class Kind : std::uint32_t {
  null = 0,
  boolean = 1,
  number = 2,
  string = 3,
  array = 4,
  object = 5,
  /// Something JSON has no word for: a function, a symbol, text with half a character.
  foreign = 6,
};

/// "a list", "a text", … as a sentence needs it.
std::string_view kind_phrase(Kind kind);

/// One value of a document in preorder: a container's children follow it, an object's as key, value, key, value.
/// Sixteen bytes of fixed layout, so that the binding copies whole documents in one go.
struct Cell {
  Kind kind = Kind::null;
  /// string: bytes; array: elements; object: pairs; boolean: 0 or 1.
  std::uint32_t count = 0;
  /// number: its value; string: offset into the text; container: index of the cell behind its last child.
  double value = 0;
};
static_assert(sizeof(Cell) == 16);

/// Read-only after it is built.
struct Document {
  std::vector<Cell> cells;
  std::string text;
};

/// A value within a document; a pair of words, passed by value. The document must outlive it.
class Value {
 public:
  explicit Value(const Document& document, std::size_t index = 0) : document_(&document), index_(index) {}

  Kind kind() const { return cell().kind; }
  bool boolean() const { return cell().count != 0; }
  double number() const { return cell().value; }
  /// Valid while the document is.
  std::string_view string() const;
  /// Elements of an array, pairs of an object.
  std::uint32_t size() const { return cell().count; }
  /// The first element of an array or the first key of an object that is not empty.
  Value first() const { return Value(*document_, index_ + 1); }
  /// The value behind this one and its children: the next element, or a key's value, or the next key.
  Value next() const;

 private:
  const Cell& cell() const { return document_->cells[index_]; }

  const Document* document_;
  std::size_t index_;
};

/// Builds a document from the events of a parser. Containers nested deeper than `max_depth` keep their kind but lose
/// their content: no field of the format lies that deep, so hostile nesting costs nothing.
class DocumentBuilder {
 public:
  static constexpr std::size_t max_depth = 8;

  void null() { scalar({Kind::null, 0, 0}); }
  void boolean(bool value) { scalar({Kind::boolean, value ? 1U : 0U, 0}); }
  void number(double value) { scalar({Kind::number, 0, value}); }
  void string(std::string_view value);
  void key(std::string_view name);
  /// Kind::array or Kind::object.
  void begin(Kind container);
  void end();

  /// Room for so many values and keys, and for so many bytes of text.
  void reserve(std::size_t cells, std::size_t text);
  /// The finished document; the builder is empty afterwards.
  Document take();

 private:
  void scalar(Cell cell);
  void add_text(std::string_view value);
  void count_child();

  Document document_;
  std::vector<std::size_t> open_;
  std::size_t dropped_depth_ = 0;
};

}  // namespace orchestrator
