#include "app/cli/match.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli.hpp"
#include "base/text.hpp"
#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"
#include "platform/csv.hpp"
#include "platform/json.hpp"

namespace app {

namespace {

namespace engine = matching::engine;

base::Refusal file_unreadable(std::string const& path) {
    return {base::RefusalKind::not_found, "file_unreadable", path + ": cannot be read.", {}, {{"file", path}}};
}
base::Refusal file_unwritable(std::string const& path) {
    return {base::RefusalKind::unavailable, "file_unwritable", path + ": cannot be written.", {}, {{"file", path}}};
}
base::Refusal table_empty(std::string const& path) {
    return {base::RefusalKind::invalid, "table_empty", path + ": has no header.", {}, {{"file", path}}};
}
base::Refusal column_twice(std::string const& path, std::string const& column) {
    return {base::RefusalKind::invalid,
            "column_twice",
            path + ": the column \"" + column + "\" stands twice.",
            {},
            {{"file", path}, {"column", column}}};
}
base::Refusal row_has_wrong_width(std::string const& path, std::int32_t line, std::size_t cells, std::size_t columns) {
    return {base::RefusalKind::invalid,
            "row_has_wrong_width",
            fmt::format("{} line {}: {} cells, but the header has {}.", path, line, cells, columns),
            {},
            {{"file", path}, {"line", std::to_string(line)}}};
}

base::Result<std::string> read_file(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return file_unreadable(path);
    std::string octets{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) return file_unreadable(path);
    return octets;
}

base::Result<bool> write_file(std::string const& path, std::string const& octets) {
    std::ofstream file(path, std::ios::binary);
    if (!file || !(file << octets) || !file.flush()) return file_unwritable(path);
    return true;
}

base::Result<std::vector<std::string>> read_header(csv::Reader& reader, std::string const& path) {
    TRY(header, reader.next());
    if (!header || header->is_blank) return table_empty(path);
    auto columns = header->cells;
    for (auto& column : columns) column = base::trim(column);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].empty() && std::count(columns.begin(), columns.end(), columns[i]) > 1)
            return column_twice(path, columns[i]);
    return columns;
}

base::Result<matching::Table> read_table(std::string const& path) {
    TRY(octets, read_file(path));
    auto const decoded = csv::decode(octets);
    csv::Reader reader(decoded.text, csv::find_separator(decoded.text));
    TRY(columns, read_header(reader, path));
    matching::Table table{path, std::move(columns), {}};
    for (;;) {
        TRY(row, reader.next());
        if (!row) return table;
        if (row->is_blank) continue;
        if (row->cells.size() != table.columns.size())
            return row_has_wrong_width(path, row->line, row->cells.size(), table.columns.size());
        table.rows.push_back({row->line, std::move(row->cells)});
    }
}

struct Tables {
    matching::Table mentors;
    matching::Table mentees;
};

base::Result<Tables> read_tables(MatchOptions const& options, matching::RuleFile const& rules) {
    if (options.people_path.empty()) {
        TRY(mentors, read_table(options.mentors_path));
        TRY(mentees, read_table(options.mentees_path));
        return Tables{std::move(mentors), std::move(mentees)};
    }
    TRY(people, read_table(options.people_path));
    TRY(mentors, rows_of_side(rules, people, matching::ListSide::mentor));
    TRY(mentees, rows_of_side(rules, people, matching::ListSide::mentee));
    return Tables{std::move(mentors), std::move(mentees)};
}

std::string words_for(std::vector<matching::RulePoints> const& points) {
    std::vector<std::string> words;
    words.reserve(points.size());
    for (auto const& each : points) words.push_back(fmt::format("{} ({:+})", each.rule, each.points));
    return base::join(words, "; ");
}

std::string pairs_csv(matching::RuleFile const& rules, Tables const& tables, matching::FileSnapshot const& made,
                      engine::Assignment const& assignment) {
    auto csv = csv::write_row(std::vector<std::string>{"mentor", "mentee", "points", "why"});
    for (auto const& couple : assignment.couples) {
        auto const points = explain_points(rules, tables.mentors, tables.mentees, couple);
        std::int64_t sum = 0;
        for (auto const& each : points) sum += each.points;
        csv += csv::write_row(std::vector<std::string>{made.mentors[couple.mentor], made.mentees[couple.mentee],
                                                       std::to_string(sum), words_for(points)});
    }
    return csv;
}

