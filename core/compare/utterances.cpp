#include "core/compare/utterances.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "core/base/sorting.h"

namespace newsloupe {
namespace {

// A stated occasion and a publication so many days after it are still one news event.
constexpr std::int32_t kNewsDays = 45;
constexpr std::int32_t kDaysOfSlack = 7;

// A sentence of fewer words says too little to be compared by itself; it stays with its neighbour.
constexpr std::uint32_t kFewWords = 6;

QuoteForm form_of(QuoteKind kind) {
  switch (kind) {
    case QuoteKind::kDirect:
      return QuoteForm::kDirect;
    case QuoteKind::kMixed:
      return QuoteForm::kMixed;
    case QuoteKind::kIndirect:
      break;
  }
  return QuoteForm::kIndirect;
}

// "Married since 2012": a day that tells when something else began or ended.
bool is_bound(const Article& article, TextSpan before_time) {
  std::string_view before = article.text(before_time);
  while (before.ends_with(' ')) before.remove_suffix(1);
  const std::string_view word = before.substr(before.find_last_of(" \n(,") + 1);
  static constexpr std::array<std::string_view, 5> kBounds = {"since", "until", "till", "before", "after"};
  return std::find(kBounds.begin(), kBounds.end(), word) != kBounds.end();
}

// The day named in the sentence around the quote, outside its words. Nothing was said on a day to come.
std::optional<Occasion> occasion_of(const Article& article, const ArticleWords& words, TextSpan quoted) {
  const std::size_t s = words.sentence_at(quoted.begin);
  if (s == words.sentences.size()) return std::nullopt;
  const std::optional<CivilDate>& published = article.metadata.published.date;
  for (const Timex& time : article.resolution.times.beginning_in(words.sentences[s].span)) {
    if (quoted.contains(time.span) || !time.first || !time.last || (published && *published < *time.first)) continue;
    if (is_bound(article, {words.sentences[s].span.begin, time.span.begin})) continue;
    if (time.type == TimexType::kDate || time.type == TimexType::kTime) return Occasion{*time.first, *time.last};
  }
  return std::nullopt;
}

// Parts of the span by sentence; those of fewer words are joined to the part before, or the one after at the beginning.
std::vector<TextSpan> by_sentence(const ArticleWords& words, TextSpan span, std::uint32_t fewest_words) {
  std::vector<TextSpan> parts;
  bool join_next = false;
  for (std::size_t s = words.sentence_at(span.begin); s < words.sentences.size(); ++s) {
    const TextSpan sentence = words.sentences[s].span;
    if (sentence.begin >= span.end) break;
    const TextSpan part{std::max(span.begin, sentence.begin), std::min(span.end, sentence.end)};
    const bool is_short = words.words_in(part).size() < fewest_words;
    if (!parts.empty() && (is_short || join_next)) {
      parts.back().end = part.end;
    } else {
      parts.push_back(part);
    }
    join_next = is_short && parts.size() == 1;
  }
  if (parts.empty()) parts.push_back(span);
  return parts;
}

bool is_transcript(const Quote& quote) { return quote.rule.name() == "quote.transcript"; }

// Lines near the top that say that this is the text others quote from.
bool says_primary(const Article& article) {
  static constexpr std::array<std::string_view, 8> kBeginnings = {
      "press release", "media release", "news release", "for immediate release",
      "transcript",    "full text of",  "text of",      "press statement"};
  static constexpr std::size_t kHeadLines = 8;
  const auto& paragraphs = article.doc.paragraphs;
  for (std::size_t p = 0; p < std::min(kHeadLines, paragraphs.size()); ++p) {
    const std::string line = fold_word(article.text(paragraphs[p].span).substr(0, 32));
    for (const std::string_view beginning : kBeginnings) {
      if (line.starts_with(beginning)) return true;
    }
  }
  return false;
}

// Words outside the quotation marks that say that another language was spoken: "said in Portuguese", "who spoke
// Welsh", "through an interpreter", "in a translation".
class TranslationSign {
 public:
  TranslationSign(const Article& article, const ArticleWords& words, const SetWords& set)
      : article_(article), words_(words), set_(set) {}

