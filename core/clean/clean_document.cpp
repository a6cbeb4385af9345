#include "core/clean/clean_document.h"

#include <algorithm>

#include "core/clean/content_extractor.h"
#include "core/clean/furniture.h"
#include "core/clean/head.h"
#include "core/clean/metadata_choice.h"
#include "core/clean/text_builder.h"

namespace newsloupe {
namespace {

// A text is never without a body: where all of it was judged to be something else, the longest piece is the body.
bool keep_one_body(Draft& draft) {
  std::size_t longest = draft.pieces.size();
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    if (draft.is_body(i)) return true;
    const bool longer = longest == draft.pieces.size() || draft.features(i).words > draft.features(longest).words;
    if (longer) longest = i;
  }
  if (longest == draft.pieces.size()) return true;
  draft.mark(longest, ParagraphClass::kBody, RuleId("clean.only_text"));
  return draft.pieces.size() == 1;
}

}  // namespace

CleanDocument clean(RawArticle raw, const AnalysisOptions& options, const Resources& resources) {
  CleanDocument out;
  Draft draft(raw, resources.lexicon);
  const std::string title = title_from_metadata(raw);
  if (!raw.containers.empty() && !mark_outside_content(draft, title)) {
    out.diagnostics.push_back({"clean", "The page holds no running text. Save it again, or paste its text.", {}});
  }
  mark_furniture(draft, resources);
  mark_head(draft, title, resources);
  mark_repeats(draft, title);
  mark_subheadings(draft);
  mark_dateline(draft, resources);
  out.diagnostics.insert(out.diagnostics.end(), draft.diagnostics.begin(), draft.diagnostics.end());
  out.diagnostics.insert(out.diagnostics.begin(), raw.diagnostics.begin(), raw.diagnostics.end());
  if (!keep_one_body(draft)) {
    out.diagnostics.push_back({"clean", "No running text was found: its longest line is taken as the text.", {}});
  }
  BuiltText built = build_text(draft);
  out.document = std::move(built.document);
  out.paragraphs = std::move(built.paragraphs);
  out.cut = draft.take_tokens();
  out.metadata = choose_metadata(draft, options, resources);
  return out;
}

}  // namespace newsloupe