// Per position of one side: how many allowed pairs, and whether somebody is a partner.
struct SideTally {
    std::vector<std::int64_t> allowed;
    std::vector<bool> has_partner;

    explicit SideTally(std::size_t size) : allowed(size, 0), has_partner(size, false) {}
};

void list_without_partner(SideTally const& tally, std::vector<engine::Participant> const& participants,
                          std::vector<std::string> const& names, std::string const& side,
                          std::vector<WithoutPartner>& list) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (tally.has_partner[i]) continue;
        auto const* reason = participants[i].capacity == 0 ? "no_places"
                             : tally.allowed[i] == 0       ? "nobody_allowed"
                                                           : "all_places_taken";
        list.push_back({names[i], side, tally.allowed[i], reason});
    }
}

std::vector<WithoutPartner> without_partner(matching::FileSnapshot const& made, engine::Assignment const& assignment) {
    SideTally mentors(made.mentors.size());
    SideTally mentees(made.mentees.size());
    for (auto const& candidate : made.snapshot.candidates) {
        ++mentors.allowed[candidate.mentor];
        ++mentees.allowed[candidate.mentee];
    }
    for (auto const& couple : assignment.couples) {
        mentors.has_partner[couple.mentor] = true;
        mentees.has_partner[couple.mentee] = true;
    }
    std::vector<WithoutPartner> list;
    list_without_partner(mentors, made.snapshot.mentors, made.mentors, "mentor", list);
    list_without_partner(mentees, made.snapshot.mentees, made.mentees, "mentee", list);
    return list;
}

MatchReport report_on(MatchOptions const& options, matching::RuleFile const& rules, matching::FileSnapshot const& made,
                      engine::Assignment const& assignment) {
    auto const certificate = engine::certify(made.snapshot, assignment);
    MatchReport report;
    report.objective = options.objective == engine::Objective::best ? "best" : "stable";
    report.priority = options.priority == engine::Priority::most_pairs ? "most_pairs" : "most_benefit";
    report.seed = static_cast<std::int64_t>(options.seed);
    report.mentors = std::ssize(made.mentors);
    report.mentees = std::ssize(made.mentees);
    report.possible_pairs = report.mentors * report.mentees;
    report.allowed_pairs = std::ssize(made.snapshot.candidates);
    for (std::size_t r = 0; r < rules.rules.size(); ++r)
        report.forbidden_by_rule.push_back({rules.rules[r].name, made.forbidden_by[r]});
    report.pairs = certificate.pairs;
    report.total_benefit = certificate.total_benefit;
    report.mentors_reached = certificate.mentors_reached;
    report.mentees_reached = certificate.mentees_reached;
    report.blocking_pairs = certificate.blocking_pairs;
    report.without_partner = without_partner(made, assignment);
    report.certificate = engine::to_text(certificate.flaw);
    report.snapshot_hash = engine::to_hex(engine::fingerprint(made.snapshot));
    report.result_hash = engine::to_hex(engine::result_hash(made.snapshot, assignment));
    report.engine_version = engine::kVersion;
    return report;
}

