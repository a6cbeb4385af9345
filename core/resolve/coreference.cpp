#include <algorithm>
#include <numeric>
#include <utility>

#include "core/resolve/name_forms.h"
#include "core/resolve/reference_finder.h"
#include "core/resolve/resolve.h"

namespace newsloupe {
namespace {

// Joins the forms of names, sure to loose: full names, then short names, acronyms, short names of bodies.
class FormLinker {
 public:
  FormLinker(const SegmentedDocument& doc, const Layer<Mention>& mentions, const Lexicon& lexicon)
      : doc_(doc), mentions_(mentions), lexicon_(lexicon), forms_(collect_name_forms(doc, mentions, lexicon)) {
    parent_.resize(forms_.size());
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  // The form that stands for each mention, as a number; equal numbers, one entity.
  std::vector<std::size_t> link() {
    link_full_names();
    link_bracketed_forms();
    link_acronyms();
    link_short_bodies();
    std::vector<std::size_t> root_of(mentions_.size());
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      for (const std::uint32_t mention : forms_[f].mentions) root_of[mention] = root(f);
    }
    for (std::size_t f = 0; f < forms_.size(); ++f) link_short_person(f, root_of);
    return root_of;
  }

  [[nodiscard]] const std::vector<NameForm>& forms() const { return forms_; }

 private:
  std::size_t root(std::size_t f) const {
    while (parent_[f] != f) f = parent_[f];
    return f;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }
  [[nodiscard]] bool is_person(std::size_t f) const { return forms_[f].type == EntityType::kPerson; }

  // Joins `f` with the one root whose forms satisfy `same`; with none when there are two.
  template <class Same>
  void join_if_unique(std::size_t f, const Same& same) {
    std::size_t found = forms_.size();
    for (std::size_t other = 0; other < forms_.size(); ++other) {
      if (other == f || forms_[other].type != forms_[f].type || !same(forms_[other])) continue;
      if (found != forms_.size() && root(found) != root(other)) return;
      found = other;
    }
    if (found != forms_.size()) join(f, found);
  }

  void link_full_names() {
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      if (!is_person(f) || forms_[f].words.size() < 2) continue;
      join_if_unique(f, [&](const NameForm& other) { return same_full_name(forms_[f], other); });
    }
  }

