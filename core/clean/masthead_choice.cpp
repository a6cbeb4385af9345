#include <algorithm>

#include "core/base/utf8.h"
#include "core/clean/dateline.h"
#include "core/clean/head.h"
#include "core/clean/masthead.h"
#include "core/clean/metadata_choice.h"

namespace newsloupe {
namespace {

constexpr std::size_t kDeepest = 16;  // pieces above the lead that are looked at

std::string_view without_article(std::string_view name) {
  return name.starts_with("The ") || name.starts_with("THE ") ? name.substr(4) : name;
}

// Where else the article says whose it is. Asked only about lines that have the shape of a name.
class OtherMentions {
 public:
  OtherMentions(const Draft& draft, std::size_t lead, const Resources& resources) : draft_(draft) {
    for (const MetadataCandidate& c : draft.raw().candidates) {
      if (c.field == "outlet") names_.push_back(text_key(without_article(c.value)));
      if (c.field == "url") add_host(c.value);
    }
    for (const MetadataCandidate& c : draft.candidates) {
      if (c.field == "url") add_host(c.value);
    }
    if (const auto dateline = read_dateline(draft.text(draft.pieces[lead]), resources)) agency_ = dateline->agency;
  }

  [[nodiscard]] bool name(std::string_view outlet) const {
    const std::string key = text_key(without_article(outlet));
    if (key.size() >= 4 && std::ranges::find(names_, key) != names_.end()) return true;
    return is_credited(outlet) || was_told(outlet);
  }

 private:
  // "https://www.meridianpost.example/world" gives "meridianpost".
  void add_host(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    if (url.starts_with("www.")) url.remove_prefix(4);
    std::string key = text_key(url.substr(0, url.find_first_of("./")));
    if (key.starts_with("the") && key.size() > 7) names_.push_back(key.substr(3));
    names_.push_back(std::move(key));
  }

  // "(Ilhas)" for "Agência Ilhas", "(CP)" for "Continental Press"
  [[nodiscard]] bool is_credited(std::string_view outlet) const {
    if (agency_.size() < 2) return false;
    std::string initials;
    for (std::size_t at = 0; at < outlet.size();) {
      const std::size_t end = std::min(outlet.find(' ', at), outlet.size());
      const std::string_view word = outlet.substr(at, end - at);
      if (word == agency_ || outlet == agency_) return true;
      if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') initials += word[0];
      at = end + 1;
    }
    return initials == agency_;
  }

  // "told the Meridian Post", "told the Post"
  [[nodiscard]] bool was_told(std::string_view outlet) const {
    const std::string_view name = without_article(outlet);
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    const bool begins_with_the = name.size() != outlet.size();
    for (const RawBlock& block : draft_.raw().blocks) {
      for (std::size_t at = block.text.find("told "); at != std::string::npos; at = block.text.find("told ", at + 5)) {
        std::string_view whom = std::string_view(block.text).substr(at + 5);
        const bool article = whom.starts_with("the ") || whom.starts_with("The ");
        if (article) whom.remove_prefix(4);
        const auto is = [&](std::string_view n) {
          return whom.starts_with(n) && (whom.size() == n.size() || !is_letter(whom[n.size()]));
        };
        if (is(name) || (article && begins_with_the && last.size() >= 4 && is(last))) return true;
      }
    }
    return false;
  }

  static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

  const Draft& draft_;
  std::vector<std::string> names_;
  std::string agency_;
};

struct HeadLine {
  std::size_t piece = 0;
  MastheadReading reading;
  bool names = false;     // `reading` holds something
  bool headline = false;  // may be the headline, by its look
  bool settled = false;   // byline, date or outlet
};

class HeadReader {
 public:
  HeadReader(Draft& draft, std::size_t lead, const Resources& resources)
      : draft_(draft), resources_(resources), mentions_(draft, lead, resources) {
    for (std::size_t i = 0; i < lead && lines_.size() < kDeepest; ++i) add(i);
  }

