#include "core/compare/versions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/compare/origins.h"
#include "core/resources/lexicon.h"

namespace newsloupe {
namespace {

// How newsrooms begin such a note, folded.
constexpr std::string_view kNotes[] = {
    "correction",          "corrects",           "corrected",        "clarification",         "clarifies",
    "an earlier version",  "a previous version", "this article was", "this article has been", "this story was",
    "this story has been", "editor's note"};
constexpr std::string_view kNoteWords[] = {"correct",          "amend",  "earlier version",
                                           "previous version", "clarif", "updated to"};

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// The paragraph that tells of a correction, of whatever class.
TextSpan correction_note(const Article& article) {
  for (const Paragraph& paragraph : article.doc.paragraphs) {
    std::string text = folded(article.text(paragraph.span));
    text.erase(0, text.find_first_not_of(" (*[_"));
    const bool begins = std::ranges::any_of(kNotes, [&](std::string_view note) { return text.starts_with(note); });
    const bool tells = std::ranges::any_of(
        kNoteWords, [&](std::string_view word) { return text.substr(0, 160).find(word) != std::string::npos; });
    if (begins && tells) return paragraph.span;
  }
  return {};
}

bool is_one_outlet(const Article& a, const Article& b) {
  return !a.metadata.outlet.empty() && folded(a.metadata.outlet) == folded(b.metadata.outlet);
}

class ChangeFinder {
 public:
  ChangeFinder(const Comparison& comparison, const SetWords& words, const std::vector<AlignedSentences>& aligned,
               ArticleIndex older, ArticleIndex newer)
      : older_(comparison.article(older)),
        newer_(comparison.article(newer)),
        older_words_(words[older.index()]),
        newer_words_(words[newer.index()]) {
    const auto o = static_cast<std::uint32_t>(older.index()), n = static_cast<std::uint32_t>(newer.index());
    for (const AlignedSentences& pair : aligned) {
      if (pair.article_a == o && pair.article_b == n) put(pair.sentence_a, pair.sentence_b);
      if (pair.article_a == n && pair.article_b == o) put(pair.sentence_b, pair.sentence_a);
    }
    pair_equal_sentences();
  }

  [[nodiscard]] std::vector<VersionChange> find() const {
    std::vector<VersionChange> changes;
    compare_headlines(changes);
    std::uint32_t from = 0;  // sentences of the older text told so far
    for (std::uint32_t n = 0; n < newer_words_.sentences.size(); ++n) {
      if (!is_body(newer_words_.sentences[n].paragraph_class)) continue;
      const auto partner = to_older_.find(n);
      if (partner == to_older_.end()) {
        changes.push_back({ChangeKind::kAdded, {}, newer_words_.sentences[n].span});
        continue;
      }
      removed_until(partner->second, from, changes);
      const TextSpan o = older_words_.sentences[partner->second].span, now = newer_words_.sentences[n].span;
      if (plain(older_, o) != plain(newer_, now)) changes.push_back({ChangeKind::kChanged, o, now});
    }
    removed_until(static_cast<std::uint32_t>(older_words_.sentences.size()), from, changes);
    return changes;
  }

 private:
  void put(std::uint32_t older, std::uint32_t newer) {
    if (to_older_.emplace(newer, older).second) used_.insert(older);
  }

  static std::string plain(const Article& article, TextSpan span) {
    std::string out;
    for (const char c : article.text(span)) {
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') out += c;
    }
    return out;
  }

  // Short sentences are not aligned by their words; equal ones are partners all the same.
  void pair_equal_sentences() {
    std::map<std::string, std::uint32_t> free;
    for (std::uint32_t o = 0; o < older_words_.sentences.size(); ++o) {
      if (!used_.contains(o)) free.emplace(plain(older_, older_words_.sentences[o].span), o);
    }
    for (std::uint32_t n = 0; n < newer_words_.sentences.size(); ++n) {
      if (to_older_.contains(n)) continue;
      const auto same = free.find(plain(newer_, newer_words_.sentences[n].span));
      if (same == free.end()) continue;
      put(same->second, n);
      free.erase(same);
    }
  }

  void compare_headlines(std::vector<VersionChange>& changes) const {
    const TextSpan before = headline(older_), now = headline(newer_);
    if (before.empty() || now.empty() || plain(older_, before) == plain(newer_, now)) return;
    changes.push_back({ChangeKind::kChanged, before, now});
  }

  static TextSpan headline(const Article& article) {
    for (const Paragraph& paragraph : article.doc.paragraphs) {
      if (paragraph.paragraph_class == ParagraphClass::kHeadline) return paragraph.span;
    }
    return {};
  }

  void removed_until(std::uint32_t end, std::uint32_t& from, std::vector<VersionChange>& changes) const {
    for (; from < end; ++from) {
      const WordSentence& sentence = older_words_.sentences[from];
      if (is_body(sentence.paragraph_class) && !used_.contains(from)) {
        changes.push_back({ChangeKind::kRemoved, sentence.span, {}});
      }
    }
  }

  const Article &older_, &newer_;
  const ArticleWords &older_words_, &newer_words_;
  std::map<std::uint32_t, std::uint32_t> to_older_;  // sentence of the newer -> of the older
  std::set<std::uint32_t> used_;                     // sentences of the older
};

// Older, then newer; nothing where nobody can know.
std::optional<std::pair<ArticleIndex, ArticleIndex>> in_order(const Comparison& comparison, ArticleIndex a,
                                                              ArticleIndex b) {
  const Article &x = comparison.article(a), &y = comparison.article(b);
  if (published_before(x, y)) return std::pair(a, b);
  if (published_before(y, x)) return std::pair(b, a);
  const bool corrects_x = !correction_note(x).empty(), corrects_y = !correction_note(y).empty();
  if (corrects_x == corrects_y) return std::nullopt;
  return corrects_y ? std::pair(a, b) : std::pair(b, a);
}

}  // namespace

std::vector<Version> find_versions(const Comparison& comparison, const SetWords& words,
                                   const std::vector<AlignedSentences>& aligned) {
  std::map<ArticleIndex, ArticleIndex> older_of;  // newer -> the newest of its older ones
  for (const Reuse& pair : comparison.reuse) {
    if (pair.label != ReuseLabel::kWholly || !is_one_outlet(comparison.article(pair.a), comparison.article(pair.b)))
      continue;
    const auto order = in_order(comparison, pair.a, pair.b);
    if (!order) continue;
    const auto [known, added] = older_of.emplace(order->second, order->first);
    if (!added && published_before(comparison.article(known->second), comparison.article(order->first))) {
      known->second = order->first;
    }
  }
  std::vector<Version> result;
  for (const auto& [newer, older] : older_of) {
    Version version{older, newer, ChangeFinder(comparison, words, aligned, older, newer).find(), {}};
    version.correction_note = correction_note(comparison.article(newer));
    result.push_back(std::move(version));
  }
  return result;
}

}  // namespace newsloupe
