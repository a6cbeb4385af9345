#include "web/ui/role_link.h"

#include "web/ui/widgets.h"

namespace newsloupe::ui {

void draw_role_link(Ui& ui, const ArticleTab& article, float x, float line_top) {
  const bool mine = article.role == ArticleRole::kMine;
  if (!link(ui, mine ? "yours" : "Is it yours?", x, line_top)) return;
  ui.commands.emplace_back(Correct{{{SetRole{article.id, mine ? ArticleRole::kNone : ArticleRole::kMine}}}});
}

}  // namespace newsloupe::ui
