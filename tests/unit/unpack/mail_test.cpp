#include "core/unpack/mail.h"

#include <doctest/doctest.h>

#include "core/unpack/mime.h"
#include "tests/support/read_files.h"

namespace newsloupe {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\r\n";
  return out;
}

const std::vector<std::string> kSavedPage = {
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://harbour.example/2025/ferry",
    "Subject: =?utf-8?Q?Ferry=20strikes=20a=20barge=20=E2=80=93=20Harbour=20Times?=",
    "Date: Wed, 27 Aug 2025 10:00:00 +0200",
    "MIME-Version: 1.0",
    "Content-Type: multipart/related;",
    "\ttype=\"text/html\";",
    "\tboundary=\"----MultipartBoundary--x----\"",
    "",
    "",
    "------MultipartBoundary--x----",
    "Content-Type: text/html",
    "Content-ID: <frame-1@mhtml.blink>",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://harbour.example/2025/ferry",
    "",
    "<!DOCTYPE html><html><head><meta charset=3D\"utf-8\"></head><body><p>The caf=C3=",
    "=A9 ferry sank.</p>   ",
    "</body></html>",
    "------MultipartBoundary--x----",
    "Content-Type: text/html",
    "Content-Location: cid:frame-2",
    "",
    "<p>An advertisement in a frame that is longer than the page itself, much longer.",
    "------MultipartBoundary--x------",
    ""};

}  // namespace

TEST_CASE("a page saved as MHTML is its page, without frames; the day of saving is no publication") {
  for (const std::size_t lines : {kSavedPage.size(), kSavedPage.size() - 7}) {  // also without the end boundary
    const SourceRecord record = only_record(
        "ferry.mhtml", joined({kSavedPage.begin(), kSavedPage.begin() + static_cast<std::ptrdiff_t>(lines)}));
    CHECK(record.id == "set/ferry.mhtml");
    CHECK(record.bytes.find("The caf\u00e9 ferry sank.</p>\n</body>") != std::string::npos);
    CHECK(told(record.given) ==
          "url=https://harbour.example/2025/ferry (saved page)\nsaved=Wed, 27 Aug 2025 10:00:00 +0200 (saved page)\n");
    CHECK(told(raw_article(record).blocks) == "p:The caf\u00e9 ferry sank.|");
  }
}

TEST_CASE("an old browser's MHTML: the part's own encoding goes before the page's") {
  const SourceRecord record = only_record(
      "ferry.mht", joined({"From: \"Saved by Windows Internet Explorer 8\"", "Subject: Ferry", "MIME-Version: 1.0",
                           "Content-Type: multipart/related; boundary=\"=_b\"; type=\"text/html\"", "", "--=_b",
                           "Content-Type: text/html; charset=\"windows-1251\"", "Content-Transfer-Encoding: base64",
                           "Content-Location: http://port.example/", "", "PHA+z+Dw7uwg!PC9wPg==", "--=_b--"}));
  CHECK(told(raw_article(record).blocks) == "p:\u041f\u0430\u0440\u043e\u043c|");
  CHECK(record.given[0].value == "http://port.example/");
}

TEST_CASE("a newsletter: the page of two alternatives, its headers as weak readings") {
  const SourceRecord record = only_record(
      "letter.eml",
      joined({"Received: from x", "From: \"Anna Beck at Harbour Times\" <news@harbour.example>", "To: you@example.org",
              "Subject: =?ISO-8859-1?Q?Caf=E9?= =?ISO-8859-1?B?IGZlcnJ5?= strikes a barge",
              "Date: Tue, 26 Aug 2025 21:30:00 +0200", "MIME-Version: 1.0",
              "Content-Type: multipart/alternative; boundary=b", "", "--b", "Content-Type: text/plain; charset=utf-8",
              "", "The ferry sank.", "--b", "Content-Type: text/html; charset=utf-8", "",
              "<html><style>p{color:red}</style><body><p>The ferry sank.</p></body></html>", "--b--"}));
  CHECK(told(record.given) ==
        "headline=Caf\u00e9 ferry strikes a barge (mail header)\npublished=Tue, 26 Aug 2025 21:30:00 +0200 (mail "
        "header)\n"
        "byline=Anna Beck (mail sender)\noutlet=Harbour Times (mail sender)\n");
  CHECK(record.kind == SourceRecord::Kind::kHtml);
}

