#include "document.h"

#include <gtest/gtest.h>

#include "json_text.h"

namespace orchestrator {
namespace {

TEST(Document, ScalarsKeepTheirKindAndValue) {
  DocumentBuilder builder;
  builder.begin(Kind::array);
  builder.null();
  builder.boolean(true);
  builder.boolean(false);
  builder.number(-2.5);
  builder.string("text");
  builder.end();
  const Document document = builder.take();

  const Value list(document);
  EXPECT_EQ(list.kind(), Kind::array);
  EXPECT_EQ(list.size(), 5U);
  Value value = list.first();
  EXPECT_EQ(value.kind(), Kind::null);
  value = value.next();
  EXPECT_EQ(value.kind(), Kind::boolean);
  EXPECT_TRUE(value.boolean());
  value = value.next();
  EXPECT_FALSE(value.boolean());
  value = value.next();
  EXPECT_EQ(value.kind(), Kind::number);
  EXPECT_EQ(value.number(), -2.5);
  value = value.next();
  EXPECT_EQ(value.kind(), Kind::string);
  EXPECT_EQ(value.string(), "text");
}

TEST(Document, TheNextValueIsBehindAllChildren) {
  const Document document = document_of(R"([[1, [2, {"a": 3}]], "behind"])");
  EXPECT_EQ(Value(document).first().next().string(), "behind");
}

TEST(Document, AnObjectIsKeyAndValueInTurn) {
  const Document document = document_of(R"({"a": {"x": 1, "y": 2}, "b": true})");
  const Value object(document);
  EXPECT_EQ(object.size(), 2U);
  Value key = object.first();
  EXPECT_EQ(key.string(), "a");
  EXPECT_EQ(key.next().size(), 2U);
  key = key.next().next();
  EXPECT_EQ(key.string(), "b");
  EXPECT_TRUE(key.next().boolean());
}

TEST(Document, EmptyContainersAndTextsHaveNoContent) {
  const Document document = document_of(R"([[], {}, "", 7])");
  Value value = Value(document).first();
  EXPECT_EQ(value.size(), 0U);
  value = value.next();
  EXPECT_EQ(value.kind(), Kind::object);
  value = value.next();
  EXPECT_EQ(value.string(), "");
  EXPECT_EQ(value.next().number(), 7);
}

TEST(Document, TextsMayHoldNul) {
  const Document document = document_of(R"(["a\u0000b"])");
  EXPECT_EQ(Value(document).first().string(), std::string_view("a\0b", 3));
}

TEST(Document, ContentBelowTheGreatestDepthIsDroppedButKeepsItsPlace) {
  DocumentBuilder builder;
  for (std::size_t depth = 0; depth < DocumentBuilder::max_depth; ++depth) builder.begin(Kind::array);
  builder.begin(Kind::object);
  builder.key("lost");
  builder.begin(Kind::array);
  builder.string("lost");
  builder.end();
  builder.end();
  builder.number(7);
  for (std::size_t depth = 0; depth < DocumentBuilder::max_depth; ++depth) builder.end();
  const Document document = builder.take();

  Value value(document);
  for (std::size_t depth = 1; depth < DocumentBuilder::max_depth; ++depth) value = value.first();
  EXPECT_EQ(value.size(), 2U);
  EXPECT_EQ(value.first().kind(), Kind::object);
  EXPECT_EQ(value.first().size(), 0U);
  EXPECT_EQ(value.first().next().number(), 7);
  EXPECT_TRUE(document.text.empty());
}

TEST(Document, AMillionNestedListsCostNothing) {
  DocumentBuilder builder;
  for (int i = 0; i < 1000000; ++i) builder.begin(Kind::array);
  for (int i = 0; i < 1000000; ++i) builder.end();
  EXPECT_EQ(builder.take().cells.size(), DocumentBuilder::max_depth + 1);
}

TEST(Document, ABuilderIsEmptyAfterItsDocumentIsTaken) {
  DocumentBuilder builder;
  for (std::size_t depth = 0; depth < DocumentBuilder::max_depth + 3; ++depth) builder.begin(Kind::array);
  builder.string("given up half-way");
  builder.take();

  builder.begin(Kind::array);
  builder.string("next");
  builder.end();
  const Document document = builder.take();
  EXPECT_EQ(document.cells.size(), 2U);
  EXPECT_EQ(document.text, "next");
}

TEST(Document, EveryKindHasAPhraseOfItsOwn) {
  EXPECT_EQ(kind_phrase(Kind::null), "null");
  EXPECT_EQ(kind_phrase(Kind::boolean), "true or false");
  EXPECT_EQ(kind_phrase(Kind::number), "a number");
  EXPECT_EQ(kind_phrase(Kind::string), "a text");
  EXPECT_EQ(kind_phrase(Kind::array), "a list");
  EXPECT_EQ(kind_phrase(Kind::object), "an object");
  EXPECT_EQ(kind_phrase(Kind::foreign), "something that JSON cannot hold");
}

}  // namespace
}  // namespace orchestrator