  // "Harbour Safety Board (HSB)", "HSB (Harbour Safety Board)".
  void link_bracketed_forms() {
    std::vector<std::size_t> form_of(mentions_.size());
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      for (const std::uint32_t mention : forms_[f].mentions) form_of[mention] = f;
    }
    std::size_t outer = mentions_.size();
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].nested) continue;
      if (outer != mentions_.size() && in_brackets(mentions_[outer], mentions_[i])) {
        const std::string_view first = doc_.text(mentions_[outer].span), second = doc_.text(mentions_[i].span);
        const bool shorter = second.size() < first.size();
        const NameForm& acronym = forms_[form_of[shorter ? i : outer]];
        if (acronym.words.size() == 1 && has_letters_in_order(shorter ? second : first, shorter ? first : second)) {
          join(form_of[outer], form_of[i]);
        }
      }
      outer = i;
    }
  }

  [[nodiscard]] bool in_brackets(const Mention& before, const Mention& inside) const {
    const std::string_view between = doc_.text({before.span.end, std::max(before.span.end, inside.span.begin)});
    return (between == " (" || between == "(") && inside.span.end < doc_.document->text().size() &&
           doc_.document->text()[inside.span.end] == ')';
  }

  void link_acronyms() {
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      if (is_person(f) || !forms_[f].capitals || forms_[f].words.size() != 1) continue;
      if (is_usual_acronym(forms_[f])) continue;  // "EU" is no short name of Esk University
      join_if_unique(f, [&](const NameForm& other) { return has_initials(forms_[f], other); });
    }
  }

  void link_short_bodies() {
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      if (forms_[f].type != EntityType::kOrganization) continue;
      join_if_unique(f, [&](const NameForm& other) {
        return is_short_body_name(forms_[f], other, lexicon_) && !comes_before(forms_[f], other);
      });
    }
  }

  // "this Administration" is a president's, unless a "Velda Food Administration" was named before.
  [[nodiscard]] bool comes_before(const NameForm& part, const NameForm& full) const {
    if (part.words.size() > 1 || part.words[0] != "administration") return false;
    const std::uint32_t last = part.mentions.back();
    const Paragraph* paragraph = doc_.paragraph_at(mentions_[last].span.begin);
    return last < full.mentions.front() && paragraph != nullptr && is_body(paragraph->paragraph_class);
  }

  // A short name of one person joins them; of several, each mention goes with the one named last before it.
  void link_short_person(std::size_t f, std::vector<std::size_t>& root_of) const {
    if (!is_person(f)) return;
    std::vector<std::size_t> full;
    for (std::size_t other = 0; other < forms_.size(); ++other) {
      if (is_person(other) && is_short_person_name(forms_[f], forms_[other], lexicon_)) full.push_back(other);
    }
    if (full.empty()) return;
    const bool husband = std::ranges::any_of(
        forms_[f].mentions, [&](std::uint32_t mention) { return is_husband_of_first_lady(doc_, mentions_[mention]); });
    std::vector<std::size_t> others = full;
    if (husband) std::erase_if(others, [&](std::size_t other) { return is_spouse(f, other); });
    for (const std::uint32_t mention : forms_[f].mentions) {
      // "Dr. Weaver" is she all the same.
      const bool her =
          husband && !mentions_[mention].role.empty() && !is_husband_of_first_lady(doc_, mentions_[mention]);
      const std::vector<std::size_t>& whole = her ? full : others;
      if (!whole.empty()) root_of[mention] = root(nearest(whole, mention));
    }
  }

  // "President Weaver" is not Anita Weaver where the article tells of a first lady, unless she is president; "Vice
  // President Weaver" not "Dr. Anita Weaver".
  [[nodiscard]] bool is_spouse(std::size_t office, std::size_t full) const {
    if (holds_role(full, "president")) return false;
    if (holds_role(office, "vice") && !holds_role(full, "dr.") && !holds_role(full, "mrs.")) return false;
    const LexiconEntry* given = lexicon_.entry(WordClass::kGivenName, lexicon_.find(forms_[full].words.front()));
    return given == nullptr || given->columns.empty() || given->columns[0] != "m";
  }

  // The word, folded, stands in a role that is given beside the form.
  [[nodiscard]] bool holds_role(std::size_t f, std::string_view word) const {
    return std::ranges::any_of(forms_[f].mentions, [&](std::uint32_t mention) {
      return fold_word(doc_.text(mentions_[mention].role)).find(word) != std::string::npos;
    });
  }

  [[nodiscard]] std::size_t nearest(const std::vector<std::size_t>& full, std::uint32_t mention) const {
    std::size_t best = full.front();
    std::uint32_t best_before = 0;
    bool found = false;
    for (const std::size_t f : full) {
      const auto after = std::ranges::lower_bound(forms_[f].mentions, mention);
      if (after == forms_[f].mentions.begin()) continue;
      const std::uint32_t before = *std::prev(after);
      if (found && before <= best_before) continue;
      best = f;
      best_before = before;
      found = true;
    }
    return best;
  }

  const SegmentedDocument& doc_;
  const Layer<Mention>& mentions_;
  const Lexicon& lexicon_;
  std::vector<NameForm> forms_;
  std::vector<std::size_t> parent_;
};

class EntityBuilder {
 public:
  EntityBuilder(const SegmentedDocument& doc, const Layer<Mention>& names, const std::vector<NameForm>& forms)
      : doc_(doc), names_(names), forms_(forms), form_of_(names.size()) {
    for (std::size_t f = 0; f < forms.size(); ++f) {
      for (const std::uint32_t mention : forms[f].mentions) form_of_[mention] = f;
    }
  }

