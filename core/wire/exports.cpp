#include "core/wire/exports.h"

#include <array>
#include <map>

#include "core/wire/json.h"

namespace newsloupe {
namespace {

constexpr std::string_view kArticleHeads = "article,outlet,headline,published,paragraph,source_begin,source_end,rule";
constexpr std::array<std::string_view, 3> kFigureRelations = {"agree", "differ", "not-comparable"};
constexpr std::array<std::string_view, 7> kFigureReasons = {"",     "updated", "scope",      "rounding",
                                                            "unit", "source",  "unexplained"};

// Which group of the comparison a place belongs to: its number from 1.
using Groups = std::map<std::pair<ArticleIndex, TextSpan>, std::size_t>;

class Table {
 public:
  explicit Table(std::string_view heads) {
    out_ = "\xEF\xBB\xBF";
    out_.append(heads).append(",").append(kArticleHeads).append("\r\n");
  }

  // A spreadsheet takes what begins like a formula for one, and an article may begin so on purpose.
  Table& words(std::string_view text) {
    separate();
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    if (!formula && text.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += text;
      return *this;
    }
    out_ += formula ? "\"'" : "\"";
    for (const char c : text) out_ += c == '"' ? std::string("\"\"") : std::string(1, c);
    out_ += '"';
    return *this;
  }
  Table& number(std::string_view digits) {
    separate();
    out_ += digits;
    return *this;
  }
  Table& number(std::uint64_t value) { return number(std::to_string(value)); }
  Table& nothing() { return number(std::string_view()); }

  // The columns of kArticleHeads; ends the row.
  void place(const Article& article, TextSpan span, RuleId rule) {
    words(article.source.id).words(article.metadata.outlet).words(article.metadata.headline);
    words(article.metadata.published.value);
    const std::uint32_t paragraph = paragraph_number(article, span.begin);
    paragraph > 0 ? number(paragraph) : nothing();
    const SourceSpan source = article.source_from_text(span);
    number(source.begin).number(source.end).words(rule.name());
    out_ += "\r\n";
    first_ = true;
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  static std::uint32_t paragraph_number(const Article& article, std::uint32_t offset) {
    std::uint32_t number = 0;
    for (const Paragraph& p : article.doc.paragraphs) {
      if (is_body(p.paragraph_class)) ++number;
      if (p.span.contains(offset)) return is_body(p.paragraph_class) ? number : 0;
    }
    return 0;
  }
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  std::string out_;
  bool first_ = true;
};

void put_group(Table& table, const Groups& groups, ArticleIndex article, TextSpan span) {
  const auto group = groups.find({article, span});
  group == groups.end() ? table.nothing() : table.number(group->second);
}

std::string joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : "; ") + word;
  return list;
}

}  // namespace

std::string quotes_csv(const Comparison& comparison) {
  Groups groups;
  for (std::size_t g = 0; g < comparison.quotes.size(); ++g) {
    for (const QuoteMember& m : comparison.quotes[g].members) groups[{m.member.article, m.member.span}] = g + 1;
  }
  Table table("quote,speaker,speaker_kind,kind,utterance");
  for (std::size_t a = 0; a < comparison.articles.size(); ++a) {
    const Article& article = *comparison.articles[a].article;
    const Resolution& r = article.resolution;
    for (std::size_t q = 0; q < r.quotes.size(); ++q) {
      const Attribution& who = r.attributions[q];
      table.words(article.text(r.quotes[q].span));
      table.words(who.entity.valid() ? std::string_view(r.entities[who.entity.index()].name)
                                     : article.text(who.speaker));
      table.words(wire::name_of(who.kind)).words(wire::name_of(r.quotes[q].kind));
      put_group(table, groups, ArticleIndex(a), r.quotes[q].span);
      table.place(article, r.quotes[q].span, r.quotes[q].rule);
    }
  }
  return table.take();
}

std::string figures_csv(const Comparison& comparison) {
  Groups groups;
  for (std::size_t g = 0; g < comparison.figures.size(); ++g) {
    for (const FigureMember& m : comparison.figures[g].members) groups[{m.member.article, m.member.span}] = g + 1;
  }
  Table table("figure,value,low,high,unit,modifier,counted,kind,group,group_label,relation,reason");
  for (std::size_t a = 0; a < comparison.articles.size(); ++a) {
    const Article& article = *comparison.articles[a].article;
    for (const Quantity& q : article.resolution.quantities) {
      table.words(article.text(q.span)).number(q.value.to_string());
      q.low ? table.number(q.low->to_string()) : table.nothing();
      q.high ? table.number(q.high->to_string()) : table.nothing();
      table.words(q.unit).words(wire::name_of(q.bound)).words(article.text(q.counted)).words(wire::name_of(q.kind));
      const auto found = groups.find({ArticleIndex(a), q.span});
      if (found == groups.end()) {
        table.nothing().nothing().nothing().nothing();
      } else {
        const FigureGroup& group = comparison.figures[found->second - 1];
        table.number(found->second).words(group.label);
        table.words(kFigureRelations[static_cast<std::size_t>(group.relation)]);
        table.words(kFigureReasons[static_cast<std::size_t>(group.reason)]);
      }
      table.place(article, q.span, q.rule);
    }
  }
  return table.take();
}

std::string names_csv(const Comparison& comparison) {
  Table table("name,type,role,aliases,mentions");
  for (const SetEntity& entity : comparison.entities) {
    for (const SetEntity::InArticle& in : entity.articles) {
      const Article& article = comparison.article(in.article);
      const Resolution& r = article.resolution;
      const Mention& first = r.mentions[r.entities[in.entity.index()].mentions.front()];
      table.words(entity.name).words(wire::name_of(entity.type)).words(in.role).words(joined(entity.aliases));
      table.number(in.mentions).place(article, first.span, first.rule);
    }
  }
  return table.take();
}

std::string events_csv(const Comparison& comparison) {
  Table table("date,end,event,status,basis,other_day_elsewhere,entry");
  for (std::size_t e = 0; e < comparison.timeline.size(); ++e) {
    const TimelineEntry& entry = comparison.timeline[e];
    for (const TimelineMember& m : entry.members) {
      table.words(entry.value).words(entry.end).words(entry.label).words(wire::name_of(entry.status));
      table.words(wire::name_of(m.basis)).words(entry.differs ? "yes" : "").number(e + 1);
      table.place(comparison.article(m.member.article), m.member.span, m.member.rule);
    }
  }
  return table.take();
}

}  // namespace newsloupe
