#pragma once
// Which column of a file is which field. An allow-list (rules 11): what has no field here cannot be read, and age,
// birth date, pay, performance and the like have none on purpose (R04). Proposed from header names alone, corrected
// by a person, kept for the next file with the same header.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "person/written_day.hpp"
#include "platform/meta.hpp"

namespace person {

enum class PersonField {
    external_id,
    name,
    given_name,
    family_name,
    called_name,
    pronouns,
    email,
    sign_in_name,
    department,
    site,
    job_title,
    level,
    manager_id,
    manager_name,
    manager_email,
    hired_on,
    left_on,
    time_zone,
    language,
};
BOOST_DESCRIBE_ENUM(PersonField, external_id, name, given_name, family_name, called_name, pronouns, email, sign_in_name,
                    department, site, job_title, level, manager_id, manager_name, manager_email, hired_on, left_on,
                    time_zone, language)

// Why a column has no field to go to. `other` columns are only unknown; the rest Obverse refuses to hold.
enum class NeverRead {
    age,
    birth_date,
    pay,
    performance,
    gender,
    ethnicity,
    family_state,
    citizenship,
    religion,
    health,
    union_membership,
    home_address,
    attitude,
    leaving_reason,
};
BOOST_DESCRIBE_ENUM(NeverRead, age, birth_date, pay, performance, gender, ethnicity, family_state, citizenship,
                    religion, health, union_membership, home_address, attitude, leaving_reason)

struct MappedColumn {
    std::int32_t position = 0;  // 0-based
    std::string header;
    PersonField field{};
};
BOOST_DESCRIBE_STRUCT(MappedColumn, (), (position, header, field))

// What a word of the level column, or a job title, means; higher is higher in the house.
struct LevelWord {
    std::string word;
    std::int32_t level = 0;
};
BOOST_DESCRIBE_STRUCT(LevelWord, (), (word, level))

enum class LevelSource {
    none,
    rising_number,   // 7 stands above 6
    falling_number,  // 1 stands above 2
    words,           // the level column, by `level_words`
    job_titles,      // the job title column, by `level_words`
};
BOOST_DESCRIBE_ENUM(LevelSource, none, rising_number, falling_number, words, job_titles)

enum class Keep { everyone, only_listed };
BOOST_DESCRIBE_ENUM(Keep, everyone, only_listed)

struct ColumnMapping {
    std::vector<MappedColumn> columns;
    bool has_header = true;
    std::optional<DayOrder> day_order;
    LevelSource level_source = LevelSource::none;
    std::vector<LevelWord> level_words;
    std::optional<std::string> email_pattern;
    // Confirmed: whoever has neither id nor e-mail is recognised by name and hiring day.
    bool recognise_by_name = false;
    Keep keep = Keep::everyone;
    // With only_listed: ids, e-mails or names to keep; managers in their lines stay as a name and a place in the tree.
    std::vector<std::string> listed;
    // An administrator says: whoever has not been invited within 90 days stays this time.
    std::optional<bool> keep_uninvited;
    // The name, id or e-mail of whoever stands at the top of the house.
    std::optional<std::string> top;
};
BOOST_DESCRIBE_STRUCT(ColumnMapping, (),
                      (columns, has_header, day_order, level_source, level_words, email_pattern, recognise_by_name,
                       keep, listed, keep_uninvited, top))

struct ProposedColumn {
    std::int32_t position = 0;
    std::string header;
    std::optional<PersonField> field;
    std::optional<NeverRead> never_read;
};
BOOST_DESCRIBE_STRUCT(ProposedColumn, (), (position, header, field, never_read))

// Each field is proposed at most once, for the header that names it best.
std::vector<ProposedColumn> propose_columns(std::span<std::string const> headers);
std::optional<NeverRead> never_read(std::string_view header);

// The proposal as a mapping to read with: level by number when a level column is there, by nothing otherwise.
ColumnMapping mapping_of(std::span<ProposedColumn const> columns);

// The columns of this mapping in a file with these headers: by position where the header agrees, else by header.
// Refuses: nothing that names a person; a column that is not there; a field or column twice; a level source without
// its column; an unreadable e-mail pattern. All at once.
base::Result<std::vector<MappedColumn>> locate_columns(ColumnMapping const& mapping,
                                                       std::span<std::string const> headers);

// The same for the same headers in the same order, whatever their case and spaces.
std::string header_key(std::span<std::string const> headers);

}  // namespace person

template <>
inline constexpr auto meta::limits<person::MappedColumn> = std::array{
    meta::Limit{"position", 0, 1023, "Position of the column, 0-based"},
    meta::Limit{"header", 0, 300, "The column's name as it stands in the file"},
    meta::doc("field", "The field it is read into"),
};
template <>
inline constexpr auto meta::limits<person::LevelWord> = std::array{
    meta::Limit{"word", 1, 200, "A word of the level column, or a job title"},
    meta::Limit{"level", 0, 1000, "Its level; higher is higher in the house"},
};
template <>
inline constexpr auto meta::limits<person::ColumnMapping> = std::array{
    meta::Limit{"columns", 1, 19, "The columns that are read; all others are dropped while reading"},
    meta::doc("has_header", "Is the first line a header?"),
    meta::doc("day_order", "Asked whenever a day could be read both ways"),
    meta::doc("level_source", "Where levels come from"),
    meta::Limit{"level_words", 0, 2000, "What the words of the level column, or the job titles, mean"},
    meta::Limit{"email_pattern", 3, 254, "Makes addresses from names: first.last@example.org"},
    meta::doc("recognise_by_name", "Confirmed: rows without id and e-mail are recognised by name and hiring day"),
    meta::doc("keep", "Keep everyone, or only the listed people and the names of those above them"),
    meta::Limit{"listed", 0, 20000, "Ids, e-mails or names of the people to keep", 1, 300},
    meta::doc("keep_uninvited", "Administrators only: let nobody go for not having been invited within 90 days"),
    meta::Limit{"top", 1, 300, "Name, id or e-mail of whoever stands at the top"},
};
template <>
inline constexpr auto meta::limits<person::ProposedColumn> = std::array{
    meta::doc("position", "Position of the column, 0-based"),
    meta::doc("header", "The column's name"),
    meta::doc("field", "The field it is proposed for; null: not read"),
    meta::doc("never_read", "Why Obverse has no field for it"),
};
