#include <algorithm>
#include <array>

#include "core/present/presenter.h"

namespace newsloupe {
namespace {

constexpr std::array<const char*, 5> kBasisWords = {"stated in the text", "from the page's data", "given by you",
                                                    "worked out", ""};

// Only a person can settle it. What is merely told (another language, a headline made of first words) keeps no sheet
// open.
bool needs_person(const Intake& intake) {
  if (intake.state == Intake::State::kFailed || intake.state == Intake::State::kDuplicate) return true;
  return intake.article != nullptr && !intake.article->metadata.published.date;
}

}  // namespace

bool is_settled(const Intake& intake) {
  return intake.state != Intake::State::kWaiting && intake.state != Intake::State::kReading;
}

ImportRow Presenter::import_row(const Intake& intake) const {
  ImportRow row;
  row.id = intake.id;
  row.name = intake.name;
  row.state = static_cast<ImportState>(intake.state);
  row.messages = intake.messages;
  if (intake.article == nullptr) return row;
  const ArticleDigest& article = *intake.article;
  const ArticleMetadata& metadata = article.metadata;
  if (const auto letter = letters_.find(intake.id); letter != letters_.end()) row.letter = letter->second;
  row.title = shown_title(article);
  row.title_is_lead = metadata.headline.empty();
  row.outlet = metadata.outlet;
  if (metadata.published.date) row.published = to_iso(*metadata.published.date);
  row.published_basis = kBasisWords[static_cast<std::size_t>(metadata.published.basis)];
  row.language = metadata.language;
  row.words = article.body_words;
  row.edited = is_edited(intake.id);
  row.needs_date = !metadata.published.date.has_value();
  if (row.title_is_lead) row.messages.insert(row.messages.begin(), "No headline found: it goes by its first words.");
  return row;
}

ImportView Presenter::imports(RowWindow window, bool only_needing) const {
  ImportView view;
  view.revision = revision_;
  view.files = static_cast<std::uint32_t>(snapshot_.intakes.size());
  view.only_needing = only_needing;
  view.comparing = !snapshot_.compared;
  view.first = window.first;
  for (const Intake& intake : snapshot_.intakes) {
    const bool needs = needs_person(intake);
    view.done += is_settled(intake) ? 1U : 0U;
    view.ready += intake.state == Intake::State::kDone ? 1U : 0U;
    view.failed += intake.state == Intake::State::kFailed ? 1U : 0U;
    view.duplicates += intake.state == Intake::State::kDuplicate ? 1U : 0U;
    view.needs_you += needs ? 1U : 0U;
    if (only_needing && !needs) continue;
    if (view.total >= window.first && view.rows.size() < window.count) view.rows.push_back(import_row(intake));
    ++view.total;
  }
  view.first = std::min(view.first, view.total);
  return view;
}

}  // namespace newsloupe
