#include "core/analysis/set_search.h"

#include <algorithm>

namespace newsloupe {
namespace {

constexpr std::uint32_t kBefore = 110, kAfter = 150;  // bytes of the line left and right of a hit
constexpr std::size_t kDigestsInAStep = 512, kReadInAStep = 8;

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// The paragraph that the span begins in.
TextSpan around(const Article& article, TextSpan span) {
  const Paragraph* paragraph = article.doc.paragraph_at(span.begin);
  return paragraph != nullptr ? hull(paragraph->span, span) : span;
}

}  // namespace

std::string words_before(const Article& article, TextSpan span) {
  const std::string_view text = article.doc.document->text();
  const TextSpan paragraph = around(article, span);
  const std::uint32_t at = span.begin;
  std::size_t begin = std::max(paragraph.begin, at > kBefore ? at - kBefore : 0);
  while (is_inside_character(text, begin)) ++begin;
  const bool cut = begin > paragraph.begin;
  std::string_view words = text.substr(begin, at - begin);
  if (const std::size_t space = words.find(' '); cut && space != std::string_view::npos) words.remove_prefix(space + 1);
  return (cut ? "… " : "") + one_line(words);
}

std::string words_after(const Article& article, TextSpan span) {
  const std::string_view text = article.doc.document->text();
  const TextSpan paragraph = around(article, span);
  const std::uint32_t at = span.end;
  std::size_t end = std::min(paragraph.end, at + kAfter);
  while (is_inside_character(text, end)) --end;
  const bool cut = end < paragraph.end;
  std::string_view words = text.substr(at, end - at);
  if (const std::size_t space = words.rfind(' '); cut && space != std::string_view::npos)
    words = words.substr(0, space);
  return one_line(words) + (cut ? " …" : "");
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= 0x20;
    if (!space) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

Result<WholeSetSearch> WholeSetSearch::make(const Session& session, const SearchQuery& query) {
  Result<Finder> finder = Finder::make(query);
  if (!finder.ok()) return finder.error();
  return WholeSetSearch(session, std::move(finder.value()));
}

bool WholeSetSearch::step() {
  const Snapshot& snapshot = session_->snapshot();
  if (snapshot.revision != revision_) return false;
  std::size_t looked_into = 0;
  for (std::size_t i = 0; i < kDigestsInAStep && looked_into < kReadInAStep && next_ < snapshot.intakes.size(); ++i) {
    const Intake& intake = snapshot.intakes[next_];
    if (intake.article != nullptr && finder_.can_have(*intake.article)) {
      look_into(next_);
      ++looked_into;
    }
    ++next_;
  }
  return next_ < snapshot.intakes.size();
}

void WholeSetSearch::look_into(std::size_t intake) {
  const ArticlePtr article = session_->whole_article(intake);
  if (article == nullptr) return;
  constexpr std::uint32_t kKept = 64, kCounted = 10000;
  std::vector<FoundSpan> hits;
  const std::uint32_t count = finder_.find(*article, kKept, kCounted, hits);
  if (hits.empty()) return;
  const auto exact = std::find_if(hits.begin(), hits.end(), [](const FoundSpan& hit) { return hit.shared == 0; });
  const FoundSpan& best = exact != hits.end() ? *exact : hits.front();
  found_.push_back({intake, count, best, words_before(*article, best.span), one_line(article->text(best.span)),
                    words_after(*article, best.span)});
}

}  // namespace newsloupe
