#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "person/column_mapping.hpp"
#include "person/people_import.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"

namespace person {

using PeopleImportId = base::Id<struct PeopleImportTag>;

// staged (the dry run) -> applying -> applied; cancelled from either, expired after 24 hours.
enum class ImportState { staged, applying, applied, cancelled, expired };
BOOST_DESCRIBE_ENUM(ImportState, staged, applying, applied, cancelled, expired)

enum class ImportSource { file, paste, command_line };
BOOST_DESCRIBE_ENUM(ImportSource, file, paste, command_line)

struct Headers {
    std::vector<std::string> headers;
};
BOOST_DESCRIBE_STRUCT(Headers, (), (headers))

struct MappingProposal {
    std::vector<ProposedColumn> columns;
    ColumnMapping mapping;
    bool is_saved = false;  // from the last file with this header
};
BOOST_DESCRIBE_STRUCT(MappingProposal, (), (columns, mapping, is_saved))

struct UploadQuery {
    std::optional<ImportSource> source;
};
BOOST_DESCRIBE_STRUCT(UploadQuery, (), (source))

struct ImportProgress {
    std::string state;
    std::int64_t done = 0;
    std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(ImportProgress, (), (state, done, total))

enum class ImportAction { apply, cancel };
BOOST_DESCRIBE_ENUM(ImportAction, apply, cancel)

struct PeopleImportAnswer {
    PeopleImportId id;
    ImportState state{};
    ImportSource source{};
    ImportFigures figures;
    ImportReport report;
    ImportProgress progress;
    base::Instant started_at;
    std::optional<base::Instant> finished_at;
    std::vector<ImportAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(PeopleImportAnswer, (),
                      (id, state, source, figures, report, progress, started_at, finished_at, allowed_actions))

struct PeopleImportSummary {
    PeopleImportId id;
    ImportState state{};
    ImportSource source{};
    std::int32_t rows_read = 0;
    std::int32_t added = 0;
    std::int32_t changed = 0;
    std::int32_t unchanged = 0;
    std::int32_t refused = 0;
    std::optional<std::string> started_by_name;  // none: on the command line, or no longer there
    base::Instant started_at;
};
BOOST_DESCRIBE_STRUCT(PeopleImportSummary, (),
                      (id, state, source, rows_read, added, changed, unchanged, refused, started_by_name, started_at))

enum class ImportSort { started_at, state, rows_read };
BOOST_DESCRIBE_ENUM(ImportSort, started_at, state, rows_read)

struct ImportsQuery : page::Request {
    std::optional<std::string> search;
    std::optional<ImportState> state;
    std::optional<ImportSource> source;
    std::optional<ImportSort> sort;
};
BOOST_DESCRIBE_STRUCT(ImportsQuery, (page::Request), (search, state, source, sort))

struct PeopleImportPage {
    std::vector<PeopleImportSummary> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(PeopleImportPage, (), (items, next_cursor))

enum class ImportRowSort { line, outcome };
BOOST_DESCRIBE_ENUM(ImportRowSort, line, outcome)

struct ImportRowsQuery : page::Request {
    std::optional<Outcome> outcome;
    std::optional<std::string> search;
    std::optional<ImportRowSort> sort;
};
BOOST_DESCRIBE_STRUCT(ImportRowsQuery, (page::Request), (outcome, search, sort))

struct StagedRow {
    std::int32_t line = 0;
    Outcome outcome{};
    bool is_repaired = false;
    std::optional<PersonId> person_id;
    meta::Json cells;  // ImportCells
};
BOOST_DESCRIBE_STRUCT(StagedRow, (), (line, outcome, is_repaired, person_id, cells))

struct ImportRowAnswer {
    std::int32_t line = 0;
    Outcome outcome{};
    bool is_repaired = false;
    std::optional<PersonId> person_id;
    ImportCells cells;
};
BOOST_DESCRIBE_STRUCT(ImportRowAnswer, (), (line, outcome, is_repaired, person_id, cells))

struct ImportRowPage {
    std::vector<ImportRowAnswer> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ImportRowPage, (), (items, next_cursor))

enum class ProblemSort { position, reason, column_name };
BOOST_DESCRIBE_ENUM(ProblemSort, position, reason, column_name)

struct ProblemsQuery : page::Request {
    std::optional<ProblemReason> reason;
    std::optional<bool> is_repaired;
    std::optional<std::string> search;
    std::optional<ProblemSort> sort;
};
BOOST_DESCRIBE_STRUCT(ProblemsQuery, (page::Request), (reason, is_repaired, search, sort))

struct StagedProblem {
    std::int32_t position = 0;
    std::int32_t line = 0;
    std::optional<std::string> column_name;
    std::optional<std::string> value;
    ProblemReason reason{};
    bool is_repaired = false;
};
BOOST_DESCRIBE_STRUCT(StagedProblem, (), (position, line, column_name, value, reason, is_repaired))

struct ProblemPage {
    std::vector<StagedProblem> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ProblemPage, (), (items, next_cursor))

enum class LineSort { people_under, name };
BOOST_DESCRIBE_ENUM(LineSort, people_under, name)

struct LinesQuery : page::Request {
    std::optional<std::string> search;
    std::optional<LineSort> sort;
};
BOOST_DESCRIBE_STRUCT(LinesQuery, (page::Request), (search, sort))

struct BrokenLine {
    PersonId id;
    std::string name;
    bool is_name_only = false;
    std::int32_t people_under = 0;
};
BOOST_DESCRIBE_STRUCT(BrokenLine, (), (id, name, is_name_only, people_under))

struct ReportingLines {
    std::optional<PersonId> top_id;
    std::optional<std::string> top_name;
    std::int32_t headcount = 0;
    std::int64_t people_with_broken_line = 0;
    std::vector<BrokenLine> items;  // where a line ends, most people first
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ReportingLines, (), (top_id, top_name, headcount, people_with_broken_line, items, next_cursor))

struct LineConfirmation {
    std::vector<PersonId> person_ids;
};
BOOST_DESCRIBE_STRUCT(LineConfirmation, (), (person_ids))

struct NamedTop {
    PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(NamedTop, (), (person_id))

}  // namespace person

template <>
inline constexpr auto meta::limits<person::Headers> = std::array{
    meta::Limit{"headers", 1, 1024, "The names of the columns, in order; no cell is sent", 0, 300},
};
template <>
inline constexpr auto meta::limits<person::ImportsQuery> = page::limits(meta::Limit{
    "search", 1, 100, "Part of the name of who started it"});
template <>
inline constexpr auto meta::limits<person::ImportRowsQuery> = page::limits(meta::Limit{
    "search", 1, 100, "Part of any cell that was read, in either case"});
template <>
inline constexpr auto meta::limits<person::ProblemsQuery> = page::limits(meta::Limit{
    "search", 1, 100, "Part of a value or of a column's name"});
template <>
inline constexpr auto meta::limits<person::LinesQuery> = page::limits(meta::Limit{"search", 1, 100, "Part of a name"});
template <>
inline constexpr auto meta::limits<person::LineConfirmation> = std::array{
    meta::Limit{"person_ids", 1, 1000, "Where each line ends that reports outside, not under the others"},
};
