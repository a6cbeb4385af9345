#include "core/compare/near_copies.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/compare/shingles.h"

namespace newsloupe {
namespace {

struct Place {
  std::uint64_t shingle = 0;
  std::uint32_t text = 0;
};

constexpr unsigned kBucketBits = 8, kDigitBits = 11;
constexpr std::size_t kBuckets = std::size_t{1} << kBucketBits, kDigits = std::size_t{1} << kDigitBits;

std::size_t bucket_of(std::uint64_t shingle) { return static_cast<std::size_t>(shingle >> (64 - kBucketBits)); }

// Stable, by eleven bits of the shingle; `spare` is as large as `places`.
void sort_by_digit(std::vector<Place>& places, std::vector<Place>& spare, unsigned shift) {
  std::array<std::uint32_t, kDigits> next{};
  for (const Place& p : places) ++next[p.shingle >> shift & (kDigits - 1)];
  std::uint32_t sum = 0;
  for (std::uint32_t& n : next) sum += std::exchange(n, sum);
  spare.resize(places.size());
  for (const Place& p : places) spare[next[p.shingle >> shift & (kDigits - 1)]++] = p;
  places.swap(spare);
}

// Stable, for what is all but in order.
void sort_neighbours(std::vector<Place>& places) {
  for (std::size_t i = 1; i < places.size(); ++i) {
    const Place moved = places[i];
    std::size_t at = i;
    for (; at > 0 && places[at - 1].shingle > moved.shingle; --at) places[at] = places[at - 1];
    places[at] = moved;
  }
}

// Places of one bucket by shingle, those of one shingle by text as they were.
void sort_bucket(std::vector<Place>& places, std::vector<Place>& spare) {
  constexpr unsigned kUpper = 64 - kBucketBits - kDigitBits;
  if (places.size() > 32) {
    sort_by_digit(places, spare, kUpper - kDigitBits);
    sort_by_digit(places, spare, kUpper);
  }
  sort_neighbours(places);
}

// What the join works on: the shingles that several texts have, numbered from the rarest on.
struct SharedShingles {
  std::vector<std::uint32_t> size;     // by text: its different shingles
  std::vector<std::size_t> first;      // by number, and one more: where its texts begin
  std::vector<std::size_t> begin;      // by text, and one more: where its numbers begin
  std::vector<std::uint32_t> numbers;  // ascending within a text

  [[nodiscard]] std::size_t texts() const { return size.size(); }
};

// Reads shingles bucket by bucket, so that what is sorted fits a cache.
class ShingleCounter {
 public:
  ShingleCounter(const std::vector<std::uint64_t>& shingles, const std::vector<std::size_t>& begin)
      : shingles_(shingles), begin_(begin) {
    out_.size.resize(begin.size() - 1);
  }

