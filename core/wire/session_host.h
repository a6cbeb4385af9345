// The worker's side of the channel: takes requests, does work one unit at a time, gives responses. The same object
// stands behind the Blob worker of the page and, inline, behind native tests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/analysis/session.h"
#include "core/present/presenter.h"
#include "core/wire/requests.h"
#include "core/wire/story_exchange.h"

namespace newsloupe {

class SessionHost {
 public:
  // `resources` must outlive the host.
  explicit SessionHost(const Resources& resources, AnalysisOptions options = {});

  // Carries out one encoded request. Responses are added to `out`, encoded, in the order in which the page should see
  // them. Bytes that are no request give a Failed response.
  void request(std::string_view bytes, std::vector<std::string>& out);

  // A file that did not come as a request.
  void add(AddFile file, std::vector<std::string>& out);

  [[nodiscard]] bool has_work() const { return session_.has_work() || search_.has_value(); }
  // Some of the work is records that are not read yet.
  [[nodiscard]] bool reading() const { return session_.reading(); }
  // One unit of work; adds a Changed response where something is worth telling. Does nothing when there is no work.
  void step(std::vector<std::string>& out);

  // What is handed to a person or kept: the text view, reports, tables, what a link carries. The question is a JSON
  // object with `kind`; core/wire/session_documents.cpp lists them.
  [[nodiscard]] Result<std::string> document(std::string_view question);

  // Opens a story (a saved page, or the JSON of a link), instead of what is open or beside it. Of a damaged one nothing
  // is taken; the Failed response says why.
  void open_story(std::string_view bytes, bool replace, std::vector<std::string>& out);

  // All that is known, for tests: {"articles": [...], "comparison": {...}, "files": [{"id", "state", "messages"}]}.
  [[nodiscard]] std::string model_json() const;

 private:
  struct Handler;
  struct DocumentWriter;
  const Presenter& presenter();
  // What the page is told, and whether what happened since is worth telling: it asks for its views again each time.
  Changed changed();
  [[nodiscard]] bool worth_telling();
  // The view of a search; what it finds beside the articles that are compared follows with the next steps.
  SearchView start_search(const SearchQuery& query);
  void search_on(std::vector<std::string>& out);

  const Resources& resources_;
  Session session_;
  std::optional<OpenedStory> opened_;
  Changed told_;
  std::shared_ptr<const Comparison> told_comparison_;
  std::size_t held_back_ = 0;           // changes
  std::optional<Presenter> presenter_;  // of the newest snapshot that was asked about
  // A search through the whole set that is under way, and what it found in the articles that are compared.
  std::optional<WholeSetSearch> search_;
  SearchView searched_;
};

// The files of the embedded sample story, as if they had been dropped: sorted by name.
[[nodiscard]] std::vector<AddFile> sample_files();

}  // namespace newsloupe