TEST_CASE("plain text is preferred to a page that says nothing; flowed lines are joined; a forwarder is no outlet") {
  const SourceRecord record = only_record("letter.eml", joined({"From: Ben <ben@example.org>",
                                                                "Subject: Fwd: RE: Ferry strikes a barge",
                                                                "Date: Tue, 26 Aug 2025 21:30 +0200",
                                                                "MIME-Version: 1.0",
                                                                "Content-Type: multipart/alternative; boundary=b",
                                                                "",
                                                                "--b",
                                                                "Content-Type: text/plain; format=flowed; delsp=no",
                                                                "",
                                                                "The ferry ",
                                                                "sank in the ",
                                                                "harbour.",
                                                                "",
                                                                "> It was ",
                                                                "> raised.",
                                                                "-- ",
                                                                "Ben",
                                                                "--b",
                                                                "Content-Type: text/html",
                                                                "",
                                                                "<p>See text.</p>",
                                                                "--b--"}));
  CHECK(record.bytes == "The ferry sank in the harbour.\n\n> It was raised.\n-- \nBen\n");
  CHECK(told(record.given) ==
        "headline=Ferry strikes a barge (mail header)\nsaved=Tue, 26 Aug 2025 21:30 +0200 (mail header)\n");
}

TEST_CASE("what is attached to a mail and may be an article is read by itself") {
  const std::string mail = joined({"From: Ben <ben@example.org>",
                                   "Subject: Two articles",
                                   "Message-ID: <1@example.org>",
                                   "Content-Type: multipart/mixed; boundary=b",
                                   "",
                                   "--b",
                                   "",
                                   "Here they are.",
                                   "--b",
                                   "Content-Type: text/html",
                                   "Content-Disposition: attachment; filename*=UTF-8''caf%C3%A9.html",
                                   "",
                                   "<p>One boat sank.</p>",
                                   "--b",
                                   "Content-Type: image/png; name=logo.png",
                                   "Content-Disposition: inline",
                                   "",
                                   "x",
                                   "--b",
                                   "Content-Type: message/rfc822",
                                   "",
                                   "From: Anna <anna@example.org>",
                                   "Subject: Inner",
                                   "",
                                   "Two boats sank.",
                                   "--b--"});
  CHECK(told(unpacked("m.eml", mail)) ==
        "set/m.eml: Here they are.\nset/m.eml/caf\u00e9.html: <p>One boat sank.</p>\n"
        "set/m.eml/attached.eml: Two boats sank.\n");
}

TEST_CASE("mails that are broken or are none") {
  CHECK(told(unpacked("m.eml", joined({"From: a@example.org", "Subject: x"}))) ==
        "set/m.eml! The mail holds no text. Copy what it shows and paste it here.\n");
  CHECK(told(unpacked("m.mhtml",
                      joined({"MIME-Version: 1.0", "Content-Type: multipart/related; boundary=b", "", "x"}))) ==
        "set/m.mhtml! The saved page holds no text. Save it again, as a single file or as HTML.\n");
  CHECK(told(unpacked("a.txt", "From: the harbour\nDate: Tuesday\n\nTwo boats sank.")) ==
        "set/a.txt: From: the harbour\nDate: Tuesday\n\nTwo boats sank.\n");
  std::string deep;
  for (int i = 0; i < 3000; ++i)
    deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  CHECK(unpacked("m.eml", "MIME-Version: 1.0\n" + deep).size() == 1);
  CHECK(read_mime("Subject: =?utf-8?Q?=FF=zz?= =?x\n\n").header("subject") == "\ufffd=zz =?x");
}

}  // namespace newsloupe