void declare_arguments(CLI::App& command, MatchOptions& options) {
    static constexpr int kMostPlaces = 1000;
    auto* mentors = command.add_option("--mentors", options.mentors_path, "CSV of those who bring the knowledge");
    auto* mentees = command.add_option("--mentees", options.mentees_path, "CSV of those who learn");
    auto* people = command.add_option("--people", options.people_path, "CSV that holds both sides");
    mentors->needs(mentees)->excludes(people);
    mentees->needs(mentors)->excludes(people);
    command.add_option("--rules", options.rules_path, "Rules file, JSON (docs/rules.md)")->required();
    auto const choose = [&](std::string const& name) {
        options.objective = name == "best" ? engine::Objective::best : engine::Objective::stable;
    };
    command
        .add_option_function<std::string>("--objective", choose,
                                          "best: the greatest sum; stable: no two would rather swap")
        ->required()
        ->check(CLI::IsMember({"best", "stable"}));
    auto* pairs = command.add_flag_callback(
        "--most-pairs", [&] { options.priority = engine::Priority::most_pairs; },
        "Most pairs, then most points (default)");
    command
        .add_flag_callback(
            "--most-benefit", [&] { options.priority = engine::Priority::most_benefit; },
            "Most points, then most pairs")
        ->excludes(pairs);
    command.add_option("--mentor-capacity", options.capacities.mentor, "Places of each mentor (1)")
        ->check(CLI::Range(0, kMostPlaces));
    command.add_option("--mentee-capacity", options.capacities.mentee, "Places of each mentee (1)")
        ->check(CLI::Range(0, kMostPlaces));
    command.add_option("--seed", options.seed, "Decides between equals (0)")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{INT64_MAX}));
    command.add_option("--out", options.pairs_path, "Where the pairs go, CSV")->required();
    command.add_option("--report", options.report_path, "Where the report goes, JSON")->required();
}

// A device may be named as often as one likes: /dev/null keeps nothing.
bool is_written_over(std::string const& path, std::string const& other) {
    namespace files = std::filesystem;
    std::error_code unknown;
    if (files::exists(path, unknown) && !files::is_regular_file(path, unknown)) return false;
    return files::weakly_canonical(path, unknown) == files::weakly_canonical(other, unknown);
}

// Said before anything is read: the pairs, the report or a table would be gone, and the exit code would be 0.
void check_that_files_are_apart(MatchOptions const& options) {
    if (is_written_over(options.pairs_path, options.report_path))
        throw CLI::ValidationError("--out and --report: one file cannot hold both");
    for (auto const& read : {options.rules_path, options.people_path, options.mentors_path, options.mentees_path})
        for (auto const& written : {options.pairs_path, options.report_path})
            if (!read.empty() && is_written_over(written, read))
                throw CLI::ValidationError("--out and --report: " + read + " is read, and would be written over");
}

void print_refusal(std::ostream& err, std::string const& rules_path, base::Refusal const& refusal) {
    err << "obverse: " << refusal.detail << " (" << refusal.code << ")\n";
    for (auto const& error : refusal.errors) {
        err << "  " << rules_path << " " << (error.pointer.empty() ? "/" : error.pointer) << ": " << error.code;
        for (auto const& [name, value] : error.params) err << ' ' << name << '=' << value;
        err << '\n';
    }
}

}  // namespace

base::Result<MatchReport> match_files(MatchOptions const& options) {
    TRY(text, read_file(options.rules_path));
    TRY(rules, matching::read_rule_file(text));
    TRY(tables, read_tables(options, rules));
    TRY(made, make_snapshot(rules, tables.mentors, tables.mentees, options.capacities));
    made.snapshot.objective = options.objective;
    made.snapshot.priority = options.priority;
    made.snapshot.seed = options.seed;
    TRY(assignment, engine::assign(made.snapshot));
    auto report = report_on(options, rules, made, assignment);
    if (report.certificate == "verified")
        TRY_VOID(write_file(options.pairs_path, pairs_csv(rules, tables, made, assignment)));
    TRY_VOID(write_file(options.report_path, json::write(report) + "\n"));
    return report;
}

int match(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Match two tables of people by a rules file", "obverse match");
    MatchOptions options;
    declare_arguments(command, options);
    command.callback([&] {
        if (options.people_path.empty() && options.mentors_path.empty())
            throw CLI::RequiredError("--mentors and --mentees, or --people");
        check_that_files_are_apart(options);
    });
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const report = match_files(options);
    if (!report) {
        print_refusal(err, options.rules_path, report.refusal());
        return static_cast<int>(Exit::refused);
    }
    out << fmt::format("{} pairs from {} allowed, {} points, {} of {} mentors and {} of {} mentees; {}\n",
                       report->pairs, report->allowed_pairs, report->total_benefit, report->mentors_reached,
                       report->mentors, report->mentees_reached, report->mentees, report->certificate);
    return static_cast<int>(report->certificate == "verified" ? Exit::done : Exit::not_verified);
}

}  // namespace app
