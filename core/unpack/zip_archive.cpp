#include "core/unpack/zip_archive.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/unpack/encoding_tables.h"

namespace newsloupe {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMemberMark = "PK\x03\x04", kEntryMark = "PK\x01\x02", kEndMark = "PK\x05\x06";
constexpr std::string_view kZip64EndMark = "PK\x06\x06", kZip64LocatorMark = "PK\x06\x07";
constexpr std::string_view kDescriptorMark = "PK\x07\x08";
constexpr std::size_t kMemberHeader = 30, kEntryHeader = 46, kEndHeader = 22, kLocator = 20, kZip64End = 56;
constexpr unsigned kEncryptedFlag = 1, kDescriptorFlag = 8, kUtf8Flag = 0x800;
constexpr std::uint32_t kInZip64 = 0xFFFFFFFF;

// Little-endian numbers; 0 behind the end.
template <class Number>
Number number(std::string_view bytes, std::uint64_t at) {
  if (at > bytes.size() || bytes.size() - at < sizeof(Number)) return 0;
  Number value = 0;
  for (std::size_t i = sizeof(Number); i-- > 0;) {
    value = static_cast<Number>(value << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(at) + i]));
  }
  return value;
}
constexpr auto number16 = number<std::uint16_t>;
constexpr auto number32 = number<std::uint32_t>;
constexpr auto number64 = number<std::uint64_t>;

std::string_view part(std::string_view bytes, std::uint64_t at, std::uint64_t size) {
  if (at > bytes.size()) return {};
  return bytes.substr(static_cast<std::size_t>(at),
                      static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes.size())));
}

// Names say by a flag that they are UTF-8; many that do not say so are. Else they are the first PC's.
std::string utf8_name(std::string_view raw, bool says_utf8) {
  if (says_utf8 || is_valid_utf8(raw)) return repaired_utf8(raw);
  std::string out;
  for (const char c : raw) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte < 0x80 ? byte : kCodePage437[byte - 0x80]);
  }
  return out;
}

// As a path below the archive, whatever it says.
std::string inner_path(std::string name) {
  std::ranges::replace(name, '\\', '/');
  std::ranges::replace_if(
      name, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  std::string out;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view step = std::string_view(name).substr(at, end - at);
    const bool drive = out.empty() && step.size() == 2 && step[1] == ':';
    if (!step.empty() && step != "." && step != ".." && !drive) out.append(out.empty() ? "" : "/").append(step);
    at = end + 1;
  }
  return out;
}

ZipMember member_named(std::string_view raw, unsigned flags) {
  ZipMember member;
  member.folder = raw.ends_with('/') || raw.ends_with('\\');
  member.encrypted = (flags & kEncryptedFlag) != 0;
  member.name = inner_path(utf8_name(raw, (flags & kUtf8Flag) != 0));
  return member;
}

// Where the next header, entry or descriptor begins.
std::size_t next_mark(std::string_view bytes, std::size_t at) {
  for (at = bytes.find("PK", at); at < bytes.size(); at = bytes.find("PK", at + 2)) {
    const std::string_view mark = bytes.substr(at, 4);
    if (mark == kDescriptorMark || mark == kMemberMark || mark == kEntryMark) return at;
  }
  return bytes.size();
}

// The sizes and the place that did not fit into 32 bits stand in an extra field, those that did not, in this order.
void read_zip64_extra(std::string_view extra, ZipMember& member) {
  while (extra.size() >= 4) {
    const std::string_view field = part(extra, 4, number16(extra, 2));
    if (number16(extra, 0) == 1) {
      std::uint64_t at = 0;
      for (std::uint64_t* value : {&member.size, &member.packed, &member.header_at}) {
        if (*value != kInZip64) continue;
        *value = number64(field, at);
        at += 8;
      }
      return;
    }
    extra.remove_prefix(4 + field.size());
  }
}

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.starts_with(kMemberMark) || bytes.starts_with(kEndMark) || bytes.starts_with("PK\x07\x08PK\x03\x04");
}

ZipArchive::ZipArchive(std::string_view bytes) : bytes_(bytes) {
  if (read_directory()) return;
  cut_off_ = true;
  members_.clear();
  scan_headers();
}

const ZipMember* ZipArchive::find(std::string_view name) const {
  const auto at = std::ranges::find(members_, name, &ZipMember::name);
  return at == members_.end() ? nullptr : &*at;
}

void ZipArchive::read_zip64_end(std::size_t end_at, std::uint64_t& count, std::uint64_t& size,
                                std::uint64_t& offset) const {
  if (end_at < kLocator || !bytes_.substr(end_at - kLocator).starts_with(kZip64LocatorMark)) return;
  const std::uint64_t at = number64(bytes_, end_at - kLocator + 8);
  if (part(bytes_, at, kZip64End).size() < kZip64End || !part(bytes_, at, 4).starts_with(kZip64EndMark)) return;
  count = number64(bytes_, at + 32);
  size = number64(bytes_, at + 40);
  offset = number64(bytes_, at + 48);
}

