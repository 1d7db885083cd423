#pragma once
// A confidential contact's room: what they have set, and what they may tell of it in figures.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "care/concern.hpp"
#include "platform/meta.hpp"
#include "programme/called.hpp"

namespace care {

// Fewer people than these are never counted (rules E).
inline constexpr std::int64_t kFewestCounted = 5;

struct RoomSettings {
    std::optional<base::Day> away_until_on;
    std::int32_t kept_months = kLongestKeptMonths;
};
BOOST_DESCRIBE_STRUCT(RoomSettings, (), (away_until_on, kept_months))

struct ConfidenceCount {
    programme::Called programme;
    std::optional<std::int64_t> people;  // none: fewer than five
};
BOOST_DESCRIBE_STRUCT(ConfidenceCount, (), (programme, people))

struct ContactRoom : RoomSettings {
    std::string name;
    std::string organisation;
    std::vector<ConfidenceCount> counts;
};
BOOST_DESCRIBE_STRUCT(ContactRoom, (RoomSettings), (name, organisation, counts))

// To whom one can turn in a programme, as whoever coordinates it may tell: names alone, and none of what came to them.
struct NamedContact {
    std::string name;
    bool reads_by_link = false;
};
BOOST_DESCRIBE_STRUCT(NamedContact, (), (name, reads_by_link))

struct NamedContacts {
    std::vector<NamedContact> items;
    bool is_enough = false;  // two, so that everybody can choose
};
BOOST_DESCRIBE_STRUCT(NamedContacts, (), (items, is_enough))

}  // namespace care

template <>
inline constexpr auto meta::limits<care::RoomSettings> = std::array{
    meta::doc("away_until_on", "The last day you are away; null: you are there. Whoever would write to you sees it"),
    meta::Limit{"kept_months", 1, 24, "After the last word. Fewer count at once; more, for what is sent from now on"}};
template <>
inline constexpr auto meta::limits<care::ConfidenceCount> =
    std::array{meta::doc("people", "Who turned to you by name in the last twelve months; null: fewer than five")};
template <>
inline constexpr auto meta::limits<care::NamedContacts> =
    std::array{meta::doc("is_enough", "Two are named, and each is there for everybody but those in their own line")};