  // Entities by first mention; entity_of() says which one each name belongs to.
  std::vector<Entity> build(const std::vector<std::size_t>& root_of) {
    std::vector<Entity> entities;
    std::vector<Id<Entity>> entity_of_root(forms_.size());
    entity_of_.reserve(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) {
      Id<Entity>& entity = entity_of_root[root_of[i]];
      const bool is_new = !entity.valid();
      if (is_new) {
        entity = Id<Entity>(entities.size());
        entities.emplace_back();
      }
      entity_of_.push_back(entity);
      add(entities[entity.index()], i, is_new);
    }
    for (Entity& entity : entities) name_it(entity);
    return entities;
  }
  [[nodiscard]] const std::vector<Id<Entity>>& entity_of() const { return entity_of_; }

 private:
  void add(Entity& entity, std::size_t i, bool is_new) {
    const Mention& mention = names_[i];
    if (is_new) {
      entity.type = mention.type;
      entity.confidence = mention.confidence;
    }
    entity.confidence = std::min(entity.confidence, mention.confidence);
    if (entity.role.empty() && !mention.role.empty()) entity.role = std::string(doc_.text(mention.role));
    entity.mentions.emplace_back(i);
  }

  // The usual name, else the form with most words, of equal ones the first.
  void name_it(Entity& entity) const {
    const NameForm* fullest = nullptr;
    std::string_view usual;
    for (const Id<Mention> mention : entity.mentions) {
      const NameForm& form = forms_[form_of_[mention.index()]];
      if (fullest == nullptr || form.words.size() > fullest->words.size()) fullest = &form;
      if (usual.empty()) usual = form.usual;
    }
    if (entity.type == EntityType::kGroup) {
      entity.of = usual;
      entity.name = doc_.text(names_[entity.mentions.front()].span);
    } else {
      entity.name = usual.empty() ? doc_.text(names_[std::size_t{fullest->mentions.front()}].span) : usual;
    }
    for (const Id<Mention> mention : entity.mentions) {
      const std::string_view text = doc_.text(names_[mention].span);
      if (text != entity.name && std::ranges::find(entity.aliases, text) == entity.aliases.end()) {
        entity.aliases.emplace_back(text);
      }
    }
  }

  const SegmentedDocument& doc_;
  const Layer<Mention>& names_;
  const std::vector<NameForm>& forms_;
  std::vector<std::size_t> form_of_;
  std::vector<Id<Entity>> entity_of_;
};

// Puts the references between the names and gives every entity the ids of the new layer.
Coreference merged(const Layer<Mention>& names, const std::vector<Id<Entity>>& entity_of, std::vector<Entity> entities,
                   const std::vector<Reference>& references) {
  struct Item {
    TextSpan span;
    Mention mention;
    Id<Entity> entity;
  };
  std::vector<Item> items;
  items.reserve(names.size() + references.size());
  for (std::size_t i = 0; i < names.size(); ++i) items.push_back({names[i].span, names[i], entity_of[i]});
  for (const Reference& reference : references) {
    items.push_back({reference.mention.span, reference.mention, reference.entity});
  }
  const Layer<Item> sorted(std::move(items));
  std::vector<Mention> mentions;
  mentions.reserve(sorted.size());
  for (Entity& entity : entities) entity.mentions.clear();
  for (const Item& item : sorted) {
    entities[item.entity.index()].mentions.emplace_back(mentions.size());
    mentions.push_back(item.mention);
  }
  return {Layer<Mention>(std::move(mentions)), std::move(entities)};
}

}  // namespace

Coreference resolve_entities(const TokenReader& tokens, const Layer<Mention>& mentions, const Layer<Quote>& quotes) {
  const SegmentedDocument& doc = tokens.doc();
  FormLinker linker(doc, mentions, tokens.lexicon());
  const std::vector<std::size_t> root_of = linker.link();
  EntityBuilder builder(doc, mentions, linker.forms());
  std::vector<Entity> entities = builder.build(root_of);
  const std::vector<Reference> references = find_references(tokens, mentions, quotes, builder.entity_of(), entities);
  return merged(mentions, builder.entity_of(), std::move(entities), references);
}

}  // namespace newsloupe
