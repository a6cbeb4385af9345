#pragma once

#include "core/present/views.h"
#include "web/ui/ui.h"

namespace newsloupe::ui {

// The words with which an article is marked as one's own, or no longer, set at (x, line_top).
void draw_role_link(Ui& ui, const ArticleTab& article, float x, float line_top);

}  // namespace newsloupe::ui
