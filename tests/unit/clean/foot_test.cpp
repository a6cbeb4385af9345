#include "core/clean/foot.h"

#include <doctest/doctest.h>

#include "core/clean/clean_document.h"

namespace newsloupe {
namespace {

const Resources& resources() {
  static const auto loaded = load_resources();
  return *loaded;
}

std::string listed(const char* label, const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += std::string(out.empty() ? label : ",") + name;
  return out.empty() ? out : out + ";";
}

std::string shown(std::string_view line) {
  const auto credit = read_credit(line, resources());
  if (!credit) return "none";
  std::string out = listed("agency ", credit->agencies) + listed("by ", credit->reporters);
  out += listed("with ", credit->helpers);
  return credit->outlet.empty() ? out : out + "outlet " + credit->outlet;
}

constexpr std::string_view kBody =
    "Ferry stays in harbour over lost key\n\n"
    "The ferry stayed in the harbour on Tuesday because nobody could find the key to the bridge. The captain said that "
    "it had been on a nail for eleven years.\n\nPassengers were given soup in the saloon, and the cook said that "
    "there would be more of it in the evening.\n\n";

CleanDocument with_foot(std::string_view foot) {
  SourceRecord record;
  record.id = record.name = "article.txt";
  record.bytes = std::string(kBody) + std::string(foot);
  return clean(ingest(record, {}, resources()).value(), {}, resources());
}

// How many paragraphs at the end are no body.
std::size_t boilerplate_at_end(std::string_view foot) {
  const CleanDocument document = with_foot(foot);
  std::size_t count = 0;
  for (std::size_t i = document.paragraphs.size(); i-- > 0 && !is_body(document.paragraphs[i].paragraph_class);) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("credits") {
  const struct {
    std::string_view line, reading;
  } rows[] = {
      {"With material from Atlas News Service", "agency Atlas News Service;"},
      {"(With inputs from ANI, PTI)", "agency ANI,PTI;"},
      {"With files from The Canadian Press.", "agency Canadian Press;"},
      {"(Reuters)", "agency Reuters;"},
      {"(Reuters/dpa)", "agency Reuters,dpa;"},
      {"\u2014 AP", "agency AP;"},
      {"Source: Atlas News Service", "agency Atlas News Service;"},
      {"(Reporting by Dana Merrow; editing by Lew Abbot)", "by Dana Merrow;with Lew Abbot;"},
      {"Reporting by Dana Merrow in Lisk and Ada Lind; Additional reporting by Ben Orr",
       "by Dana Merrow,Ada Lind;with Ben Orr;"},
      {"Additional reporting by Ada Lind and Ben Orr.", "with Ada Lind,Ben Orr;"},
      {"\u00a9 2025 Reuters", "agency Reuters;"},
      {"\u00a9 The Meridian Post 2025. All rights reserved.", "outlet The Meridian Post"},
      // nobody that is known
      {"With inputs from agencies", ""},
      {"(With agency inputs)", "none"},
      {"Source: company release", "none"},
      {"Source: Ada Lind", "none"},
      {"(Penbrook)", "none"},
      // sentences
      {"The wall was built with material from the old bridge.", "none"},
      {"With material from the old bridge they built a wall.", "none"},
      {"Reuters reported in June that the key was found.", "none"},
      {"Reporting by phone was allowed.", "none"},
      {"Source of the fire was a candle", "none"},
      {"(He laughed.)", "none"},
      {"\u00a9 Copyright. All rights reserved.", ""},
  };
  for (const auto& row : rows) CHECK_MESSAGE(shown(row.line) == row.reading, row.line);
}

TEST_CASE("what stands below an article") {
  const struct {
    std::string_view foot;
    std::size_t paragraphs;
  } rows[] = {
      {"With material from Atlas News Service", 1},
      {"ENDS", 1},
      {"(End)\n\nThe company sells keys.", 2},
      {"###\n\nMedia contact: Ada Lind, 555 0133", 2},
      {"Notes to editors\n\nThe bridge was built in 1921 and has two doors.", 2},
      {"About Kestrel Marine Group: Kestrel Marine builds ferries in four countries.", 1},
      {"About Kestrel Marine\n\nKestrel Marine builds ferries in four countries.\n\nAll rights reserved.", 3},
      {"BINGO: win \u20ac500 every day, see page 22", 1},
      {"Are you in Lisk? Send your pictures to the newsdesk.", 1},
      {"TURN TO PAGE 6: What the captain says about soup", 1},
      // the article itself
      {"About noon: Kestrel Marine sent a locksmith.", 0},
      {"About the key: nobody knew a thing.", 0},
      {"About Kestrel Marine nothing was said all day.", 0},
      {"All is well that ends.", 0},
      {"He turned to page 6 and read about the soup.", 0},
      {"The team could win a cup every day, the coach said.", 0},
      {"Win a seat now and you may keep it for four years, the mayor was told.", 0},
      {"Get up every day at five and look for the key: that is the rule.", 0},
  };
  for (const auto& row : rows) CHECK_MESSAGE(boilerplate_at_end(row.foot) == row.paragraphs, row.foot);
  CHECK(with_foot("With material from Atlas News Service").metadata.agency == "Atlas News Service");
  CHECK(with_foot("(Reporting by Dana Merrow; editing by Lew Abbot)").metadata.byline ==
        std::vector<std::string>{"Dana Merrow"});
  CHECK(with_foot("Additional reporting by Ada Lind").metadata.byline.empty());
}

TEST_CASE("an end mark with most of the text below it ends nothing") {
  CHECK(with_foot("").paragraphs.size() == 3);
  SourceRecord record;
  record.id = record.name = "article.txt";
  record.bytes = "A short word first, and then the ferry left the harbour.\n\nENDS\n\n" + std::string(kBody);
  const CleanDocument document = clean(ingest(record, {}, resources()).value(), {}, resources());
  CHECK(is_body(document.paragraphs.back().paragraph_class));
}

TEST_CASE("a note on the author at the end is no part of the article") {
  const struct {
    std::string_view foot;
    bool set_aside;
  } rows[] = {{"Dana Merrow is a senior reporter for the Meridian Post. She joined the paper in 2015.", true},
              {"Dana Merrow covers the coast.", true},
              {"About the author: Dana Merrow won the Orla Prize in 2018.", true},
              {"Lew Abbot is a reporter who lost his boat. He bought it in 2015.", false},
              {"Dana Merrow lost a key in 2015.", false}};
  for (const auto& row : rows) {
    CAPTURE(row.foot);
    SourceRecord record;
    record.id = record.name = "article.txt";
    const std::size_t head = kBody.find("\n\n") + 2;
    record.bytes = std::string(kBody.substr(0, head)) + "By Dana Merrow\n\n" + std::string(kBody.substr(head)) +
                   std::string(row.foot);
    const CleanDocument document = clean(ingest(record, {}, resources()).value(), {}, resources());
    CHECK(is_body(document.paragraphs[document.paragraphs.size() - 1].paragraph_class) != row.set_aside);
  }
}

}  // namespace newsloupe
