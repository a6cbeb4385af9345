#include "core/unpack/mail.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/unpack/markup.h"
#include "core/unpack/mime.h"

namespace newsloupe {
namespace {

constexpr const char* kMailHeader = "mail header";
constexpr const char* kMailSender = "mail sender";
constexpr const char* kSavedPage = "saved page";

// What of a file attached to a mail may be an article; the rest (pictures, calendars, signatures) belongs to the mail.
bool may_be_article(std::string_view name) {
  for (const std::string_view ending : {".html", ".htm", ".mht", ".mhtml", ".eml", ".txt", ".md", ".docx", ".odt",
                                        ".rtf", ".pdf", ".doc", ".zip", ".json", ".jsonl"}) {
    if (ends_like(name, ending)) return true;
  }
  return false;
}

bool is_attached(const MimePart& part) {
  return starts_like(part.header("content-disposition"), "attachment") || part.type == "message/rfc822" ||
         (!part.file_name().empty() && may_be_article(part.file_name()));
}

bool is_text(const MimePart& part) {
  return part.type == "text/html" || part.type == "text/plain" || part.type == "application/xhtml+xml";
}

class TextChooser {
 public:
  // The part that is shown; null where there is none.
  static const MimePart* choose(const MimePart& part) {
    if (part.parts.empty()) return is_text(part) && !is_attached(part) ? &part : nullptr;
    if (part.type == "multipart/alternative") return of_alternatives(part);
    if (part.type == "multipart/related") return of_related(part);
    const MimePart* best = nullptr;
    for (const MimePart& inside : part.parts) {
      const MimePart* text = is_attached(inside) ? nullptr : choose(inside);
      if (text != nullptr && (best == nullptr || text->body.size() > best->body.size())) best = text;
    }
    return best;
  }

 private:
  // The page, unless it says far less than the plain text ("Your mail program shows no pages").
  static const MimePart* of_alternatives(const MimePart& part) {
    const MimePart *page = nullptr, *plain = nullptr;
    for (const MimePart& inside : part.parts) {
      const MimePart* text = choose(inside);
      if (text != nullptr) (text->type == "text/plain" ? plain : page) = text;
    }
    if (page == nullptr || plain == nullptr) return page != nullptr ? page : plain;
    return visible_size(page->content()) * 3 < visible_size(plain->content()) ? plain : page;
  }

  // The part named as the start, else the first that is a page: frames and pictures follow it.
  static const MimePart* of_related(const MimePart& part) {
    const std::string start = part.parameter("content-type", "start");
    const MimePart* first = nullptr;
    for (const MimePart& inside : part.parts) {
      const MimePart* text = choose(inside);
      if (text == nullptr) continue;
      if (!start.empty() && inside.header("content-id") == start) return text;
      if (first == nullptr || (first->type == "text/plain" && text->type != "text/plain")) first = text;
    }
    return first;
  }
};

bool is_saved_page(const SourceFile& file, const MimePart& mail) {
  if (ends_like(file.name, ".mht") || ends_like(file.name, ".mhtml")) return true;
  return !mail.header("snapshot-content-location").empty() || mail.header("from").find("aved by") != std::string::npos;
}

// "Fwd: Re: Ferry strikes a barge": how much of it is not the headline.
std::size_t forwarding_size(std::string_view subject) {
  std::size_t at = 0;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : {"fwd:", "fw:", "re:", "wg:", "aw:", "tr:", "rv:"}) {
      if (!starts_like(subject.substr(at), mark)) continue;
      at = std::min(subject.find_first_not_of(' ', at + mark.size()), subject.size());
      more = true;
    }
  }
  return at;
}

void add(SourceRecord& record, const char* field, std::string_view value, const char* from) {
  value = trimmed_ascii(value);
  if (!value.empty() && value.size() < 1000) record.given.push_back({field, std::string(value), from, std::nullopt});
}

