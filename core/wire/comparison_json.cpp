#include "core/wire/comparison_json.h"

#include <array>

#include "core/wire/correction_log_json.h"
#include "core/wire/json.h"

namespace newsloupe {
namespace {

using wire::Json;
using wire::json_from_span;
using wire::name_of;
using wire::string_or_null;

constexpr std::array<std::string_view, 3> kOriginBases = {"single", "wording", "credit+wording"};
constexpr std::array<std::string_view, 4> kReuseLabels = {"wholly", "partly", "quote-only", "slight"};
constexpr std::array<std::string_view, 3> kDirections = {"unknown", "a-from-b", "b-from-a"};
constexpr std::array<std::string_view, 4> kQuoteForms = {"direct", "mixed", "indirect", "unattributed"};
constexpr std::array<std::string_view, 8> kVariantRelations = {"identical", "style",   "trimmed",    "extended",
                                                               "reworded",  "spliced", "paraphrase", "translated"};
constexpr std::array<std::string_view, 11> kEditKinds = {"spelling", "punctuation", "bracket", "ellipsis",
                                                         "insert",   "delete",      "replace", "move",
                                                         "negation", "number",      "name"};
constexpr std::array<std::string_view, 3> kFigureRelations = {"agree", "differ", "not-comparable"};
constexpr std::array<std::string_view, 3> kChangeKinds = {"added", "removed", "changed"};
constexpr std::array<std::string_view, 3> kInnerKinds = {"headline-body", "parts-total", "percent-base"};
constexpr std::array<std::string_view, 7> kFigureReasons = {"",     "updated", "scope",      "rounding",
                                                            "unit", "source",  "unexplained"};
constexpr std::array<std::string_view, 4> kFactKinds = {"event", "quote", "figure", "entity"};
constexpr std::array<std::string_view, 2> kAbsences = {"published-before", "not-found"};
constexpr std::array<std::string_view, 8> kBriefKinds = {"set",    "agree", "differ", "only",
                                                         "quoted", "when",  "lack",   "own"};

template <std::size_t N, class E>
std::string_view pick(const std::array<std::string_view, N>& names, E value) {
  return names[static_cast<std::size_t>(value)];
}

// Writes the parts of a comparison; articles are named by id everywhere.
class Writer {
 public:
  explicit Writer(const Comparison& comparison) : comparison_(comparison) {}

  [[nodiscard]] Json articles() const {
    Json list = Json::array();
    for (const ComparedArticle& a : comparison_.articles) {
      const ArticleMetadata& metadata = a.article->metadata;
      list.push_back({{"id", a.article->source.id},
                      {"headline", string_or_null(metadata.headline)},
                      {"outlet", string_or_null(metadata.outlet)},
                      {"published", string_or_null(metadata.published.value)},
                      {"words", a.words},
                      {"story", a.story},
                      {"origin", a.origin}});
      const ArticleRole role = comparison_.role(ArticleIndex(list.size() - 1));
      if (role != ArticleRole::kNone) list.back()["role"] = role == ArticleRole::kMine ? "mine" : "reference";
      for (const Paragraph& paragraph : a.article->doc.paragraphs) {
        if (paragraph.rule != kRepeatedInSet) continue;
        list.back()["repeated"].push_back(source(ArticleIndex(list.size() - 1), paragraph.span));
      }
    }
    return list;
  }

  [[nodiscard]] Json stories() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < comparison_.stories.size(); ++i) {
      const Story& story = comparison_.stories[i];
      list.push_back({{"id", i}, {"label", story.label}, {"articles", ids(story.articles)}});
    }
    return list;
  }

