#pragma once
// Result<T>: a value or a Refusal. A thin class over tl::expected so that the standard one can replace it later.
//
//   Result<Agreement> sign(Agreement agreement, Party by, Instant now);
//
//   TRY(signed_agreement, sign(agreement, by, now));   // declares, or returns the refusal
//   TRY_VOID(store::save(tx, signed_agreement));

#include <utility>

#include <tl/expected.hpp>

#include "base/refusal.hpp"

namespace base {

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Refusal> {
  public:
    using tl::expected<T, Refusal>::expected;
    Result(Refusal refusal) : tl::expected<T, Refusal>(tl::unexpect, std::move(refusal)) {}
    Result(tl::expected<T, Refusal> other) : tl::expected<T, Refusal>(std::move(other)) {}
    [[nodiscard]] Refusal const& refusal() const { return this->error(); }
};

}  // namespace base

// NOLINTBEGIN(cppcoreguidelines-macro-usage): a declaration that may return cannot be a function.
#define TRY(name, expression)                                            \
    auto name##_or_refusal = (expression);                               \
    if (!name##_or_refusal) return std::move(name##_or_refusal).error(); \
    auto name = std::move(*name##_or_refusal)

#define TRY_VOID(expression)                                     \
    do {                                                         \
        auto or_refusal_ = (expression);                         \
        if (!or_refusal_) return std::move(or_refusal_).error(); \
    } while (false)
// NOLINTEND(cppcoreguidelines-macro-usage)