// "Anna Beck at Harbour Times <mail@example.org>": newsletters name themselves, with or without a person.
void add_sender(SourceRecord& record, std::string_view from) {
  std::string name(trimmed_ascii(from.substr(0, from.find('<'))));
  std::erase(name, '"');
  if (name.find('@') != std::string::npos) return;
  for (const std::string_view joint : {" at ", " from ", " | ", " via "}) {
    const std::size_t at = name.find(joint);
    if (at == std::string::npos) continue;
    add(record, "byline", std::string_view(name).substr(0, at), kMailSender);
    return add(record, "outlet", std::string_view(name).substr(at + joint.size()), kMailSender);
  }
  add(record, "outlet", name, kMailSender);
}

// Of a forwarded mail, sender and day are those of whoever passed it on.
void add_mail_headers(SourceRecord& record, const MimePart& mail) {
  const std::string subject = mail.header("subject");
  const std::size_t forwarding = forwarding_size(subject);
  add(record, "headline", std::string_view(subject).substr(forwarding), kMailHeader);
  add(record, forwarding > 0 ? "saved" : "published", mail.header("date"), kMailHeader);
  if (forwarding == 0) add_sender(record, mail.header("from"));
}

// The day is that of saving and says nothing about the article.
void add_page_headers(SourceRecord& record, const MimePart& mail, const MimePart& text) {
  std::string address = mail.header("snapshot-content-location");
  if (address.empty()) address = text.header("content-location");
  if (starts_like(address, "http")) add(record, "url", address, kSavedPage);
  add(record, "saved", mail.header("date"), kSavedPage);
}

class MailUnpacker {
 public:
  MailUnpacker(const SourceFile& file, const FileSink& attached, const RecordSink& sink)
      : file_(file), attached_(attached), sink_(sink) {}

  void unpack() {
    const MimePart mail = read_mime(file_.bytes);
    const bool saved_page = is_saved_page(file_, mail);
    const MimePart* text = TextChooser::choose(mail);
    const std::string bytes = text == nullptr ? std::string() : text->content();
    if (!trimmed_ascii(bytes).empty()) sink_({file_.id, file_.name, record(mail, *text, bytes, saved_page)});
    if (!saved_page) hand_on_attached(mail, text);
    if (trimmed_ascii(bytes).empty() && attachments_ == 0) {
      sink_({file_.id, file_.name,
             Error{"unpack", saved_page ? "The saved page holds no text. Save it again, as a single file or as HTML."
                                        : "The mail holds no text. Copy what it shows and paste it here."}});
    }
  }

 private:
  [[nodiscard]] SourceRecord record(const MimePart& mail, const MimePart& text, const std::string& bytes,
                                    bool saved_page) const {
    const bool plain = text.type == "text/plain";
    SourceRecord record{file_.id, file_.name, bytes, plain ? SourceRecord::Kind::kPlainText : SourceRecord::Kind::kHtml,
                        {},       true,       {},    {}};
    record.charset = text.parameter("content-type", "charset");
    if (saved_page) {
      add_page_headers(record, mail, text);
    } else {
      add_mail_headers(record, mail);
    }
    return record;
  }

  void hand_on_attached(const MimePart& part, const MimePart* text) {
    for (const MimePart& inside : part.parts) hand_on_attached(inside, text);
    if (!part.parts.empty() || &part == text || !is_attached(part)) return;
    std::string name = part.file_name();
    if (name.empty() && part.type == "message/rfc822") name = "attached.eml";
    if (part.type == "message/rfc822" && !ends_like(name, ".eml")) name += ".eml";
    if (!may_be_article(name)) return;
    ++attachments_;
    attached_({file_.id + "/" + name, name, part.content()});
  }

  const SourceFile& file_;
  const FileSink& attached_;
  const RecordSink& sink_;
  std::size_t attachments_ = 0;
};

}  // namespace

bool is_mail(const SourceFile& file) {
  const bool named = ends_like(file.name, ".eml") || ends_like(file.name, ".mht") || ends_like(file.name, ".mhtml");
  return looks_like_mime(file.bytes, !named);
}

void unpack_mail(const SourceFile& mail, const FileSink& attached, const RecordSink& sink) {
  MailUnpacker(mail, attached, sink).unpack();
}

}  // namespace newsloupe
