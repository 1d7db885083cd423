#pragma once

#include "access/call.hpp"
#include "person/people_import_shapes.hpp"

namespace person {

// The body of an upload: the mapping as one line of JSON, a line feed, and the file's octets as they are.
inline constexpr std::string_view kImportContentType = "application/vnd.obverse.people-import";

base::Result<MappingProposal> post_mapping_proposal(access::Call& call, Headers const& headers);
base::Result<PeopleImportAnswer> post_import(access::Visit& visit, UploadQuery const& query);
base::Result<PeopleImportPage> list_imports(access::Call& call, ImportsQuery const& query);
base::Result<PeopleImportAnswer> show_import(access::Call& call);
base::Result<ImportRowPage> list_import_rows(access::Call& call, ImportRowsQuery const& query);
base::Result<ProblemPage> list_import_problems(access::Call& call, ProblemsQuery const& query);
base::Result<PeopleImportAnswer> post_import_application(access::Call& call);
base::Result<PeopleImportAnswer> post_import_cancellation(access::Call& call);

base::Result<ReportingLines> list_reporting_lines(access::Call& call, LinesQuery const& query);
base::Result<ReportingLines> post_line_confirmation(access::Call& call, LineConfirmation const& confirmation);
base::Result<ReportingLines> put_top(access::Call& call, NamedTop const& named);

}  // namespace person
