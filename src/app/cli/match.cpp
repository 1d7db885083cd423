#include "app/cli/match.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <numeric>
#include <ostream>
#include <span>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli.hpp"
#include "app/cli/audit_groups.hpp"
#include "app/cli/couples_file.hpp"
#include "app/cli/explained_match.hpp"
#include "app/cli/table_file.hpp"
#include "base/text.hpp"
#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"
#include "matching/engine/in_parts.hpp"
#include "matching/whole_assignment.hpp"
#include "platform/csv.hpp"
#include "platform/json.hpp"

namespace app {

namespace {

namespace engine = matching::engine;

std::string rows_of(matching::FileSnapshot const& made, std::span<engine::Couple const> couples) {
    std::string rows;
    for (auto const& couple : couples) rows += csv::write_row(couple_cells(made, couple));
    return rows;
}

std::string pairs_csv(matching::FileSnapshot const& made, engine::Assignment const& assignment, unsigned threads) {
    std::span const couples(assignment.couples);
    auto csv = csv::write_row(std::vector<std::string>(kCoupleColumns.begin(), kCoupleColumns.end()));
    std::string rest;
    engine::side_by_side(
        threads, [&] { csv += rows_of(made, couples.first(couples.size() / 2)); },
        [&] { rest = rows_of(made, couples.subspan(couples.size() / 2)); });
    return csv + rest;
}

// Per position of one side: how many they could meet, and whether they have a partner.
struct SideTally {
    std::vector<std::int64_t> const& could_meet;
    std::vector<bool> has_partner;

    explicit SideTally(std::vector<std::int64_t> const& counts) : could_meet(counts), has_partner(counts.size()) {}
};

void list_without_partner(SideTally const& tally, std::vector<engine::Participant> const& participants,
                          std::vector<std::string> const& names, std::string const& side,
                          std::vector<WithoutPartner>& list) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (tally.has_partner[i]) continue;
        auto const* reason = participants[i].capacity == 0 ? "no_places"
                             : tally.could_meet[i] == 0    ? "nobody_allowed"
                                                           : "all_places_taken";
        list.push_back({names[i], side, tally.could_meet[i], reason});
    }
}

std::vector<WithoutPartner> without_partner(matching::FileSnapshot const& made, engine::Assignment const& assignment) {
    SideTally mentors(made.mentor_could_meet);
    SideTally mentees(made.mentee_could_meet);
    for (auto const& couple : assignment.couples) {
        mentors.has_partner[couple.mentor] = true;
        mentees.has_partner[couple.mentee] = true;
    }
    std::vector<WithoutPartner> list;
    list_without_partner(mentors, made.snapshot.mentors, made.mentors, "mentor", list);
    list_without_partner(mentees, made.snapshot.mentees, made.mentees, "mentee", list);
    return list;
}

std::map<std::string, engine::Objective> const kObjectives{{"best", engine::Objective::best},
                                                           {"stable", engine::Objective::stable},
                                                           {"fair", engine::Objective::fair},
                                                           {"balanced", engine::Objective::balanced}};

std::string words_for(matching::FileSnapshot const& made, engine::Couple couple) {
    return made.mentors[couple.mentor] + " and " + made.mentees[couple.mentee];
}

// A rules file has no private reasons, so what stands in the way is said.
base::Refusal lock_impossible(matching::FileSnapshot const& made, engine::UnplacedLock const& lock) {
    std::vector<std::string> against;
    for (auto const& other : lock.against) against.push_back(words_for(made, other));
    auto const why = lock.flaw == engine::LockFlaw::apart           ? "they are also to be kept apart"
                     : lock.flaw == engine::LockFlaw::not_available ? "a rule forbids it"
                     : against.empty()                              ? "one of them has no place"
                                       : "their places are held by " + base::join(against, ", ");
    return {base::RefusalKind::invalid,
            "lock_impossible",
            words_for(made, lock.couple) + " cannot be kept together: " + why + ".",
            {},
            {{"mentor", made.mentors[lock.couple.mentor]}, {"mentee", made.mentees[lock.couple.mentee]}}};
}

