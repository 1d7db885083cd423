#pragma once
// What a person sees of a suggestion: the other's name and place, and what fits the two (rules B, "only what fits").

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "matching/reason_shapes.hpp"
#include "matching/suggestion.hpp"
#include "programme/called.hpp"

namespace matching {

struct SuggestedPartner {
    PersonId id;
    std::string name;
    std::optional<std::string> called_name;
    std::optional<std::string> pronouns;
    std::optional<std::string> job_title;
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::optional<std::string> level_name;
};
BOOST_DESCRIBE_STRUCT(SuggestedPartner, (), (id, name, called_name, pronouns, job_title, department, site, level_name))

struct SuggestionAnswer {
    SuggestionId id;
    ProgrammeId programme_id;
    programme::Called programme;
    Side side = Side::mentor;  // yours
    SuggestedPartner partner;
    std::vector<ReasonShown> you_want;   // what your partner brings for you
    std::vector<ReasonShown> they_want;  // what you bring for your partner
    std::vector<ReasonShown> shared;
    base::Day closes_on;
    base::Instant closes_at;
    std::optional<Answer> answer;  // your own
    std::optional<std::int32_t> rank;
};
BOOST_DESCRIBE_STRUCT(SuggestionAnswer, (),
                      (id, programme_id, programme, side, partner, you_want, they_want, shared, closes_on, closes_at,
                       answer, rank))

struct MySuggestions {
    std::vector<SuggestionAnswer> items;
};
BOOST_DESCRIBE_STRUCT(MySuggestions, (), (items))

// A round as a coordinator sees it: no answer, no count of answers.
struct RoundShown {
    RoundId id;
    MatchRunId match_run_id;
    std::int32_t number = 1;
    base::Instant opened_at;
    base::Day closes_on;
    std::optional<base::Instant> closed_at;
    std::int64_t suggestions = 0;
};
BOOST_DESCRIBE_STRUCT(RoundShown, (), (id, match_run_id, number, opened_at, closes_on, closed_at, suggestions))

struct RoundList {
    std::vector<RoundShown> items;
};
BOOST_DESCRIBE_STRUCT(RoundList, (), (items))

}  // namespace matching
