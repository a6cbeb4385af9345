#include "core/resolve/reference_finder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/annotate/token_reader.h"
#include "core/base/closed_list.h"
#include "core/resolve/gender.h"
#include "core/resolve/name_forms.h"

namespace newsloupe {
namespace {

// A set of genders.
class Genders {
 public:
  void add(Gender gender) { has_[static_cast<std::size_t>(gender)] = gender != Gender::kUnknown; }
  [[nodiscard]] bool has(Gender gender) const { return has_[static_cast<std::size_t>(gender)]; }

 private:
  std::array<bool, 3> has_{};
};

// An office as given beside a name: its head phrase up to "of", and the place or people it belongs to.
struct Role {
  Id<Entity> person;
  std::uint32_t from = 0;  // text offset of the name
  std::vector<TermId> office;
  std::string qualifier;  // "Japan", empty where none is said
};

// A person as far as the reading has come.
struct Seen {
  Id<Entity> entity;
  bool quoted = false;    // named inside a quotation
  bool owner = false;     // named as "Weaver's": what is told is told of something else
  bool maker = false;     // named as in "Weaver's First Flood": "he" may be another
  std::uint32_t end = 0;  // the token behind the name
};

class ReferenceFinder {
 public:
  ReferenceFinder(const TokenReader& tokens, const Layer<Mention>& names, const Layer<Quote>& quotes,
                  std::span<const Id<Entity>> entity_of, std::span<const Entity> entities)
      : doc_(tokens.doc()),
        names_(names),
        quotes_(quotes),
        entity_of_(entity_of),
        entities_(entities),
        tokens_(tokens),
        gender_(entities.size(), Gender::kUnknown) {
    collect_roles();
  }

  std::vector<Reference> find() {
    const Sentence* before = nullptr;
    for (const Sentence& sentence : doc_.sentences) {
      if (!is_body(doc_.paragraphs[std::size_t{sentence.paragraph}].paragraph_class)) continue;
      if (before != nullptr && sentence.paragraph > before->paragraph + 1) {
        earlier_.clear();
        open_ = {};
      }
      read(sentence);
      keep_for_later();
      before = &sentence;
    }
    return std::move(references_);
  }

 private:
  void collect_roles() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const Mention& name = names_[i];
      if (name.type != EntityType::kPerson) continue;
      const std::size_t person = entity_of_[i].index();
      if (gender_[person] == Gender::kUnknown)
        note_gender(gender_of_name(tokens_, doc_.tokens_from_text(name.span), entities_[person]), entity_of_[i]);
      if (name.role.empty()) continue;
      const TokenSpan words = doc_.tokens_from_text(name.role);
      note_gender(gender_of_address(tokens_, words), entity_of_[i]);
      if (is_husband_of_first_lady(doc_, name)) note_gender(Gender::kMale, entity_of_[i]);
      std::optional<Role> role = role_of(words);
      if (!role) continue;
      role->person = entity_of_[i];
      role->from = name.span.begin;
      roles_.push_back(std::move(*role));
    }
  }

  void note_gender(Gender gender, Id<Entity> person) {
    if (gender != Gender::kUnknown) gender_[person.index()] = gender;
  }

  [[nodiscard]] std::optional<Role> role_of(TokenSpan words) const {
    std::uint32_t end = words.begin;
    while (end < words.end && !tokens_.says_any(end, {"of", "for", "at", "in", "to"})) ++end;
    for (std::uint32_t i = words.begin; i < end; ++i) {
      const TokenSpan office = office_at(i, end);
      if (office.empty() || office.end != end) continue;
      Role role;
      for (std::uint32_t t = office.begin; t < office.end; ++t) role.office.push_back(doc_.tokens[t].term);
      role.qualifier = qualifier_before(office.begin);
      return role;
    }
    return std::nullopt;
  }

  [[nodiscard]] TokenSpan office_at(std::uint32_t i, std::uint32_t end) const {
    const PhraseMatch match = tokens_.match(WordClass::kOffice, i, end);
    return {i, i + match.length};
  }

  // The place that "Japanese" or "Japan's" before an office names, else nothing.
  [[nodiscard]] std::string qualifier_before(std::uint32_t office) const {
    if (office == 0) return {};
    std::uint32_t i = office - 1;
    if (tokens_.is_possessive(i) && i > 0) --i;
    if (const LexiconEntry* demonym = tokens_.entry(WordClass::kDemonym, i)) {
      return std::string(demonym->columns.empty() ? tokens_.text(i) : demonym->columns[0]);
    }
    const LexiconEntry* country = tokens_.entry(WordClass::kCountry, i);
    return std::string(country == nullptr || country->columns.empty() ? std::string_view() : country->columns[0]);
  }