  // In the sentences that the quote touches.
  [[nodiscard]] bool beside(TextSpan quoted) const {
    for (const WordSentence& sentence : words_.sentences) {
      if (!sentence.span.overlaps(quoted)) continue;
      for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
        if (!words_.words[i].quoted && is_sign(i, sentence.words)) return true;
      }
    }
    return false;
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t word) const { return set_.text(words_.words[word].word); }

  [[nodiscard]] bool is_sign(std::uint32_t i, WordSpan sentence) const {
    const std::string_view word = text(i);
    const auto follows = [&](std::uint32_t back, std::initializer_list<std::string_view> any) {
      return i >= sentence.begin + back && std::find(any.begin(), any.end(), text(i - back)) != any.end();
    };
    if (word == "interpreter" || word == "translator") {
      return follows(1, {"through", "via"}) || follows(2, {"through", "via", "by", "with"});
    }
    if (word == "translation") return follows(1, {"in", "a", "official", "english"});
    if (word == "translated") return i + 1 < sentence.end && (text(i + 1) == "from" || text(i + 1) == "by");
    if (!is_language(word) || !follows(1, {"in", "spoke", "speaking", "speaks"})) return false;
    // "in Portuguese waters" speaks of no language.
    if (i + 1 == sentence.end || !words_.words[i + 1].content) return true;
    const TextSpan between{words_.words[i].span.end, words_.words[i + 1].span.begin};
    return article_.text(between).find_first_not_of(' ') != std::string_view::npos;
  }

  static bool is_language(std::string_view word) {
    static constexpr std::array<std::string_view, 48> kLanguages = {
        "albanian", "amharic",  "arabic",  "armenian",   "bengali",   "bulgarian", "cantonese",  "catalan",
        "chinese",  "croatian", "czech",   "danish",     "dutch",     "farsi",     "finnish",    "french",
        "german",   "greek",    "hebrew",  "hindi",      "hungarian", "icelandic", "indonesian", "irish",
        "italian",  "japanese", "korean",  "kurdish",    "latin",     "malay",     "mandarin",   "norwegian",
        "pashto",   "persian",  "polish",  "portuguese", "punjabi",   "romanian",  "russian",    "serbian",
        "spanish",  "swahili",  "swedish", "tagalog",    "tamil",     "turkish",   "ukrainian",  "urdu"};
    return std::find(kLanguages.begin(), kLanguages.end(), word) != kLanguages.end();
  }

  const Article& article_;
  const ArticleWords& words_;
  const SetWords& set_;
};

class Collector {
 public:
  Collector(const Comparison& comparison, const SetWords& words, const LinkedEntities& entities, std::uint32_t article)
      : article_(*comparison.articles[article].article),
        words_(words[article]),
        of_(entities.of[article]),
        set_(entities),
        translation_(article_, words_, words) {
    const Layer<Quote>& quotes = article_.resolution.quotes;
    transcript_ = std::any_of(quotes.begin(), quotes.end(), is_transcript);
    base_.primary = transcript_ || says_primary(article_);
    base_.article = article;
    base_.story = comparison.articles[article].story;
    base_.published = article_.metadata.published.date;
  }

  void add_quotes(std::vector<Utterance>& out) const {
    const Layer<Quote>& quotes = article_.resolution.quotes;
    for (std::size_t q = 0; q < quotes.size(); ++q) {
      Utterance said = base_;
      said.quote = Id<Quote>(q);
      said.form = form_of(quotes[q].kind);
      said.spoken = said.form != QuoteForm::kIndirect;
      said.translated = translation_.beside(quotes[q].marked);
      said.occasion = occasion_of(article_, words_, quotes[q].marked);
      if (q < article_.resolution.attributions.size()) name_speaker(article_.resolution.attributions[q], said);
      const std::uint32_t fewest = is_transcript(quotes[q]) ? 1 : kFewWords;
      for (const TextSpan part : by_sentence(words_, quotes[q].span, fewest)) add(said, part, out);
    }
  }

