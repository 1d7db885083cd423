#pragma once
// Two people who could meet (rules 2, steps 1-3). Each answers once, privately, until the round closes; silence means
// *not now* and looks like every other answer. The happy answer confirms rules 1 (v): "neither of us decides on the
// other's pay, promotion or a case about them".

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "matching/match_run.hpp"

namespace matching {

using SuggestionId = base::Id<struct SuggestionTag>;

enum class Answer { happy_to_meet, rather_not };
BOOST_DESCRIBE_ENUM(Answer, happy_to_meet, rather_not)

struct GivenAnswer {
    Answer answer = Answer::rather_not;
    std::optional<std::int32_t> rank;  // 1..3, only with happy_to_meet
    std::optional<bool> decides_nothing_confirmed;
};
BOOST_DESCRIBE_STRUCT(GivenAnswer, (), (answer, rank, decides_nothing_confirmed))

struct Round {
    RoundId id;
    ProgrammeId programme_id;
    MatchRunId match_run_id;
    std::int32_t number = 1;
    base::Instant opened_at;
    base::Day closes_on;
    base::Instant closes_at;
    std::optional<base::Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(Round, (), (id, programme_id, match_run_id, number, opened_at, closes_on, closes_at, closed_at))

// Refuses after the closing time, a happy answer without its confirmation, and an order without one.
base::Result<GivenAnswer> check_answer(GivenAnswer answer, Round const& round, base::Instant now);

// A person's own order, as benefit added for the final run alone: 300, 150, 0.
std::int32_t ranking_bonus(std::optional<std::int32_t> rank);

base::Refusal suggestion_not_found();

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::GivenAnswer> =
    std::array{meta::Limit{"rank", 1, 3, "With several: whom you would rather meet first"}};
