#include "web/app/library.h"

#include <algorithm>
#include <utility>

namespace newsloupe {
namespace {

// The same correction to every ticked article, undone as one.
template <class Make>
CommandQueue change_all(const LibraryChoice& library, Make&& make) {
  CommandQueue out;
  if (library.ticked.empty()) return out;
  Change change;
  for (const auto& [id, story] : library.ticked) change.corrections.emplace_back(make(id));
  out.emplace_back(Correct{std::move(change)});
  return out;
}

void tick(LibraryChoice& library, const std::pair<std::string, std::string>& article, bool on) {
  if (on) {
    library.ticked.insert_or_assign(article.first, article.second);
  } else {
    library.ticked.erase(article.first);
  }
}

void tick_range(LibraryChoice& library, const LibraryMatchesView& matches, const TickMany& wish) {
  const auto place = [&](const std::string& id) {
    return std::find_if(matches.articles.begin(), matches.articles.end(), [&](const auto& a) { return a.first == id; });
  };
  auto from = place(wish.from), to = place(wish.to);
  if (to == matches.articles.end()) return;
  if (from == matches.articles.end()) from = to;
  if (to < from) std::swap(from, to);
  for (auto at = from; at <= to; ++at) tick(library, *at, wish.on);
}

}  // namespace

void grant_wish(LibraryChoice& library, const LibraryMatchesView& matches) {
  if (!library.wish) return;
  const TickMany wish = *std::exchange(library.wish, std::nullopt);
  if (wish.what == TickMany::What::kRange) return tick_range(library, matches, wish);
  for (const auto& article : matches.articles) {
    if (wish.what == TickMany::What::kAll || article.second == wish.story) tick(library, article, wish.on);
  }
}

CommandQueue set_outlet_of_ticked(const LibraryChoice& library, const std::string& outlet) {
  return change_all(library, [&](const std::string& id) { return SetOutlet{id, outlet}; });
}

CommandQueue set_date_of_ticked(const LibraryChoice& library, std::optional<CivilDate> date) {
  return change_all(library, [&](const std::string& id) { return SetPublished{id, date}; });
}

CommandQueue leave_out_ticked(const LibraryChoice& library, bool out) {
  return change_all(library, [&](const std::string& id) { return LeaveOut{id, out}; });
}

CommandQueue remove_ticked(const LibraryChoice& library) {
  CommandQueue out = change_all(library, [](const std::string& id) { return RemoveArticle{id}; });
  if (!out.empty()) out.emplace_back(ClearTicks{});
  return out;
}

CommandQueue move_ticked(const LibraryChoice& library, const std::string& story) {
  // A new story begins with the first one; the others join it.
  return change_all(library, [with = story](const std::string& id) mutable {
    MoveToStory move{id, with};
    if (with.empty()) with = id;
    return move;
  });
}

}  // namespace newsloupe
