#include "core/resolve/name_forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/annotate/term_sequences.h"

namespace newsloupe {
namespace {

std::string letters_of(std::string folded) {
  std::erase(folded, '.');
  return folded;
}

struct UsualName {
  WordClass word_class;
  EntityType type;
};
constexpr std::array<UsualName, 4> kUsualNames{{{WordClass::kCountry, EntityType::kPlace},
                                                {WordClass::kDemonym, EntityType::kGroup},
                                                {WordClass::kOrganizationName, EntityType::kOrganization},
                                                {WordClass::kAgency, EntityType::kOrganization}}};

// What the lexicon calls the thing: "United States" for "US", "Japan" for the group "Japanese".
std::string usual_name(EntityType type, std::span<const TermId> terms, const Lexicon& lexicon) {
  for (const auto& [word_class, of_type] : kUsualNames) {
    if (of_type != type) continue;
    const PhraseMatch match = lexicon.match(word_class, terms);
    if (match.length == terms.size() && match.length > 0 && !match.entry->columns.empty()) {
      return std::string(match.entry->columns[0]);
    }
  }
  return {};
}

std::string key_of(const NameForm& form) {
  if (!form.usual.empty()) return fold_word(form.usual);
  std::string key;
  for (const std::string& word : form.words) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  if (!form.generation.empty()) key += ' ' + form.generation;
  if (form.type == EntityType::kGroup && key.ends_with('s')) key.pop_back();
  return key;
}

NameForm form_of(const SegmentedDocument& doc, const Mention& mention, TokenSpan tokens, const Lexicon& lexicon) {
  NameForm form;
  form.type = mention.type;
  std::vector<TermId> terms;
  terms.reserve(tokens.size());
  form.words.reserve(tokens.size());
  bool lower = false;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    terms.push_back(doc.tokens[i].term);
    lower |= doc.tokens[i].shape == TokenShape::kLower || doc.tokens[i].shape == TokenShape::kCapitalized;
    if (doc.tokens[i].shape == TokenShape::kPunct) continue;
    form.words.push_back(letters_of(fold_word(doc.token_text(i))));
  }
  if (form.type == EntityType::kPerson) form.generation = take_generation(form.words);
  form.capitals = !lower;
  form.usual = usual_name(mention.type, terms, lexicon);
  form.known = mention.type == EntityType::kOrganization &&
               lexicon.match(WordClass::kOrganizationName, terms).length == terms.size();
  return form;
}

bool is_ordered_part(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  std::size_t matched = 0;
  for (const std::string& word : whole) {
    if (matched < part.size() &&
        (word == part[matched] || (part[matched].size() == 1 && word.starts_with(part[matched])))) {
      ++matched;
    }
  }
  return matched == part.size();
}

bool ends_with_words(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  return part.size() < whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

bool begins_with_words(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  return part.size() < whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

bool is_class(std::string_view word, WordClasses classes, const Lexicon& lexicon) {
  return lexicon.classes(lexicon.find(word)).has_any(classes);
}

}  // namespace

std::vector<NameForm> collect_name_forms(const SegmentedDocument& doc, const Layer<Mention>& mentions,
                                         const Lexicon& lexicon) {
  std::vector<NameForm> forms;
  std::map<std::pair<EntityType, std::string>, std::size_t> known;
  // What is written in the same words is not read again.
  constexpr std::size_t kTypes = 8;
  TermSequences sequences(doc);
  std::vector<std::array<std::uint32_t, kTypes>> form_of_sequence;  // one more than the index of the form, 0: not read
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[std::size_t{i}];
    const TokenSpan tokens = doc.tokens_from_text(mention.span);
    const std::size_t number = sequences.number(tokens);
    if (number == form_of_sequence.size()) form_of_sequence.emplace_back();
    std::uint32_t& place = form_of_sequence[number][static_cast<std::size_t>(mention.type)];
    if (place == 0) {
      NameForm form = form_of(doc, mention, tokens, lexicon);
      const auto [at, is_new] = known.try_emplace({form.type, key_of(form)}, forms.size());
      if (is_new) forms.push_back(std::move(form));
      place = static_cast<std::uint32_t>(at->second + 1);
    }
    forms[place - 1].mentions.push_back(i);
  }
  return forms;
}

std::string take_generation(std::vector<std::string>& words) {
  static constexpr std::array<std::string_view, 5> kGenerations = {"jr", "sr", "ii", "iii", "iv"};
  const bool numeral = !words.empty() && words.back().starts_with('i');  // "Elizabeth II" is no family name
  if (words.size() < (numeral ? 3 : 2) || std::ranges::find(kGenerations, words.back()) == kGenerations.end())
    return {};
  std::string generation = std::move(words.back());
  words.pop_back();
  return generation;
}

bool same_full_name(const NameForm& a, const NameForm& b) {
  if (!a.generation.empty() && !b.generation.empty() && a.generation != b.generation) return false;
  const auto& shorter = a.words.size() <= b.words.size() ? a.words : b.words;
  const auto& longer = a.words.size() <= b.words.size() ? b.words : a.words;
  if (shorter.size() < 2 || shorter.back() != longer.back()) return false;
  if (ends_with_words(longer, shorter)) return true;
  const std::string &first = shorter.front(), &other = longer.front();
  const bool initial =
      (first.size() == 1 && other.starts_with(first)) || (other.size() == 1 && first.starts_with(other));
  if (first != other && !initial) return false;
  return shorter.size() == longer.size() ? std::equal(shorter.begin() + 1, shorter.end(), longer.begin() + 1)
                                         : is_ordered_part(shorter, longer);
}

bool is_short_person_name(const NameForm& part, const NameForm& full, const Lexicon& lexicon) {
  if (part.words.empty() || part.words.size() >= full.words.size()) return false;
  if (ends_with_words(full.words, part.words)) return true;
  if (part.words.size() != 1 || part.words[0].size() < 2) return false;
  // The first word is a family name in Chinese and Korean, else a given name.
  const std::string& word = part.words[0];
  if (word == full.words.front()) return true;
  // "Lam" for "Ronald Lam Man-kin", as names of Hong Kong are written.
  const std::size_t count = full.words.size();
  if (count >= 4 && word == full.words[count - 3] && is_class(word, WordClass::kFamilyName, lexicon) &&
      is_class(full.words.front(), WordClass::kGivenName, lexicon))
    return true;
  const bool last_is_family = is_class(full.words.back(), WordClass::kFamilyName, lexicon);
  return !last_is_family && full.words.size() > 2 && word == full.words[full.words.size() - 2];
}

bool is_short_body_name(const NameForm& part, const NameForm& full, const Lexicon& lexicon) {
  if (part.words.empty() || part.words.size() >= full.words.size() || !part.usual.empty()) return false;
  // "VOA Pentagon" belongs to the first of two bodies and is not the second.
  if (part.known && ends_with_words(full.words, part.words) &&
      is_class(full.words[0], WordClass::kAgency | WordClass::kOutlet, lexicon))
    return false;
  if (part.words.size() == 1 && is_class(part.words[0], WordClass::kOrganizationHead, lexicon)) {
    return part.words[0] == full.words.back() || part.words[0] == full.words.front();
  }
  // "Apple" is no short name of "Apple Arcade", nor "UEFA" of its league; "Samsung" is one of "Samsung Motors".
  const auto is_suffix = [&](const std::string& word) {
    return is_class(word, WordClass::kOrganizationSuffix, lexicon);
  };
  // So is not a whole name of its own: "Orla Police Department" of "Orla Police Department Narcotics Unit".
  const bool whole = part.words.size() > 1 && is_class(part.words.back(), WordClass::kOrganizationHead, lexicon);
  if ((part.known || whole) &&
      !std::all_of(full.words.begin() + static_cast<std::ptrdiff_t>(part.words.size()), full.words.end(), is_suffix))
    return false;
  // "Parliament" is no short name of "Parliament's Joint Committee".
  const std::string& next = full.words[part.words.size()];
  if (next == "'s" || next == "\u2019s") return false;
  return begins_with_words(full.words, part.words) && !is_class(part.words[0], WordClass::kDemonym, lexicon);
}

bool has_initials(const NameForm& acronym, const NameForm& full) {
  if (!acronym.capitals || acronym.words.size() != 1 || full.words.size() < 2 || acronym.words[0].size() < 2)
    return false;
  static constexpr std::array<std::string_view, 8> kSmall = {"of", "and", "the", "for", "on", "in", "de", "&"};
  std::string all, without_small;
  for (const std::string& word : full.words) {
    all.push_back(word.front());
    if (std::ranges::find(kSmall, word) == kSmall.end()) without_small.push_back(word.front());
  }
  return acronym.words[0] == without_small || acronym.words[0] == all;
}

bool is_usual_acronym(const NameForm& form) {
  NameForm usual;
  for (std::size_t begin = 0; begin < form.usual.size();) {
    const std::size_t end = std::min(form.usual.find(' ', begin), form.usual.size());
    usual.words.push_back(fold_word(std::string_view(form.usual).substr(begin, end - begin)));
    begin = end + 1;
  }
  return has_initials(form, usual);
}

bool is_husband_of_first_lady(const SegmentedDocument& doc, const Mention& mention) {
  if (doc.text(mention.role) != "President" && doc.text(mention.role) != "Vice President") return false;
  for (std::uint32_t i = 1; i < doc.tokens.size(); ++i) {
    if (fold_word(doc.token_text(i)) == "lady" && fold_word(doc.token_text(i - 1)) == "first") return true;
  }
  return false;
}

bool has_letters_in_order(std::string_view acronym, std::string_view full) {
  const std::string letters = letters_of(fold_word(acronym)), name = fold_word(full);
  if (letters.size() < 2 || letters.size() > 10 || letters.front() != name.front()) return false;
  std::size_t matched = 0;
  for (const char c : name) {
    if (matched < letters.size() && (c == letters[matched] || letters[matched] == '-')) ++matched;
  }
  return matched == letters.size();
}

}  // namespace newsloupe
