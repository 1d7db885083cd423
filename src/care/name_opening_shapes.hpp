#pragma once
// What goes in and out about opening a name: to the contact who asked and to administrators.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "care/name_opening.hpp"
#include "platform/meta.hpp"
#include "programme/called.hpp"

namespace care {

struct NameAsked {
    std::string danger;
};
BOOST_DESCRIBE_STRUCT(NameAsked, (), (danger))

struct NameOpeningAnswer {
    NameOpeningId id;
    programme::Called programme;
    std::string asked_by;
    base::Day asked_on;
    std::string danger;
    std::optional<std::string> agreed_by;
    std::optional<base::Day> agreed_on;
    std::optional<std::string> name;  // to the two who opened it, while the acquaintance is kept
};
BOOST_DESCRIBE_STRUCT(NameOpeningAnswer, (), (id, programme, asked_by, asked_on, danger, agreed_by, agreed_on, name))

struct NameOpenings {
    std::vector<NameOpeningAnswer> items;  // the newest first
};
BOOST_DESCRIBE_STRUCT(NameOpenings, (), (items))

}  // namespace care

template <>
inline constexpr auto meta::limits<care::NameAsked> =
    std::array{meta::Limit{"danger", 1, 2000, "What the danger is; the administrator who agrees reads it"}};
template <>
inline constexpr auto meta::limits<care::NameOpeningAnswer> =
    std::array{meta::doc("name", "To the two who opened it alone; null once the acquaintance is forgotten")};
