#pragma once

#include "web/app/actions.h"
#include "web/ui/widgets.h"

namespace newsloupe::ui {

// The keys that work on this screen now, in groups, from the table that handles them.
void draw_help(Ui& ui, const KeyContext& context, std::string_view screen);

}  // namespace newsloupe::ui
