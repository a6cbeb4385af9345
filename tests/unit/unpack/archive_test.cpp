#include "core/unpack/archive.h"

#include <doctest/doctest.h>

#include "core/base/base64.h"
#include "core/unpack/file_choice.h"
#include "core/unpack/zip_archive.h"
#include "tests/support/unpacked_files.h"
#include "tests/support/zip_writer.h"

namespace newsloupe {

using namespace std::string_literals;

TEST_CASE("the files of an archive are records, sorted by path, and what is no article is passed over") {
  const std::string zip = zip_of({{"press/b.html", "<p>Two boats sank.", true},
                                  {"a.txt", "One boat sank."},
                                  {"press/", ""},
                                  {"__MACOSX/press/._b.html", "resource"},
                                  {"press/.DS_Store", "x"},
                                  {"press/Thumbs.db", "x"},
                                  {"press/harbour.JPG", "x"},
                                  {"press/b_files/frame.html", "<p>An advertisement."},
                                  {"set.jsonl", "{\"text\":\"Three.\"}\n{\"id\":\"x\",\"text\":\"Four.\"}", true}});
  const std::string expected =
      "set/n.zip/a.txt: One boat sank.\nset/n.zip/press/b.html: <p>Two boats sank.\n"
      "set/n.zip/set.jsonl:1: Three.\nx: Four.\n";
  CHECK(told(unpacked("n.zip", zip)) == expected);
  CHECK(unpacked("n.zip", zip)[1].record.value().name == "b.html");
  CHECK(told(unpacked("n.zip", "#!/bin/sh\n"s + zip)) != expected);  // a program, whatever it holds
}

TEST_CASE("names and paths of members") {
  const std::string zip =
      zip_of({{"..\\..\\C:\\caf\x82.txt", "One."}, {"/caf\u00e9/./b.txt", "Two."}, {"\n", "Three."}});
  CHECK(told(unpacked("n.zip", zip)) ==
        "set/n.zip/ : Three.\nset/n.zip/caf\u00e9.txt: One.\nset/n.zip/caf\u00e9/b.txt: Two.\n");
}

TEST_CASE("sizes that follow the members, real compression, an archive behind other bytes") {
  CHECK(told(unpacked("n.zip", zip_of({{"a.txt", "One.", true}, {"b.txt", "Two."}}, true))) ==
        "set/n.zip/a.txt: One.\nset/n.zip/b.txt: Two.\n");
  const Inflated out = inflate(*bytes_from_base64("CynPV0jKTywpVihOzMvWUwgZ5ZPGz0hVyEgsSsovLVLILFZIzskvTk3RAwA="), 342);
  CHECK(out.end == Inflated::End::kWhole);
  CHECK(out.bytes.size() == 342);
  CHECK(out.bytes.ends_with("Two boats sank. The harbour is closed."));
  CHECK(ZipArchive("stub" + zip_of({{"a.txt", "One."}})).members().at(0).name == "a.txt");
}

TEST_CASE("what cannot be unpacked costs its own file and no other") {
  const std::string zip = zip_of({{"a.txt", "One.", true, 0, 8, 1},
                                  {"b.txt", "Two.", false, 1},
                                  {"c.txt", "Three.", true, 0, 99},
                                  {"d.txt", "", true, 0, 8, 0, {}, "\xff\xff\xff"},
                                  {"e.txt", "Five.", false, 0, 8, 0, {}, {}, 4'000'000'000UL},
                                  {"f.txt", "Six."}});
  CHECK(
      told(unpacked("n.zip", zip)) ==
      "set/n.zip/a.txt! It is damaged inside the archive. Get the archive again, or unpack it and add the file "
      "itself.\n"
      "set/n.zip/b.txt! It is locked with a password inside the archive. Unpack the archive and add the file itself.\n"
      "set/n.zip/c.txt! It is packed in a way that is not read (method 99). Unpack the archive and add the file "
      "itself.\n"
      "set/n.zip/d.txt! It is damaged inside the archive. Get the archive again, or unpack it and add the file "
      "itself.\n"
      "set/n.zip/e.txt! It unpacks to more than the 64 MB that are read. Unpack the archive and add the file itself.\n"
      "set/n.zip/f.txt: Six.\n");
}

TEST_CASE("an archive that is cut off gives what is whole") {
  const std::vector<ZipEntry> entries = {{"a.txt", "One boat sank.", true},
                                         {"b.txt", "Two boats sank in the harbour."}};
  for (const bool descriptors : {false, true}) {
    const std::string zip = zip_of(entries, descriptors);
    const std::string cut = zip.substr(0, zip.find("in the harbour"));
    CHECK(told(unpacked("n.zip", cut)) ==
          "set/n.zip/a.txt: One boat sank.\n"
          "set/n.zip/b.txt! It is damaged inside the archive. Get the archive again, or unpack it and add the file "
          "itself.\n"
          "set/n.zip! The archive is cut off; only what is whole was read. Get it again.\n");
    for (std::size_t size = 4; size < zip.size(); ++size) {
      CHECK_FALSE(unpacked("n.zip", zip.substr(0, size)).empty());
    }
  }
}

TEST_CASE("archives in archives, up to a limit") {
  std::string zip = zip_of({{"a.txt", "One."}});
  for (int i = 0; i < 2; ++i) zip = zip_of({{"in.zip", zip}});
  CHECK(told(unpacked("n.zip", zip)) == "set/n.zip/in.zip/in.zip/a.txt: One.\n");
  CHECK(told(unpacked("n.zip", zip_of({{"b.txt", "Two."}, {"mid.zip", zip}}))) ==
        "set/n.zip/b.txt: Two.\n"
        "set/n.zip/mid.zip/in.zip/in.zip! Archives more than three deep inside each other are not read. Unpack it and "
        "add what is inside.\n");
}

TEST_CASE("an archive that unpacks to far too much is stopped") {
  // A run of one byte, 1,000 to 1: fixed codes, literal 'a', then matches of 258 bytes one byte back.
  std::string bits, packed;
  const auto put = [&](unsigned value, int count) {
    for (int i = count - 1; i >= 0; --i) bits.push_back(static_cast<char>('0' + (value >> i & 1)));
  };
  bits += "110";  // last block, fixed codes (least bit first)
  put(0x30 + 'a', 8);
  constexpr int kMatches = 260'000;
  bits.reserve(14U * kMatches);
  for (int i = 0; i < kMatches; ++i) put(0xC0 + 285 - 280, 8), put(0, 5);
  put(0, 7);
  for (std::size_t i = 0; i < bits.size(); i += 8) {
    unsigned byte = 0;
    for (std::size_t b = 0; b < 8 && i + b < bits.size(); ++b) byte |= static_cast<unsigned>(bits[i + b] - '0') << b;
    packed.push_back(static_cast<char>(byte));
  }
  std::vector<ZipEntry> entries;
  for (int i = 0; i < 12; ++i)
    entries.push_back({"m" + std::to_string(10 + i) + ".txt", "", true, 0, 8, 0, {}, packed});
  entries.insert(entries.begin(), {"a.txt", "One."});
  const auto records = unpacked("n.zip", zip_of(entries));
  CHECK(records.front().record.ok());
  CHECK(records[1].record.error().message ==
        "It unpacks to more than the 64 MB that are read. Unpack the archive and add the file itself.");
  CHECK(records.back().id == "set/n.zip");
  CHECK(records.back().record.error().message ==
        "The archive unpacks to more than 500 MB: 4 of its files were not read. Unpack it and add them in parts.");
}

TEST_CASE("archives without articles say so") {
  CHECK(told(unpacked("n.zip", zip_of({}))) ==
        "set/n.zip! The archive holds no file that is read. Add an archive of articles.\n");
  CHECK(told(unpacked("n.zip", zip_of({{"a.png", "x"}, {"b.css", "x"}}))) ==
        "set/n.zip! The archive holds no file that is read. 2 pictures, scripts and the like were passed over. Add an "
        "archive of articles.\n");
}

TEST_CASE("a gzip file is the file inside it") {
  CHECK(told(unpacked("a.txt.gz", gzipped("One boat sank.", "x.txt"))) == "set/a.txt.gz: One boat sank.\n");
  CHECK(unpacked("a.html.gz", gzipped("One boat sank."))[0].record.value().name == "a.html");
  CHECK(told(unpacked("a.jsonl.gz", gzipped("{\"text\":\"One.\"}\n") + gzipped("{\"text\":\"Two.\"}\n"))) ==
        "set/a.jsonl.gz:1: One.\nset/a.jsonl.gz:2: Two.\n");
  const std::string whole = gzipped("{\"text\":\"One.\"}\n");
  CHECK(told(unpacked("a.jsonl.gz", whole.substr(0, whole.size() - 3))) ==
        "set/a.jsonl.gz:1: One.\n"
        "set/a.jsonl.gz! The gzip file is damaged or cut off; what stands before that was read. Get it again.\n");
  for (std::size_t size = 3; size < whole.size(); ++size) CHECK_FALSE(unpacked("a.gz", whole.substr(0, size)).empty());
}

TEST_CASE("what a browser saved beside a page belongs to it") {
  const std::vector<std::string> paths = {"Ferry.html",
                                          "Ferry_files/ad.html",
                                          "ferry_files/b.html",
                                          "d/x.htm",
                                          "d/x-Dateien/y.html",
                                          "notes_files/z.html",
                                          "p.jpg",
                                          "jpg",
                                          ".git/a.txt",
                                          "d/desktop.ini"};
  using enum FileFate;
  CHECK(choose_files(paths) == std::vector<FileFate>{kRead, kPassedOver, kRead, kRead, kPassedOver, kRead, kPassedOver,
                                                     kRead, kHidden, kHidden});
  CHECK(words_for_passed_over(1) == "1 picture, script or the like was passed over.");
}

}  // namespace newsloupe
