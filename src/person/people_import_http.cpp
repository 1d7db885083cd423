#include "person/people_import_http.hpp"

#include "access/idempotency.hpp"
#include "person/people_import_actions.hpp"
#include "person/person_actions.hpp"
#include "person/person_store.hpp"
#include "platform/json.hpp"

namespace person {

namespace {

constexpr int kCreated = 201;

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
    TRY(planned, read_and_plan(visit.tools.database, visit.viewer, upload.octets, std::move(upload.mapping),
                               query.source.value_or(ImportSource::file), visit.now));
    return access::idempotency::write_once(visit, kCreated, [&](db::Tx& tx) {
        return show_import(tx, visit.viewer, stage_import(tx, visit.viewer, planned, visit.now));
    });
}

base::Result<PeopleImportPage> list_imports(access::Call& call, ImportsQuery const& query) {
    TRY(rows, store::list_imports(call.tx, call.viewer, query));
    PeopleImportPage imports;
    page::fill(imports, std::move(rows));
    return imports;
}

base::Result<PeopleImportAnswer> show_import(access::Call& call) {
    TRY(id, call.id<PeopleImportId>("id"));
    return show_import(call.tx, call.viewer, id);
}

base::Result<ImportRowPage> list_import_rows(access::Call& call, ImportRowsQuery const& query) {
    TRY(id, visible_import(call));
    TRY(rows, store::list_rows(call.tx, call.viewer.organisation, id, query));
    ImportRowPage staged;
    page::fill(staged, std::move(rows), [](StagedRow const& row) {
        return ImportRowAnswer{row.line, row.outcome, row.is_repaired, row.person_id,
                               json::read<ImportCells>(row.cells.text).value()};
    });
    return staged;
}

base::Result<ProblemPage> list_import_problems(access::Call& call, ProblemsQuery const& query) {
    TRY(id, visible_import(call));
    TRY(rows, store::list_problems(call.tx, call.viewer.organisation, id, query));
    ProblemPage problems;
    page::fill(problems, std::move(rows));
    return problems;
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
    TRY(rows, store::list_broken_lines(call.tx, call.viewer.organisation, query));
    auto tree = store::find_tree(call.tx, call.viewer.organisation).value_or(store::StoredTree{});
    ReportingLines lines;
    lines.top_id = tree.top_id;
    lines.headcount = tree.headcount;
    if (tree.top_id) lines.top_name = store::find(call.tx, call.viewer.organisation, *tree.top_id).value().name;
    lines.people_with_broken_line = store::count_people_with_broken_line(call.tx, call.viewer.organisation);
    page::fill(lines, std::move(rows));
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
