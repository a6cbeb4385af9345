// The whole result as an ordinary, accessible web page: what screen readers, phones, printers and people without this
// tool get. No scripts; every text of an article is escaped.
#pragma once

#include <string>
#include <string_view>

#include "core/present/presenter.h"

namespace newsloupe {

struct TextViewOptions {
  bool article_texts = true;  // false: without the section "Articles in full"
};

// The page's main part, with its style: one <style> and one <div class="nl">. All ids in it begin with "nl-".
[[nodiscard]] std::string text_view(const Presenter& presenter, const TextViewOptions& options = {});

// A page of its own, which may load nothing. `data` is put at its end as it is: an inert element that holds a story.
[[nodiscard]] std::string report_page(const Presenter& presenter, const TextViewOptions& options = {},
                                      std::string_view data = {});

}  // namespace newsloupe
