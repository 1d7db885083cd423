#pragma once

#include <array>

#include "platform/page.hpp"
#include "programme/setting.hpp"

namespace programme {

using SettingChangeId = base::Id<struct SettingChangeTag>;

struct SettingChange {
    SettingChangeId id;
    std::string setting;
    SettingChangeKind kind{};
    meta::Json before;
    meta::Json after;
    base::Instant changed_at;
    std::optional<std::string> changed_by;
    std::optional<std::string> agreed_by;
};
BOOST_DESCRIBE_STRUCT(SettingChange, (), (id, setting, kind, before, after, changed_at, changed_by, agreed_by))

enum class SettingChangeSort { changed_at, setting };
BOOST_DESCRIBE_ENUM(SettingChangeSort, changed_at, setting)

struct SettingChangeQuery : page::Request {
    std::optional<std::string> search;
    std::optional<SettingChangeSort> sort;
};
BOOST_DESCRIBE_STRUCT(SettingChangeQuery, (page::Request), (search, sort))

struct SettingChangeList {
    std::vector<SettingChange> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(SettingChangeList, (), (items, next_cursor))

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::SettingChange> =
    std::array{meta::doc("setting", "As it is called in the set-up, or sign_thresholds, or preparation"),
               meta::doc("before", "The value, in the form in which the set-up holds it"),
               meta::doc("changed_by", "By name; null: the house itself"),
               meta::doc("agreed_by", "Who of the other side agreed, where it is locked by agreement")};
template <>
inline constexpr auto meta::limits<programme::SettingChangeQuery> = page::limits(meta::Limit{
    "search", 1, 60, "Part of a setting's name"});
