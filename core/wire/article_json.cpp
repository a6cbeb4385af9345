#include "core/wire/article_json.h"

#include <array>

#include "core/wire/json.h"
#include "core/wire/json_writer.h"

namespace newsloupe {
namespace {

using wire::JsonWriter;
using wire::name_of;

constexpr std::array<std::string_view, 8> kParagraphClasses = {"headline", "subtitle",   "byline",      "dateline",
                                                               "body",     "subheading", "boilerplate", "repeat"};
constexpr std::array<std::string_view, 5> kDateBases = {"stated", "metadata", "given", "inferred", "unknown"};

class ArticleWriter {
 public:
  explicit ArticleWriter(const Article& article)
      : article_(article), resolution_(article.resolution), json_(article.doc.document->text().size() * 8 + 4096) {}

  std::string write(const ArticleParts& parts) {
    json_.begin_object();
    json_.field("schema", "newsloupe.article/1");
    json_.field("id", article_.source.id);
    put_source();
    if (parts.text) json_.field("text", article_.doc.document->text());
    put_metadata();
    put_paragraphs();
    if (parts.sentences) put_sentences();
    if (parts.tokens) put_tokens();
    put_entities();
    put_quotes();
    put_times();
    put_quantities();
    put_events();
    put_keyphrases();
    put_diagnostics();
    json_.end_object();
    return json_.take();
  }

 private:
  [[nodiscard]] SourceSpan source(TextSpan span) const { return article_.source_from_text(span); }

  // The two ranges that every extracted thing carries.
  void put_place(TextSpan span) {
    json_.field("span", span);
    json_.field("source", source(span));
  }

  void put_placed_text(std::string_view key, TextSpan span) {
    json_.begin_object(key);
    json_.field("text", article_.text(span));
    json_.field("source", source(span));
    json_.end_object();
  }

  void put_confidence(Confidence confidence) {
    if (confidence != Confidence::kSure) json_.field("confidence", name_of(confidence));
  }

  void put_source() {
    const SourceInfo& info = article_.source;
    json_.begin_object("source");
    json_.field("name", info.name);
    json_.field("media_type", info.media_type);
    json_.field("encoding", info.encoding);
    json_.field("bytes", info.bytes);
    json_.field("sha256", info.sha256);
    json_.end_object();
  }

  void put_metadata() {
    const ArticleMetadata& metadata = article_.metadata;
    json_.begin_object("metadata");
    json_.field_or_null("headline", metadata.headline);
    json_.field_or_null("subtitle", metadata.subtitle);
    json_.field("byline", metadata.byline);
    json_.field_or_null("outlet", metadata.outlet);
    json_.field_or_null("agency", metadata.agency);
    json_.field_or_null("url", metadata.url);
    json_.field_or_null("language", metadata.language);
    put_published(metadata.published);
    put_dateline(metadata.dateline);
    put_candidates(metadata.candidates);
    json_.end_object();
  }

  void put_published(const Published& published) {
    json_.begin_object("published");
    json_.field_or_null("value", published.value);
    json_.field("basis", kDateBases[static_cast<std::size_t>(published.basis)]);
    if (published.source) json_.field("source", *published.source);
    json_.end_object();
  }

  void put_dateline(const std::optional<Dateline>& dateline) {
    if (!dateline) return json_.field("dateline", nullptr);
    json_.begin_object("dateline");
    json_.field_or_null("place", dateline->place);
    json_.field_or_null("date", dateline->date);
    json_.field_or_null("agency", dateline->agency);
    json_.field("source", dateline->source);
    json_.end_object();
  }

  void put_candidates(const std::vector<MetadataCandidate>& candidates) {
    json_.begin_array("candidates");
    for (const MetadataCandidate& candidate : candidates) {
      json_.begin_object();
      json_.field("field", candidate.field);
      json_.field("value", candidate.value);
      json_.field("from", candidate.from);
      if (candidate.source) json_.field("source", *candidate.source);
      json_.end_object();
    }
    json_.end_array();
  }

