#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "person/person.hpp"
#include "person/role.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"

namespace person {

struct NewPerson {
    std::string name;
    std::optional<std::string> called_name;
    std::optional<std::string> pronouns;
    std::optional<std::string> email;
    std::optional<std::string> sign_in_name;
    std::optional<std::string> external_id;
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::optional<std::string> job_title;
    std::optional<std::int32_t> level;
    std::optional<std::string> time_zone;
    std::optional<std::string> language;
    std::optional<PersonId> manager_id;
    std::optional<base::Day> hired_on;
};
BOOST_DESCRIBE_STRUCT(NewPerson, (),
                      (name, called_name, pronouns, email, sign_in_name, external_id, department, site, job_title,
                       level, time_zone, language, manager_id, hired_on))

struct PersonChange {
    std::int64_t version = 0;
    std::optional<std::string> name;
    meta::Patch<std::string> called_name;
    meta::Patch<std::string> pronouns;
    meta::Patch<std::string> email;
    std::optional<std::string> sign_in_name;
    meta::Patch<std::string> external_id;
    meta::Patch<std::string> department;
    meta::Patch<std::string> site;
    meta::Patch<std::string> job_title;
    meta::Patch<std::int32_t> level;
    std::optional<std::string> time_zone;
    std::optional<std::string> language;
    meta::Patch<PersonId> manager_id;
    meta::Patch<base::Day> hired_on;
    meta::Patch<base::Day> left_on;
};
BOOST_DESCRIBE_STRUCT(PersonChange, (),
                      (version, name, called_name, pronouns, email, sign_in_name, external_id, department, site,
                       job_title, level, time_zone, language, manager_id, hired_on, left_on))

enum class PeopleSort { name, department, level };
BOOST_DESCRIBE_ENUM(PeopleSort, name, department, level)

// removable: not invited within 90 days, and gone with the next import.
enum class PeopleState { active, without_address, inactive, name_only, everyone, removable };
BOOST_DESCRIBE_ENUM(PeopleState, active, without_address, inactive, name_only, everyone, removable)

struct PeopleQuery : page::Request {
    std::optional<std::string> search;
    std::optional<std::string> department;
    std::optional<LineState> line_state;
    std::optional<access::Role> role;
    std::optional<PeopleState> state;
    std::optional<PeopleSort> sort;
};
BOOST_DESCRIBE_STRUCT(PeopleQuery, (page::Request), (search, department, line_state, role, state, sort))

struct PersonRow {
    PersonId id;
    std::string name;
    std::optional<std::string> called_name;
    std::optional<std::string> email;
    std::optional<std::string> sign_in_name;
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::optional<std::string> job_title;
    std::optional<std::int32_t> level;
    std::optional<std::string> level_name;
    std::optional<PersonId> manager_id;
    std::optional<std::string> manager_name;
    LineState line_state{};
    bool is_active = true;
    bool is_name_only = false;
    std::vector<access::Role> roles;  // each once, whatever the programmes
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
                      (id, name, called_name, email, sign_in_name, department, site, job_title, level, level_name,
                       manager_id, manager_name, line_state, is_active, is_name_only, roles))

struct PeoplePage {
    std::vector<PersonRow> items;
    std::optional<std::string> next_cursor;
    std::int64_t total = 0;  // of the whole list under this filter
};
BOOST_DESCRIBE_STRUCT(PeoplePage, (), (items, next_cursor, total))

enum class PersonAction { change, deactivate, activate, grant_role, confirm_line };
BOOST_DESCRIBE_ENUM(PersonAction, change, deactivate, activate, grant_role, confirm_line)

struct PersonAnswer {
    PersonId id;
    std::string name;
    std::optional<std::string> called_name;
    std::optional<std::string> pronouns;
    std::optional<std::string> email;
    std::optional<std::string> sign_in_name;
    std::optional<std::string> external_id;
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::optional<std::string> job_title;
    std::optional<std::int32_t> level;
    std::optional<std::string> level_name;
    std::string time_zone;
    std::string language;
    std::optional<PersonId> manager_id;
    std::optional<std::string> manager_name;
    LineState line_state{};
    std::int32_t people_under = 0;
    std::optional<base::Day> hired_on;
    std::optional<base::Day> left_on;  // administrators only
    bool is_active = true;
    bool is_name_only = false;
    std::vector<RoleGrant> roles;
    std::vector<PersonAction> allowed_actions;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PersonAnswer, (),
                      (id, name, called_name, pronouns, email, sign_in_name, external_id, department, site, job_title,
                       level, level_name, time_zone, language, manager_id, manager_name, line_state, people_under,
                       hired_on, left_on, is_active, is_name_only, roles, allowed_actions, version))

struct NewRole {
    access::Role role{};
    std::optional<access::ProgrammeId> programme_id;
};
BOOST_DESCRIBE_STRUCT(NewRole, (), (role, programme_id))

enum class DepartmentSort { name };
BOOST_DESCRIBE_ENUM(DepartmentSort, name)

struct DepartmentsQuery : page::Request {
    std::optional<std::string> search;
    std::optional<DepartmentSort> sort;
};
BOOST_DESCRIBE_STRUCT(DepartmentsQuery, (page::Request), (search, sort))

struct DepartmentAnswer {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(DepartmentAnswer, (), (name))

struct DepartmentPage {
    std::vector<DepartmentAnswer> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(DepartmentPage, (), (items, next_cursor))

enum class SiteSort { name };
BOOST_DESCRIBE_ENUM(SiteSort, name)

struct SitesQuery : page::Request {
    std::optional<std::string> search;
    std::optional<SiteSort> sort;
};
BOOST_DESCRIBE_STRUCT(SitesQuery, (page::Request), (search, sort))

struct SiteAnswer {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(SiteAnswer, (), (name))

struct SitePage {
    std::vector<SiteAnswer> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(SitePage, (), (items, next_cursor))

enum class LevelSort { level, people };
BOOST_DESCRIBE_ENUM(LevelSort, level, people)

struct LevelsQuery : page::Request {
    std::optional<std::string> search;
    std::optional<LevelSort> sort;
};
BOOST_DESCRIBE_STRUCT(LevelsQuery, (page::Request), (search, sort))

struct LevelAnswer {
    std::int32_t level = 0;
    std::optional<std::string> name;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(LevelAnswer, (), (level, name, people))

struct LevelPage {
    std::vector<LevelAnswer> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(LevelPage, (), (items, next_cursor))

// What a person says of themselves; everything else about them comes from the house.
struct MyDetails {
    std::string name;
    std::optional<std::string> called_name;
    std::optional<std::string> pronouns;
    std::string language;
    std::string time_zone;
    std::vector<std::string> languages;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(MyDetails, (), (name, called_name, pronouns, language, time_zone, languages, version))

struct MyDetailsChange {
    std::int64_t version = 0;
    meta::Patch<std::string> called_name;
    meta::Patch<std::string> pronouns;
    std::optional<std::string> language;
    std::optional<std::string> time_zone;
};
BOOST_DESCRIBE_STRUCT(MyDetailsChange, (), (version, called_name, pronouns, language, time_zone))

}  // namespace person

template <>
inline constexpr auto meta::limits<person::NewPerson> = std::array{
    meta::Limit{"name", 1, 200, "As it is spoken; one name is enough"},
    meta::Limit{"called_name", 1, 100, "What they want to be called"},
    meta::Limit{"pronouns", 1, 50, "As typed"},
    meta::Limit{"email", 3, 254, "Nobody needs one"},
    meta::Limit{"sign_in_name", 2, 64, "a-z 0-9 . _ -; made from the name when left out"},
    meta::Limit{"external_id", 1, 100, "Their number in the HR system"},
    meta::Limit{"department", 1, 200},
    meta::Limit{"site", 1, 200},
    meta::Limit{"job_title", 1, 200},
    meta::Limit{"level", 0, 1000, "Higher is higher in the house"},
    meta::Limit{"time_zone", 1, 64, "IANA name; the organisation's when left out"},
    meta::Limit{"language", 2, 16, "The organisation's when left out"},
};
template <>
inline constexpr auto meta::limits<person::PersonChange> = std::array{
    meta::doc("version", "As read; an older one is refused as stale"),
    meta::Limit{"name", 1, 200},
    meta::Limit{"called_name", 1, 100},
    meta::Limit{"pronouns", 1, 50},
    meta::Limit{"email", 3, 254},
    meta::Limit{"sign_in_name", 2, 64},
    meta::Limit{"external_id", 1, 100},
    meta::Limit{"department", 1, 200},
    meta::Limit{"site", 1, 200},
    meta::Limit{"job_title", 1, 200},
    meta::Limit{"level", 0, 1000},
    meta::Limit{"time_zone", 1, 64},
    meta::Limit{"language", 2, 16},
};
template <>
inline constexpr auto meta::limits<person::PeopleQuery> = page::limits(
    meta::Limit{"search", 1, 100, "Part of a name, e-mail, sign-in name or number"}, meta::Limit{"department", 1, 200},
    meta::doc(
        "state",
        "Active people when left out; without_address: those of them whom no mail reaches; removable: not invited "
        "within 90 days, and gone with the next import"));
template <>
inline constexpr auto meta::limits<person::DepartmentsQuery> = page::limits(meta::Limit{"search", 1, 100,
                                                                                        "Part of a name"});
template <>
inline constexpr auto meta::limits<person::NewRole> = std::array{
    meta::doc("programme_id", "Left out: for the whole organisation"),
};
template <>
inline constexpr auto meta::limits<person::LevelAnswer> = std::array{
    meta::doc("level", "Higher is higher in the house"), meta::doc("name", "Its word, where the import gave one")};
template <>
inline constexpr auto meta::limits<person::MyDetails> =
    std::array{meta::doc("languages", "Those that Obverse speaks"), meta::doc("time_zone", "IANA name")};
template <>
inline constexpr auto meta::limits<person::MyDetailsChange> = std::array{
    meta::doc("version", "As read; an older one is refused as stale"),
    meta::Limit{"called_name", 1, 100, "What you want to be called"},
    meta::Limit{"pronouns", 1, 50, "As typed"},
    meta::Limit{"language", 2, 16},
    meta::Limit{"time_zone", 1, 64, "IANA name: Europe/Berlin"},
};
template <>
inline constexpr auto meta::limits<person::SitesQuery> = page::limits(meta::Limit{"search", 1, 100, "Part of a name"});
template <>
inline constexpr auto meta::limits<person::LevelsQuery> = page::limits(meta::Limit{"search", 1, 100,
                                                                                   "Part of its word"});
