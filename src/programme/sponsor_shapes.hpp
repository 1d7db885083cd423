#pragma once
// Asking an executive to stand for a programme, and their one tap.

#include <array>

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

// What stands on the sponsor's page, also signed out.
struct AcceptancePage {
    std::string organisation_name;
    std::string programme_name;
    std::optional<std::string> purpose;
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
                      (organisation_name, programme_name, purpose, results_use, starts_on, ends_on, sponsor_name, aims,
                       takes_part, delegate_name, answers_within_days, accepted_at))

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::SponsorInput> =
    std::array{meta::doc("person_id", "A colleague"), meta::Limit{"name", 1, 200, "Of somebody from outside"},
               meta::Limit{"email", 3, 254}};

template <>
inline constexpr auto meta::limits<programme::Commitment> =
    std::array{meta::Limit{"delegate_name", 1, 200, "Who takes part in the sponsor's place"},
               meta::Limit{"answers_within_days", 1, 90, "How soon questions to the sponsor are answered"}};
