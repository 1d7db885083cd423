#pragma once
// Ids are 128 random bits, never serial and never ordered in time; UUID text on the wire. Id<Tag> keeps a
// person's id from being passed for a pairing's: `using PersonId = base::Id<struct PersonTag>;`

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"

namespace base {

using IdBytes = std::array<std::uint8_t, 16>;

std::string to_uuid(IdBytes const& bytes);
// Accepts the 36-character form only, either case.
std::optional<IdBytes> from_uuid(std::string_view text);

template <class Tag>
struct Id {
    IdBytes bytes{};

    auto operator<=>(Id const&) const = default;
    [[nodiscard]] std::string text() const { return to_uuid(bytes); }
    [[nodiscard]] static std::optional<Id> parse(std::string_view text) {
        auto bytes = from_uuid(text);
        if (!bytes) return std::nullopt;
        return Id{*bytes};
    }
    // Random in all but the six bits of a version-4 UUID.
    [[nodiscard]] static Id make(Random& random) {
        Id id;
        random.fill(id.bytes);
        id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | 0x40U);
        id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
        return id;
    }
};

// An id of anything: the subject of an event, a job.
using AnyId = Id<struct AnyTag>;

template <class Tag>
AnyId any(Id<Tag> id) {
    return AnyId{id.bytes};
}
template <class To>
To as(AnyId id) {
    return To{id.bytes};
}

}  // namespace base

template <class Tag>
struct std::hash<base::Id<Tag>> {
    std::size_t operator()(base::Id<Tag> const& id) const noexcept {
        std::size_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i) value = value << 8U | id.bytes[i];
        return value;
    }
};
