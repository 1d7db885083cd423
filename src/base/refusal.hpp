#pragma once
// A refusal is the house saying no: a value, never an exception. Codes are stable and snake_case; people read
// code + params through the catalogue (locales/), `detail` is plain English for logs and tools.
// One table in platform/http turns a kind into an HTTP status, one in app/cli into an exit code.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class RefusalKind {
    malformed,        // not HTTP, not JSON
    unauthenticated,  // nobody is signed in
    not_found,        // not there, or not yours: the same answer
    forbidden,        // this role may never
    conflict,         // the state, or the version, does not allow it
    too_large,
    unsupported,  // content type or method
    invalid,      // fields, or an idempotency key used for another request
    throttled,
    unavailable,
};

using Params = std::map<std::string, std::string>;

// One thing wrong with the input. `pointer` is an RFC 6901 JSON pointer ("/name"), "" for the whole.
struct FieldError {
    std::string pointer;
    std::string code;
    Params params;
};

struct Refusal {
    RefusalKind kind;
    std::string code;
    std::string detail;
    std::vector<FieldError> errors;
    Params params;
};

Refusal not_found(std::string_view what);
Refusal forbidden(std::string code, std::string detail);
Refusal conflict(std::string code, std::string detail, Params params = {});
// The document changed since it was read; the page shows the current one.
Refusal stale(std::string_view what);
Refusal invalid(std::vector<FieldError> errors);
Refusal invalid(std::string pointer, std::string code, Params params = {});

}  // namespace base
