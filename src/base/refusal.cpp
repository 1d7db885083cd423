#include "base/refusal.hpp"

#include <utility>

namespace base {

Refusal not_found(std::string_view what) {
    return {RefusalKind::not_found, "not_found", std::string(what) + " is not there, or not yours", {}, {}};
}

Refusal forbidden(std::string code, std::string detail) {
    return {RefusalKind::forbidden, std::move(code), std::move(detail), {}, {}};
}

Refusal conflict(std::string code, std::string detail, Params params) {
    return {RefusalKind::conflict, std::move(code), std::move(detail), {}, std::move(params)};
}

Refusal stale(std::string_view what) {
    return conflict("stale", std::string(what) + " has changed since it was read");
}

Refusal invalid(std::vector<FieldError> errors) {
    return {RefusalKind::invalid, "invalid", "some fields need another look", std::move(errors), {}};
}

Refusal invalid(std::string pointer, std::string code, Params params) {
    return invalid({FieldError{std::move(pointer), std::move(code), std::move(params)}});
}

}  // namespace base
