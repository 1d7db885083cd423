#include "matching/run_file_http.hpp"

#include "matching/match_run_store.hpp"

namespace matching {

namespace {

// A name without a word of the workshop, which every system can keep.
access::Document as_download(access::Call& call, workbook::Table const& table, std::string const& name,
                             RunFileQuery const& query) {
    auto const format = query.format.value_or(workbook::Format::csv);
    call.headers.add("Content-Disposition",
                     "attachment; filename=\"" + name + "." + std::string(meta::name_of(format)) + "\"");
    return {workbook::content_type(format), workbook::write(table, format)};
}

base::Result<MatchRun> run_to_download(access::Call& call) {
    TRY(id, call.id<MatchRunId>("id"));
    auto run = store::find_coordinated_run(call.tx, call.viewer, id);
    if (!run) return match_run_not_found();
    return std::move(*run);
}

}  // namespace

base::Result<access::Document> download_pairs(access::Call& call, RunFileQuery const& query) {
    TRY(run, run_to_download(call));
    TRY(table, table_of_pairs(call.tx, call.viewer, run));
    return as_download(call, table, "pairs-" + std::to_string(run.number), query);
}

base::Result<access::Document> download_leftovers(access::Call& call, RunFileQuery const& query) {
    TRY(run, run_to_download(call));
    TRY(table, table_of_leftovers(call.tx, call.viewer, run));
    return as_download(call, table, "without-a-partner-" + std::to_string(run.number), query);
}

}  // namespace matching
