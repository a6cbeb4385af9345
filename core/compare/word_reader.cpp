#include "core/compare/word_reader.h"

#include <algorithm>

#include "core/base/fixed.h"
#include "core/compare/word_forms.h"

namespace newsloupe {
namespace {

// Added to the number of articles, so that in a set of five a word which all
// have still weighs something.
constexpr std::uint32_t kPriorArticles = 12;

// The world around a set: so many articles about other things, so many of them with a stem. Tuned on ECB+ (a pool of 70
// events, pairs of like events, single events) and BASIL.
constexpr std::uint32_t kWorldArticles = 150, kWorldWithEverydayStem = 15, kWorldWithOtherStem = 3;

constexpr WordClasses kFunctionWords = WordClasses(WordClass::kStopWord) | WordClass::kPronoun |
                                       WordClass::kDeterminer | WordClass::kPreposition | WordClass::kConjunction |
                                       WordClass::kAuxiliary;

bool is_letter_or_digit(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z');
}

bool is_word(const RuleToken& token, std::string_view text) {
  if (token.shape == TokenShape::kPunct) return false;
  // Other signs (currency, percent) are no words either; letters beyond ASCII
  // are.
  return std::any_of(text.begin(), text.end(), is_letter_or_digit);
}

// Runs of letters, digits, inner apostrophes and all bytes beyond ASCII.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && (is_letter_or_digit(text[i]) || (text[i] == '\'' && i > begin))) ++i;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    if (i == begin) ++i;
  }
  return words;
}

bool is_function_word(const Resources& resources, std::string_view folded) {
  return resources.lexicon.classes(resources.lexicon.find(folded)).has_any(kFunctionWords);
}

bool is_everyday(const Resources& resources, const std::string& folded) {
  return resources.lexicon.classes(resources.lexicon.find(folded)).has(WordClass::kCommonWord);
}

// Marks every word that begins inside one of the spans.
template <class Mark>
void mark_words(ArticleWords& article, TextSpan span, Mark mark) {
  const WordSpan range = article.words_in(span);
  for (std::uint32_t i = range.begin; i < range.end; ++i) mark(article.words[i]);
}

void mark_names_and_quotes(ArticleWords& words, const Resolution& resolution) {
  for (const Mention& mention : resolution.mentions) {
    if (mention.form != MentionForm::kName) continue;
    const bool person = mention.type == EntityType::kPerson;
    mark_words(words, mention.span, [person](Word& w) {
      w.name = w.content = true;
      if (person && w.persons < 0xFF) ++w.persons;
    });
  }
  for (const Quote& quote : resolution.quotes) {
    if (quote.kind == QuoteKind::kIndirect) continue;
    mark_words(words, quote.span, [](Word& w) { w.quoted = true; });
  }
}

}  // namespace

WordSpan ArticleWords::words_in(TextSpan span) const {
  const auto from = [this](std::uint32_t offset) {
    const auto at = std::lower_bound(words.begin(), words.end(), offset,
                                     [](const Word& w, std::uint32_t o) { return w.span.begin < o; });
    return static_cast<std::uint32_t>(at - words.begin());
  };
  return {from(span.begin), from(std::max(span.begin, span.end))};
}

std::size_t ArticleWords::sentence_at(std::uint32_t offset) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), offset,
                                      [](std::uint32_t o, const WordSentence& s) { return o < s.span.begin; });
  if (after == sentences.begin()) return sentences.size();
  const auto index = static_cast<std::size_t>(after - sentences.begin()) - 1;
  return offset < sentences[index].span.end ? index : sentences.size();
}

WordId Vocabulary::find(std::string_view folded) const {
  const auto found = ids_.find(std::string(folded));
  return found == ids_.end() ? static_cast<WordId>(texts_.size()) : found->second;
}

WordId Vocabulary::intern(const std::string& folded) {
  const auto [at, added] = ids_.try_emplace(folded, static_cast<WordId>(texts_.size()));
  if (added) texts_.push_back(&at->first);
  return at->second;
}

NumberedWords number_words(const Article& article) {
  const SegmentedDocument& doc = article.doc;
  NumberedWords numbered;
  ArticleWords& out = numbered.words;
  std::unordered_map<TermId, WordId> known;  // equal terms are folded once
  for (const Sentence& sentence : doc.sentences) {
    const ParagraphClass paragraph_class = sentence.paragraph < doc.paragraphs.size()
                                               ? doc.paragraphs[sentence.paragraph].paragraph_class
                                               : ParagraphClass::kBody;
    if (paragraph_class == ParagraphClass::kDateline) continue;
    const auto first = static_cast<std::uint32_t>(out.words.size());
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const RuleToken& token = doc.tokens[t];
      const std::string_view text = doc.token_text(t);
      if (!is_word(token, text)) continue;
      const auto [entry, added] = known.try_emplace(token.term, static_cast<WordId>(numbered.terms.size()));
      if (added) numbered.terms.push_back(fold_word(text));
      Word word{doc.token_spans[t], entry->second};
      word.number = token.shape == TokenShape::kNumber || token.classes.has(WordClass::kNumberWord);
      word.content = word.number || (!token.classes.has_any(kFunctionWords) && text.front() != '\'');
      out.words.push_back(word);
    }
    const WordSpan range{first, static_cast<std::uint32_t>(out.words.size())};
    if (is_body(paragraph_class)) out.body_words += range.size();
    out.sentences.push_back({sentence.span, range, paragraph_class, sentence.paragraph});
  }
  mark_names_and_quotes(out, article.resolution);
  return numbered;
}

