#include "web/app/library.h"

#include <algorithm>
#include <set>
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

// The articles that a change takes out of their story.
std::set<std::string> taken_out(const Change& change) {
  std::set<std::string> out;
  for (const Correction& correction : change.corrections) {
    if (const auto* removed = std::get_if<RemoveArticle>(&correction)) out.insert(removed->article);
    if (const auto* moved = std::get_if<MoveToStory>(&correction)) out.insert(moved->article);
  }
  return out;
}

// Sorted, each once.
void rename_head(std::vector<std::string>& expanded, const std::string& from, const std::string& to) {
  std::erase(expanded, from);
  const auto at = std::lower_bound(expanded.begin(), expanded.end(), to);
  if (at == expanded.end() || *at != to) expanded.insert(at, to);
}

}  // namespace

void keep_heads_open(LibraryChoice& library, const Change& change, const LibraryView& view,
                     const LibraryMatchesView& matches) {
  const std::set<std::string> gone = taken_out(change);
  const std::vector<std::string> before = library.expanded;
  for (const std::string& head : before) {
    if (!gone.contains(head)) continue;
    const auto stays = [&](const std::string& id, const std::string& story) {
      return story == head && id != head && !id.empty() && !gone.contains(id);
    };
    const auto row = std::find_if(view.rows.begin(), view.rows.end(),
                                  [&](const LibraryRow& one) { return stays(one.id, one.story); });
    const auto match = std::find_if(matches.articles.begin(), matches.articles.end(),
                                    [&](const auto& one) { return stays(one.first, one.second); });
    if (row != view.rows.end()) {
      rename_head(library.expanded, head, row->id);
    } else if (match != matches.articles.end()) {
      rename_head(library.expanded, head, match->first);
    }
  }
}

void forget_other_names(LibraryChoice& library, const std::string& story, const LibraryView& view) {
  for (const LibraryRow& row : view.rows) {
    if (row.kind == LibraryRowKind::kArticle && row.story == story) std::erase(library.expanded, row.id);
  }
}

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
