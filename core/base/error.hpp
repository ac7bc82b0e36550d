// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <variant>
#include <vector>

namespace agentarmy {

/// What the caller can do about an error. Only `unavailable` is ever retried.
enum class ErrorKind { invalid, denied, notFound, conflict, unavailable, internal };

using DetailValue = std::variant<std::string, std::int64_t, double, std::vector<std::string>>;
using ErrorDetails = std::map<std::string, DetailValue>;

/// An error as a value: `code` is stable and tested, `message` tells people what to do, `details` hold no secrets.
struct Error {
    ErrorKind kind = ErrorKind::internal;
    std::string code;
    std::string message;
    ErrorDetails details;
};

template <class T> using Result = tl::expected<T, Error>;

/// `return fail({...});` from any function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

/// `validation_failed` for one field; `rule` says the bound in words ("1..300 bytes").
[[nodiscard]] Error invalidField(std::string field, std::string rule);
[[nodiscard]] Error notFound(std::string type, std::string id);

/// `{"code", "message", "details"}`; the caller wraps it as `{"error": ...}` where a contract asks for that.
nlohmann::json toJson(const Error& error);
}
