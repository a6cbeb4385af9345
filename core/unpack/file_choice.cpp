#include "core/unpack/file_choice.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace newsloupe {
namespace {

constexpr std::string_view kNoText =
    " apng avif bmp gif heic heif ico jfif jpeg jpg jxl png psd svg tif tiff webp"  // pictures
    " aac avi flac m4a m4v mkv mov mp3 mp4 mpeg mpg oga ogg ogv opus wav webm wma wmv"
    " cjs css js less map mjs scss swf wasm"
    " eot otf ttf woff woff2 ";
constexpr std::string_view kLeftBySystems[] = {"__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"};
// How browsers call the folder of what a saved page shows, after the page's name.
constexpr std::string_view kBesidePage[] = {"_files",     ".files", "-dateien", "_fichiers",
                                            "_archivos",  "_file",  "-filer",   "_arquivos",
                                            "_bestanden", "_pliki", "_soubory", "_tiedostot"};

bool is_hidden(std::string_view path) {
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string step = lower_ascii(path.substr(at, end - at));
    if (step.starts_with('.') || std::ranges::find(kLeftBySystems, step) != std::end(kLeftBySystems)) return true;
    at = end + 1;
  }
  return false;
}

bool holds_no_text(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return false;
  return kNoText.find(" " + lower_ascii(path.substr(dot + 1)) + " ") != std::string_view::npos;
}

// `page`, sorted, are paths without the ending. True where a folder on the way belongs to one of them.
bool lies_beside_page(std::string_view path, const std::vector<std::string_view>& pages) {
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
    const std::string_view folder = path.substr(0, end);
    for (const std::string_view ending : kBesidePage) {
      if (!ends_like(folder, ending)) continue;
      const std::string_view page = folder.substr(0, folder.size() - ending.size());
      if (std::ranges::binary_search(pages, page)) return true;
    }
  }
  return false;
}

std::vector<std::string_view> pages_among(const std::vector<std::string>& paths) {
  std::vector<std::string_view> pages;
  for (const std::string& path : paths) {
    for (const std::string_view ending : {".html", ".htm", ".xhtml"}) {
      if (ends_like(path, ending)) pages.push_back(std::string_view(path).substr(0, path.size() - ending.size()));
    }
  }
  std::ranges::sort(pages);
  return pages;
}

}  // namespace

std::vector<FileFate> choose_files(const std::vector<std::string>& paths) {
  const std::vector<std::string_view> pages = pages_among(paths);
  std::vector<FileFate> fates;
  fates.reserve(paths.size());
  for (const std::string& path : paths) {
    const bool passed = holds_no_text(path) || lies_beside_page(path, pages);
    fates.push_back(is_hidden(path) ? FileFate::kHidden : passed ? FileFate::kPassedOver : FileFate::kRead);
  }
  return fates;
}

std::string words_for_passed_over(std::size_t count) {
  if (count == 0) return {};
  return std::to_string(count) + (count == 1 ? " picture, script or the like was passed over."
                                             : " pictures, scripts and the like were passed over.");
}

}  // namespace newsloupe
