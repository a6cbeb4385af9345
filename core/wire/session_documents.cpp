#include <algorithm>
#include <array>
#include <charconv>

#include "core/present/text_view.h"
#include "core/wire/comparison_json.h"
#include "core/wire/exports.h"
#include "core/wire/json.h"
#include "core/wire/session_host.h"
#include "core/wire/view_text.h"

namespace newsloupe {
namespace {

using wire::Json;

Result<KeptStory> story_from_bytes(std::string_view bytes) {
  return bytes.starts_with('{') ? story_from_json(bytes) : story_from_page(bytes);
}

std::string hex_of(std::uint64_t number) {
  std::array<char, 16> digits{};
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr};
}

}  // namespace

// One function for each kind of document. `view` is the view state of the page (core/wire/view_text.h), `corrections`
// and `texts` say what goes in.
struct SessionHost::DocumentWriter {
  SessionHost& host;
  ViewState view;
  StoryParts parts;

  // What the page's script needs to know of the set: whether it was saved, and what a link would hold.
  Result<std::string> state() {
    const SetView set = host.presenter().set();
    Json articles = Json::array();
    for (const ArticleTab& tab : set.articles) articles.push_back({{"letter", tab.letter}, {"outlet", tab.outlet}});
    return wire::to_line({{"edition", hex_of(edition_of(host.session_))},
                          {"revision", set.revision},
                          {"corrections", host.session_.changes().size()},
                          {"files", host.session_.snapshot().intakes.size()},
                          {"story", set.story},
                          {"articles", std::move(articles)}});
  }
  Result<std::string> text_view() { return newsloupe::text_view(host.presenter()); }
  Result<std::string> link() { return story_json(story_from(host.session_, host.presenter(), view, parts)); }
  Result<std::string> report() {
    const std::string block = story_block(story_from(host.session_, host.presenter(), view, parts));
    const TextViewOptions options{parts.texts};
    if (parts.corrections || host.session_.changes().empty()) return report_page(host.presenter(), options, block);
    const Snapshot plain = uncorrected();
    return report_page(Presenter(plain), options, block);
  }
  Result<std::string> quotes() { return quotes_csv(comparison()); }
  Result<std::string> figures() { return figures_csv(comparison()); }
  Result<std::string> names() { return names_csv(comparison()); }
  Result<std::string> events() { return events_csv(comparison()); }
  Result<std::string> comparison_document() {
    if (parts.corrections) return comparison_json(comparison(), host.session_.changes(), true);
    return comparison_json(*uncorrected().comparison, {}, true);
  }
  // How far the story that was opened is: which of its articles are there, and, once all are, its view here.
  Result<std::string> opened() {
    Json json = {{"present", Json::array()}, {"view", Json()}};
    if (!host.opened_) return wire::to_line(json);
    for (const bool there : host.opened_->present(host.session_)) json["present"].push_back(there);
    if (const auto here = host.opened_->view(host.session_, host.presenter())) json["view"] = text_from(*here);
    return wire::to_line(json);
  }

  [[nodiscard]] const Comparison& comparison() { return *host.session_.snapshot().comparison; }

  // The same articles as they were read, without what a person said.
  [[nodiscard]] Snapshot uncorrected() {
    Session plain(host.resources_, {});
    for (std::size_t i = 0; i < host.session_.snapshot().intakes.size(); ++i) {
      if (const SourceRecord* record = host.session_.record(i)) plain.add_record(*record, host.session_.received(i));
    }
    const Scope& scope = host.session_.snapshot().scope;
    if (scope.chosen) (void)plain.open_story(scope.anchor);
    while (plain.has_work()) plain.step();
    return plain.snapshot();
  }
};

Result<std::string> SessionHost::document(std::string_view question) {
  struct Kind {
    std::string_view word;
    Result<std::string> (DocumentWriter::*write)();
  };
  static constexpr std::array<Kind, 10> kKinds = {Kind{"state", &DocumentWriter::state},
                                                  Kind{"text-view", &DocumentWriter::text_view},
                                                  Kind{"report", &DocumentWriter::report},
                                                  Kind{"link", &DocumentWriter::link},
                                                  Kind{"quotes.csv", &DocumentWriter::quotes},
                                                  Kind{"figures.csv", &DocumentWriter::figures},
                                                  Kind{"names.csv", &DocumentWriter::names},
                                                  Kind{"events.csv", &DocumentWriter::events},
                                                  Kind{"comparison.json", &DocumentWriter::comparison_document},
                                                  Kind{"opened", &DocumentWriter::opened}};
  const Json json = Json::parse(question, nullptr, false);
  const auto text = [&json](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto wanted = [&json](const char* key) {
    const auto found = json.find(key);
    return found == json.end() || !found->is_boolean() || found->get<bool>();
  };
  if (!json.is_object()) return Error{"wire", "a question from another version: reload the page"};
  const std::string kind = text("kind");
  if (kind == "check") {  // whether a story could be opened, and what is in it
    const Result<KeptStory> story = story_from_bytes(text("story"));
    if (!story.ok()) return story.error();
    const auto inside = std::count_if(story.value().articles.begin(), story.value().articles.end(),
                                      [](const KeptArticle& a) { return a.record.has_value(); });
    return wire::to_line({{"articles", story.value().articles.size()},
                          {"inside", inside},
                          {"corrections", story.value().changes.size()}});
  }
  DocumentWriter writer{*this, {}, {wanted("corrections"), wanted("texts")}};
  (void)read_view(text("view"), writer.view);
  for (const Kind& known : kKinds) {
    if (known.word == kind) return (writer.*known.write)();
  }
  return Error{"wire", "a document was asked for that this version does not know: reload the page"};
}

void SessionHost::open_story(std::string_view bytes, bool replace, std::vector<std::string>& out) {
  Result<KeptStory> story = story_from_bytes(bytes);
  if (!story.ok()) {
    out.push_back(encode(Response(Failed{story.error().stage, story.error().message})));
    return;
  }
  if (replace) session_.clear();
  presenter_.reset();
  opened_.emplace(std::move(story).value(), session_);
  if (!session_.has_work()) opened_->settle(session_);
  out.push_back(encode(Response(changed())));
}

}  // namespace newsloupe
