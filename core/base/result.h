// A value or the reason why there is none. Used at the doors only (unpack, ingest, wire): analysis itself cannot fail.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>

namespace newsloupe {

// `stage` names the part that gave up ("ingest", "wire"); `message` is one line: cause and way out, for the reader.
struct Error {
  std::string stage;
  std::string message;
  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}      // NOLINT(google-explicit-constructor): reads as `return value;`
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor): reads as `return error;`

  [[nodiscard]] bool ok() const { return value_.has_value(); }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *value_;
  }
  [[nodiscard]] T& value() & {
    assert(ok());
    return *value_;
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return std::move(*value_);
  }
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return error_;
  }

 private:
  std::optional<T> value_;
  Error error_;
};

}  // namespace newsloupe
