#include "person/people_import_http.hpp"

#include "person/people_import_actions.hpp"
#include "person/person_actions.hpp"
#include "person/person_store.hpp"
#include "platform/json.hpp"

namespace person {

namespace {

struct Upload {
    ColumnMapping mapping;
    std::string_view octets;
};

base::Result<Upload> read_upload(std::string_view body) {
    auto end = body.find('\n');
    if (end == std::string_view::npos) return base::invalid("", "no_mapping_line");
    TRY(mapping, json::read<ColumnMapping>(body.substr(0, end)));
    return Upload{std::move(mapping), body.substr(end + 1)};
}

template <class Page, class Row, class Cursor>
void end_page(Page& page, std::vector<Row> rows, std::int64_t limit, Cursor cursor_of) {
    page.rows = std::move(rows);
    if (std::ssize(page.rows) <= limit) return;
    page.rows.pop_back();
    page.next_cursor = cursor_of(page.rows.back());
}

// "id number": where a page ended.
template <class Id>
std::string cursor_of(Id id, std::int64_t number) {
    return id.text() + std::to_string(number);
}
template <class Id>
base::Result<std::pair<Id, std::int64_t>> read_cursor(std::string const& cursor) {
    constexpr std::size_t kIdLength = 36;
    auto digits = cursor.size() > kIdLength ? cursor.substr(kIdLength) : std::string();
    auto id = Id::parse(cursor.substr(0, kIdLength));
    if (!id || digits.empty() || digits.size() > 18 || digits.find_first_not_of("0123456789") != std::string::npos)
        return base::invalid("/after", "format");
    return std::pair{*id, static_cast<std::int64_t>(std::stoll(digits))};
}

base::Result<PeopleImportId> visible_import(access::Call& call) {
    TRY(id, call.id<PeopleImportId>("id"));
    if (!store::find_import(call.tx, call.viewer.organisation, id)) return base::not_found("people import");
    return id;
}

}  // namespace

base::Result<MappingProposal> post_mapping_proposal(access::Call& call, Headers const& headers) {
    return propose_mapping(call.tx, call.viewer, headers);
}

base::Result<PeopleImportAnswer> post_import(access::Visit& visit, UploadQuery const& query) {
    TRY(upload, read_upload(visit.request.body));
    TRY(id, stage_import(visit.tools.database, visit.viewer, upload.octets, upload.mapping,
                         query.source.value_or(ImportSource::file), visit.now));
    return visit.tools.database.read([&](db::Tx& tx) { return show_import(tx, visit.viewer, id); });
}

base::Result<PeopleImportPage> list_imports(access::Call& call, ImportsQuery const& query) {
    auto limit = query.limit.value_or(20);
    std::optional<store::ImportPlace> before;
    if (query.after) {
        TRY(place, read_cursor<PeopleImportId>(*query.after));
        before = store::ImportPlace{{place.second}, place.first};
    }
    PeopleImportPage page;
    end_page(page, store::list_imports(call.tx, call.viewer, before, limit + 1), limit,
             [](auto const& last) { return cursor_of(last.id, last.started_at.microseconds); });
    return page;
}

base::Result<PeopleImportAnswer> show_import(access::Call& call) {
    TRY(id, call.id<PeopleImportId>("id"));
    return show_import(call.tx, call.viewer, id);
}

base::Result<ImportRowPage> list_import_rows(access::Call& call, ImportRowsQuery const& query) {
    TRY(id, visible_import(call));
    auto limit = query.limit.value_or(50);
    std::vector<ImportRowAnswer> rows;
    for (auto& row :
         store::list_rows(call.tx, call.viewer.organisation, id, query.outcome, query.after.value_or(0), limit + 1)) {
        TRY(cells, json::read<ImportCells>(row.cells.text));
        rows.push_back({row.line, row.outcome, row.is_repaired, row.person_id, std::move(cells)});
    }
    ImportRowPage page;
    end_page(page, std::move(rows), limit, [](auto const& last) { return last.line; });
    return page;
}

base::Result<ProblemPage> list_import_problems(access::Call& call, ProblemsQuery const& query) {
    TRY(id, visible_import(call));
    auto limit = query.limit.value_or(100);
    ProblemPage page;
    end_page(page, store::list_problems(call.tx, call.viewer.organisation, id, query.after.value_or(0), limit + 1),
             limit, [](auto const& last) { return last.position; });
    return page;
}

base::Result<PeopleImportAnswer> post_import_application(access::Call& call) {
    TRY(id, call.id<PeopleImportId>("id"));
    TRY_VOID(start_import(call.tx, call.viewer, id, call.now));
    return show_import(call.tx, call.viewer, id);
}

base::Result<PeopleImportAnswer> post_import_cancellation(access::Call& call) {
    TRY(id, call.id<PeopleImportId>("id"));
    TRY_VOID(cancel_import(call.tx, call.viewer, id, call.now));
    return show_import(call.tx, call.viewer, id);
}

base::Result<ReportingLines> list_reporting_lines(access::Call& call, LinesQuery const& query) {
    auto limit = query.limit.value_or(50);
    std::optional<BrokenLine> after;
    if (query.after) {
        TRY(place, read_cursor<PersonId>(*query.after));
        after = BrokenLine{place.first, {}, false, static_cast<std::int32_t>(place.second)};
    }
    auto tree = store::find_tree(call.tx, call.viewer.organisation).value_or(store::StoredTree{});
    ReportingLines lines;
    lines.top_id = tree.top_id;
    lines.headcount = tree.headcount;
    if (tree.top_id) lines.top_name = store::find(call.tx, call.viewer.organisation, *tree.top_id).value().name;
    lines.people_with_broken_line = store::count_people_with_broken_line(call.tx, call.viewer.organisation);
    end_page(lines, store::list_broken_lines(call.tx, call.viewer.organisation, after, limit + 1), limit,
             [](auto const& last) { return cursor_of(last.id, last.people_under); });
    return lines;
}

base::Result<ReportingLines> post_line_confirmation(access::Call& call, LineConfirmation const& confirmation) {
    TRY_VOID(confirm_lines(call.tx, call.viewer, confirmation.person_ids, call.now));
    return list_reporting_lines(call, {});
}

base::Result<ReportingLines> put_top(access::Call& call, NamedTop const& named) {
    TRY_VOID(name_top(call.tx, call.viewer, named.person_id, call.now));
    return list_reporting_lines(call, {});
}

}  // namespace person