ArticleWords read_words(const Article& article, Vocabulary& vocabulary) {
  NumberedWords numbered = number_words(article);
  std::vector<Vocabulary::Entry> entries;
  entries.reserve(numbered.terms.size());
  for (const std::string& term : numbered.terms) entries.push_back(vocabulary.enter(term));
  for (Word& word : numbered.words.words) {
    const Vocabulary::Entry& entry = entries[word.word];
    word.word = entry.word;
    word.stem = entry.stem;
  }
  return std::move(numbered.words);
}

ArticleWords WordReader::read(const Article& article) {
  ArticleWords words = read_words(article, vocabulary_);
  read_title(article.metadata.headline, words);
  return words;
}

ArticleWords WordReader::read(const ArticleDigest& digest) {
  ArticleWords out;
  std::vector<Vocabulary::Entry> entries;
  for (std::size_t begin = 0; begin < digest.terms.size();) {
    const std::size_t end = digest.terms.find('\n', begin);
    entries.push_back(enter(digest.terms.substr(begin, end - begin)));
    begin = end + 1;
  }
  out.words.reserve(digest.words.size());
  for (const ArticleDigest::Word& packed : digest.words) {
    Word& word = out.words.emplace_back();
    word.word = entries[packed.term].word;
    word.stem = entries[packed.term].stem;
    word.content = packed.content != 0;
    word.name = packed.name != 0;
    word.number = packed.number != 0;
    word.quoted = packed.quoted != 0;
    word.persons = static_cast<std::uint8_t>(packed.persons);
  }
  out.body_words = digest.body_words;
  read_title(digest.metadata.headline, out);
  return out;
}

Vocabulary::Entry Vocabulary::enter(const std::string& folded) {
  const WordId word = intern(folded);
  return {word, intern(word_stem(folded))};
}

Vocabulary::Entry WordReader::enter(const std::string& folded) {
  const Vocabulary::Entry entry = vocabulary_.enter(folded);
  const std::string stem(vocabulary_.text(entry.stem));
  if (entry.stem >= everyday_.size()) everyday_.resize(entry.stem + std::size_t{1});
  everyday_[entry.stem] = everyday_[entry.stem] || is_everyday(resources_, folded) || is_everyday(resources_, stem) ||
                          is_everyday(resources_, stem + "e");
  return entry;
}

void WordReader::read_title(const std::string& headline, ArticleWords& out) {
  for (const std::string_view word : words_of(headline)) {
    const std::string folded = fold_word(word);
    if (is_function_word(resources_, folded)) continue;
    out.title.push_back(vocabulary_.intern(word_stem(folded)));
  }
}

void StemWeights::add(std::span<const Word> words) {
  ++articles_;
  for (const Word& word : words) {
    if (word.stem >= last_article_.size()) {
      last_article_.resize(word.stem + std::size_t{1});
      articles_with_.resize(last_article_.size());
    }
    if (last_article_[word.stem] == articles_) continue;
    last_article_[word.stem] = static_cast<std::uint32_t>(articles_);
    ++articles_with_[word.stem];
  }
}

void StemWeights::weigh(std::size_t stems) {
  last_article_ = {};
  articles_with_.resize(stems);
  weights_.assign(stems, 0);
  for (std::size_t id = 0; id < stems; ++id) {
    if (articles_with_[id] > 0) weights_[id] = log2_ratio_units(articles_ + kPriorArticles, articles_with_[id]);
  }
}

void StemWeights::weigh_in_the_world(std::size_t stems, const std::vector<bool>& everyday) {
  last_article_ = {};
  articles_with_.resize(stems);
  weights_.assign(stems, 0);
  for (std::size_t id = 0; id < stems; ++id) {
    if (articles_with_[id] == 0) continue;
    const std::uint32_t elsewhere = id < everyday.size() && everyday[id] ? kWorldWithEverydayStem : kWorldWithOtherStem;
    weights_[id] = log2_ratio_units(articles_ + kWorldArticles, articles_with_[id] + elsewhere);
  }
}

}  // namespace newsloupe
