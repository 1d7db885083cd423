#pragma once
// The only SQL that writes match_runs, match_run_pairs, match_run_leftovers, locks and bans.

#include <optional>
#include <vector>

#include "matching/fairness.hpp"
#include "matching/match_run.hpp"
#include "matching/match_run_shapes.hpp"
#include "matching/prices_shapes.hpp"
#include "platform/page_of_rows.hpp"

namespace matching::store {

using access::Viewer;

// For jobs.
std::optional<MatchRun> find_run(db::Tx& tx, OrganisationId organisation, MatchRunId id);
// Only of a programme that the viewer coordinates.
std::optional<MatchRun> find_coordinated_run(db::Tx& tx, Viewer const& viewer, MatchRunId id);
// The newest first unless asked otherwise.
base::Result<page::Rows<MatchRun>> list_runs(db::Tx& tx, OrganisationId organisation, MatchRunsQuery const& query);
std::optional<MatchRun> find_newest_with_pairs(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
RunSurroundings surroundings_of(db::Tx& tx, OrganisationId organisation, MatchRun const& run);
std::int32_t next_number(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

void insert_run(db::Tx& tx, Viewer const& viewer, MatchRun const& run);
// State, progress, report and end.
void save_run(db::Tx& tx, OrganisationId organisation, MatchRun const& run);

// How the run treats groups of people, once it is made; frozen like its pairs.
void save_fairness(db::Tx& tx, OrganisationId organisation, MatchRunId run, FairnessAudit const& audit);
std::optional<FairnessAudit> find_fairness(db::Tx& tx, OrganisationId organisation, MatchRunId run);

// What the run gives against others, once that is worked out; frozen too.
void save_prices(db::Tx& tx, OrganisationId organisation, MatchRunId run, PricesFound const& prices);
std::optional<PricesFound> find_prices(db::Tx& tx, OrganisationId organisation, MatchRunId run);

struct PairRow {
    std::int32_t position = 0;
    PersonId mentor_id;
    PersonId mentee_id;
    std::string fit;
    bool is_locked = false;
    bool is_filled_up = false;
    std::string reasons;  // JSON
};
BOOST_DESCRIBE_STRUCT(PairRow, (), (position, mentor_id, mentee_id, fit, is_locked, is_filled_up, reasons))

struct LeftoverRow {
    std::int32_t position = 0;
    PersonId person_id;
    Side side = Side::mentor;
    std::string reason;  // JSON
};
BOOST_DESCRIBE_STRUCT(LeftoverRow, (), (position, person_id, side, reason))

void insert_pair(db::Tx& tx, OrganisationId organisation, MatchRunId run, PairRow const& pair);
void insert_leftover(db::Tx& tx, OrganisationId organisation, MatchRunId run, LeftoverRow const& leftover);
std::vector<PairRow> list_pairs(db::Tx& tx, OrganisationId organisation, MatchRunId run);

std::optional<PersonShown> find_person_shown(db::Tx& tx, OrganisationId organisation, PersonId id);

// Without the rows that are about the viewer (rules 13).
base::Result<RunPairs> page_of_pairs(db::Tx& tx, Viewer const& viewer, MatchRunId run, RunPairsQuery const& query);
base::Result<RunLeftovers> page_of_leftovers(db::Tx& tx, Viewer const& viewer, MatchRunId run,
                                             RunLeftoversQuery const& query);

// Keeping two people together takes back keeping them apart, and the other way round.
void put_wish(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, CoupleShown const& couple, Wish wish,
              base::Instant now);
bool remove_wish(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, CoupleShown const& couple, Wish wish);
base::Result<Wishes> page_of_wishes(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, WishesQuery const& query);
// Does the viewer, on either side?
bool takes_part(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// Do both take part, each on their side?
bool are_enrolled(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, CoupleShown const& couple);

}  // namespace matching::store
