#pragma once
// Asking an executive to stand for a programme, and their one tap.

#include <array>

#include "platform/page.hpp"
#include "programme/called.hpp"
#include "programme/sponsor.hpp"

namespace programme {

// A colleague, or a name and an address from outside; never both.
struct SponsorInput {
    std::optional<PersonId> person_id;
    std::optional<std::string> name;
    std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(SponsorInput, (), (person_id, name, email))

// For the coordinator: the link to be mailed, copied or printed.
struct SponsorAnswer {
    std::optional<PersonId> person_id;
    std::string name;
    std::optional<std::string> email;
    TakesPart takes_part = TakesPart::in_person;
    std::optional<std::string> delegate_name;
    std::int32_t answers_within_days = 14;
    base::Instant asked_at;
    base::Instant link_expires_at;
    std::optional<base::Instant> accepted_at;
    std::string link;
    std::string qr_code;  // an SVG picture of the link
};
BOOST_DESCRIBE_STRUCT(SponsorAnswer, (),
                      (person_id, name, email, takes_part, delegate_name, answers_within_days, asked_at,
                       link_expires_at, accepted_at, link, qr_code))

// What the sponsor sees who is signed in: a count of each side, and nobody's name.
struct Sponsorship {
    ProgrammeId programme_id;
    Called programme;
    State state = State::draft;
    std::optional<base::Day> starts_on;
    std::optional<base::Day> ends_on;
    std::optional<base::Day> closes_on;  // the last day that was announced
    std::int32_t mentors_joined = 0;
    std::int32_t mentees_joined = 0;
    std::optional<base::Instant> asked_at;  // none: named by an administrator, and not asked yet
    std::optional<base::Instant> accepted_at;
    TakesPart takes_part = TakesPart::in_person;
    std::optional<std::string> delegate_name;
    std::int32_t answers_within_days = 14;
    std::optional<std::string> link;         // while it waits for an answer
    std::optional<std::string> review_link;  // while the targets of the closing wait for their yes
};
BOOST_DESCRIBE_STRUCT(Sponsorship, (),
                      (programme_id, programme, state, starts_on, ends_on, closes_on, mentors_joined, mentees_joined,
                       asked_at, accepted_at, takes_part, delegate_name, answers_within_days, link, review_link))

enum class SponsorshipSort { name, state };
BOOST_DESCRIBE_ENUM(SponsorshipSort, name, state)

struct SponsorshipQuery : page::Request {
    std::optional<std::string> search;
    std::optional<State> state;
    std::optional<SponsorshipSort> sort;
};
BOOST_DESCRIBE_STRUCT(SponsorshipQuery, (page::Request), (search, state, sort))

struct Sponsorships {
    std::vector<Sponsorship> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(Sponsorships, (), (items, next_cursor))

// What stands on the sponsor's page, also signed out.
struct AcceptancePage {
    std::string organisation_name;
    Called programme;
    std::optional<std::string> results_use;
    std::optional<base::Day> starts_on;
    std::optional<base::Day> ends_on;
    std::string sponsor_name;
    std::vector<std::string> aims;
    TakesPart takes_part = TakesPart::in_person;
    std::optional<std::string> delegate_name;
    std::int32_t answers_within_days = 14;
    std::optional<base::Instant> accepted_at;
};
BOOST_DESCRIBE_STRUCT(AcceptancePage, (),
                      (organisation_name, programme, results_use, starts_on, ends_on, sponsor_name, aims, takes_part,
                       delegate_name, answers_within_days, accepted_at))

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::SponsorshipQuery> = page::limits(meta::Limit{
    "search", 1, 100, "Part of the programme's name"});

template <>
inline constexpr auto meta::limits<programme::SponsorInput> =
    std::array{meta::doc("person_id", "A colleague"), meta::Limit{"name", 1, 200, "Of somebody from outside"},
               meta::Limit{"email", 3, 254}};
