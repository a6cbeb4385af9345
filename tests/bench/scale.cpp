#include "tests/bench/scale.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

#ifdef __EMSCRIPTEN__
#include <emscripten/heap.h>
#else
#include <sys/resource.h>
#endif

#include "core/resources/resources.h"
#include "core/wire/session_host.h"

namespace newsloupe::bench {
namespace {

using Clock = std::chrono::steady_clock;

double in_use() {
#ifdef __EMSCRIPTEN__
  return static_cast<double>(static_cast<unsigned>(mallinfo().uordblks)) / 1e6;
#else
  const struct mallinfo2 now = mallinfo2();
  return static_cast<double>(now.uordblks + now.hblkhd) / 1e6;
#endif
}

// The most the program ever had from the system.
double peak() {
#ifdef __EMSCRIPTEN__
  return static_cast<double>(emscripten_get_heap_size()) / 1e6;
#else
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1e3;
#endif
}

// Units of work of one kind.
struct Phase {
  const char* name;
  double total = 0, longest = 0;
  std::size_t units = 0, messages = 0, message_bytes = 0;

  template <class Work>
  void time(Work&& work) {
    std::vector<std::string> out;
    const auto begin = Clock::now();
    work(out);
    const double spent = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    total += spent;
    longest = std::max(longest, spent);
    ++units;
    messages += out.size();
    for (const std::string& message : out) message_bytes += message.size();
  }
  void print() const {
    std::printf(
        "%-22s %9.0f ms %8zu units, longest %6.1f ms %8zu messages %9zu bytes   %6.1f MB in use, %6.1f MB peak\n", name,
        total, units, longest, messages, message_bytes, in_use(), peak());
  }
};

AskView rows(ViewKind kind, std::string filter = {}) {
  AskView question{kind};
  question.text = std::move(filter);
  question.count = 40;
  return question;
}

void ask(SessionHost& host, const char* name, AskView question) {
  Phase phase{name};
  for (int i = 0; i < 3; ++i) {
    phase.time([&](std::vector<std::string>& out) { host.request(encode(Request(question)), out); });
  }
  phase.print();
}

// One article comes to a set that is read and grouped.
void add_one(SessionHost& host, const std::string& line) {
  Phase coming{"one more comes in"}, reading{"one more is read"}, grouping{"all are grouped again"};
  coming.time([&](std::vector<std::string>& out) { host.add({"last.jsonl", "last.jsonl", line}, out); });
  while (host.reading()) reading.time([&](std::vector<std::string>& out) { host.step(out); });
  while (host.has_work()) grouping.time([&](std::vector<std::string>& out) { host.step(out); });
  coming.print();
  reading.print();
  grouping.print();
}

}  // namespace

void measure_scale(std::vector<std::string> lines) {
  if (lines.empty()) return;
  const auto resources = load_resources();
  SessionHost host(*resources);
  std::printf("%zu articles; %.1f MB in use before\n", lines.size(), in_use());
  const std::string last = std::move(lines.back());
  lines.pop_back();
  Phase coming{"files come in"}, reading{"reading"}, grouping{"grouping, comparing"};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string name = std::to_string(i) + ".jsonl";
    coming.time([&](std::vector<std::string>& out) { host.add({name, name, std::move(lines[i])}, out); });
    while (host.reading()) reading.time([&](std::vector<std::string>& out) { host.step(out); });
  }
  lines = {};
  coming.print();
  reading.print();
  while (host.has_work()) grouping.time([&](std::vector<std::string>& out) { host.step(out); });
  grouping.print();
  ask(host, "set", {ViewKind::kSet});
  ask(host, "brief", {ViewKind::kBrief});
  ask(host, "library", rows(ViewKind::kLibrary));
  ask(host, "library, filtered", rows(ViewKind::kLibrary, "after:2021 herald"));
  ask(host, "import sheet", rows(ViewKind::kImport));
  Phase opening{"open another story"};
  opening.time(
      [&](std::vector<std::string>& out) { host.request(encode(Request(OpenStory{"generated-00003"})), out); });
  while (host.has_work()) opening.time([&](std::vector<std::string>& out) { host.step(out); });
  opening.print();
  add_one(host, last);
}

}  // namespace newsloupe::bench
