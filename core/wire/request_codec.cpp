#include <bit>
#include <cstring>
#include <type_traits>
#include <utility>

#include "core/wire/requests.h"

// The codec walks each_field() of the views, so a view and its bytes cannot drift apart. Requests get theirs here.
namespace newsloupe {
namespace {

template <class T>
constexpr bool kIsVector = false;
template <class T>
constexpr bool kIsVector<std::vector<T>> = true;
template <class T>
constexpr bool kIsPair = false;
template <class A, class B>
constexpr bool kIsPair<std::pair<A, B>> = true;
template <class T>
constexpr bool kIsVariant = false;
template <class... T>
constexpr bool kIsVariant<std::variant<T...>> = true;
template <class T>
constexpr bool kIsSpan = false;
template <class S>
constexpr bool kIsSpan<BasicSpan<S>> = true;

// clang-format off
template <class F> void fields(AddFile& m, F&& f) { f(m.id); f(m.name); f(m.bytes); }
template <class F> void fields(SetTitle& m, F&& f) { f(m.article); f(m.title); }
template <class F> void fields(SetOutlet& m, F&& f) { f(m.article); f(m.outlet); }
template <class F> void fields(SetPublished& m, F&& f) { f(m.article); f(m.date); }
template <class F> void fields(RemoveArticle& m, F&& f) { f(m.article); }
template <class F> void fields(LeaveOut& m, F&& f) { f(m.article); f(m.out); }
template <class F> void fields(MoveToStory& m, F&& f) { f(m.article); f(m.with); }
template <class F> void fields(RenameStory& m, F&& f) { f(m.article); f(m.label); }
template <class F> void fields(SetRole& m, F&& f) { f(m.article); f(m.role); }
template <class F> void fields(NameAnchor& m, F&& f) { f(m.article); f(m.mention); }
template <class F> void fields(MergeNames& m, F&& f) { f(m.name); f(m.into); }
template <class F> void fields(RenameName& m, F&& f) { f(m.name); f(m.to); }
template <class F> void fields(RetypeName& m, F&& f) { f(m.name); f(m.type); }
template <class F> void fields(SetSpeaker& m, F&& f) { f(m.article); f(m.quote); f(m.speaker); }
template <class F> void fields(RejectQuote& m, F&& f) { f(m.article); f(m.quote); }
template <class F> void fields(Change& m, F&& f) { f(m.corrections); }
template <class F> void fields(ApplyChange& m, F&& f) { f(m.change); }
template <class F> void fields(UndoChange&, F&&) {}
template <class F> void fields(RedoChange&, F&&) {}
template <class F> void fields(LoadSample&, F&&) {}
template <class F> void fields(SearchQuery& m, F&& f) { f(m.text); f(m.regex); f(m.match_case); f(m.whole_word); }
template <class F> void fields(AskView& m, F&& f) {
  f(m.kind); f(m.article); f(m.subject); f(m.search); f(m.text); f(m.first); f(m.count); f(m.expanded);
  f(m.only_needing); f(m.other);
}
template <class F> void fields(OpenStory& m, F&& f) { f(m.article); }
template <class F> void fields(AskModel& m, F&& f) { f(m.request); f(m.format); }
template <class F> void fields(Changed& m, F&& f) { f(m.revision); f(m.busy); }
template <class F> void fields(ViewReady& m, F&& f) { f(m.view); }
template <class F> void fields(ModelReady& m, F&& f) { f(m.request); f(m.json); }
template <class F> void fields(Failed& m, F&& f) { f(m.stage); f(m.message); }
template <class F> void fields(CivilDate& d, F&& f) { f(d.year); f(d.month); f(d.day); }
template <class V, class F> requires requires(V& v, F&& f) { v.each_field(f); }
void fields(V& view, F&& f) { view.each_field(f); }
// clang-format on

class Encoder {
 public:
  template <class T>
  void operator()(T& value) {
    if constexpr (std::is_enum_v<T>) {
      put(static_cast<std::underlying_type_t<T>>(value));
    } else if constexpr (std::is_integral_v<T>) {
      put(value);
    } else if constexpr (std::is_same_v<T, std::string>) {
      put(static_cast<std::uint32_t>(value.size()));
      bytes_.append(value);
    } else if constexpr (kIsVector<T>) {
      put(static_cast<std::uint32_t>(value.size()));
      for (auto& item : value) (*this)(item);
    } else if constexpr (kIsPair<T>) {
      (*this)(value.first);
      (*this)(value.second);
    } else if constexpr (kIsSpan<T>) {
      put(value.begin);
      put(value.end);
    } else if constexpr (std::is_same_v<T, std::optional<CivilDate>>) {
      put(static_cast<std::uint8_t>(value.has_value()));
      if (value) (*this)(*value);
    } else if constexpr (kIsVariant<T>) {
      put(static_cast<std::uint8_t>(value.index()));
      std::visit(*this, value);
    } else {
      fields(value, *this);
    }
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  template <class I>
  void put(I value) {
    auto u = static_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < sizeof(I); ++i, u >>= 8) bytes_.push_back(static_cast<char>(u & 0xFF));
  }
  std::string bytes_;
};

// Reads what Encoder wrote. After the first field that does not fit, everything reads as zero and ok() is false.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool ok() const { return ok_ && rest_.empty(); }

