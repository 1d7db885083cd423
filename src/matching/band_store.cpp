#include "matching/band_store.hpp"

#include <map>

namespace matching::store {

namespace {

struct LevelWord {
    std::string level;
    std::string word;
};
BOOST_DESCRIBE_STRUCT(LevelWord, (), (level, word))

}  // namespace

std::string group_sql(std::string const& people, std::string const& by) {
    return "NULLIF(CASE " + by + " WHEN 'site' THEN " + people + ".site WHEN 'level' THEN CAST(" + people +
           ".level AS TEXT) ELSE " + people + ".department END, '')";
}

std::string is_of_group_sql(std::string const& group, std::string const& kind, std::string const& names) {
    return "(" + kind + " IS NULL OR (" + kind + " = 'unknown' AND " + group + " IS NULL) OR (" + kind +
           " = 'own' AND " + group + " = " + names + ") OR (" + kind + " = 'rest' AND REPLACE(" + names + ", '\n' || " +
           group + " || '\n', '') = " + names + "))";
}

Counted count_groups(db::Tx& tx, access::Viewer const& viewer, MatchRunId run, Division by) {
    static auto const pairs_sql =
        "SELECT " + group_sql("a", "$4") + " AS mentor_group, " + group_sql("b", "$4") + R"( AS
        mentee_group, COUNT(*) AS pairs
        FROM match_run_pairs m
        JOIN people a ON a.organisation_id = m.organisation_id AND a.id = m.mentor_id
        JOIN people b ON b.organisation_id = m.organisation_id AND b.id = m.mentee_id
        WHERE m.organisation_id = $1 AND m.match_run_id = $2 AND a.id <> $3 AND b.id <> $3 AND NOT m.is_filled_up
        GROUP BY 1, 2)";
    static auto const alone_sql =
        "SELECT m.side AS side, " + group_sql("p", "$4") + R"( AS group_name, COUNT(*) AS people
        FROM match_run_leftovers m
        JOIN people p ON p.organisation_id = m.organisation_id AND p.id = m.person_id
        WHERE m.organisation_id = $1 AND m.match_run_id = $2 AND p.id <> $3
        GROUP BY 1, 2)";
    auto const unseen = viewer.person.value_or(PersonId{});
    return {tx.all<PairsBetween>(pairs_sql, viewer.organisation, run, unseen, by),
            tx.all<PeopleAlone>(alone_sql, viewer.organisation, run, unseen, by)};
}

void name_levels(db::Tx& tx, access::OrganisationId organisation, RunBands& bands) {
    std::map<std::string, std::string> words;
    for (auto& row : tx.all<LevelWord>(
             "SELECT CAST(level AS TEXT) AS level, name AS word FROM level_names WHERE organisation_id = $1",
             organisation))
        words.emplace(std::move(row.level), std::move(row.word));
    for (auto& group : bands.groups)
        if (group.name)
            if (auto const found = words.find(*group.name); found != words.end()) group.name = found->second;
}

base::Result<GroupFilter> group_filter(db::Tx& tx, access::Viewer const& viewer, MatchRunId run,
                                       std::optional<Division> by, std::optional<std::string> const& key,
                                       char const* pointer) {
    if (!key) return GroupFilter{};
    auto const parsed = parse_group_key(*key);
    if (!parsed) return base::invalid(pointer, "format");
    GroupFilter filter{std::string(meta::name_of(parsed->kind)), parsed->name};
    if (parsed->kind != GroupKind::rest) return filter;
    auto const own = own_groups(count_groups(tx, viewer, run, by.value_or(Division::department)));
    for (auto const& name : own) filter.names += "\n" + name + "\n";
    return filter;
}

}  // namespace matching::store
