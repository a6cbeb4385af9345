#include <algorithm>
#include <array>

#include "core/base/sorting.h"
#include "core/present/presenter.h"

namespace newsloupe {
namespace {

constexpr std::size_t kLongestWords = 60;

// "“within days, not …”", cut at a word's end.
std::string quoted(std::string_view words) {
  std::string text(words.substr(0, words.find('\n')));
  if (text.size() > kLongestWords) {
    const std::size_t space = text.rfind(' ', kLongestWords);
    text.resize(space == std::string::npos ? 0 : space);
    text += " …";
  }
  return "“" + text + "”";
}

const char* word_of(EntityType type) {
  static constexpr std::array<const char*, 8> kWords = {"a person",    "an organisation", "a place",   "an event",
                                                        "a programme", "an agreement",    "a product", "a group"};
  return kWords[static_cast<std::size_t>(type)];
}

// A correction in words. Texts never change, so what an anchor covers can be said however the reading was corrected.
struct Teller {
  const std::vector<Intake>& intakes;

  [[nodiscard]] const Intake* intake(const std::string& id) const {
    const auto found = std::find_if(intakes.begin(), intakes.end(), [&](const Intake& i) { return i.id == id; });
    return found == intakes.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::string text(const std::string& id, TextSpan span, const char* otherwise) const {
    const Intake* found = intake(id);
    if (found == nullptr || found->whole == nullptr || span.end > found->whole->doc.document->text().size()) {
      return otherwise;
    }
    return std::string(found->whole->text(span));
  }
  [[nodiscard]] std::string name(const NameAnchor& anchor) const {
    return text(anchor.article, anchor.mention, "a name");
  }
  [[nodiscard]] std::string outlet(const std::string& id) const {
    const Intake* found = intake(id);
    const bool named = found != nullptr && found->article != nullptr && !found->article->metadata.outlet.empty();
    return named ? found->article->metadata.outlet : id;
  }

  std::string operator()(const SetTitle& c) const {
    return c.title.empty() ? "No title for " + outlet(c.article) : "Title of " + outlet(c.article) + ": " + c.title;
  }
  std::string operator()(const SetOutlet& c) const {
    return c.outlet.empty() ? "No outlet for " + c.article : "Outlet of " + c.article + ": " + c.outlet;
  }
  std::string operator()(const SetPublished& c) const {
    return "Date of " + outlet(c.article) + ": " + (c.date ? long_date(*c.date) : "none");
  }
  std::string operator()(const LeaveOut& c) const { return (c.out ? "Left out " : "Took in ") + outlet(c.article); }
  std::string operator()(const RemoveArticle& c) const { return "Removed " + outlet(c.article); }
  std::string operator()(const MoveToStory& c) const {
    return "Moved " + outlet(c.article) +
           (c.with.empty() ? " to a story of its own" : " to the story of " + outlet(c.with));
  }
  std::string operator()(const RenameStory& c) const {
    return c.label.empty() ? "Story named by its headlines again" : "Named the story " + c.label;
  }
  std::string operator()(const SetRole& c) const {
    static constexpr std::array<const char*, 3> kWords = {" is no longer yours or the reference", " is yours",
                                                          " is the reference for quotes"};
    return outlet(c.article) + kWords[static_cast<std::size_t>(c.role)];
  }
  std::string operator()(const MergeNames& c) const { return "Merged " + name(c.name) + " into " + name(c.into); }
  std::string operator()(const RenameName& c) const { return "Renamed " + name(c.name) + " to " + c.to; }
  std::string operator()(const RetypeName& c) const { return name(c.name) + " is " + word_of(c.type); }
  std::string operator()(const SetSpeaker& c) const {
    const std::string words = quoted(text(c.article, c.quote, "…"));
    return c.speaker.empty() ? "Nobody is named for " + words : c.speaker + " said " + words;
  }
  std::string operator()(const RejectQuote& c) const {
    return "Not spoken words: " + quoted(text(c.article, c.quote, "…"));
  }
};

// The same correction of many articles in words; empty for what is not said of articles as a whole.
struct BulkTeller {
  std::string many;  // "3 articles"
  Teller one;