  void read() {
    document_ = std::ranges::any_of(lines_, [](const HeadLine& l) { return l.names && l.reading.is_document; });
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].names && !lines_[i].settled && tells_outlet(i)) keep(lines_[i]);
      }
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].names && !lines_[i].settled && is_author(i)) keep_author(lines_[i]);
    }
  }

 private:
  void add(std::size_t i) {
    const ParagraphClass c = draft_.pieces[i].paragraph_class;
    HeadLine line;
    line.piece = i;
    line.settled = c == ParagraphClass::kByline;
    if (c == ParagraphClass::kBody) {
      const bool plain = draft_.features(i).words <= 14 && draft_.block_of(draft_.pieces[i]).tag == "p";
      if (const auto reading = plain ? read_masthead(draft_.text(draft_.pieces[i]), resources_) : std::nullopt) {
        line.reading = *reading;
        line.names = true;
      }
      line.headline = can_be_headline(draft_, i);
    } else if (c != ParagraphClass::kByline) {
      return;
    }
    lines_.push_back(std::move(line));
  }

  // Lines that look like a headline, longer than a kicker, and are not taken for anything else; but for `i`, in
  // [first, last).
  [[nodiscard]] std::size_t headlines(std::size_t i, std::size_t first, std::size_t last) const {
    std::size_t count = 0;
    for (std::size_t at = first; at < last; ++at) {
      const HeadLine& line = lines_[at];
      count += at != i && line.headline && !line.settled && draft_.features(line.piece).words >= 3 ? 1 : 0;
    }
    return count;
  }

  // Byline, date or outlet stand directly above or below.
  [[nodiscard]] bool is_beside_settled(std::size_t i) const {
    return (i > 0 && lines_[i - 1].settled) || (i + 1 < lines_.size() && lines_[i + 1].settled);
  }

  [[nodiscard]] bool tells_outlet(std::size_t i) const {
    const MastheadReading& r = lines_[i].reading;
    const std::size_t others = headlines(i, 0, lines_.size());
    const bool below = headlines(i, 0, i) > 0;
    if (r.outlet.empty()) return r.is_document || others > 0 || !lines_[i].headline;
    if (r.evidence == MastheadEvidence::kOutlet) return others > 0 || draft_.features(lines_[i].piece).words <= 3;
    if (r.is_agency) return below && is_beside_settled(i);
    // A place or whoever before a date: a date line.
    if (r.published && r.evidence == MastheadEvidence::kName) return below && std::ranges::count(r.outlet, ' ') < 3;
    if (others == 0) return false;
    if (mentions_.name(r.outlet)) return true;
    if (r.evidence == MastheadEvidence::kWord) return is_beside_settled(i);
    return r.is_document || (r.is_body && document_ && below);
  }

  void keep(HeadLine& line) {
    const MastheadReading& r = line.reading;
    const bool dated = r.published || r.updated;
    // The name before a date tells the outlet only with evidence: it may be a place.
    const bool place = r.published && r.evidence == MastheadEvidence::kName && !mentions_.name(r.outlet) &&
                       !r.is_document && !(r.is_body && document_);
    draft_.mark(line.piece, dated ? ParagraphClass::kByline : ParagraphClass::kBoilerplate,
                RuleId(place || r.outlet.empty() ? "head.date_line" : "head.masthead"));
    line.settled = true;
    if (!r.outlet.empty() && !place)
      add_candidate(line, "outlet", r.outlet, r.is_agency ? "byline line" : "masthead line");
    if (r.is_agency) add_candidate(line, "agency", r.outlet, "byline line");
    if (r.published) {
      add_candidate(line, "published", r.published->iso, r.weekday_differs ? kOtherWeekday : "masthead line");
      if (r.weekday_differs) note_weekday(draft_, line.piece, *r.published);
    }
    if (r.updated) add_candidate(line, "updated", r.updated->iso, "masthead line");
  }

  void add_candidate(const HeadLine& line, const char* field, const std::string& value, const char* from) {
    draft_.candidates.push_back({field, value, from, draft_.source(draft_.pieces[line.piece])});
  }

  // A person's name alone, below the headline, with outlet or date in the next line.
  [[nodiscard]] bool is_author(std::size_t i) const {
    return lines_[i].reading.is_person && is_beside_settled(i) && headlines(i, 0, i) > 0;
  }

  void keep_author(HeadLine& line) {
    draft_.mark(line.piece, ParagraphClass::kByline, RuleId("head.name_line"));
    line.settled = true;
    add_candidate(line, "byline", line.reading.outlet, "name line");
  }

  Draft& draft_;
  const Resources& resources_;
  OtherMentions mentions_;
  std::vector<HeadLine> lines_;
  bool document_ = false;
};

}  // namespace

void mark_mastheads(Draft& draft, std::size_t lead, const Resources& resources) {
  if (lead > 0 && lead < draft.pieces.size()) HeadReader(draft, lead, resources).read();
}

}  // namespace newsloupe