  // A few buckets at a time, so that the places of all never lie beside all shingles.
  SharedShingles count() {
    const std::size_t step = std::max<std::size_t>(kBuckets * kPlacesAtOnce / (shingles_.size() + 1), 1);
    std::vector<Place> bucket, spare;
    for (std::size_t first = 0; first < kBuckets; first += step) {
      const std::size_t last = std::min(first + step, kBuckets);
      const std::vector<std::size_t> begin = scatter(first, last);
      for (std::size_t b = first; b < last; ++b) {
        bucket.assign(places_.begin() + static_cast<std::ptrdiff_t>(begin[b - first]),
                      places_.begin() + static_cast<std::ptrdiff_t>(begin[b - first + 1]));
        sort_bucket(bucket, spare);
        read_groups(bucket);
      }
    }
    places_ = {};
    number();
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kPlacesAtOnce = 2'000'000;

  // Puts the shingles of these buckets into places_; gives where each begins, and one more.
  std::vector<std::size_t> scatter(std::size_t first, std::size_t last) {
    std::vector<std::size_t> begin(last - first + 1);
    for (const std::uint64_t s : shingles_) {
      if (const std::size_t b = bucket_of(s) - first; b < last - first) ++begin[b + 1];
    }
    for (std::size_t b = 0; b + 1 < begin.size(); ++b) begin[b + 1] += begin[b];
    std::vector<std::size_t> next(begin);
    places_.resize(begin.back());
    for (std::uint32_t text = 0; text + 1 < begin_.size(); ++text) {
      for (std::size_t i = begin_[text]; i < begin_[text + 1]; ++i) {
        if (const std::size_t b = bucket_of(shingles_[i]) - first; b < last - first)
          places_[next[b]++] = {shingles_[i], text};
      }
    }
    return begin;
  }

  void read_groups(const std::vector<Place>& bucket) {
    for (std::size_t i = 0; i < bucket.size();) {
      const std::size_t first = members_.size();
      std::size_t end = i;
      for (; end < bucket.size() && bucket[end].shingle == bucket[i].shingle; ++end) {
        if (end > i && bucket[end].text == bucket[end - 1].text) continue;
        ++out_.size[bucket[end].text];
        members_.push_back(bucket[end].text);
      }
      if (members_.size() - first < 2) {
        members_.resize(first);
      } else {
        group_begin_.push_back(first);
      }
      i = end;
    }
  }

  [[nodiscard]] std::uint32_t frequency(std::uint32_t group) const {
    return static_cast<std::uint32_t>(group_begin_[group + std::size_t{1}] - group_begin_[group]);
  }

  // The groups, from the rarest on; of equals as they stand.
  [[nodiscard]] std::vector<std::uint32_t> by_frequency() const {
    const std::size_t groups = group_begin_.size() - 1;
    std::vector<std::uint32_t> next(out_.size.size() + 2), order(groups);
    for (std::uint32_t g = 0; g < groups; ++g) ++next[frequency(g) + std::size_t{1}];
    for (std::size_t f = 1; f < next.size(); ++f) next[f] += next[f - 1];
    for (std::uint32_t g = 0; g < groups; ++g) order[next[frequency(g)]++] = g;
    return order;
  }

  void number() {
    group_begin_.push_back(members_.size());
    out_.begin.assign(out_.texts() + 1, 0);
    for (const std::uint32_t text : members_) ++out_.begin[text + std::size_t{1}];
    for (std::size_t t = 0; t < out_.texts(); ++t) out_.begin[t + 1] += out_.begin[t];
    std::vector<std::size_t> next(out_.begin.begin(), out_.begin.end() - 1);
    out_.numbers.resize(members_.size());
    out_.first.push_back(0);
    for (const std::uint32_t group : by_frequency()) {
      const auto number = static_cast<std::uint32_t>(out_.first.size() - 1);
      for (std::size_t i = group_begin_[group]; i < group_begin_[group + std::size_t{1}]; ++i) {
        out_.numbers[next[members_[i]]++] = number;
      }
      out_.first.push_back(out_.first.back() + frequency(group));
    }
  }

  const std::vector<std::uint64_t>& shingles_;
  const std::vector<std::size_t>& begin_;
  std::vector<Place> places_;
  std::vector<std::uint32_t> members_;
  std::vector<std::size_t> group_begin_;
  SharedShingles out_;
};

using Numbers = std::span<const std::uint32_t>;

// How many both have; 0 once they cannot be as many as needed.
std::uint32_t common_numbers(Numbers a, Numbers b, std::uint32_t needed) {
  constexpr std::size_t kStepsBetweenLooks = 16;
  std::uint32_t common = 0;
  std::size_t i = 0, k = 0;
  while (i < a.size() && k < b.size()) {
    if (common + std::min(a.size() - i, b.size() - k) < needed) return 0;
    for (std::size_t step = 0; step < kStepsBetweenLooks && i < a.size() && k < b.size(); ++step) {
      const std::uint32_t x = a[i], y = b[k];
      common += x == y ? 1U : 0U;
      i += x <= y ? 1 : 0;
      k += y <= x ? 1 : 0;
    }
  }
  return common;
}

// Compares each text with those before it that share a shingle among the first, rarest ones of both: two sets that are
// alike enough must.
class Join {
 public:
  Join(const SharedShingles& in, std::uint32_t least)
      : in_(in), least_(least), indexed_(in.first.size()), index_(in.numbers.size()), seen_(in.texts(), kNone) {}

