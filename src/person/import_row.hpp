#pragma once
// Reads an export from memory into rows of mapped cells. What a row says is cleaned and checked here, alone; what it
// means beside other rows and the people already known is people_import.hpp's. Nothing is lost silently: every row is
// either readable or refused, and every refusal and repair says line, column, value and reason.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "person/column_mapping.hpp"
#include "platform/csv.hpp"

namespace person {

// What a row gave; blank cells give nothing. This is all that is ever staged of a file.
struct ImportCells {
    std::optional<std::string> external_id;
    std::string name;  // as spoken
    std::string given;
    std::string family;
    std::optional<std::string> called_name;
    std::optional<std::string> pronouns;
    std::optional<std::string> email;
    std::optional<std::string> sign_in_name;
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::optional<std::string> job_title;
    std::optional<std::int32_t> level;
    std::optional<std::string> manager_id;
    std::optional<std::string> manager_name;  // as spoken
    std::optional<std::string> manager_email;
    std::optional<base::Day> hired_on;
    std::optional<base::Day> left_on;
    std::optional<std::string> time_zone;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(ImportCells, (),
                      (external_id, name, given, family, called_name, pronouns, email, sign_in_name, department, site,
                       job_title, level, manager_id, manager_name, manager_email, hired_on, left_on, time_zone,
                       language))

// What a row is found by: every word that was read, folded, one cell a line.
std::string folded_cells(ImportCells const& cells);

enum class ProblemReason {
    // The row is refused.
    name_missing,
    id_missing,  // and recognising by name is not confirmed
    shifted,     // its cells stand in the wrong columns
    too_many_cells,
    too_long,
    twice_in_file,  // the same id, or the same person by e-mail or name, in an earlier row
    // The row is read without this cell, or in the way stated.
    recognised_by_name,
    day_unreadable,
    left_before_hired,
    email_unreadable,
    email_kept,    // who is here keeps their address: only an administrator changes it
    email_shared,  // another person has this address
    sign_in_name_unusable,
    level_unknown,
    time_zone_unknown,
    language_unknown,
    last_administrator,  // the only one who is left does not leave by a file
};
BOOST_DESCRIBE_ENUM(ProblemReason, name_missing, id_missing, shifted, too_many_cells, too_long, twice_in_file,
                    recognised_by_name, day_unreadable, left_before_hired, email_unreadable, email_kept, email_shared,
                    sign_in_name_unusable, level_unknown, time_zone_unknown, language_unknown, last_administrator)

struct Problem {
    std::int32_t line = 0;
    std::optional<std::string> column_name;
    std::optional<std::string> value;  // of a mapped cell only
    ProblemReason reason{};
    bool is_repaired = false;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (line, column_name, value, reason, is_repaired))

struct ImportRow {
    std::int32_t line = 0;
    bool is_refused = false;
    ImportCells cells;
};

struct WordCount {
    std::string word;
    std::int32_t people = 0;
};
BOOST_DESCRIBE_STRUCT(WordCount, (), (word, people))

// What the file as a whole has to say.
struct FileNotes {
    csv::Encoding encoding{};
    std::string separator;
    std::int32_t columns_in_file = 0;
    std::int32_t columns_read = 0;
    std::vector<NeverRead> never_read;  // kinds, not headers: nothing of an unread column is kept
    std::int32_t names_turned = 0;
    std::int32_t cells_trimmed = 0;
    std::int32_t two_digit_years = 0;
    std::int32_t cut_short_rows = 0;  // the export leaves empty cells at the end of a row away
    std::vector<WordCount> unknown_level_words;
};
BOOST_DESCRIBE_STRUCT(FileNotes, (),
                      (encoding, separator, columns_in_file, columns_read, never_read, names_turned, cells_trimmed,
                       two_digit_years, cut_short_rows, unknown_level_words))

struct ImportFile {
    std::vector<ImportRow> rows;
    std::vector<Problem> problems;
    FileNotes notes;
    std::map<std::int32_t, std::string> level_names;
    std::string header_key;
};

inline constexpr std::size_t kLargestImport = 64U * 1024 * 1024;
inline constexpr std::size_t kMostImportRows = 200'000;

// The cells of the first line, in any encoding; empty for an empty file.
base::Result<std::vector<std::string>> read_headers(std::string_view octets);

// Refuses the file as a whole: empty; a quote never closed; a column that is not there; more rows than
// kMostImportRows. Asks, as field errors with the code `needed`: /day_order when any day leaves it open (params
// column, line, value and, where other days decide it, proposed), /recognise_by_name when no column tells people
// apart.
base::Result<ImportFile> read_import(std::string_view octets, ColumnMapping const& mapping, base::Day today);

}  // namespace person
