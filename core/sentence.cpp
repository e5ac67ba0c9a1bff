#include "sentence.h"

#include "text.h"

namespace orchestrator {

std::string english(const Sentence& sentence, const NameOf& name_of) {
  std::string text;
  std::string_view rest = sentence.form->words;
  const std::size_t* value = sentence.values.data();
  while (true) {
    const std::size_t place = rest.find('{');
    text += rest.substr(0, place);
    if (place == std::string_view::npos) return text;
    const char sign = rest[place + 1];
    rest.remove_prefix(rest.find('}') + 1);
    if (sign == '#' || sign == '@') {
      text += std::to_string(*value++);
      continue;
    }
    // "'a'", "'a' and 'b'", "'a', 'b' and 'c'".
    for (std::size_t left = sign == '*' ? *value++ : 1; left > 0; --left) {
      text += quoted(name_of(static_cast<StepId>(*value++)));
      if (left > 1) text += left == 2 ? " and " : ", ";
    }
  }
}

std::string json_params(const Sentence& sentence, const NameOf& name_of) {
  std::string json = "{";
  std::string_view rest = sentence.form->words;
  const std::size_t* value = sentence.values.data();
  const auto next_name = [&] { return json_quoted(name_of(static_cast<StepId>(*value++))); };
  for (std::size_t place = rest.find('{'); place != std::string_view::npos; place = rest.find('{')) {
    const char sign = rest[place + 1];
    const bool has_sign = sign == '#' || sign == '@' || sign == '*';
    rest.remove_prefix(place + (has_sign ? 2 : 1));
    if (json.size() > 1) json += ',';
    json += json_quoted(rest.substr(0, rest.find('}'))) + ':';
    if (sign == '*') {
      json += '[';
      for (std::size_t left = *value++; left > 0; --left) json += next_name() + (left > 1 ? "," : "");
      json += ']';
    } else {
      json += has_sign ? std::to_string(*value++) : next_name();
    }
  }
  return json + '}';
}

std::string json_fields(const Sentence& sentence, const NameOf& name_of) {
  return R"("code":)" + json_quoted(sentence.form->code) + R"(,"params":)" + json_params(sentence, name_of) +
         R"(,"sentence":)" + json_quoted(english(sentence, name_of));
}

}  // namespace orchestrator
