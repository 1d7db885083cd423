#pragma once
// Counts the pairs of a run and who is without a partner by department, level or site, and finds those of one group.

#include "access/viewer.hpp"
#include "matching/band.hpp"
#include "platform/db/db.hpp"

namespace matching::store {

// Without the pairs that only fill up somebody's suggestions, and without the rows that are about the viewer (rules
// 13).
Counted count_groups(db::Tx& tx, access::Viewer const& viewer, MatchRunId run, Division by);

// A level that has a word is called by it.
void name_levels(db::Tx& tx, access::OrganisationId organisation, RunBands& bands);

// How a list finds the people of one group: `kind` as text, or nothing for everybody; `names` is the group itself, or
// of the rest every group that does not belong to it, each between line breaks.
struct GroupFilter {
    std::optional<std::string> kind;
    std::string names;
};
// Nothing asked: everybody. Refuses a key that no answer has as `format` on `pointer`.
base::Result<GroupFilter> group_filter(db::Tx& tx, access::Viewer const& viewer, MatchRunId run,
                                       std::optional<Division> by, std::optional<std::string> const& key,
                                       char const* pointer);

// SQL for the group of somebody in `people`, whose division stands in the parameter `by`.
std::string group_sql(std::string const& people, std::string const& by);
// SQL: stands somebody in the group of two parameters, kind and names?
std::string is_of_group_sql(std::string const& group, std::string const& kind, std::string const& names);

}  // namespace matching::store