  // Sentences of the body that hold no quote: their words may be somebody's all the same.
  void add_plain_sentences(std::vector<Utterance>& out) const {
    for (const WordSentence& sentence : words_.sentences) {
      if (!is_body(sentence.paragraph_class) || holds_quote(sentence.span)) continue;
      Utterance said = base_;
      said.form = QuoteForm::kUnattributed;
      said.occasion = occasion_of(article_, words_, {sentence.span.begin, sentence.span.begin});
      if (transcript_) continue_speech(sentence.span, said);
      add(said, sentence.span, out);
    }
  }

 private:
  // A sentence of a transcript belongs to the last labelled line before it. What stands in brackets ("(Applause)") is
  // nobody's.
  void continue_speech(TextSpan sentence, Utterance& said) const {
    const Layer<Quote>& quotes = article_.resolution.quotes;
    std::optional<std::size_t> line;
    for (std::size_t q = 0; q < quotes.size() && quotes[q].span.begin < sentence.begin; ++q) {
      if (is_transcript(quotes[q])) line = q;
    }
    if (!line || *line >= article_.resolution.attributions.size() || article_.text(sentence).starts_with('(')) return;
    said.spoken = true;
    said.occasion.reset();  // days named are part of the speech
    name_speaker(article_.resolution.attributions[*line], said);
  }

  void name_speaker(const Attribution& attribution, Utterance& said) const {
    if (attribution.kind == SpeakerKind::kNone) return;
    said.speaker_words =
        attribution.given.empty() ? std::string(article_.text(attribution.speaker)) : attribution.given;
    if (attribution.entity.valid() && attribution.entity.index() < of_.size()) {
      said.speaker = of_[attribution.entity.index()];
      said.speaker_sure = !article_.is_pronoun(attribution.speaker) && attribution.confidence != Confidence::kGuess;
    } else if (!attribution.given.empty()) {
      said.speaker = named_in_set(attribution.given);
      said.speaker_sure = said.speaker.has_value();
    } else {
      std::optional<std::size_t> entity = named_beside(attribution.speaker);
      if (!entity) entity = holder_of(said.speaker_words);
      if (!entity || *entity >= of_.size()) return;
      said.speaker = of_[*entity];
      said.speaker_sure = true;
    }
  }

  // "Its leader, Joan Weaver, said": the person named right behind the words.
  [[nodiscard]] std::optional<std::size_t> named_beside(TextSpan speaker) const {
    const std::vector<Entity>& entities = article_.resolution.entities;
    for (std::size_t e = 0; e < entities.size(); ++e) {
      if (entities[e].type != EntityType::kPerson) continue;
      for (const Id<Mention> m : entities[e].mentions) {
        const Mention& mention = article_.resolution.mentions[m];
        if (mention.form != MentionForm::kName || mention.span.begin != speaker.end + 2) continue;
        if (article_.text({speaker.end, mention.span.begin}) == ", ") return e;
      }
    }
    return std::nullopt;
  }

  // "The foreign secretary": the one person of the article who is given with that office.
  [[nodiscard]] std::optional<std::size_t> holder_of(std::string_view speaker) const {
    std::string office = fold_word(speaker);
    if (office.starts_with("the ")) office.erase(0, 4);
    std::optional<std::size_t> holder;
    const std::vector<Entity>& entities = article_.resolution.entities;
    for (std::size_t e = 0; e < entities.size(); ++e) {
      if (entities[e].role.empty() || fold_word(entities[e].role) != office) continue;
      if (holder) return std::nullopt;
      holder = e;
    }
    return holder;
  }