  [[nodiscard]] Json origins() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < comparison_.origins.size(); ++i) {
      const Origin& origin = comparison_.origins[i];
      list.push_back({{"id", i}, {"articles", ids(origin.articles)}, {"basis", newsloupe::name_of(origin.basis)}});
    }
    return list;
  }

  [[nodiscard]] Json reuse() const {
    Json list = Json::array();
    for (const Reuse& pair : comparison_.reuse) list.push_back(reuse_pair(pair));
    return list;
  }

  [[nodiscard]] Json quotes() const {
    Json list = Json::array();
    for (const QuoteGroup& group : comparison_.quotes) list.push_back(quote_group(group));
    return list;
  }

  [[nodiscard]] Json figures() const {
    Json list = Json::array();
    for (const FigureGroup& group : comparison_.figures) list.push_back(figure_group(group));
    return list;
  }

  [[nodiscard]] Json inside() const {
    Json list = Json::array();
    for (const InnerDifference& item : comparison_.inside) {
      Json members = Json::array();
      for (const FigureMember& m : item.members) members.push_back(figure_member(m, ""));
      list.push_back({{"kind", pick(kInnerKinds, item.kind)},
                      {"label", item.label},
                      {"relation", "differ"},
                      {"members", std::move(members)}});
    }
    return list;
  }

  [[nodiscard]] Json versions() const {
    Json list = Json::array();
    for (const Version& version : comparison_.versions) {
      Json changes = Json::array();
      for (const VersionChange& change : version.changes) {
        Json item = {{"kind", pick(kChangeKinds, change.kind)}};
        if (!change.older.empty()) item["older"] = source(version.older, change.older);
        if (!change.newer.empty()) item["newer"] = source(version.newer, change.newer);
        changes.push_back(std::move(item));
      }
      Json item = {{"older", id(version.older)}, {"newer", id(version.newer)}, {"changes", std::move(changes)}};
      if (!version.correction_note.empty()) item["correction_note"] = source(version.newer, version.correction_note);
      list.push_back(std::move(item));
    }
    return list;
  }

  [[nodiscard]] Json entities() const {
    Json list = Json::array();
    for (const SetEntity& entity : comparison_.entities) {
      Json in = Json::array();
      for (const auto& a : entity.articles) in.push_back({{"id", id(a.article)}, {"mentions", a.mentions}});
      Json item = {{"name", entity.name}, {"type", name_of(entity.type)}, {"aliases", entity.aliases}};
      if (entity.corrected) item["corrected"] = true;
      item["articles"] = std::move(in);
      list.push_back(std::move(item));
    }
    return list;
  }

  [[nodiscard]] Json facts() const {
    Json list = Json::array();
    for (const Fact& fact : comparison_.facts) {
      Json cells = Json::array(), absent = Json::array();
      for (const FactCell& cell : fact.members) {
        Json item = member(cell.member);
        if (!cell.value.empty()) item["value"] = cell.value;
        cells.push_back(std::move(item));
      }
      for (const Absence& a : fact.absent) absent.push_back({{"id", id(a.article)}, {"why", pick(kAbsences, a.why)}});
      list.push_back({{"label", fact.label},
                      {"kind", pick(kFactKinds, fact.kind)},
                      {"members", std::move(cells)},
                      {"absent", std::move(absent)},
                      {"origins", fact.origins}});
    }
    return list;
  }

  [[nodiscard]] Json timeline() const {
    Json list = Json::array();
    for (const TimelineEntry& entry : comparison_.timeline) {
      Json cells = Json::array();
      for (const TimelineMember& m : entry.members) {
        Json item = member(m.member);
        item["basis"] = name_of(m.basis);
        cells.push_back(std::move(item));
      }
      Json item = {{"value", entry.value}};
      if (!entry.end.empty()) item["end"] = entry.end;
      item["label"] = entry.label;
      item["status"] = name_of(entry.status);
      item["members"] = std::move(cells);
      if (entry.differs) item["differs"] = true;
      list.push_back(std::move(item));
    }
    return list;
  }

  [[nodiscard]] Json brief() const {
    Json list = Json::array();
    for (const BriefLine& line : comparison_.brief) {
      Json cells = Json::array();
      for (const Member& m : line.members) cells.push_back(member(m));
      list.push_back({{"kind", pick(kBriefKinds, line.kind)},
                      {"text", line.text},
                      {"members", std::move(cells)},
                      {"origins", line.origins}});
    }
    return list;
  }

  [[nodiscard]] Json alignments() const {
    Json list = Json::array();
    for (const Alignment& a : comparison_.alignments) {
      list.push_back({{"a", member(a.a)}, {"b", member(a.b)}, {"score", a.score}});
    }
    return list;
  }

 private:
  [[nodiscard]] const std::string& id(ArticleIndex index) const { return comparison_.article(index).source.id; }

  [[nodiscard]] Json ids(const std::vector<ArticleIndex>& articles) const {
    Json list = Json::array();
    for (const ArticleIndex a : articles) list.push_back(id(a));
    return list;
  }

  [[nodiscard]] Json source(ArticleIndex article, TextSpan span) const {
    return json_from_span(comparison_.article(article).source_from_text(span));
  }

  [[nodiscard]] Json member(const Member& m) const {
    Json item = {{"id", id(m.article)}, {"source", source(m.article, m.span)}};
    if (!m.rule.name().empty()) item["rule"] = m.rule.name();
    return item;
  }

  [[nodiscard]] Json reuse_pair(const Reuse& pair) const {
    Json runs = Json::array();
    for (const ReuseRun& run : pair.runs) {
      runs.push_back({{"a", source(pair.a, run.a)}, {"b", source(pair.b, run.b)}, {"words", run.words}});
    }
    Json item = {{"a", {{"id", id(pair.a)}}}, {"b", {{"id", id(pair.b)}}}, {"label", newsloupe::name_of(pair.label)}};
    item["containment"] = {pair.containment_a / 1000.0, pair.containment_b / 1000.0};
    item["runs"] = std::move(runs);
    if (pair.direction != ReuseDirection::kUnknown) item["direction"] = pick(kDirections, pair.direction);
    return item;
  }

  [[nodiscard]] Json quote_group(const QuoteGroup& group) const {
    Json members = Json::array(), variants = Json::array();
    for (const QuoteMember& m : group.members) {
      Json item = member(m.member);
      item["quote"] = m.quote.valid() ? Json(m.quote.value) : Json();
      item["form"] = pick(kQuoteForms, m.form);
      members.push_back(std::move(item));
    }
    for (const QuoteVariant& v : group.variants) variants.push_back(variant(group, v));
    Json json = {
        {"speaker", string_or_null(group.speaker)}, {"members", std::move(members)}, {"variants", std::move(variants)}};
    json["reference"] = group.reference;
    if (!group.core.empty()) json["core"] = source(group.members[group.reference].member.article, group.core);
    return json;
  }

  [[nodiscard]] Json variant(const QuoteGroup& group, const QuoteVariant& v) const {
    const ArticleIndex a = group.members[v.a].member.article, b = group.members[v.b].member.article;
    Json edits = Json::array();
    for (const QuoteEdit& edit : v.edits) {
      edits.push_back({{"kind", pick(kEditKinds, edit.kind)}, {"a", source(a, edit.a)}, {"b", source(b, edit.b)}});
    }
    return {{"a", v.a}, {"b", v.b}, {"relation", pick(kVariantRelations, v.relation)}, {"edits", std::move(edits)}};
  }

  [[nodiscard]] Json figure_member(const FigureMember& m, const std::string& unit_of_group) const {
    Json item = member(m.member);
    item["value"] = wire::json_from_decimal(m.value);
    if (m.unit != unit_of_group) item["unit"] = m.unit;
    if (m.low) item["low"] = wire::json_from_decimal(*m.low);
    if (m.high) item["high"] = wire::json_from_decimal(*m.high);
    if (m.bound != Bound::kNone) item["modifier"] = name_of(m.bound);
    if (!m.as_of.empty()) item["as_of"] = m.as_of;
    if (!m.said_by.empty()) item["said_by"] = m.said_by;
    return item;
  }

  [[nodiscard]] Json figure_group(const FigureGroup& group) const {
    Json members = Json::array();
    for (const FigureMember& m : group.members) members.push_back(figure_member(m, group.unit));
    Json json = {{"label", group.label}};
    if (!group.unit.empty()) json["unit"] = group.unit;
    json["members"] = std::move(members);
    json["relation"] = pick(kFigureRelations, group.relation);
    if (group.reason != FigureReason::kNone) json["reason"] = pick(kFigureReasons, group.reason);
    return json;
  }

  const Comparison& comparison_;
};

}  // namespace