MatchInputs inputs_of(MatchOptions const& options) {
    MatchInputs inputs{options.tables.mentors,    options.tables.mentees,
                       options.tables.people,     options.rules_path,
                       options.locks_path,        options.bans_path,
                       options.keep_path,         options.pairs_path,
                       options.capacities.mentor, options.capacities.mentee,
                       options.keep_bonus,        options.most_moves,
                       options.suggestions_each,  std::nullopt};
    if (options.suggestions_each) inputs.suggestions = options.suggestions_path;
    return inputs;
}

// Of the pairs as they are, without a bonus for those of before.
std::vector<std::int64_t> benefits_of(matching::FileSnapshot const& made, engine::Assignment const& assignment) {
    std::vector<std::int64_t> benefits;
    benefits.reserve(assignment.couples.size());
    for (auto const& couple : assignment.couples) benefits.push_back(judge_couple(made.rules, couple).points);
    return benefits;
}

MatchReport report_on(MatchOptions const& options, matching::RuleFile const& rules, matching::FileSnapshot const& made,
                      engine::Kept const& kept, engine::Digest const& fingerprint) {
    auto const& assignment = kept.assignment;
    auto const certificate = engine::certify(kept.snapshot, assignment);
    MatchReport report;
    report.inputs = inputs_of(options);
    report.objective = options.objective;
    report.priority = options.priority;
    report.seed = static_cast<std::int64_t>(options.seed);
    report.mentors = std::ssize(made.mentors);
    report.mentees = std::ssize(made.mentees);
    report.possible_pairs = report.mentors * report.mentees;
    report.allowed_pairs = made.allowed;
    report.best_of_each = made.best_of_each;
    for (std::size_t r = 0; r < rules.rules.size(); ++r)
        report.forbidden_by_rule.push_back({rules.rules[r].name, made.forbidden_by[r]});
    report.pairs = certificate.pairs;
    auto const benefits = benefits_of(made, assignment);
    report.total_benefit = std::accumulate(benefits.begin(), benefits.end(), std::int64_t{0});
    report.mentors_reached = certificate.mentors_reached;
    report.mentees_reached = certificate.mentees_reached;
    report.blocking_pairs = certificate.blocking_pairs;
    report.least_benefit = benefits.empty() ? 0 : *std::min_element(benefits.begin(), benefits.end());
    report.floors = matching::shown_floors(assignment);
    report.without_partner = without_partner(made, assignment);
    report.certificate = engine::to_text(certificate.flaw);
    report.snapshot_hash = engine::to_hex(fingerprint);
    report.result_hash = engine::to_hex(engine::result_hash(kept.snapshot, fingerprint, assignment));
    report.engine_version = engine::kVersion;
    return report;
}

struct Matched {
    MatchReport report;
    std::string pairs;  // CSV
    matching::FileSnapshot made;
    engine::Assignment assignment;
    std::optional<MatchExplanation> explanation;  // where it was asked for
    std::string suggestions;                      // CSV; likewise

    [[nodiscard]] bool is_verified() const {
        return report.certificate == kVerified && (!report.suggestions || report.suggestions->certificate == kVerified);
    }
};

MatchOptions options_of(MatchReport const& report) {
    MatchOptions options;
    options.tables.mentors = report.inputs.mentors;
    options.tables.mentees = report.inputs.mentees;
    options.tables.people = report.inputs.people;
    options.rules_path = report.inputs.rules;
    options.locks_path = report.inputs.locks;
    options.bans_path = report.inputs.bans;
    options.keep_path = report.inputs.keep;
    options.keep_bonus = report.inputs.keep_bonus;
    options.most_moves = report.inputs.most_moves;
    options.pairs_path = report.inputs.pairs;
    options.suggestions_each = report.inputs.suggest;
    options.suggestions_path = report.inputs.suggestions.value_or("");
    options.capacities = {report.inputs.mentor_capacity, report.inputs.mentee_capacity};
    options.objective = report.objective;
    options.priority = report.priority;
    options.seed = static_cast<std::uint64_t>(report.seed);
    return options;
}