  // Who was named in the last sentence that named any; one that did so only in a quotation or as an owner adds to them.
  void keep_for_later() {
    earlier_open_ = open_;
    const bool outside =
        std::ranges::any_of(current_, [](const Seen& person) { return !person.quoted && !person.owner; });
    if (outside) {
      earlier_ = std::exchange(current_, {});
      return;
    }
    std::erase_if(earlier_, [&](const Seen& person) { return person.quoted && !current_.empty(); });
    earlier_.insert(earlier_.end(), current_.begin(), current_.end());
    current_.clear();
  }

  [[nodiscard]] bool is_quoted(std::uint32_t token) {
    const std::uint32_t at = tokens_.span(token).begin;
    while (next_quote_ < quotes_.size() && quotes_[next_quote_].span.end <= at) ++next_quote_;
    return next_quote_ < quotes_.size() && quotes_[next_quote_].span.begin <= at;
  }

  void read(const Sentence& sentence) {
    current_.clear();
    open_ = {};
    another_acts_ = false;
    const std::uint32_t asked = std::max(behind_question(sentence.tokens), behind_foretold(sentence.tokens));
    const std::optional<std::uint32_t> unnamed = unnamed_subject(sentence.tokens);
    tells_of_unnamed_ = unnamed.has_value();
    if (unnamed) open_.add(gender_of(tokens_.text(*unnamed)));
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!tokens_.is(i, WordClass::kPronoun | WordClass::kDeterminer | WordClass::kOffice) && !reaches_name(i))
        continue;
      const bool quoted = is_quoted(i);
      if (const std::optional<std::uint32_t> end = name_at(i, quoted)) {
        i = *end - 1;
        another_acts_ = false;
        continue;
      }
      if (quoted) continue;
      open_.add(introduced_at(i, sentence.tokens.end));
      if (!current_.empty()) open_.add(another_at(i));
      if (introduces_someone(i)) open_to_all();
      if (tokens_.says(i, "the")) {
        i = std::max(i, read_office(i, sentence) - 1);
      } else if (is_acting_office(i, sentence.tokens.begin)) {
        another_acts_ = true;
      } else if (i >= asked && tokens_.is(i, WordClass::kPronoun)) {
        read_pronoun(i);
        open_.add(relative_at(i));
      }
    }
    // "A spokesman said": a "he" of the next sentence may be him.
    if (tells_of_unnamed_ && current_.empty()) open_to_all();
  }

  // "after the company's president drew", "a witness told her": a "his" behind him may be his. "The governor said he"
  // and "his lawyer said he" rather speak on of who was named.
  [[nodiscard]] bool is_acting_office(std::uint32_t i, std::uint32_t begin) const {
    if (!tokens_.is(i, WordClass::kOffice) || !tokens_.has_shape(i, TokenShape::kLower)) return false;
    if (!tokens_.is(i + 1, WordClass::kAuxiliary | WordClass::kPastForm) || inside_role(tokens_.span(i))) return false;
    for (std::uint32_t t = i; t-- > begin && i - t <= 4;) {
      if (tokens_.says_any(t, {"a", "an"}) || tokens_.is_possessive(t)) return true;
      if (!tokens_.has_shape(t, TokenShape::kLower) || tokens_.is(t, WordClass::kDeterminer | WordClass::kPronoun))
        return false;
    }
    return false;
  }

  // "The patient went back", "A young man said": the noun for one who was not named, as far as a reader can tell.
  [[nodiscard]] std::optional<std::uint32_t> unnamed_subject(TokenSpan sentence) const {
    static constexpr std::string_view kUnnamed[] = {"patient", "man", "woman", "boy", "girl", "victim"};
    const std::uint32_t first = sentence.begin + (tokens_.says_any(sentence.begin, {"but", "and", "yet"}) ? 1 : 0);
    const bool one = tokens_.says_any(first, {"a", "an", "another", "one"}), the = tokens_.says(first, "the");
    for (std::uint32_t i = first + 1; (one || the) && i < std::min(sentence.end, first + 4); ++i) {
      if (!tokens_.is(i, WordClass::kPersonNoun) && !(one && tokens_.is(i, WordClass::kAnonymousSource))) continue;
      const bool named = i + 1 < sentence.end && (tokens_.is_capitalized(i + 1) || tokens_.is_comma(i + 1));
      if (tokens_.is_possessive(i + 1) || tokens_.is_possessive(i + 2)) return std::nullopt;  // "An inspector's report"
      const bool nobody = one || is_one_of(kUnnamed, tokens_.text(i));
      return nobody && !named ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
  }

  // "Weaver and her husband left": from here on "he" may be him; not "her husband Carl Weaver".
  [[nodiscard]] Gender relative_at(std::uint32_t owner) const {
    const std::uint32_t noun = owner + 1;
    if (!tokens_.says_any(owner, {"his", "her"}) || noun + 1 >= tokens_.size()) return Gender::kUnknown;
    if (tokens_.is_possessive(noun + 1) || tokens_.is_capitalized(noun + 1) || tokens_.is_comma(noun + 1))
      return Gender::kUnknown;
    const std::string_view word = tokens_.text(noun);
    if (is_one_of(word, {"husband", "father", "son", "brother", "dad", "boyfriend", "grandfather"}))
      return Gender::kMale;
    if (is_one_of(word, {"wife", "mother", "daughter", "sister", "mom", "mum", "girlfriend", "grandmother"}))
      return Gender::kFemale;
    return Gender::kUnknown;
  }

  // "she said a man came in": from here on "he" may be him. Not "Tom Hill, a man of few words" or "he is a man who".
  [[nodiscard]] Gender introduced_at(std::uint32_t article, std::uint32_t end) const {
    if (!tokens_.says_any(article, {"a", "an", "another"}) || article == 0) return Gender::kUnknown;
    const bool described = tokens_.is_comma(article - 1) || tokens_.is_dash(article - 1) ||
                           tokens_.is(article - 1, WordClass::kAuxiliary) ||
                           tokens_.says_any(article - 1, {"as", "like", "than", "not", "such"});
    if (described) return Gender::kUnknown;
    for (std::uint32_t i = article + 1; i < std::min(end, article + 4); ++i) {
      if (!tokens_.has_shape(i, TokenShape::kLower)) break;
      if (const Gender gender = gender_of(tokens_.text(i)); gender != Gender::kUnknown) return gender;
    }
    return Gender::kUnknown;
  }

  void open_to_all() {
    open_.add(Gender::kMale);
    open_.add(Gender::kFemale);
  }

  // "a teenager who took his mother's car"; but "Weaver is a teacher who likes his job".
  [[nodiscard]] bool introduces_someone(std::uint32_t article) const {
    if (!tokens_.says_any(article, {"a", "an"}) || article == 0 || tokens_.is_comma(article - 1)) return false;
    if (tokens_.is(article - 1, WordClass::kAuxiliary) || tokens_.says(article - 1, "as")) return false;
    return tokens_.is(article + 1, WordClass::kPersonNoun) && tokens_.says(article + 2, "who");
  }

  // "Weaver told the man": he is not Weaver, and from here on "he" may be either.
  [[nodiscard]] Gender another_at(std::uint32_t article) const {
    const std::uint32_t noun = article + 1;
    if (!tokens_.says(article, "the") || noun + 1 >= tokens_.size() || tokens_.is_capitalized(noun + 1))
      return Gender::kUnknown;
    return gender_of(tokens_.text(noun));
  }

  // "The man ran." leaves the "he" of the next sentence open, too.
  static Gender gender_of(std::string_view noun) {
    if (noun == "man" || noun == "boy") return Gender::kMale;
    return noun == "woman" || noun == "girl" ? Gender::kFemale : Gender::kUnknown;
  }

  // "After his strong debut, Tom Hill hit": whose debut is told behind the comma.
  [[nodiscard]] std::uint32_t behind_foretold(TokenSpan sentence) const {
    constexpr std::uint32_t kReach = 16;
    const std::uint32_t first = sentence.begin, end = std::min(sentence.end, first + kReach);
    if (!tokens_.is(first, WordClass::kPreposition) || !tokens_.says_any(first + 1, {"his", "her"})) return first;
    for (std::uint32_t i = first + 2; i + 1 < end; ++i) {
      const bool name =
          tokens_.is_capitalized(i + 1) && !tokens_.is(i + 1, WordClass::kPronoun | WordClass::kDeterminer);
      if (tokens_.is_comma(i)) return name ? i : first;
    }
    return first;
  }

  // "Asked what drew him to Orla, Tom Hill said ...": the pronouns up to the comma are those of who answers.
  [[nodiscard]] std::uint32_t behind_question(TokenSpan sentence) const {
    const bool asked = tokens_.text(sentence.begin) == "Asked" ||
                       (tokens_.text(sentence.begin) == "When" && tokens_.text(sentence.begin + 1) == "asked");
    if (!asked) return sentence.begin;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (tokens_.is_comma(i)) return i;
    }
    return sentence.end;
  }

  // A name begins at the token, or began before it and was passed over.
  [[nodiscard]] bool reaches_name(std::uint32_t token) const {
    return next_name_ < names_.size() && names_[next_name_].span.begin <= tokens_.span(token).begin;
  }

  // Remembers the person whose name begins at `token`; the end of the name.
  std::optional<std::uint32_t> name_at(std::uint32_t token, bool quoted) {
    const std::uint32_t first = token;
    const std::uint32_t begin = tokens_.span(token).begin;
    while (next_name_ < names_.size() && names_[next_name_].span.begin < begin) ++next_name_;
    if (next_name_ >= names_.size() || names_[next_name_].span.begin != begin) return std::nullopt;
    const Mention& name = names_[next_name_];
    while (token < tokens_.size() && tokens_.span(token).begin < name.span.end) ++token;
    // "— Ada Lind (@adalind)" signs a post.
    const bool signs = tokens_.says(token, "(") && tokens_.text(token + 1).starts_with('@');
    const bool opposed = tokens_.says(first - 1, "-") && !tokens_.space_before(first);  // "anti-Weaver mood"
    if (name.type == EntityType::kPerson && !signs && !opposed && !names_work(token)) {
      const bool owner = tokens_.is_possessive(token);
      current_.push_back({entity_of_[next_name_], quoted, owner, owner && names_thing(token + 1), token});
    }
    return token;
  }

  // "First Flood" behind "Weaver's", where no list knows what it is.
  [[nodiscard]] bool names_thing(std::uint32_t token) const {
    if (token + 1 >= tokens_.size() || !tokens_.is_capitalized(token) || !tokens_.is_capitalized(token + 1))
      return false;
    const std::size_t next = next_name_ + 1;
    return next >= names_.size() || names_[next].span.begin != tokens_.span(token).begin;
  }

  // "the Howard Jones song" tells of the song.
  [[nodiscard]] bool names_work(std::uint32_t noun) const {
    const LexiconEntry* cue = noun < tokens_.size() ? tokens_.entry(WordClass::kNameCue, noun) : nullptr;
    return cue != nullptr && tokens_.has_shape(noun, TokenShape::kLower) &&
           std::ranges::any_of(cue->columns, [](std::string_view column) { return column.starts_with("work"); });
  }

  // "the foreign secretary" for the one person with that office named before. The first token after it.
  std::uint32_t read_office(std::uint32_t the, const Sentence& sentence) {
    std::uint32_t i = the + 1;
    std::string qualifier;
    if (tokens_.is(i, WordClass::kDemonym)) qualifier = qualifier_before(++i);
    const TokenSpan office = i < sentence.tokens.end ? office_at(i, sentence.tokens.end) : TokenSpan{};
    if (office.empty()) return the + 1;
    // "a study by The Economist": a name.
    if (the > sentence.tokens.begin && tokens_.is_capitalized(the) && tokens_.is_capitalized(i)) return the + 1;
    if (tokens_.says_any(office.end, {"of", "for", "-"}) || tokens_.is_capitalized(office.end)) return the + 1;
    const TextSpan span{tokens_.span(the).begin, tokens_.span(office.end - 1).end};
    if (inside_role(span)) return the + 1;
    const std::optional<Id<Entity>> person = holder_of(office, qualifier, span.begin);
    if (!person) return the + 1;
    add(span, MentionForm::kNominal, *person, "reference.office");
    current_.push_back({*person, false, false, false, office.end});
    return office.end;
  }

  [[nodiscard]] bool inside_role(TextSpan span) const {
    return std::ranges::any_of(names_, [&](const Mention& name) { return name.role.overlaps(span); });
  }

  [[nodiscard]] std::optional<Id<Entity>> holder_of(TokenSpan office, const std::string& qualifier,
                                                    std::uint32_t before) const {
    std::vector<TermId> terms;
    for (std::uint32_t t = office.begin; t < office.end; ++t) terms.push_back(doc_.tokens[t].term);
    // The whole office before a part of it, and without a people named, one at home before one abroad.
    for (const bool whole : {true, false}) {
      for (const bool at_home : {true, false}) {
        std::vector<Id<Entity>> persons;
        for (const Role& role : roles_) {
          const bool fits = whole ? role.office == terms
                                  : role.office.size() > terms.size() &&
                                        std::equal(terms.rbegin(), terms.rend(), role.office.rbegin());
          const bool here = qualifier.empty() ? role.qualifier.empty() == at_home : role.qualifier == qualifier;
          if (!fits || !here || role.from >= before) continue;
          if (std::ranges::find(persons, role.person) == persons.end()) persons.push_back(role.person);
        }
        if (persons.size() == 1) return persons.front();
        if (persons.size() > 1) return std::nullopt;
      }
    }
    return std::nullopt;
  }

  void read_pronoun(std::uint32_t i) {
    const bool male = tokens_.says_any(i, {"he", "him", "his", "himself"});
    if (!male && !tokens_.says_any(i, {"she", "her", "hers", "herself"})) return;
    const Gender gender = male ? Gender::kMale : Gender::kFemale;
    if (open_.has(gender) || another_acts_) return;
    if (tells_of_unnamed_ && current_.empty()) {
      open_.add(gender);
      return;
    }
    const bool speaks = tokens_.is(i + 1, WordClass::kReportingVerb) || tokens_.is(i - 1, WordClass::kReportingVerb);
    const std::optional<Id<Entity>> teller = teller_of(i);
    for (const std::vector<Seen>* where : {&current_, &earlier_}) {
      std::vector<Id<Entity>> persons = fitting(*where, gender, !speaks && where == &earlier_);
      if (teller) std::erase(persons, *teller);
      const bool rather_other = where == &earlier_ && earlier_open_.has(gender);
      if (persons.size() > 1 || (rather_other && !persons.empty())) break;
      if (where == &current_ && made_by(persons) && !fitting(earlier_, gender, true).empty()) break;
      if (persons.empty()) continue;
      gender_[persons[0].index()] = gender;
      add(tokens_.span(i), MentionForm::kPronoun, persons[0], "reference.pronoun");
      current_.push_back({persons[0], false, false, false, i + 1});
      return;
    }
    open_.add(gender);
  }

  // The only one named so far is named as the maker of something.
  [[nodiscard]] bool made_by(const std::vector<Id<Entity>>& persons) const {
    if (persons.size() != 1) return false;
    return std::ranges::all_of(current_, [&](const Seen& seen) { return seen.entity != persons[0] || seen.maker; });
  }

  // "Weaver told him": he is not Weaver.
  [[nodiscard]] std::optional<Id<Entity>> teller_of(std::uint32_t pronoun) const {
    const bool object = tokens_.says(pronoun, "him") || (tokens_.says(pronoun, "her") && !tokens_.is_word(pronoun + 1));
    const std::uint32_t verb = pronoun - 1;
    if (!object || current_.empty() || current_.back().end != verb || current_.back().owner) return std::nullopt;
    if (!tokens_.is(verb, WordClass::kReportingVerb | WordClass::kPastForm)) return std::nullopt;
    return current_.back().entity;
  }

  [[nodiscard]] std::vector<Id<Entity>> fitting(const std::vector<Seen>& seen, Gender gender, bool quoted_too) const {
    std::vector<Id<Entity>> persons;
    for (const Seen& person : seen) {
      if (person.quoted && !quoted_too) continue;
      const Gender known = gender_[person.entity.index()];
      if (known != Gender::kUnknown && known != gender) continue;
      if (std::ranges::find(persons, person.entity) == persons.end()) persons.push_back(person.entity);
    }
    return persons;
  }

  void add(TextSpan span, MentionForm form, Id<Entity> entity, const char* rule) {
    Mention mention;
    mention.span = span;
    mention.type = entities_[entity.index()].type;
    mention.form = form;
    mention.confidence = Confidence::kLikely;
    mention.rule = RuleId(rule);
    references_.push_back({mention, entity});
  }

  const SegmentedDocument& doc_;
  const Layer<Mention>& names_;
  const Layer<Quote>& quotes_;
  std::span<const Id<Entity>> entity_of_;
  std::span<const Entity> entities_;
  const TokenReader& tokens_;
  std::vector<Gender> gender_;  // by entity, as far as the text has told
  std::vector<Role> roles_;
  std::vector<Seen> current_, earlier_;  // persons of this sentence so far, and of the last one that named any
  // Of the pronouns of this sentence for which nobody was found: the next one of its kind rather means the same person
  // than one named between them.
  Genders open_, earlier_open_;
  bool tells_of_unnamed_ = false;
  bool another_acts_ = false;   // somebody by his office, after the last name of the sentence
  std::size_t next_name_ = 0;   // the first name at or behind the place of the reading
  std::size_t next_quote_ = 0;  // the first quote that ends behind it
  std::vector<Reference> references_;
};

}  // namespace

std::vector<Reference> find_references(const TokenReader& tokens, const Layer<Mention>& names,
                                       const Layer<Quote>& quotes, std::span<const Id<Entity>> entity_of,
                                       std::span<const Entity> entities) {
  return ReferenceFinder(tokens, names, quotes, entity_of, entities).find();
}

}  // namespace newsloupe