std::string_view name_of(OriginBasis basis) { return pick(kOriginBases, basis); }
std::string_view name_of(ReuseLabel label) { return pick(kReuseLabels, label); }

std::string comparison_json(const Comparison& comparison, const std::vector<Change>& changes, bool with_alignments) {
  const Writer writer(comparison);
  Json json = {{"schema", "newsloupe.comparison/1"}};
  json["articles"] = writer.articles();
  json["stories"] = writer.stories();
  json["origins"] = writer.origins();
  json["reuse"] = writer.reuse();
  json["quotes"] = writer.quotes();
  json["figures"] = writer.figures();
  json["inside"] = writer.inside();
  json["entities"] = writer.entities();
  json["facts"] = writer.facts();
  json["timeline"] = writer.timeline();
  json["brief"] = writer.brief();
  json["versions"] = writer.versions();
  json["corrections"] = corrections_json(changes);
  if (with_alignments) json["alignments"] = writer.alignments();
  return wire::to_line(json);
}

std::string comparison_json_lines(const Comparison& comparison) {
  const Writer writer(comparison);
  std::string lines;
  const auto put = [&](const char* record, const Json& items) {
    for (const Json& item : items) {
      Json line = {{"record", record}};
      line.update(item);
      lines += wire::to_line(line) + "\n";
    }
  };
  put("story", writer.stories());
  put("origin", writer.origins());
  put("timeline", writer.timeline());
  return lines;
}

}  // namespace newsloupe