void declare_arguments(CLI::App& command, MatchOptions& options) {
    static constexpr int kMostPlaces = 1000;
    static constexpr unsigned kMostThreads = 256;
    declare_tables(command, options.tables);
    command.add_option("--rules", options.rules_path, "Rules file, JSON (docs/rules.md)")->required();
    command
        .add_option_function<std::string>(
            "--objective", [&](std::string const& name) { options.objective = kObjectives.at(name); },
            "best: the greatest sum; stable: no two would rather swap; fair: nobody left with little; balanced: best, "
            "and stable where it costs nothing")
        ->required()
        ->check(CLI::IsMember(kObjectives));
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
    command.add_option("--locks", options.locks_path, "Pairs to keep together, CSV with the columns mentor and mentee");
    command.add_option("--bans", options.bans_path, "Pairs to keep apart, CSV with the columns mentor and mentee");
    auto* keep = command.add_option("--keep", options.keep_path, "Pairs of before that should last, CSV like --locks");
    command.add_option("--keep-bonus", options.keep_bonus, "Points that keeping one of them is worth (100)")
        ->needs(keep)
        ->check(CLI::Range(0, engine::kMostBonus));
    command.add_option("--max-moves", options.most_moves, "So many of them may be given up")
        ->needs(keep)
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{INT32_MAX}));
    command.add_option("--audit", options.audit_path,
                       "CSV of person, group: how the result treats them; never matched by");
    command.add_option("--seed", options.seed, "Decides between equals (0)")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{INT64_MAX}));
    command.add_option("--threads", options.pace.threads, "Threads that look at pairs (1); the result is the same")
        ->check(CLI::Range(1U, kMostThreads));
    command.add_option("--out", options.pairs_path, "Where the pairs go, CSV")->required();
    command.add_option("--report", options.report_path, "Where the report goes, JSON")->required();
    auto* explain = command.add_option(
        "--explain", options.explain_path,
        "Where the reasons go, JSON: of each pair both ways, and of whoever has no partner what would change that");
    command
        .add_option("--explain-people", options.explained_people,
                    "So many people without a partner are looked into for what would change that (100)")
        ->needs(explain)
        ->check(CLI::Range(0, INT32_MAX));
    auto* suggest = command
                        .add_option("--suggest", options.suggestions_each,
                                    "Lists of suggestions, both ways: so many people for each place, 1 to 3")
                        ->check(CLI::Range(1, kMostSuggestionsEach));
    auto* suggestions = command.add_option("--suggestions", options.suggestions_path, "Where those lists go, CSV");
    suggest->needs(suggestions);
    suggestions->needs(suggest);
}