  template <class T>
  void operator()(T& value) {
    if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(get<std::underlying_type_t<T>>());
    } else if constexpr (std::is_same_v<T, bool>) {
      value = get<std::uint8_t>() != 0;
    } else if constexpr (std::is_integral_v<T>) {
      value = get<T>();
    } else if constexpr (std::is_same_v<T, std::string>) {
      value = std::string(take(get<std::uint32_t>()));
    } else if constexpr (kIsVector<T>) {
      // A length cannot be larger than the bytes that are left: a damaged one must not reserve memory.
      const auto count = get<std::uint32_t>();
      if (count > rest_.size()) return fail();
      value.resize(count);
      for (auto& item : value) (*this)(item);
    } else if constexpr (kIsPair<T>) {
      (*this)(value.first);
      (*this)(value.second);
    } else if constexpr (kIsSpan<T>) {
      value.begin = get<std::uint32_t>();
      value.end = get<std::uint32_t>();
    } else if constexpr (std::is_same_v<T, std::optional<CivilDate>>) {
      if (get<std::uint8_t>() != 0) (*this)(value.emplace());
    } else if constexpr (kIsVariant<T>) {
      read_alternative(value, get<std::uint8_t>(), std::make_index_sequence<std::variant_size_v<T>>());
    } else {
      fields(value, *this);
    }
  }

 private:
  template <class V, std::size_t... I>
  void read_alternative(V& value, std::size_t index, std::index_sequence<I...>) {
    const bool known = ((index == I ? ((*this)(value.template emplace<I>()), true) : false) || ...);
    if (!known) fail();
  }
  void fail() {
    ok_ = false;
    rest_ = {};
  }
  std::string_view take(std::size_t count) {
    if (count > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view head = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return head;
  }
  template <class I>
  I get() {
    std::uint64_t value = 0;
    const std::string_view bytes = take(sizeof(I));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    return static_cast<I>(value);
  }
  std::string_view rest_;
  bool ok_ = true;
};

// each_field() is written once, for reading and writing; the encoder writes nothing, so it needs no copy of a whole
// view.
template <class Message>
std::string encoded(const Message& message) {
  Encoder encoder;
  encoder(const_cast<Message&>(message));
  return encoder.take();
}

template <class Message>
Result<Message> decoded(std::string_view bytes, const char* what) {
  Decoder decoder(bytes);
  Message message;
  decoder(message);
  if (!decoder.ok())
    return Error{"wire", std::string("a ") + what + " is cut short or from another version: reload the page"};
  return message;
}

}  // namespace

std::string encode(const Request& request) { return encoded(request); }
std::string encode(const Response& response) { return encoded(response); }
Result<Request> decode_request(std::string_view bytes) { return decoded<Request>(bytes, "request"); }
Result<Response> decode_response(std::string_view bytes) { return decoded<Response>(bytes, "response"); }

}  // namespace newsloupe