bool ZipArchive::read_directory() {
  constexpr std::size_t kLongestComment = 65'535;
  const std::size_t tail = bytes_.size() - std::min(bytes_.size(), kEndHeader + kLongestComment);
  const std::size_t end_at = bytes_.rfind(kEndMark);
  if (end_at == std::string_view::npos || end_at < tail || bytes_.size() - end_at < kEndHeader) return false;
  std::uint64_t count = number16(bytes_, end_at + 10), size = number32(bytes_, end_at + 12);
  std::uint64_t offset = number32(bytes_, end_at + 16);
  const bool zip64 = count == 0xFFFF || size == kInZip64 || offset == kInZip64;
  if (zip64) read_zip64_end(end_at, count, size, offset);
  if (size > end_at || offset > bytes_.size()) return false;
  if (!zip64 && offset < end_at - size) base_ = end_at - size - offset;
  if (!zip64 && offset > end_at - size) return false;
  auto at = static_cast<std::size_t>(offset + base_);  // no more than the archive's size
  for (std::uint64_t i = 0; i < count; ++i) {
    if (members_.size() == kMostMembers) return too_many_ = true;
    at = read_entry(at);
    if (at == 0) return false;
  }
  return true;
}

// Reads one entry of the directory; gives where the next begins, 0 where there is none.
std::size_t ZipArchive::read_entry(std::size_t at) {
  const std::string_view entry = part(bytes_, at, bytes_.size());
  if (entry.size() < kEntryHeader || !entry.starts_with(kEntryMark)) return 0;
  const std::size_t name = number16(entry, 28), extra = number16(entry, 30), comment = number16(entry, 32);
  ZipMember member = member_named(part(entry, kEntryHeader, name), number16(entry, 8));
  member.method = number16(entry, 10);
  member.crc = number32(entry, 16);
  member.packed = number32(entry, 20);
  member.size = number32(entry, 24);
  member.header_at = number32(entry, 42);
  read_zip64_extra(part(entry, kEntryHeader + name, extra), member);
  member.header_at += base_;
  if (!member.name.empty()) members_.push_back(std::move(member));
  return at + kEntryHeader + name + extra + comment;
}

// Members one after the other. Where a header leaves the size to what follows the member, the next mark tells it.
void ZipArchive::scan_headers() {
  for (std::size_t at = bytes_.find(kMemberMark); at < bytes_.size(); at = bytes_.find(kMemberMark, at)) {
    if (members_.size() == kMostMembers) {
      too_many_ = true;
      return;
    }
    const std::string_view header = bytes_.substr(at);
    if (header.size() < kMemberHeader) return;
    const std::size_t name = number16(header, 26), extra = number16(header, 28);
    const unsigned flags = number16(header, 6);
    ZipMember member = member_named(part(header, kMemberHeader, name), flags);
    member.method = number16(header, 8);
    member.crc = number32(header, 14);
    member.packed = number32(header, 18);
    member.size = number32(header, 22);
    member.header_at = kInZip64;  // so that the extra field holds the two sizes alone
    read_zip64_extra(part(header, kMemberHeader + name, extra), member);
    member.header_at = at;
    const std::size_t data = at + kMemberHeader + name + extra;
    if ((flags & kDescriptorFlag) != 0 && member.packed == 0) {
      const std::size_t end = next_mark(bytes_, data);
      member.packed = end - std::min(data, end);
      member.crc = number32(bytes_, end + 4);
    }
    at = data + static_cast<std::size_t>(std::min<std::uint64_t>(member.packed, bytes_.size()));
    if (!member.name.empty()) members_.push_back(std::move(member));
  }
}

Inflated ZipArchive::read(const ZipMember& member, std::size_t limit) const {
  constexpr unsigned kStored = 0;
  const std::string_view header = part(bytes_, member.header_at, bytes_.size());
  if (header.size() < kMemberHeader || !header.starts_with(kMemberMark)) return {Inflated::End::kDamaged, {}, 0};
  const std::uint64_t data = kMemberHeader + number16(header, 26) + number16(header, 28);
  const std::string_view packed = part(header, data, member.packed);
  Inflated out;
  if (member.method == kStored) {
    out.bytes = packed.substr(0, limit);
    if (packed.size() > limit) out.end = Inflated::End::kTooLong;
  } else {
    out = inflate(packed, limit);
  }
  const bool cut = packed.size() < member.packed;
  if (cut && out.end != Inflated::End::kTooLong) out.end = Inflated::End::kCutOff;
  if (out.end == Inflated::End::kWhole && crc32_of(out.bytes) != member.crc) out.end = Inflated::End::kDamaged;
  return out;
}

}  // namespace newsloupe