// A line for each hundredth that is new.
engine::Progress percent_on(std::ostream& err) {
    return [&err, said = std::uint64_t{0}](std::uint64_t done, std::uint64_t total) mutable {
        auto const percent = total == 0 ? 0 : done * 100 / total;
        if (percent > said) err << "obverse: " << (said = percent) << " %\n" << std::flush;
        return true;
    };
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
    std::vector<std::string> const written{options.pairs_path, options.report_path, options.explain_path,
                                           options.suggestions_path};
    for (std::size_t i = 0; i < written.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (!written[i].empty() && is_written_over(written[i], written[j]))
                throw CLI::ValidationError(
                    "--out, --report, --explain and --suggestions: one file cannot hold two of them");
    for (auto const& read : {options.rules_path, options.tables.people, options.tables.mentors, options.tables.mentees,
                             options.locks_path, options.bans_path, options.keep_path, options.audit_path})
        for (auto const& path : written)
            if (!read.empty() && !path.empty() && is_written_over(path, read))
                throw CLI::ValidationError("--out, --report, --explain and --suggestions: " + read +
                                           " is read, and would be written over");
}

void print_floors(matching::FloorsShown const& floors, std::ostream& out) {
    out << "floors:";
    for (auto const& floor : floors.raised)
        out << fmt::format("{} {} with {} points", &floor == floors.raised.data() ? "" : ",", floor.pairs,
                           floor.benefit);
    static constexpr std::array kEnds{"; no pair has more", "; above them the most points",
                                      "; further ones were too much work"};
    out << kEnds[static_cast<std::size_t>(floors.end)] << "\n";
}

bool are_equal(std::optional<matching::FloorsShown> const& floors, std::optional<matching::FloorsShown> const& again) {
    auto const text_of = [](auto const& shown) { return shown ? json::write(*shown) : std::string(); };
    return text_of(floors) == text_of(again);
}

base::Result<Matched> match_tables(MatchOptions const& options) {
    engine::Keeping keeping{{}, options.keep_bonus, options.most_moves};
    TRY_VOID(engine::check_keeping(keeping, options.objective));
    TRY(text, read_file(options.rules_path));
    TRY(rules, matching::read_rule_file(text));
    TRY(tables, read_tables(options.tables, rules, options.pace.threads));
    auto const& progress = options.pace.progress;
    matching::Pace const pace{options.pace.threads, engine::part_of(progress, 0, 50)};
    TRY(made, read_people(rules, tables.mentors, tables.mentees, options.capacities, options.pace.threads));
    TRY(locks, read_couples(options.locks_path, made));
    TRY(bans, read_couples(options.bans_path, made));
    TRY(before, read_couples(options.keep_path, made));
    matching::Extent extent{.always = locks, .seed = options.seed};
    extent.always.insert(extent.always.end(), before.begin(), before.end());
    TRY(left_out, find_couples(made, extent, pace));
    keeping.couples = before;
    made.snapshot.locks = std::move(locks);
    made.snapshot.bans = std::move(bans);
    made.snapshot.objective = options.objective;
    made.snapshot.priority = options.priority;
    made.snapshot.seed = options.seed;
    TRY(whole,
        assign_among_all(made, left_out.get(), keeping,
                         {options.pace.threads, engine::part_of(progress, 50, options.suggestions_each ? 70 : 100)}));
    auto kept = std::move(whole.kept);
    auto const& assignment = kept.assignment;
    if (!assignment.unplaced_locks.empty()) return lock_impossible(made, assignment.unplaced_locks.front());
    auto report = report_on(options, rules, made, kept, whole.fingerprint);
    report.proved_among = whole.is_of_all ? kAllAllowedPairs : kListedPairs;
    report.added_pairs = whole.added;
    if (!options.keep_path.empty()) report.kept = {std::ssize(before), kept.moves, kept.bonus, kept.held};
    std::optional<MatchExplanation> explanation;
    if (!options.explain_path.empty()) {
        TRY(explained, explain_match({rules, tables.mentors, tables.mentees, options.capacities}, made, kept,
                                     report.without_partner, options.explained_people));
        explanation = std::move(explained);
    }
    std::string suggestions;
    if (options.suggestions_each) {
        TRY(suggested, suggest_to_files(made, kept, *options.suggestions_each, engine::part_of(progress, 70, 100)));
        report.suggestions = suggested.report;
        suggestions = std::move(suggested.lists);
    }
    auto pairs = pairs_csv(made, assignment, options.pace.threads);
    return Matched{std::move(report),          std::move(pairs),       std::move(made),
                   std::move(kept.assignment), std::move(explanation), std::move(suggestions)};
}

base::Result<Matched> match_and_write(MatchOptions const& options) {
    TRY(matched, match_tables(options));
    if (matched.is_verified()) {
        TRY_VOID(write_file(options.pairs_path, matched.pairs));
        if (options.suggestions_each) TRY_VOID(write_file(options.suggestions_path, matched.suggestions));
        if (matched.explanation) TRY_VOID(write_file(options.explain_path, json::write(*matched.explanation) + "\n"));
    }
    TRY_VOID(write_file(options.report_path, json::write(matched.report) + "\n"));
    return matched;
}

// Runs what a report says it was made of once more: the same files and options must give the same pairs.
base::Result<std::vector<std::string>> differences_to(MatchReport const& report) {
    TRY(again, match_tables(options_of(report)));
    TRY(pairs, read_file(report.inputs.pairs));
    std::vector<std::string> differences;
    if (report.engine_version != again.report.engine_version)
        differences.push_back(fmt::format("the report was made by engine {}, this is engine {}", report.engine_version,
                                          again.report.engine_version));
    if (report.snapshot_hash != again.report.snapshot_hash)
        differences.emplace_back("the tables, the rules or the options are not what they were");
    if (report.result_hash != again.report.result_hash) differences.emplace_back("the result is another one");
    if (!are_equal(report.floors, again.report.floors)) differences.emplace_back("the floors are others");
    if (report.proved_among != again.report.proved_among)
        differences.push_back("it is proved among " + again.report.proved_among);
    if (again.report.certificate != kVerified) differences.push_back(again.report.certificate);
    if (pairs != again.pairs) differences.push_back(report.inputs.pairs + " does not hold these pairs");
    if (report.suggestions && again.report.suggestions) {
        TRY(lists, read_file(report.inputs.suggestions.value_or("")));
        auto const found = differences_between(*report.suggestions, *again.report.suggestions);
        differences.insert(differences.end(), found.begin(), found.end());
        if (lists != again.suggestions)
            differences.push_back(*report.inputs.suggestions + " does not hold these lists");
    }
    return differences;
}

}  // namespace

