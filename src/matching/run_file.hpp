#pragma once
// The pairs of a run, and who has no partner yet, as a file for a spreadsheet: the columns and the rows that the page
// shows its reader, in their words. Figures stand in none of them (rules D22).

#include "access/viewer.hpp"
#include "matching/match_run.hpp"
#include "platform/db/db.hpp"
#include "platform/workbook.hpp"

namespace matching {

struct RunFileQuery {
    std::optional<workbook::Format> format;  // csv
};
BOOST_DESCRIBE_STRUCT(RunFileQuery, (), (format))

// Without the rows that are about the viewer (rules 13).
base::Result<workbook::Table> table_of_pairs(db::Tx& tx, access::Viewer const& viewer, MatchRun const& run);
base::Result<workbook::Table> table_of_leftovers(db::Tx& tx, access::Viewer const& viewer, MatchRun const& run);

}  // namespace matching
