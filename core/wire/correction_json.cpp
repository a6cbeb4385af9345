#include "core/wire/correction_json.h"

#include <array>

namespace newsloupe::wire {
namespace {

Json anchor_json(const NameAnchor& a) { return {{"id", a.article}, {"span", json_from_span(a.mention)}}; }

// A row of the log. Fields are those of core/analysis/correction.h.
struct Writer {
  Json operator()(const SetTitle& c) const { return {{"kind", "title"}, {"id", c.article}, {"value", c.title}}; }
  Json operator()(const SetOutlet& c) const { return {{"kind", "outlet"}, {"id", c.article}, {"value", c.outlet}}; }
  Json operator()(const SetPublished& c) const {
    return {{"kind", "published"}, {"id", c.article}, {"value", c.date ? Json(to_iso(*c.date)) : Json()}};
  }
  Json operator()(const LeaveOut& c) const { return {{"kind", c.out ? "leave-out" : "take-in"}, {"id", c.article}}; }
  Json operator()(const RemoveArticle& c) const { return {{"kind", "remove"}, {"id", c.article}}; }
  Json operator()(const MoveToStory& c) const {
    return {{"kind", "story"}, {"id", c.article}, {"with", string_or_null(c.with)}};
  }
  Json operator()(const RenameStory& c) const {
    return {{"kind", "story-label"}, {"id", c.article}, {"value", c.label}};
  }
  Json operator()(const SetRole& c) const {
    static constexpr std::array<const char*, 3> kWords = {"no-role", "mine", "reference"};
    return {{"kind", kWords[static_cast<std::size_t>(c.role)]}, {"id", c.article}};
  }
  Json operator()(const MergeNames& c) const {
    return {{"kind", "merge"}, {"name", anchor_json(c.name)}, {"into", anchor_json(c.into)}};
  }
  Json operator()(const RenameName& c) const {
    return {{"kind", "rename"}, {"name", anchor_json(c.name)}, {"value", c.to}};
  }
  Json operator()(const RetypeName& c) const {
    return {{"kind", "retype"}, {"name", anchor_json(c.name)}, {"value", name_of(c.type)}};
  }
  Json operator()(const SetSpeaker& c) const {
    return {{"kind", "speaker"}, {"id", c.article}, {"span", json_from_span(c.quote)}, {"value", c.speaker}};
  }
  Json operator()(const RejectQuote& c) const {
    return {{"kind", "no-quote"}, {"id", c.article}, {"span", json_from_span(c.quote)}};
  }
};

// Reads the members of one row. What is missing or of another type clears `ok`.
struct Reader {
  const Json& json;
  bool ok = true;

  std::string text(const char* key) {
    const auto found = json.find(key);
    if (found != json.end() && found->is_string()) return found->get<std::string>();
    ok = false;
    return {};
  }
  std::string text_or_null(const char* key) {
    const auto found = json.find(key);
    return found == json.end() || found->is_null() ? std::string() : text(key);
  }
  TextSpan span() {
    const auto found = json.find("span");
    if (found != json.end()) {
      if (const auto read = span_from<TextSpan>(*found)) return *read;
    }
    ok = false;
    return {};
  }
  NameAnchor anchor(const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_object()) {
      ok = false;
      return {};
    }
    Reader inner{*found};
    NameAnchor anchor{inner.text("id"), inner.span()};
    ok = ok && inner.ok;
    return anchor;
  }
  std::optional<CivilDate> day() {
    const std::string value = text_or_null("value");
    const std::optional<CivilDate> date = parse_iso_date(value);
    ok = ok && (value.empty() || date.has_value());
    return date;
  }
  EntityType type() {
    const std::string value = text("value");
    for (int i = 0; i <= static_cast<int>(EntityType::kGroup); ++i) {
      if (name_of(static_cast<EntityType>(i)) == value) return static_cast<EntityType>(i);
    }
    ok = false;
    return {};
  }
};

struct Kind {
  std::string_view word;
  Correction (*read)(Reader& r);
};
constexpr std::array<Kind, 16> kKinds = {
    Kind{"title",
         [](Reader& r) -> Correction {
           return SetTitle{r.text("id"), r.text("value")};
         }},
    Kind{"outlet",
         [](Reader& r) -> Correction {
           return SetOutlet{r.text("id"), r.text("value")};
         }},
    Kind{"published",
         [](Reader& r) -> Correction {
           return SetPublished{r.text("id"), r.day()};
         }},
    Kind{"leave-out",
         [](Reader& r) -> Correction {
           return LeaveOut{r.text("id"), true};
         }},
    Kind{"take-in",
         [](Reader& r) -> Correction {
           return LeaveOut{r.text("id"), false};
         }},
    Kind{"remove", [](Reader& r) -> Correction { return RemoveArticle{r.text("id")}; }},
    Kind{"story",
         [](Reader& r) -> Correction {
           return MoveToStory{r.text("id"), r.text_or_null("with")};
         }},
    Kind{"story-label",
         [](Reader& r) -> Correction {
           return RenameStory{r.text("id"), r.text("value")};
         }},
    Kind{"mine",
         [](Reader& r) -> Correction {
           return SetRole{r.text("id"), ArticleRole::kMine};
         }},
    Kind{"reference",
         [](Reader& r) -> Correction {
           return SetRole{r.text("id"), ArticleRole::kReference};
         }},
    Kind{"no-role",
         [](Reader& r) -> Correction {
           return SetRole{r.text("id"), ArticleRole::kNone};
         }},
    Kind{"merge",
         [](Reader& r) -> Correction {
           return MergeNames{r.anchor("name"), r.anchor("into")};
         }},
    Kind{"rename",
         [](Reader& r) -> Correction {
           return RenameName{r.anchor("name"), r.text("value")};
         }},
    Kind{"retype",
         [](Reader& r) -> Correction {
           return RetypeName{r.anchor("name"), r.type()};
         }},
    Kind{"speaker",
         [](Reader& r) -> Correction {
           return SetSpeaker{r.text("id"), r.span(), r.text("value")};
         }},
    Kind{"no-quote", [](Reader& r) -> Correction {
           return RejectQuote{r.text("id"), r.span()};
         }}};

}  // namespace

Json json_from(const Correction& correction) { return std::visit(Writer{}, correction); }

std::optional<Correction> correction_from(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  Reader reader{json};
  const std::string word = reader.text("kind");
  for (const Kind& kind : kKinds) {
    if (kind.word != word) continue;
    Correction correction = kind.read(reader);
    if (!reader.ok) return std::nullopt;
    return correction;
  }
  return std::nullopt;
}

void for_each_article_id(Correction& correction, const std::function<void(std::string&)>& rename) {
  std::visit(
      [&rename](auto& c) {
        if constexpr (requires { c.article; }) rename(c.article);
        if constexpr (requires { c.with; }) {
          if (!c.with.empty()) rename(c.with);
        }
        if constexpr (requires { c.name.article; }) rename(c.name.article);
        if constexpr (requires { c.into.article; }) rename(c.into.article);
      },
      correction);
}

}  // namespace newsloupe::wire
