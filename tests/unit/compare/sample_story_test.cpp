// The invented sample against its answer key, as far as the comparison goes: what must be found, and what never may be.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>

#include "core/analysis/analyze_article.h"
#include "core/compare/comparison.h"
#include "tests/support/segmented_text.h"

namespace newsloupe {
namespace {

using Json = nlohmann::json;

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const std::string kFolder = std::string(NEWSLOUPE_SOURCE_DIR) + "/assets/samples/velda/";

struct Sample {
  Json key;
  Comparison comparison;
  std::map<std::string, std::size_t> article;  // letter -> index into Comparison::articles
};

const Sample& sample() {
  static const Sample loaded = [] {
    Sample s;
    s.key = Json::parse(file_text(kFolder + "key.json"));
    std::vector<ArticlePtr> articles;
    for (const Json& a : s.key["articles"]) {
      const std::string id = a["id"].get<std::string>();
      SourceRecord record;
      record.id = record.name = id;
      record.bytes = file_text(kFolder + id);
      Result<ArticlePtr> article = analyze_article(record, {}, shared_resources());
      if (article.ok()) articles.push_back(std::move(article).value());
    }
    s.comparison = compare(std::move(articles), shared_resources());
    for (const Json& a : s.key["articles"]) {
      for (std::size_t i = 0; i < s.comparison.articles.size(); ++i) {
        if (s.comparison.articles[i].article->source.id == a["id"]) s.article[a["letter"].get<std::string>()] = i;
      }
    }
    return s;
  }();
  return loaded;
}

// The word of the key with straight marks, so that house style does not matter.
std::string plain(std::string_view text) {
  std::string folded = fold_word(text);
  for (const char* mark : {"“", "”", "‘", "’"}) {
    for (std::size_t at = folded.find(mark); at != std::string::npos; at = folded.find(mark))
      folded.replace(at, 3, "'");
  }
  return folded;
}

std::size_t index_of(const Json& letter) { return sample().article.at(letter.get<std::string>()); }

// The member says the surface, or a part of it.
bool says(const Member& member, const Json& where) {
  if (member.article.index() != index_of(where["id"])) return false;
  const std::string text = plain(sample().comparison.article(member.article).text(member.span));
  const std::string surface = plain(where["surface"].get<std::string>());
  return text.find(surface) != std::string::npos || surface.find(text) != std::string::npos;
}

template <class Group>
bool holds(const Group& group, const Json& where) {
  return std::any_of(group.members.begin(), group.members.end(), [&](const auto& m) { return says(m.member, where); });
}

template <class Groups>
bool joins(const Groups& groups, const Json& a, const Json& b) {
  return std::any_of(groups.begin(), groups.end(),
                     [&](const auto& group) { return holds(group, a) && holds(group, b); });
}

}  // namespace

TEST_CASE("sample: the articles of one story and the copies of one origin") {
  const Comparison& set = sample().comparison;
  const Json& key = sample().key["comparison"];
  for (const Json& letter : key["stories"][0]["articles"]) {
    CHECK(set.articles[index_of(letter)].story == set.articles[index_of("A")].story);
  }
  for (const Json& origin : key["origins"]) {
    const std::uint32_t first = set.articles[index_of(origin["articles"][0])].origin;
    CHECK(set.origins[first].articles.size() == origin["articles"].size());
    for (const Json& letter : origin["articles"]) CHECK(set.articles[index_of(letter)].origin == first);
  }
  for (const Json& pair : key["no_reuse"]) {
    const std::size_t a = std::min(index_of(pair[0]), index_of(pair[1]));
    const std::size_t b = std::max(index_of(pair[0]), index_of(pair[1]));
    for (const Reuse& reuse : set.reuse) {
      const bool same_pair = reuse.a.index() == a && reuse.b.index() == b;
      CHECK_FALSE(same_pair);
    }
  }
}

TEST_CASE("sample: the same quote in other words, and look-alikes apart") {
  const std::vector<QuoteGroup>& groups = sample().comparison.quotes;
  for (const Json& quote : sample().key["comparison"]["quotes"]) {
    if (quote.value("level", "") == "later") continue;
    const Json& first = quote["members"][0];
    for (const Json& member : quote["members"]) {
      if (member != first) CHECK_MESSAGE(joins(groups, first, member), quote["label"].get<std::string>());
    }
  }
  for (const Json& pair : sample().key["comparison"]["not_same_quote"]) {
    CHECK_FALSE_MESSAGE(joins(groups, pair["a"], pair["b"]), pair["why"].get<std::string>());
  }
}

TEST_CASE("sample: figures that are not the same thing are never in one row, and no row differs without cause") {
  const Json& key = sample().key["comparison"];
  const std::vector<FigureGroup>& groups = sample().comparison.figures;
  for (const Json& pair : key["not_same_figure"]) {
    CHECK_FALSE_MESSAGE(joins(groups, pair["a"], pair["b"]), pair["why"].get<std::string>());
  }
  for (const FigureGroup& group : groups) {
    if (group.relation != FigureRelation::kDiffer) continue;
    const bool wanted = std::any_of(key["figures"].begin(), key["figures"].end(), [&](const Json& f) {
      return f["relation"] == "differ" && std::all_of(group.members.begin(), group.members.end(), [&](const auto& m) {
               const auto said = [&](const Json& where) {
                 return m.member.article.index() == index_of(where["id"]) &&
                        m.value.to_string() == std::to_string(where["value"].get<int>());
               };
               return std::any_of(f["members"].begin(), f["members"].end(), said);
             });
    });
    CHECK_MESSAGE(wanted, group.label);
  }
}

TEST_CASE("sample: everything that is said to differ differs by the key") {
  for (const Fact& fact : sample().comparison.facts) {
    if (fact.relation != FactRelation::kDiffer) continue;
    const Json& differs = sample().key["comparison"]["differs"];
    const bool wanted = std::any_of(differs.begin(), differs.end(), [&](const Json& row) {
      return std::all_of(fact.members.begin(), fact.members.end(), [&](const FactCell& cell) {
        return std::any_of(row["values"].begin(), row["values"].end(), [&](const Json& value) {
          return std::any_of(value["articles"].begin(), value["articles"].end(),
                             [&](const Json& letter) { return index_of(letter) == cell.member.article.index(); });
        });
      });
    });
    CHECK_MESSAGE(wanted, fact.label);
  }
}

TEST_CASE("sample: what is planted to differ is said to") {
  std::string lines;
  for (const BriefLine& line : sample().comparison.brief) {
    if (line.kind == BriefKind::kDiffer) lines += line.text + "\n";
  }
  CHECK(lines.find("people missing: 14 (Morning Ledger, Wire One), 12 (Coast Herald)") != std::string::npos);
  CHECK(lines.find("who ordered the evacuation: Ortiz (") != std::string::npos);
  CHECK(lines.find("the Old Ferry bridge was closed") != std::string::npos);
}

TEST_CASE("sample: names that are not the same stay apart") {
  for (const Json& pair : sample().key["comparison"]["not_same_entity"]) {
    for (const SetEntity& entity : sample().comparison.entities) {
      const auto named = [&](const Json& name) {
        return entity.name == name.get<std::string>() ||
               std::find(entity.aliases.begin(), entity.aliases.end(), name.get<std::string>()) != entity.aliases.end();
      };
      const bool both = named(pair["a"]) && named(pair["b"]);
      CHECK_FALSE(both);
    }
  }
}

}  // namespace newsloupe