  std::string operator()(const SetOutlet& c) const {
    return c.outlet.empty() ? "No outlet for " + many : "Outlet of " + many + ": " + c.outlet;
  }
  std::string operator()(const SetPublished& c) const {
    return "Date of " + many + ": " + (c.date ? long_date(*c.date) : "none");
  }
  std::string operator()(const LeaveOut& c) const { return (c.out ? "Left out " : "Took in ") + many; }
  std::string operator()(const RemoveArticle&) const { return "Removed " + many; }
  std::string operator()(const MoveToStory& c) const {
    return c.with.empty() ? "Made a story of " + many : "Moved " + many + " to the story of " + one.outlet(c.with);
  }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

bool is_of_one_kind(const Change& change) {
  return std::all_of(change.corrections.begin(), change.corrections.end(),
                     [&](const Correction& c) { return c.index() == change.corrections.front().index(); });
}

std::string words_of(const Change& change, const std::vector<Intake>& intakes) {
  if (change.corrections.empty()) return "Nothing";
  if (change.corrections.size() > 1 && is_of_one_kind(change)) {
    const BulkTeller bulk{std::to_string(change.corrections.size()) + " articles", {intakes}};
    if (std::string words = std::visit(bulk, change.corrections.front()); !words.empty()) return words;
  }
  std::string words = std::visit(Teller{intakes}, change.corrections.front());
  const std::size_t others = change.corrections.size() - 1;
  if (others > 0) words += ", and in " + std::to_string(others) + (others == 1 ? " other place" : " other places");
  return words;
}

struct ArticleNamed {
  const std::vector<Intake>& intakes;
  template <class C>
  bool operator()(const C& c) const {
    if constexpr (requires { c.article; }) {
      return std::any_of(intakes.begin(), intakes.end(), [&](const Intake& i) { return i.id == c.article; });
    } else {
      return true;
    }
  }
};

}  // namespace

ChangesView Presenter::changes() const {
  ChangesView view;
  view.revision = snapshot_.revision;
  const std::vector<std::uint32_t>& unmatched = comparison().unmatched;
  std::uint32_t about_reading = 0;
  for (const Change& change : snapshot_.changes) {
    bool holds = false;
    for (const Correction& c : change.corrections) {
      const bool reading = !reading_corrections({Change{{c}}}).empty();
      const bool missed = reading && std::binary_search(unmatched.begin(), unmatched.end(), about_reading);
      about_reading += reading ? 1U : 0U;
      holds = holds || (!missed && std::visit(ArticleNamed{snapshot_.intakes}, c));
    }
    const bool known = snapshot_.compared;
    view.rows.push_back({words_of(change, snapshot_.intakes),
                         holds || !known ? "" : "changes nothing now: what it was said of is not in the set", false});
  }
  std::reverse(view.rows.begin(), view.rows.end());
  std::vector<ChangeRow> undone;
  for (const Change& change : snapshot_.undone) undone.push_back({words_of(change, snapshot_.intakes), "", true});
  view.rows.insert(view.rows.begin(), undone.begin(), undone.end());
  return view;
}

void Presenter::put_changes(SetView& view) const {
  view.changes = static_cast<std::uint32_t>(snapshot_.changes.size());
  if (!snapshot_.changes.empty()) view.undo_label = words_of(snapshot_.changes.back(), snapshot_.intakes);
  if (!snapshot_.undone.empty()) view.redo_label = words_of(snapshot_.undone.back(), snapshot_.intakes);
}

// Whether a person gave the article's title, outlet or date.
bool Presenter::is_edited(const std::string& article) const {
  for (const Change& change : snapshot_.changes) {
    for (const Correction& c : change.corrections) {
      const auto* title = std::get_if<SetTitle>(&c);
      const auto* outlet = std::get_if<SetOutlet>(&c);
      const auto* published = std::get_if<SetPublished>(&c);
      if ((title != nullptr && title->article == article) || (outlet != nullptr && outlet->article == article) ||
          (published != nullptr && published->article == article)) {
        return true;
      }
    }
  }
  return false;
}

// The name with the mention that is written like it, else its first by name.
NameChoice Presenter::name_choice(const SetEntity& entity) const {
  NameChoice choice;
  choice.name = entity.name;
  choice.type = entity.type;
  std::vector<std::uint32_t> tabs;
  bool exact = false;
  for (const SetEntity::InArticle& in : entity.articles) {
    tabs.push_back(tab_of(in.article));
    const Article& article = comparison().article(in.article);
    for (const Id<Mention> m : article.resolution.entities[in.entity.index()].mentions) {
      const Mention& mention = article.resolution.mentions[m];
      const bool same = article.text(mention.span) == entity.name;
      if (exact || (!choice.article.empty() && !same)) continue;
      if (mention.form != MentionForm::kName && !choice.article.empty()) continue;
      choice.article = article.source.id;
      choice.mention = mention.span;
      exact = same;
    }
  }
  sort_items(tabs);
  for (const std::uint32_t t : tabs) choice.letters += (choice.letters.empty() ? "" : " ") + tabs_[t].letter;
  return choice;
}

void Presenter::put_name_choices(bool speakers, const SetEntity* without, CorrectionView& view) const {
  constexpr std::size_t kMost = 400;
  for (const SetEntity& entity : comparison().entities) {
    const bool speaks = entity.type == EntityType::kPerson || entity.type == EntityType::kOrganization;
    if (&entity == without || (speakers && !speaks) || view.names.size() == kMost) continue;
    view.names.push_back(name_choice(entity));
  }
  if (!speakers) return;
  std::stable_partition(view.names.begin(), view.names.end(),
                        [](const NameChoice& n) { return n.type == EntityType::kPerson; });
}

CorrectionView Presenter::correction(const Subject& subject) const {
  CorrectionView view;
  view.revision = snapshot_.revision;
  view.subject = subject;
  const auto found = targets().find({subject.kind, subject.key});
  if (found == targets().end()) return view;
  const Target& target = found->second;
  const Comparison& all = comparison();
  if (subject.kind == SubjectKind::kName) {
    view.target = CorrectionTarget::kName;
    view.name = name_choice(all.entities[target.group]);
    put_name_choices(false, &all.entities[target.group], view);
  } else if (subject.kind == SubjectKind::kQuote) {
    const auto add = [&](ArticleIndex article, Id<Quote> quote) {
      if (!quote.valid()) return;
      const Article& in = all.article(article);
      view.quotes.push_back({tab(article).letter, in.source.id, in.resolution.quotes[quote].span});
      if (view.words.empty()) view.words = std::string(in.text(in.resolution.quotes[quote].span));
    };
    if (target.group == Target::kSingle) {
      add(tabs_[target.tab].index, Id<Quote>(target.item));
      view.speaker =
          tabs_[target.tab].article->speaker_name(tabs_[target.tab].article->resolution.attributions[target.item]);
    } else {
      for (const QuoteMember& m : all.quotes[target.group].members) add(m.member.article, m.quote);
      view.speaker = all.quotes[target.group].speaker;
    }
    if (view.quotes.empty()) return view;
    view.target = CorrectionTarget::kQuote;
    put_name_choices(true, nullptr, view);
  }
  return view;
}

}  // namespace newsloupe
