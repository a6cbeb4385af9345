#include "cli/plain_text.h"

#include <array>

#include "core/compare/amount_words.h"
#include "core/present/presenter.h"

namespace newsloupe::cli {
namespace {

constexpr std::array<const char*, 3> kQuoteKinds = {"direct", "mixed", "indirect"};

void put_line(std::string& out, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  out.append("  ").append(label).append(std::string(label.size() < 11 ? 11 - label.size() : 1, ' '));
  out.append(value).push_back('\n');
}

std::string joined(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) list += (list.empty() ? "" : ", ") + item;
  return list;
}

// At most 96 bytes, cut on a code point border.
std::string shortened(std::string_view text) {
  constexpr std::size_t kMost = 96;
  if (text.size() <= kMost) return std::string(text);
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

const std::string& name_of_article(const Article& article) {
  return article.metadata.outlet.empty() ? article.source.id : article.metadata.outlet;
}

void put_members(std::string& out, const Comparison& comparison, const Member& member, std::string_view note) {
  const Article& article = comparison.article(member.article);
  put_line(out, "",
           name_of_article(article) + ": " + shortened(article.text(member.span)) +
               (note.empty() ? "" : " (" + std::string(note) + ")"));
}

}  // namespace

std::string article_text(const Article& article) {
  const ArticleMetadata& m = article.metadata;
  const Resolution& r = article.resolution;
  std::string out = (m.headline.empty() ? article.source.id : m.headline) + "\n";
  put_line(out, "file", article.source.id);
  put_line(out, "outlet", m.outlet);
  put_line(out, "by", joined(m.byline));
  put_line(out, "published", m.published.value);
  for (const Entity& entity : r.entities) {
    if (entity.type == EntityType::kPerson)
      put_line(out, "person", entity.name + (entity.role.empty() ? "" : ", " + entity.role));
  }
  for (std::size_t i = 0; i < r.quotes.size(); ++i) {
    const Attribution& who = r.attributions[i];
    const std::string speaker = article.speaker_name(who);
    put_line(out, kQuoteKinds[static_cast<std::size_t>(r.quotes[i].kind)],
             (speaker.empty() ? "" : speaker + ": ") + shortened(article.text(r.quotes[i].span)));
  }
  for (const Timex& time : r.times) put_line(out, "time", std::string(article.text(time.span)) + " = " + time.value);
  for (const Quantity& q : r.quantities) {
    put_line(out, "figure", std::string(article.text(q.span)) + " = " + amount_words(q));
  }
  for (const Diagnostic& d : article.diagnostics) put_line(out, "note", d.message);
  return out + "\n";
}

std::string comparison_text(const Comparison& comparison) {
  std::string out;
  for (const BriefLine& line : comparison.brief) out += line.text + "\n";
  out += "\nQuotes\n";
  for (const QuoteGroup& group : comparison.quotes) {
    if (group.members.size() < 2) continue;
    put_line(out, "speaker", group.speaker.empty() ? "not named" : group.speaker);
    for (const QuoteMember& m : group.members) put_members(out, comparison, m.member, "");
  }
  out += "\nFigures\n";
  for (const FigureGroup& group : comparison.figures) {
    static constexpr std::array<const char*, 3> kRelations = {"agree", "differ", "no compare"};
    put_line(out, kRelations[static_cast<std::size_t>(group.relation)], group.label);
    for (const FigureMember& m : group.members) put_members(out, comparison, m.member, amount_words(amount_of(m)));
  }
  out += "\nTimeline\n";
  constexpr std::size_t kDays = 26;  // "28 September to 2 May 2025"
  for (const TimelineEntry& entry : comparison.timeline) {
    std::string days = shown_days(entry);
    if (days.size() < kDays) days.resize(kDays, ' ');
    put_line(out, days, shortened(entry.label));
  }
  return out;
}

}  // namespace newsloupe::cli
