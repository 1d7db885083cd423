#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "person/conflict.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"

namespace person {

// Each by the name as it is spoken, the number in the HR system, the sign-in name or the address.
struct ConflictInput {
    std::string one;
    std::string other;
};
BOOST_DESCRIBE_STRUCT(ConflictInput, (), (one, other))

struct ConflictRow {
    ConflictId id;
    std::string one;
    std::string other;
    base::Day entered_on;
};
BOOST_DESCRIBE_STRUCT(ConflictRow, (), (id, one, other, entered_on))

enum class ConflictSort { one, other, entered_on };
BOOST_DESCRIBE_ENUM(ConflictSort, one, other, entered_on)

struct ConflictsQuery : page::Request {
    std::optional<std::string> search;
    std::optional<ConflictSort> sort;
};
BOOST_DESCRIBE_STRUCT(ConflictsQuery, (page::Request), (search, sort))

struct ConflictPage {
    std::vector<ConflictRow> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ConflictPage, (), (items, next_cursor))

}  // namespace person

template <>
inline constexpr auto meta::limits<person::ConflictInput> = std::array{
    meta::Limit{"one", 1, 300, "One of the two: name, number, sign-in name or address"},
    meta::Limit{"other", 1, 300, "The other: name, number, sign-in name or address"},
};
template <>
inline constexpr auto meta::limits<person::ConflictsQuery> = page::limits(meta::Limit{
    "search", 1, 100, "A part of one of the two names"});
