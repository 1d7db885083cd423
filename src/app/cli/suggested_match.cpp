#include "app/cli/suggested_match.hpp"

#include <algorithm>
#include <ostream>
#include <set>

#include <fmt/format.h>

#include "app/cli/couples_file.hpp"
#include "matching/engine/listed_couples.hpp"
#include "platform/csv.hpp"
#include "platform/json.hpp"

namespace app {

namespace {

namespace engine = matching::engine;

std::string lists_csv(matching::FileSnapshot const& made, std::vector<engine::ListedCouple> const& listed) {
    std::vector<std::string> columns(kCoupleColumns.begin(), kCoupleColumns.end());
    columns.insert(columns.end(), {"kind", "costly", "on_list_of_mentor", "on_list_of_mentee"});
    auto csv = csv::write_row(columns);
    for (auto const& each : listed) {
        auto cells = couple_cells(made, each.couple);
        cells.insert(cells.end(), {each.is_of_run ? "pair" : "further", each.is_costly ? "yes" : "no",
                                   std::to_string(each.on_list_of_mentor), std::to_string(each.on_list_of_mentee)});
        csv += csv::write_row(cells);
    }
    return csv;
}

std::int64_t people_in(std::vector<engine::ListedCouple> const& listed, engine::Index engine::Couple::*side) {
    std::set<engine::Index> people;
    for (auto const& each : listed) people.insert(each.couple.*side);
    return std::ssize(people);
}

}  // namespace

base::Result<SuggestedMatch> suggest_to_files(matching::FileSnapshot const& made, engine::Kept const& kept,
                                              std::int32_t each, engine::Progress const& progress) {
    TRY(suggestions, engine::suggest(kept.snapshot, kept.assignment, each, progress));
    auto const flaw = engine::check_suggestions(kept.snapshot, kept.assignment, suggestions, each);
    auto const listed = engine::list_couples(made.snapshot, kept.assignment, suggestions);
    auto const outlook = engine::outlook_of(kept.snapshot, kept.assignment, suggestions);
    SuggestionReport report;
    report.each = each;
    report.couples = std::ssize(listed);
    report.further = std::ssize(suggestions.further());
    report.costly = outlook.costly;
    report.mentors_with_suggestion = people_in(listed, &engine::Couple::mentor);
    report.mentees_with_suggestion = people_in(listed, &engine::Couple::mentee);
    report.expected_at_60 = outlook.expected_at_60;
    report.expected_at_70 = outlook.expected_at_70;
    report.expected_at_80 = outlook.expected_at_80;
    report.certificate = engine::to_text(flaw);
    report.lists_hash = engine::to_hex(engine::lists_hash(kept.snapshot, listed));
    return SuggestedMatch{std::move(report), lists_csv(made, listed)};
}

void print_suggestions(SuggestionReport const& report, std::ostream& out) {
    out << fmt::format(
        "{} suggestions for {} mentors and {} mentees, {} of them costly; {}, {} or {} pairs may be expected when 60, "
        "70 "
        "or 80 % are happy to meet; {}\n",
        report.couples, report.mentors_with_suggestion, report.mentees_with_suggestion, report.costly,
        report.expected_at_60, report.expected_at_70, report.expected_at_80, report.certificate);
}

std::vector<std::string> differences_between(SuggestionReport const& report, SuggestionReport const& again) {
    std::vector<std::string> differences;
    if (report.lists_hash != again.lists_hash) differences.emplace_back("the lists of suggestions are other ones");
    if (again.certificate != kVerified) differences.push_back(again.certificate);
    auto said = report;
    said.lists_hash = again.lists_hash;
    said.certificate = again.certificate;
    if (json::write(said) != json::write(again))
        differences.emplace_back("the figures of the suggestions are other ones");
    return differences;
}

}  // namespace app
