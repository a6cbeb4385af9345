// ZIP archives (APPNOTE.TXT): what is inside, and one member at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/unpack/inflate.h"

namespace newsloupe {

struct ZipMember {
  std::string name;  // UTF-8, with '/', below the archive: no drive, no "..", no '/' in front
  std::uint16_t method = 0;
  bool encrypted = false;
  bool folder = false;
  std::uint32_t crc = 0;
  std::uint64_t packed = 0, size = 0;  // as the directory says; never believed further than a limit
  std::uint64_t header_at = 0;
};

// Points into the archive's bytes, which must outlive it.
class ZipArchive {
 public:
  // By the directory at the end; where that is missing, by the headers before the members, as far as they go.
  explicit ZipArchive(std::string_view bytes);

  [[nodiscard]] const std::vector<ZipMember>& members() const { return members_; }
  [[nodiscard]] const ZipMember* find(std::string_view name) const;
  // The directory at the end is missing or does not fit: what was found may not be all.
  [[nodiscard]] bool cut_off() const { return cut_off_; }
  // More members than are listed.
  [[nodiscard]] bool too_many() const { return too_many_; }
  // A member that is stored or deflated, up to `limit` bytes. A wrong checksum is damage.
  [[nodiscard]] Inflated read(const ZipMember& member, std::size_t limit) const;

 private:
  bool read_directory();
  void read_zip64_end(std::size_t end_at, std::uint64_t& count, std::uint64_t& size, std::uint64_t& offset) const;
  std::size_t read_entry(std::size_t at);
  void scan_headers();

  std::string_view bytes_;
  std::vector<ZipMember> members_;
  std::uint64_t base_ = 0;  // what stands before the archive, as in programs that unpack themselves
  bool cut_off_ = false, too_many_ = false;
};

inline constexpr std::size_t kMostMembers = 20'000;

[[nodiscard]] bool is_zip(std::string_view bytes);

}  // namespace newsloupe
