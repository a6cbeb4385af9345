#include "tests/bench/copies.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "core/compare/near_copies.h"

namespace newsloupe::bench {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

}  // namespace

void measure_copies(const std::vector<std::string>& texts, int passes) {
  double fastest = 1e9, reading = 1e9;
  std::vector<NearCopy> pairs;
  for (int i = 0; i < passes; ++i) {
    const auto begin = Clock::now();
    NearCopies copies(500);
    for (const std::string& text : texts) copies.add(text);
    reading = std::min(reading, milliseconds_since(begin));
    pairs = copies.take();
    fastest = std::min(fastest, milliseconds_since(begin));
  }
  std::printf("%zu texts, %zu pairs, fastest of %d: %.2f ms, of which reading %.2f\n", texts.size(), pairs.size(),
              passes, fastest, reading);
  for (const NearCopy& p : pairs) std::printf("pair %u %u %u %u\n", p.a, p.b, p.common, p.united);
}

}  // namespace newsloupe::bench