  std::vector<NearCopy> pairs() {
    for (std::uint32_t text = 0; text < in_.texts(); ++text) {
      const std::uint32_t* numbers = in_.numbers.data() + in_.begin[text];
      const std::size_t count = first_numbers(text);
      for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t from = in_.first[numbers[i]];
        std::uint32_t& used = indexed_[numbers[i]];
        for (std::size_t k = from; k < from + used; ++k) meet(index_[k], {text, i});
        index_[from + used++] = {text, i};
      }
    }
    std::sort(pairs_.begin(), pairs_.end(),
              [](const NearCopy& x, const NearCopy& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    return std::move(pairs_);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // How many of the shared shingles are among the first |x| - ceil(least |x|) + 1, those of one text before all others.
  [[nodiscard]] std::size_t first_numbers(std::uint32_t text) const {
    const std::uint64_t size = in_.size[text], shared = in_.begin[text + std::size_t{1}] - in_.begin[text];
    const std::uint64_t prefix = size - (size * least_ + 999) / 1000 + 1, alone = size - shared;
    return static_cast<std::size_t>(prefix > alone ? std::min(prefix - alone, shared) : 0);
  }

  // A number of a text, by its place among the text's numbers.
  struct NumberOf {
    std::uint32_t text = 0, place = 0;
  };
  [[nodiscard]] Numbers numbers_from(NumberOf at) const {
    const std::size_t end = in_.begin[at.text + std::size_t{1}];
    return Numbers(in_.numbers).subspan(in_.begin[at.text] + at.place, end - in_.begin[at.text] - at.place);
  }

  // The two have a number in common; when they meet for the first time it is the first of all they have in common.
  void meet(NumberOf earlier, NumberOf later) {
    if (std::exchange(seen_[earlier.text], later.text) == later.text) return;
    const std::uint32_t size = in_.size[later.text], other = in_.size[earlier.text];
    const std::uint64_t smaller = std::min(size, other), larger = std::max(size, other);
    if (smaller * 1000 < larger * least_) return;
    const auto needed = static_cast<std::uint32_t>(((smaller + larger) * least_ + 999 + least_) / (1000 + least_));
    const std::uint32_t common = common_numbers(numbers_from(earlier), numbers_from(later), needed);
    const NearCopy pair{earlier.text, later.text, common, size + other - common};
    if (are_alike(pair, least_)) pairs_.push_back(pair);
  }

  const SharedShingles& in_;
  std::uint32_t least_;
  std::vector<std::uint32_t> indexed_;  // by number: of how many texts it is indexed
  std::vector<NumberOf> index_;         // and from its place on, of which
  std::vector<std::uint32_t> seen_;     // by text: the later one it was compared with last
  std::vector<NearCopy> pairs_;
};

}  // namespace

void NearCopies::add(std::string_view text) {
  const std::size_t first = shingles_.size();
  append_shingles(text, shingles_);
  if (!part_.is_whole()) {
    const auto elsewhere = [this](std::uint64_t shingle) { return !part_.holds(shingle); };
    const auto begin = shingles_.begin() + static_cast<std::ptrdiff_t>(first);
    shingles_.erase(std::remove_if(begin, shingles_.end(), elsewhere), shingles_.end());
  }
  begin_.push_back(shingles_.size());
}

std::vector<NearCopy> NearCopies::take() {
  ShingleCounter counter(shingles_, begin_);
  const SharedShingles shared = counter.count();
  shingles_ = {};
  begin_ = {0};
  return Join(shared, least_).pairs();
}

std::vector<std::uint64_t> shingle_set(std::string_view text) {
  std::vector<std::uint64_t> set;
  append_shingles(text, set);
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

NearCopy compared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  NearCopy pair;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    pair.common += *x == *y ? 1U : 0U;
    const bool step_x = *x <= *y, step_y = *y <= *x;
    x += step_x ? 1 : 0;
    y += step_y ? 1 : 0;
  }
  pair.united = static_cast<std::uint32_t>(a.size() + b.size()) - pair.common;
  return pair;
}

bool are_alike(const NearCopy& pair, std::uint32_t least) {
  return pair.common > 0 && pair.common * std::uint64_t{1000} >= pair.united * std::uint64_t{least};
}

}  // namespace newsloupe