  // A speaker given by a person whom other articles name.
  [[nodiscard]] std::optional<std::uint32_t> named_in_set(const std::string& name) const {
    for (std::uint32_t e = 0; e < set_.entities.size(); ++e) {
      if (set_.entities[e].name == name) return e;
    }
    return std::nullopt;
  }

  void add(Utterance said, TextSpan span, std::vector<Utterance>& out) const {
    if (said.speaker) said.speaker_name = set_.entities[*said.speaker].name;
    said.span = span;
    said.words = words_.words_in(span);
    if (!said.words.empty()) out.push_back(std::move(said));
  }

  [[nodiscard]] bool holds_quote(TextSpan sentence) const {
    return std::any_of(article_.resolution.quotes.begin(), article_.resolution.quotes.end(),
                       [&](const Quote& quote) { return quote.span.overlaps(sentence); });
  }

  const Article& article_;
  const ArticleWords& words_;
  const std::vector<std::uint32_t>& of_;
  const LinkedEntities& set_;
  TranslationSign translation_;
  bool transcript_ = false;  // holds labelled lines
  Utterance base_;
};

std::optional<Occasion> likely_occasion(const Utterance& said) {
  if (said.occasion) return said.occasion;
  if (!said.published) return std::nullopt;
  return Occasion{add_days(*said.published, -kNewsDays), *said.published};
}

}  // namespace

std::vector<Utterance> find_utterances(const Comparison& comparison, const SetWords& words,
                                       const LinkedEntities& entities) {
  std::vector<Utterance> result;
  for (std::uint32_t a = 0; a < comparison.articles.size(); ++a) {
    const std::size_t first = result.size();
    const Collector collector(comparison, words, entities, a);
    collector.add_quotes(result);
    collector.add_plain_sentences(result);
    sort_items(result.begin() + static_cast<std::ptrdiff_t>(first), result.end(),
               [](const Utterance& x, const Utterance& y) {
                 return x.span.begin != y.span.begin ? x.span.begin < y.span.begin : x.span.end > y.span.end;
               });
  }
  return result;
}

bool may_be_one_occasion(const Utterance& a, const Utterance& b) {
  const std::optional<Occasion> first = likely_occasion(a), second = likely_occasion(b);
  if (!first || !second) return true;
  return days_from_civil(first->first) - kDaysOfSlack <= days_from_civil(second->last) &&
         days_from_civil(second->first) - kDaysOfSlack <= days_from_civil(first->last);
}

bool may_be_one_speaker(const Utterance& a, const Utterance& b) {
  if (!a.speaker_sure || !b.speaker_sure || *a.speaker == *b.speaker) return true;
  const std::size_t family_a = a.speaker_name.rfind(' '), family_b = b.speaker_name.rfind(' ');
  // npos + 1 is 0: a single word is the family name.
  if (a.speaker_name.substr(family_a + 1) != b.speaker_name.substr(family_b + 1)) return false;
  return family_a == std::string_view::npos || family_b == std::string_view::npos ||
         a.speaker_name.front() == b.speaker_name.front();
}

bool name_other_sources(const Utterance& a, const Utterance& b) {
  if (a.speaker_sure == b.speaker_sure) return false;
  const Utterance &named = a.speaker_sure ? a : b, &other = a.speaker_sure ? b : a;
  if (other.speaker) return false;
  std::string_view rest = other.speaker_words;
  bool says_name = false;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" '-"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.size() < 3 || word[0] < 'A' || word[0] > 'Z' || word == "The") continue;
    if (named.speaker_name.find(word) != std::string_view::npos) return false;
    says_name = true;
  }
  return says_name;
}

bool is_one_speaker(const Utterance& a, const Utterance& b) {
  return a.speaker && b.speaker && *a.speaker == *b.speaker;
}

}  // namespace newsloupe
