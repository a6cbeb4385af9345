#include "core/text/offset_map.h"

#include <algorithm>
#include <cassert>

namespace newsloupe {

void OffsetMap::append(TextSpan text, SourceSpan source) {
  assert(runs_.empty() || runs_.back().text.end == text.begin);
  if (text.empty()) return;
  const Run next{text, source};
  if (!runs_.empty() && next.copied() && runs_.back().copied() && runs_.back().source.end == source.begin) {
    runs_.back().text.end = text.end;
    runs_.back().source.end = source.end;
  } else {
    runs_.push_back(next);
  }
}

void OffsetMap::append_slice(const OffsetMap& other, TextSpan slice) {
  if (slice.empty() || other.runs_.empty()) return;
  std::uint32_t end = runs_.empty() ? 0 : runs_.back().text.end;
  for (const Run* run = other.run_at(slice.begin); run <= &other.runs_.back() && run->text.begin < slice.end; ++run) {
    const TextSpan part{std::max(run->text.begin, slice.begin), std::min(run->text.end, slice.end)};
    if (part.begin >= part.end) continue;
    append({end, end + part.size()}, other.source_from_text(part));
    end += part.size();
  }
}

const OffsetMap::Run* OffsetMap::run_at(std::uint32_t text_offset) const {
  if (runs_.empty()) return nullptr;
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), text_offset,
                                      [](std::uint32_t offset, const Run& run) { return offset < run.text.begin; });
  return after == runs_.begin() ? &runs_.front() : &*(after - 1);
}

SourceSpan OffsetMap::source_from_text(TextSpan span) const {
  const Run* first = run_at(span.begin);
  if (first == nullptr) return {};
  const std::uint32_t into = std::min(span.begin, first->text.end) - first->text.begin;
  const std::uint32_t begin = first->copied() ? first->source.begin + into : first->source.begin;
  if (span.empty()) return {begin, begin};
  const Run* last = run_at(span.end - 1);
  const std::uint32_t end =
      last->copied() ? last->source.begin + (std::min(span.end, last->text.end) - last->text.begin) : last->source.end;
  // A run that was moved (a title taken from elsewhere) may lie before its neighbours: the hull still covers it.
  return {std::min(begin, end), std::max(begin, end)};
}

}  // namespace newsloupe