  void put_paragraphs() {
    json_.begin_array("paragraphs");
    for (const Paragraph& paragraph : article_.doc.paragraphs) {
      json_.begin_object();
      put_place(paragraph.span);
      json_.field("class", kParagraphClasses[static_cast<std::size_t>(paragraph.paragraph_class)]);
      if (!paragraph.rule.name().empty()) json_.field("rule", paragraph.rule.name());
      json_.end_object();
    }
    json_.end_array();
  }

  void put_sentences() {
    json_.begin_array("sentences");
    for (const Sentence& sentence : article_.doc.sentences) {
      if (!is_body(article_.doc.paragraphs[sentence.paragraph].paragraph_class)) continue;
      json_.begin_object();
      put_place(sentence.span);
      json_.end_object();
    }
    json_.end_array();
  }

  void put_tokens() {
    json_.begin_array("tokens");
    for (const TextSpan span : article_.doc.token_spans) json_.value(span);
    json_.end_array();
  }

  void put_mention(const Mention& mention) {
    json_.begin_object();
    put_place(mention.span);
    json_.field("form", name_of(mention.form));
    if (mention.nested) json_.field("nested", true);
    put_confidence(mention.confidence);
    json_.field("rule", mention.rule.name());
    json_.end_object();
  }

  void put_entities() {
    json_.begin_array("entities");
    for (const Entity& entity : resolution_.entities) {
      json_.begin_object();
      json_.field("name", entity.name);
      json_.field("type", name_of(entity.type));
      json_.field("aliases", entity.aliases);
      if (!entity.role.empty()) json_.field("role", entity.role);
      if (!entity.of.empty()) json_.field("of", entity.of);
      if (entity.corrected) json_.field("corrected", true);
      put_confidence(entity.confidence);
      json_.begin_array("mentions");
      for (const Id<Mention> id : entity.mentions) put_mention(resolution_.mentions[id]);
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
  }

  void put_speaker(const Attribution& attribution) {
    const bool named = !attribution.speaker.empty();
    json_.begin_object("speaker");
    json_.field_or_null("text", attribution.given.empty() ? article_.text(attribution.speaker) : attribution.given);
    if (named) {
      json_.field("source", source(attribution.speaker));
    } else {
      json_.field("source", nullptr);
    }
    json_.field("kind", name_of(attribution.kind));
    if (attribution.entity.valid()) json_.field("entity", attribution.entity.value);
    put_confidence(attribution.confidence);
    json_.field("rule", attribution.rule.name());
    json_.end_object();
  }

  void put_quotes() {
    json_.begin_array("quotes");
    for (std::size_t i = 0; i < resolution_.quotes.size(); ++i) {
      const Quote& quote = resolution_.quotes[i];
      const Attribution& attribution = resolution_.attributions[i];
      json_.begin_object();
      put_place(quote.span);
      json_.field("kind", name_of(quote.kind));
      put_speaker(attribution);
      if (!attribution.cue.empty()) put_placed_text("cue", attribution.cue);
      if (quote.part_of.valid()) json_.field("part_of", quote.part_of.value);
      if (quote.within.valid()) json_.field("within", quote.within.value);
      json_.field("rule", quote.rule.name());
      json_.end_object();
    }
    json_.end_array();
  }

  void put_times() {
    json_.begin_array("times");
    for (const Timex& time : resolution_.times) {
      json_.begin_object();
      put_place(time.span);
      json_.field("type", name_of(time.type));
      json_.field("value", time.value);
      if (!time.end.empty()) json_.field("end", time.end);
      if (!time.modifier.empty()) json_.field("mod", time.modifier);
      json_.field("basis", name_of(time.basis));
      put_confidence(time.confidence);
      json_.field("rule", time.rule.name());
      json_.end_object();
    }
    json_.end_array();
  }

  void put_quantities() {
    json_.begin_array("quantities");
    for (const Quantity& quantity : resolution_.quantities) {
      json_.begin_object();
      put_place(quantity.span);
      json_.field("kind", name_of(quantity.kind));
      json_.field("value", quantity.value);
      if (quantity.low) json_.field("low", *quantity.low);
      if (quantity.high) json_.field("high", *quantity.high);
      if (!quantity.unit.empty()) json_.field("unit", quantity.unit);
      if (quantity.unit_assumed) json_.field("unit_basis", "assumed");
      if (quantity.bound != Bound::kNone) json_.field("modifier", name_of(quantity.bound));
      if (!quantity.counted.empty()) put_placed_text("counted", quantity.counted);
      put_confidence(quantity.confidence);
      json_.field("rule", quantity.rule.name());
      json_.end_object();
    }
    json_.end_array();
  }

  // Entities by mention, so that an event names its participants by index.
  [[nodiscard]] std::vector<Id<Entity>> entity_of_mentions() const {
    std::vector<Id<Entity>> owner(resolution_.mentions.size());
    for (std::size_t e = 0; e < resolution_.entities.size(); ++e) {
      for (const Id<Mention> m : resolution_.entities[e].mentions) owner[m.index()] = Id<Entity>(e);
    }
    return owner;
  }

  void put_participants(std::string_view key, const std::vector<Id<Mention>>& mentions,
                        const std::vector<Id<Entity>>& owner) {
    json_.begin_array(key);
    for (const Id<Mention> m : mentions) {
      if (owner[m.index()].valid()) json_.value(owner[m.index()].value);
    }
    json_.end_array();
  }

  void put_event(const Event& event, const std::vector<Id<Entity>>& owner) {
    json_.begin_object();
    put_place(event.span);
    json_.field("label", event.label);
    put_placed_text("trigger", event.trigger);
    put_participants("who", event.who, owner);
    put_participants("whom", event.whom, owner);
    if (!event.where.empty()) put_participants("where", event.where, owner);
    if (event.when.valid()) {
      const Timex& when = resolution_.times[event.when];
      json_.begin_object("when");
      json_.field("value", when.value);
      json_.field("source", source(when.span));
      json_.end_object();
    }
    json_.field("status", name_of(event.status));
    if (const Sentence* sentence = article_.doc.sentence_at(event.trigger.begin)) {
      json_.begin_object("sentence");
      json_.field("source", source(sentence->span));
      json_.end_object();
    }
    put_confidence(event.confidence);
    json_.field("rule", event.rule.name());
    json_.end_object();
  }

  void put_events() {
    const std::vector<Id<Entity>> owner = entity_of_mentions();
    json_.begin_array("events");
    for (const Event& event : resolution_.events) put_event(event, owner);
    json_.end_array();
  }

  void put_keyphrases() {
    json_.begin_array("keyphrases");
    for (const Keyphrase& phrase : resolution_.keyphrases) {
      json_.begin_object();
      json_.field("text", phrase.text);
      json_.field("score", phrase.score);
      json_.begin_array("spans");
      for (const TextSpan span : phrase.spans) json_.value(source(span));
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
  }

  void put_diagnostics() {
    json_.begin_array("diagnostics");
    for (const Diagnostic& diagnostic : article_.diagnostics) {
      json_.begin_object();
      json_.field("stage", diagnostic.stage);
      json_.field("message", diagnostic.message);
      if (diagnostic.source) json_.field("source", *diagnostic.source);
      json_.end_object();
    }
    json_.end_array();
  }

  const Article& article_;
  const Resolution& resolution_;
  JsonWriter json_;
};

}  // namespace

std::string article_json(const Article& article, const ArticleParts& parts) {
  return ArticleWriter(article).write(parts);
}

std::string error_json(const std::string& id, const Error& error, std::string_view schema) {
  JsonWriter json;
  json.begin_object();
  json.field("schema", schema);
  json.field("id", id);
  json.begin_object("error");
  json.field("stage", error.stage);
  json.field("message", error.message);
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace newsloupe
