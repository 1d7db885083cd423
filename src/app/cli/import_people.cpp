#include "app/cli/import_people.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <stdexcept>
#include <thread>

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/installation.hpp"
#include "organisation/organisation_store.hpp"
#include "person/people_import_actions.hpp"
#include "platform/json.hpp"

namespace app {

namespace {

struct ImportArguments {
    std::string file;
    std::string mapping_file;
    std::string slug;
    std::string day_order;
    std::string report_file;
    bool recognises_by_name = false;
    bool keeps_uninvited = false;
    bool is_dry_run = false;
};

void declare(CLI::App& command, ImportArguments& arguments) {
    command.add_option("file", arguments.file, "The export: CSV of any kind, up to 64 MiB")->required();
    command.add_option("--mapping", arguments.mapping_file, "JSON file that says which column is which field");
    command.add_option("--organisation", arguments.slug, "The organisation's slug, where there are several");
    command.add_option("--day-order", arguments.day_order, "How days such as 7/5/2011 are meant")
        ->check(CLI::IsMember({"day_first", "month_first"}));
    command.add_flag("--recognise-by-name", arguments.recognises_by_name,
                     "Recognise people without id and e-mail by name and hiring day");
    command.add_flag("--keep-uninvited", arguments.keeps_uninvited,
                     "Let nobody go for not having been invited within 90 days");
    command.add_option("--report", arguments.report_file, "Write figures and report as JSON to this file");
    command.add_flag("--dry-run", arguments.is_dry_run, "Show what would be done, and do nothing");
}

base::Result<std::string> read_octets(std::string const& path, std::size_t limit) {
    std::error_code error;
    auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file) return base::invalid("/file", "unreadable_file", {{"file", path}});
    if (size > limit) return base::invalid("/file", "too_large", {{"file", path}});
    return std::string(std::istreambuf_iterator<char>(file), {});
}

base::Result<organisation::Organisation> choose_organisation(db::Tx& tx, std::string const& slug) {
    auto found = slug.empty() ? organisation::store::find_only(tx) : organisation::store::find_by_slug(tx, slug);
    if (!found) return base::not_found("organisation");
    return std::move(*found);
}

base::Result<person::ColumnMapping> choose_mapping(db::Database& database, access::Viewer const& viewer,
                                                   ImportArguments const& arguments, std::string const& octets) {
    auto mapping = [&]() -> base::Result<person::ColumnMapping> {
        if (!arguments.mapping_file.empty()) {
            TRY(text, read_octets(arguments.mapping_file, std::size_t{4} << 20U));
            return json::read<person::ColumnMapping>(text);
        }
        TRY(headers, person::read_headers(octets));
        TRY(proposal,
            database.read([&](db::Tx& tx) { return person::propose_mapping(tx, viewer, person::Headers{headers}); }));
        return std::move(proposal.mapping);
    }();
    if (!mapping) return mapping;
    if (!arguments.day_order.empty()) mapping->day_order = meta::parse<person::DayOrder>(arguments.day_order);
    if (arguments.recognises_by_name) mapping->recognise_by_name = true;
    if (arguments.keeps_uninvited) mapping->keep_uninvited = true;
    return mapping;
}

base::Result<person::PeopleImportAnswer> look_at(db::Database& database, access::Viewer const& viewer,
                                                 person::PeopleImportId id) {
    return database.read([&](db::Tx& tx) { return person::show_import(tx, viewer, id); });
}

// A server on the same database may take the job first; it is the same work.
base::Result<person::PeopleImportAnswer> apply(Installation& installation, access::Viewer const& viewer,
                                               person::PeopleImportId id) {
    auto& database = installation.database();
    TRY_VOID(database.write([&](db::Tx& tx) -> base::Result<bool> {
        return person::start_import(tx, viewer, id, installation.clock().now());
    }));
    jobs::Board board(database, installation.clock(), *database.options().random);
    person::add_jobs(board);
    while (true) {
        board.drain();
        TRY(import, look_at(database, viewer, id));
        auto has_ended = import.state != person::ImportState::applying || import.progress.state == "failed";
        if (has_ended) return import;
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
}

void print_problems(db::Database& database, access::Viewer const& viewer, person::PeopleImportId id,
                    std::ostream& out) {
    auto problems = database.read([&](db::Tx& tx) {
        person::ProblemsQuery all;
        all.limit = static_cast<std::int32_t>(person::kMostImportRows * 20);
        return person::store::list_problems(tx, viewer.organisation, id, all);
    });
    for (auto const& problem : problems.value().items)
        out << "line " << problem.line << (problem.is_repaired ? " repaired: " : " refused: ")
            << meta::name_of(problem.reason) << (problem.column_name ? ", column " + *problem.column_name : "")
            << (problem.value ? ", value \"" + *problem.value + "\"" : "") << "\n";
}

void print_report(person::PeopleImportAnswer const& import, std::ostream& out) {
    auto const& figures = import.figures;
    auto const& report = import.report;
    out << figures.rows_read << " rows: " << figures.added << " added, " << figures.changed << " changed, "
        << figures.unchanged << " unchanged, " << figures.refused << " refused; " << figures.repaired << " repaired\n";
    out << report.file.columns_read << " of " << report.file.columns_in_file << " columns read\n";
    if (report.manager_ids_are_other_numbering)
        out << "manager ids are another numbering than the ids of the file: managers are found by name\n";
    if (auto const& uninvited = report.uninvited; uninvited && uninvited->removed + uninvited->kept_as_names > 0)
        out << "not invited within 90 days: " << uninvited->removed << " removed, " << uninvited->kept_as_names
            << " kept as a name above somebody who stays\n";
    out << report.headcount << " people, led by " << report.top.value_or("nobody known") << "\n";
    for (auto const& manager : report.managers_without_row)
        out << "manager without a row: " << manager.name << ", " << manager.people << " people\n";
    for (auto const& branch : report.broken_lines)
        out << "line ends at: " << branch.name << ", " << branch.people << " people under\n";
    out << meta::name_of(import.state) << "\n";
}

base::Result<person::PeopleImportAnswer> carry_out(Installation& installation, ImportArguments const& arguments,
                                                   std::ostream& out) {
    auto& database = installation.database();
    TRY(octets, read_octets(arguments.file, person::kLargestImport));
    TRY(house, database.read([&](db::Tx& tx) { return choose_organisation(tx, arguments.slug); }));
    auto viewer = access::house(house.organisation_id);
    TRY(mapping, choose_mapping(database, viewer, arguments, octets));
    auto const now = installation.clock().now();
    TRY(planned, person::read_and_plan(database, viewer, octets, mapping, person::ImportSource::command_line, now));
    auto const id = database.write([&](db::Tx& tx) { return person::stage_import(tx, viewer, planned, now); });
    print_problems(database, viewer, id, out);
    if (!arguments.is_dry_run) return apply(installation, viewer, id);
    TRY(shown, look_at(database, viewer, id));
    TRY_VOID(database.write([&](db::Tx& tx) -> base::Result<bool> {
        return person::cancel_import(tx, viewer, id, installation.clock().now());
    }));
    return shown;
}

}  // namespace

int import_people(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Bring colleagues in from an export of any kind", "obverse import people");
    SettingFlags flags(command);
    ImportArguments wanted;
    declare(command, wanted);
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const [installation, exit_code] = open_installation(flags, err);
    if (!installation) return static_cast<int>(exit_code);
    // Before anything is begun: who asks for a report must not be left without one.
    std::ofstream report(wanted.report_file.empty() ? "/dev/null" : wanted.report_file);
    if (!report) {
        auto const refusal = base::invalid("/report", "unwritable_file", {{"file", wanted.report_file}});
        return static_cast<int>(say(refusal, err));
    }
    auto import = carry_out(*installation, wanted, out);
    if (!import) return static_cast<int>(say(import.refusal(), err));
    print_report(*import, out);
    report << json::write(*import) << "\n";
    if (!report.flush()) throw std::runtime_error("the report could not be written: " + wanted.report_file);
    return static_cast<int>(import->progress.state == "failed" ? Exit::broken : Exit::done);
}

}  // namespace app
