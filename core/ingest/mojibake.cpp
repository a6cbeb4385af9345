#include "core/ingest/mojibake.h"

#include <algorithm>
#include <vector>

#include "core/base/utf8.h"
#include "core/unpack/encoding_tables.h"

namespace newsloupe {
namespace {

constexpr int kMostTimes = 4;                                // that a text was saved wrongly, one after the other
constexpr char32_t kDamagedA = 0xC2, kDamagedGraveA = 0xC3;  // "Â", "Ã": what is left where a no-break space went

// The byte that Windows-1252, or Latin-1, reads as `c`; 0 where none does or it is ASCII.
unsigned char byte_read_as(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<unsigned char>(c);
  if (c < 0x152 || c > 0x2122) return 0;
  const std::u16string_view upper = kSingleByteEncodings[0].upper_half.substr(0, 32);
  const std::size_t at = upper.find(static_cast<char16_t>(c));
  return at == std::u16string_view::npos ? 0 : static_cast<unsigned char>(0x80 + at);
}

// Marks and spaces that may stand behind a capital letter of any language.
bool may_follow_letter(char32_t c) {
  static constexpr std::u16string_view kMarks =
      u"\u00A0\u00AD\u00AB\u00BB\u00B7\u2018\u2019\u201A\u201C\u201D\u201E\u2026\u2013\u2014"
      u"\u2022\u2039\u203A\u2122\u00AE";
  return kMarks.find(static_cast<char16_t>(c)) != std::u16string_view::npos;
}

bool is_lower(char32_t c) { return character_kind(c) == CharacterKind::kLowerLetter; }

// kScript: a letter beyond Latin, proof only in a row of them.
enum class Proof : std::uint8_t { kNone, kPossible, kScript, kSure };

// Characters of one sequence, as places in the region, and what they were.
struct Sequence {
  std::size_t begin = 0, end = 0;
  char32_t value = 0;
  Proof proof = Proof::kNone;
};

// A stretch of characters beyond ASCII, with its neighbours. All of a damaged character lies in one.
struct Region {
  std::vector<char32_t> characters;
  char32_t before = ' ', after = ' ';
};

Proof proof_of(char32_t value, char32_t second, char32_t before, char32_t after) {
  const bool punctuation = value >= 0x2010 && value <= 0x2044;
  if (punctuation || value == 0x20AC || value == 0x2122 || value == 0xFFFD || value == 0xFEFF || value >= 0x1F000) {
    return Proof::kSure;
  }
  if (value < 0xA0) return second < 0xA0 ? Proof::kSure : Proof::kNone;  // on the way to what was saved twice
  if (value < 0x180 || (value >= 0x218 && value <= 0x21B)) {
    return !may_follow_letter(second) || is_lower(before) || is_lower(after) ? Proof::kSure : Proof::kPossible;
  }
  return value < 0x370 ? Proof::kNone : Proof::kScript;
}

// The sequence that begins at `at`; of no length where none does.
Sequence sequence_at(const Region& region, std::size_t at) {
  const std::vector<char32_t>& characters = region.characters;
  const auto next = [&](std::size_t i) { return i < characters.size() ? characters[i] : region.after; };
  Sequence found{at, at, 0, Proof::kNone};
  const unsigned char lead = byte_read_as(characters[at]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return found;
  std::string bytes(1, static_cast<char>(lead));
  for (std::size_t i = at + 1; i < characters.size() && bytes.size() < length; ++i) {
    const unsigned char byte = byte_read_as(characters[i]);
    if (byte < 0x80 || byte > 0xBF) break;
    bytes.push_back(static_cast<char>(byte));
  }
  // Windows-1252 has no character for the last byte of a closing quotation mark: it was lost.
  const bool cut = bytes == "\xE2\x80" && (at + 2 >= characters.size() || characters[at + 2] == kReplacementCharacter);
  if (!cut && (bytes.size() < length || !is_valid_utf8(bytes))) return found;
  found.end = at + bytes.size() + (cut && at + 2 < characters.size() ? 1 : 0);
  found.value = cut ? U'\u201D' : decode_utf8(bytes, 0).value;
  const char32_t before = at > 0 ? characters[at - 1] : region.before;
  found.proof = proof_of(found.value, characters[at + 1], before, next(found.end));
  if (found.proof == Proof::kNone) found.end = at;
  return found;
}

// Letters of other scripts prove something in a row: three of two bytes, two of three.
void weigh_rows(std::vector<Sequence>& sequences) {
  for (std::size_t i = 0; i < sequences.size();) {
    std::size_t end = i, bytes = 0;
    while (end < sequences.size() && sequences[end].proof == Proof::kScript &&
           (end == i || sequences[end].begin == sequences[end - 1].end)) {
      bytes += sequences[end].end - sequences[end].begin;
      ++end;
    }
    for (std::size_t k = i; k < end; ++k) sequences[k].proof = bytes >= 6 ? Proof::kSure : Proof::kNone;
    i = std::max(end, i + 1);
  }
  std::erase_if(sequences, [](const Sequence& s) { return s.proof == Proof::kNone; });
}

std::vector<Sequence> sequences_in(const Region& region) {
  std::vector<Sequence> sequences;
  for (std::size_t at = 0; at < region.characters.size();) {
    const Sequence sequence = sequence_at(region, at);
    if (sequence.end > at) sequences.push_back(sequence);
    at = std::max(sequence.end, at + 1);
  }
  weigh_rows(sequences);
  return sequences;
}

// What the text shows as a whole.
struct Evidence {
  std::size_t sure = 0;
  std::size_t undamaged = 0;  // characters beyond ASCII that are in no sequence
  [[nodiscard]] bool proves_damage() const { return sure >= 2 || (sure == 1 && undamaged == 0); }
};

class Repair {
 public:
  explicit Repair(std::string_view text) : text_(text) {}

  bool needed();
  // Hands every damaged stretch and what it was to `take(begin, end, repaired)`, in order.
  template <class Take>
  void each(const Take& take) const;

 private:
  template <class Take>
  void take_changed(std::size_t begin, std::size_t end, std::string_view repaired, const Take& take) const;
  [[nodiscard]] bool next_region(std::size_t& at, std::size_t& end, Region& region) const;
  [[nodiscard]] bool accepts(const Sequence& s) const {
    return s.proof == Proof::kSure || (s.proof == Proof::kPossible && evidence_.undamaged == 0);
  }
  [[nodiscard]] std::string repaired(Region region) const;

  std::string_view text_;
  Evidence evidence_;
};

// The next region from `at` on, which becomes its beginning.
bool Repair::next_region(std::size_t& at, std::size_t& end, Region& region) const {
  at += ascii_length(text_, at);
  if (at >= text_.size()) return false;
  region.characters.clear();
  region.before = at > 0 ? static_cast<unsigned char>(text_[at - 1]) : U' ';
  for (end = at; end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80;) {
    const CodePoint c = decode_utf8(text_, end);
    region.characters.push_back(c.value);
    end += c.length;
  }
  region.after = end < text_.size() ? static_cast<unsigned char>(text_[end]) : U' ';
  return true;
}

bool Repair::needed() {
  Region region;
  for (std::size_t at = 0, end = 0; next_region(at, end, region); at = end) {
    std::size_t covered = 0;
    for (const Sequence& s : sequences_in(region)) {
      covered += s.end - s.begin;
      // A mark of order or a replaced character, never written by hand, is proof enough alone.
      const bool alone = s.value == 0xFEFF || s.value == kReplacementCharacter;
      if (s.proof == Proof::kSure) evidence_.sure += alone ? 2 : 1;
    }
    const bool space_lost = region.characters.size() == 1 && region.after == ' ' &&
                            (region.characters[0] == kDamagedA || region.characters[0] == kDamagedGraveA);
    if (!space_lost) evidence_.undamaged += region.characters.size() - covered;
  }
  return evidence_.proves_damage();
}

// The region's text, read as often as it was saved wrongly.
std::string Repair::repaired(Region region) const {
  for (int i = 0; i < kMostTimes; ++i) {
    std::vector<char32_t> characters;
    std::size_t done = 0;
    for (const Sequence& s : sequences_in(region)) {
      if (!accepts(s)) continue;
      characters.insert(characters.end(), region.characters.begin() + static_cast<std::ptrdiff_t>(done),
                        region.characters.begin() + static_cast<std::ptrdiff_t>(s.begin));
      characters.push_back(s.value);
      done = s.end;
    }
    if (done == 0) break;
    characters.insert(characters.end(), region.characters.begin() + static_cast<std::ptrdiff_t>(done),
                      region.characters.end());
    region.characters = std::move(characters);
  }
  std::string text;
  for (const char32_t c : region.characters) append_utf8(text, c);
  return text;
}

// Without the characters at both ends that stay as they are.
template <class Take>
void Repair::take_changed(std::size_t begin, std::size_t end, std::string_view repaired, const Take& take) const {
  const auto continues = [](char c) { return (c & 0xC0) == 0x80; };
  const std::string_view damaged = text_.substr(begin, end - begin);
  std::size_t same = static_cast<std::size_t>(std::ranges::mismatch(damaged, repaired).in1 - damaged.begin());
  while (same > 0 && same < damaged.size() && continues(damaged[same])) --same;
  std::size_t tail = 0;
  const std::size_t most = std::min(damaged.size(), repaired.size()) - same;
  while (tail < most && damaged[damaged.size() - tail - 1] == repaired[repaired.size() - tail - 1]) ++tail;
  while (tail > 0 && continues(damaged[damaged.size() - tail])) --tail;
  take(begin + same, end - tail, repaired.substr(same, repaired.size() - tail - same));
}

template <class Take>
void Repair::each(const Take& take) const {
  Region region;
  for (std::size_t at = 0, end = 0; next_region(at, end, region); at = end) {
    if (region.characters.size() == 1 && region.after == ' ' && region.before <= ' ' &&
        region.characters[0] == kDamagedGraveA) {
      take(at, end, "\u00E0");  // "Ã la": the no-break space of "à" became a space
    } else if (region.characters.size() == 1 && region.after == ' ' && region.characters[0] == kDamagedA) {
      take(at, end, "");  // "10Â 000"
    } else if (const std::string text = repaired(region); text != text_.substr(at, end - at)) {
      take_changed(at, end, text, take);
    }
  }
}

std::string message(std::size_t count, std::string_view damaged, std::string_view repaired) {
  const std::string example = " (" + std::string(damaged) + ") ";
  const std::string what = "(" + std::string(repaired) + ").";
  return count == 1 ? "1 damaged character" + example + "was read as what it was " + what
                    : std::to_string(count) + " damaged characters" + example + "were read as what they were " + what;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

void repair_mojibake(DecodedText& decoded) {
  Repair repair(decoded.text);
  if (!repair.needed()) return;
  const std::string_view old = decoded.text;
  std::string text, damaged, example;
  OffsetMap map;
  std::uint32_t done = 0;
  std::size_t count = 0;
  const auto copy_to = [&](std::uint32_t end) {
    text.append(old.substr(done, end - done));
    map.append_slice(decoded.map, {done, end});
    done = end;
  };
  repair.each([&](std::size_t begin, std::size_t end, std::string_view what) {
    copy_to(static_cast<std::uint32_t>(begin));
    const auto at = static_cast<std::uint32_t>(text.size());
    done = static_cast<std::uint32_t>(end);
    text.append(what);
    map.append({at, static_cast<std::uint32_t>(text.size())},
               decoded.map.source_from_text({static_cast<std::uint32_t>(begin), done}));
    count += std::max<std::size_t>(1, characters_in(what));
    if (example.empty()) damaged = old.substr(begin, end - begin), example = what;
  });
  copy_to(static_cast<std::uint32_t>(old.size()));
  decoded.diagnostics.push_back({"ingest", message(count, damaged, example), std::nullopt});
  decoded.text = std::move(text);
  decoded.map = std::move(map);
}

std::string without_mojibake(std::string_view value) {
  Repair repair(value);
  if (!repair.needed()) return std::string(value);
  std::string text;
  std::size_t done = 0;
  repair.each([&](std::size_t begin, std::size_t end, std::string_view what) {
    text.append(value.substr(done, begin - done)).append(what);
    done = end;
  });
  return text.append(value.substr(done));
}

}  // namespace newsloupe
