#include "matching/line_outlook_store.hpp"

#include "matching/engine/line_counts.hpp"
#include "matching/tree_store.hpp"
#include "programme/eligibility.hpp"
#include "programme/programme_store.hpp"

namespace matching::store {

namespace {

struct StandingRow : programme::Place {
    PersonId id;
    std::string name;
    std::optional<std::string> job_title;
    std::int32_t people_under = 0;
    bool may_take_part = false;
};
BOOST_DESCRIBE_STRUCT(StandingRow, (programme::Place), (id, name, job_title, people_under, may_take_part))

std::vector<StandingRow> list_standing(db::Tx& tx, OrganisationId organisation) {
    return tx.all<StandingRow>(
        R"(SELECT id, name, job_title, people_under, level, department, site,
                  CASE WHEN is_active AND NOT is_name_only THEN TRUE ELSE FALSE END AS may_take_part
           FROM people WHERE organisation_id = $1 ORDER BY people_under DESC, id)",
        organisation);
}

}  // namespace

LineOutlook load_line_outlook(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    auto const eligibility = programme::store::load_eligibility(tx, organisation, programme);
    auto const loaded = load_tree(tx, organisation, programme);
    engine::ReportingTree const tree(loaded.places);
    LineOutlook outlook;
    std::vector<engine::Index> mentors;
    std::vector<engine::Index> mentees;
    for (auto const& row : list_standing(tx, organisation)) {
        if (!row.may_take_part) continue;
        auto const at = loaded.position.at(row.id);
        if (programme::is_eligible(eligibility.mentor, row)) mentors.push_back(at);
        if (programme::is_eligible(eligibility.mentee, row)) mentees.push_back(at);
        auto const& place = tree.place(at);
        if (place.is_above_more_than_half)
            outlook.tops.push_back(
                {row.id, row.name, row.job_title, row.people_under, tree.opens_from(at), place.is_opened});
    }
    auto const counts = engine::count_line_flaws(tree, mentors, mentees);
    outlook.mentors = std::ssize(mentors);
    outlook.mentees = std::ssize(mentees);
    outlook.possible_pairs = counts.pairs;
    outlook.unknown_line = counts.unknown_line;
    outlook.above = counts.above;
    outlook.common_manager = counts.common_manager;
    outlook.opened = counts.opened;
    outlook.allowed_pairs = counts.allowed();
    return outlook;
}

}  // namespace matching::store
