#pragma once
// What would give somebody a partner, as it is sent. The pages make sentences of it.

#include <array>

#include "matching/match_run_shapes.hpp"

namespace matching {

struct RemediesQuery {
    PersonId person_id;
    std::optional<Side> side;  // only for somebody who stands on both
};
BOOST_DESCRIBE_STRUCT(RemediesQuery, (), (person_id, side))

// Each would do by itself; nothing else changes.
enum class RemedyKind {
    place_with_any,      // one more place with any one of `people`
    places_with_each,    // `number` more with each of `people`
    no_longer_apart,     // from the one of `people`
    no_longer_together,  // `people`, who are kept together
    looser_rule,         // `rule` otherwise: the gap from `gap_least` to `gap_most`, or not at all
};
BOOST_DESCRIBE_ENUM(RemedyKind, place_with_any, places_with_each, no_longer_apart, no_longer_together, looser_rule)

struct RemedyShown {
    RemedyKind kind = RemedyKind::place_with_any;
    std::int32_t number = 1;
    std::vector<PersonShown> people;
    std::optional<std::string> department;  // in which all of them work, where they are several
    std::optional<std::string> rule;
    std::optional<std::int32_t> gap_least;
    std::optional<std::int32_t> gap_most;
};
BOOST_DESCRIBE_STRUCT(RemedyShown, (), (kind, number, people, department, rule, gap_least, gap_most))

struct Remedies {
    PersonShown person;
    Side side = Side::mentor;
    bool has_partner = false;  // the run of today would already give them one
    std::optional<LeftoverShown> reason;
    std::vector<RemedyShown> items;
};
BOOST_DESCRIBE_STRUCT(Remedies, (), (person, side, has_partner, reason, items))

}  // namespace matching
