#include "matching/run_file.hpp"

#include "matching/match_run_store.hpp"
#include "matching/reason_words.hpp"
#include "platform/i18n.hpp"
#include "programme/called_store.hpp"

namespace matching {

namespace {

std::string said(access::Viewer const& viewer, std::string const& key, i18n::Arguments const& arguments = {}) {
    return i18n::ours().format(viewer.language, key, arguments);
}

// The programme's own label for a side, or what everybody says.
std::string head_of(access::Viewer const& viewer, programme::Called const& called, Side side) {
    auto const& own = side == Side::mentor ? called.mentor : called.mentee;
    return own.value_or(said(viewer, side == Side::mentor ? "called.brings" : "called.wants"));
}

// Page after page of the list that the screen reads, so that the file can hold nothing else.
template <class Query, class ReadPage, class AddRow>
base::Result<bool> for_each_listed(ReadPage read_page, AddRow add_row) {
    Query query;
    query.limit = page::kMostRows;
    do {
        TRY(rows, read_page(query));
        for (auto const& row : rows.items) add_row(row);
        query.cursor = rows.next_cursor;
    } while (query.cursor);
    return true;
}

std::string fit_in_words(access::Viewer const& viewer, RunPair const& pair) {
    auto const& name = pair.fit == "thin_for_mentor" ? pair.mentor.name : pair.mentee.name;
    return said(viewer, "matching.fit_" + pair.fit, {{"name", name}});
}

std::string standing_in_words(access::Viewer const& viewer, RunPair const& pair) {
    if (pair.is_locked) return said(viewer, "matching.kept_together");
    return pair.is_filled_up ? said(viewer, "matching.second_choice") : "";
}

}  // namespace

base::Result<workbook::Table> table_of_pairs(db::Tx& tx, access::Viewer const& viewer, MatchRun const& run) {
    auto const called = programme::store::find_called(tx, viewer.organisation, run.programme_id, viewer.language);
    workbook::Table table;
    table.made_at = run.created_at;
    table.title = said(viewer, "matching.pairs");
    table.heads = {head_of(viewer, called, Side::mentor), head_of(viewer, called, Side::mentee),
                   said(viewer, "matching.why_wants"),    said(viewer, "matching.why_brings"),
                   said(viewer, "matching.fit"),          said(viewer, "matching.wish")};
    TRY_VOID(for_each_listed<RunPairsQuery>(
        [&](RunPairsQuery const& query) { return store::page_of_pairs(tx, viewer, run.id, query); },
        [&](RunPair const& pair) {
            table.rows.push_back({pair.mentor.name, pair.mentee.name,
                                  in_words(pair.reasons.for_mentee, viewer.language),
                                  in_words(pair.reasons.for_mentor, viewer.language), fit_in_words(viewer, pair),
                                  standing_in_words(viewer, pair)});
        }));
    return table;
}

base::Result<workbook::Table> table_of_leftovers(db::Tx& tx, access::Viewer const& viewer, MatchRun const& run) {
    auto const called = programme::store::find_called(tx, viewer.organisation, run.programme_id, viewer.language);
    workbook::Table table;
    table.made_at = run.created_at;
    table.title = said(viewer, "matching.file_leftovers");
    table.heads = {said(viewer, "matching.couple_head"), said(viewer, "matching.file_side"),
                   said(viewer, "matching.file_why")};
    TRY_VOID(for_each_listed<RunLeftoversQuery>(
        [&](RunLeftoversQuery const& query) { return store::page_of_leftovers(tx, viewer, run.id, query); },
        [&](RunLeftover const& left) {
            table.rows.push_back(
                {left.person.name, head_of(viewer, called, left.side), in_words(left.reason, viewer.language)});
        }));
    return table;
}

}  // namespace matching
