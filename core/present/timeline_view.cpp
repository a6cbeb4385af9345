#include <array>

#include "core/present/presenter.h"

namespace newsloupe {

TimelineView Presenter::timeline() const {
  static constexpr std::array<const char*, 4> kStatusWords = {"", "planned", "possible", "denied"};
  TimelineView view;
  view.revision = revision_;
  view.columns = columns();
  for (const TimelineEntry& entry : comparison().timeline) {
    TimelineRow row;
    row.mark = dated_mark(entry);
    row.approximate = entry.first != entry.last;
    row.status = kStatusWords[static_cast<std::size_t>(entry.status)];
    for (const TimelineMember& m : entry.members) {
      const std::uint32_t tab = tab_of(m.member.article);
      row.members.push_back({tab, m.basis == Basis::kDerived, {tab, m.member.span}});
    }
    view.rows.push_back(std::move(row));
  }
  for (std::uint32_t t = 0; t < tabs_.size(); ++t) {
    const Article& article = *tabs_[t].article;
    if (article.metadata.published.date)
      view.publications.push_back({t, days_from_civil(*article.metadata.published.date)});
    for (const Timex& time : article.resolution.times) {
      if (!time.first && (time.type == TimexType::kDate || time.type == TimexType::kTime)) ++view.undated;
    }
  }
  return view;
}

}  // namespace newsloupe