int match(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Match two tables of people by a rules file", "obverse match");
    MatchOptions options;
    declare_arguments(command, options);
    command.add_flag_callback(
        "--progress", [&] { options.pace.progress = percent_on(err); }, "Say on standard error how far it is");
    command.callback([&] {
        require_tables(options.tables);
        check_that_files_are_apart(options);
    });
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const matched = match_and_write(options);
    if (!matched) return static_cast<int>(print_refusal(err, options.rules_path, matched.refusal()));
    auto const* report = &matched->report;
    out << fmt::format("{} pairs from {} allowed, {} points, {} of {} mentors and {} of {} mentees; {}\n",
                       report->pairs, report->allowed_pairs, report->total_benefit, report->mentors_reached,
                       report->mentors, report->mentees_reached, report->mentees, report->certificate);
    if (report->floors) print_floors(*report->floors, out);
    if (report->suggestions) print_suggestions(*report->suggestions, out);
    if (!matched->is_verified()) return static_cast<int>(Exit::not_verified);
    if (options.audit_path.empty()) return static_cast<int>(Exit::done);
    // Only now, when nothing of the result can change any more.
    auto const audit = audit_groups(options.audit_path, matched->made, matched->assignment);
    if (!audit) return static_cast<int>(print_refusal(err, options.audit_path, audit.refusal()));
    print_audit(*audit, out);
    return static_cast<int>(Exit::done);
}

int check_match(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Verify a report once more from the files it names", "obverse match check");
    std::string path;
    command.add_option("report", path, "The report, JSON")->required();
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const differences = [&]() -> base::Result<std::vector<std::string>> {
        TRY(text, read_file(path));
        TRY(report, json::read<MatchReport>(text));
        return differences_to(report);
    }();
    if (!differences) return static_cast<int>(print_refusal(err, path, differences.refusal()));
    for (auto const& difference : *differences) err << "obverse: " << difference << "\n";
    if (!differences->empty()) return static_cast<int>(Exit::not_verified);
    out << path << ": verified\n";
    return static_cast<int>(Exit::done);
}

}  // namespace app
