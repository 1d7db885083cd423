#pragma once
// The only SQL that writes rounds, suggestions, their people and answers. An answer is read by its owner, and once by
// the final run.

#include <optional>
#include <vector>

#include "matching/suggestion.hpp"
#include "matching/suggestion_shapes.hpp"
#include "platform/db/db.hpp"

namespace matching {

struct NewSuggestion {
    PersonId mentor_id;
    PersonId mentee_id;
    std::string fit;
    std::int32_t mentor_benefit = 0;
    std::int32_t mentee_benefit = 0;
    std::string reasons;  // JSON
};

// Two people who were both happy to meet, with their own order.
struct HappyCouple {
    SuggestionId suggestion_id;
    PersonId mentor_id;
    PersonId mentee_id;
    std::int32_t mentor_benefit = 0;
    std::int32_t mentee_benefit = 0;
    std::optional<std::int32_t> mentor_rank;
    std::optional<std::int32_t> mentee_rank;
};
BOOST_DESCRIBE_STRUCT(HappyCouple, (),
                      (suggestion_id, mentor_id, mentee_id, mentor_benefit, mentee_benefit, mentor_rank, mentee_rank))

// Whom the final run joined; the room above opens a pairing for each.
struct JoinedCouple {
    SuggestionId suggestion_id;
    ProgrammeId programme_id;
    PersonId mentor_id;
    PersonId mentee_id;
};
BOOST_DESCRIBE_STRUCT(JoinedCouple, (), (suggestion_id, programme_id, mentor_id, mentee_id))

namespace store {

using access::Viewer;

// It closes at the end of `closes_on` in the organisation's time zone.
RoundId open_round(db::Tx& tx, OrganisationId organisation, MatchRun const& run, base::Day closes_on,
                   std::vector<NewSuggestion> const& suggestions, base::Instant now);
void remove_round_of(db::Tx& tx, OrganisationId organisation, MatchRunId run);
std::optional<Round> find_round(db::Tx& tx, OrganisationId organisation, RoundId id);
std::optional<Round> find_round_of(db::Tx& tx, OrganisationId organisation, MatchRunId run);
RoundList list_rounds(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// Past their closing time, or answered by everybody.
std::vector<Round> list_rounds_to_close(db::Tx& tx, OrganisationId organisation, base::Instant now);
std::vector<Round> list_open_rounds(db::Tx& tx, OrganisationId organisation);
void close_round(db::Tx& tx, OrganisationId organisation, RoundId id, base::Instant now);
// Who stands in an open round of the programme, on which side.
struct SuggestedPlace {
    Side side = Side::mentor;
    PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(SuggestedPlace, (), (side, person_id))
std::vector<SuggestedPlace> list_suggested_places(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
std::vector<PersonId> list_people_of(db::Tx& tx, OrganisationId organisation, RoundId id);

std::vector<SuggestionAnswer> list_mine(db::Tx& tx, Viewer const& viewer);
std::optional<SuggestionAnswer> find_mine(db::Tx& tx, Viewer const& viewer, SuggestionId id);
std::optional<Round> find_round_of_mine(db::Tx& tx, Viewer const& viewer, SuggestionId id);
void save_answer(db::Tx& tx, Viewer const& viewer, SuggestionId id, GivenAnswer const& answer);

std::vector<HappyCouple> list_happy_couples(db::Tx& tx, OrganisationId organisation, RoundId id);
void mark_joined(db::Tx& tx, OrganisationId organisation, SuggestionId id, base::Instant now);
void clear_joined(db::Tx& tx, OrganisationId organisation, SuggestionId id);
std::vector<JoinedCouple> list_joined(db::Tx& tx, OrganisationId organisation, RoundId id);

}  // namespace store
}  // namespace matching
