#pragma once
// What goes in and out about how a programme closes.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "platform/meta.hpp"
#include "programme/called.hpp"
#include "programme/closing.hpp"

namespace programme {

struct ClosingAnnouncement {
    std::int64_t version = 0;
    base::Day closes_on;
};
BOOST_DESCRIBE_STRUCT(ClosingAnnouncement, (), (version, closes_on))

struct ClosingReview {
    std::int64_t version = 0;
    std::vector<ClosingTarget> targets;
    std::string thanks;
};
BOOST_DESCRIBE_STRUCT(ClosingReview, (), (version, targets, thanks))

struct ClosingAgreement {
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ClosingAgreement, (), (version))

enum class ClosingAction { announce, write_review };
BOOST_DESCRIBE_ENUM(ClosingAction, announce, write_review)

// For whoever runs it.
struct ClosingAnswer {
    State state = State::draft;
    std::int64_t version = 0;  // 0: not announced
    std::optional<base::Day> closes_on;
    std::optional<base::Instant> announced_at;
    base::Day earliest_on;             // a day announced now is not before it
    std::optional<base::Day> ends_on;  // as the set-up says
    std::optional<base::Day> announced_by_house_on;
    std::optional<base::Day> last_day_by_house;  // what it would announce then
    std::int32_t taking_part = 0;                // who is told
    std::optional<base::Day> kept_until;
    std::vector<ClosingTarget> targets;
    std::string thanks;
    std::optional<std::string> sponsor_name;  // who has accepted
    std::optional<base::Instant> agreed_at;
    std::optional<std::string> link;  // for the sponsor's one tap, while there are targets
    std::optional<std::string> qr_code;
    std::vector<ClosingStep> remaining;
    std::vector<ClosingAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(ClosingAnswer, (),
                      (state, version, closes_on, announced_at, earliest_on, ends_on, announced_by_house_on,
                       last_day_by_house, taking_part, kept_until, targets, thanks, sponsor_name, agreed_at, link,
                       qr_code, remaining, allowed_actions))

// For whoever takes part.
struct OwnClosing {
    ProgrammeId programme_id;
    Called programme;
    bool is_closed = false;
    base::Day closes_on;
    base::Day echo_from;
    base::Day kept_until;
    std::vector<ClosingTarget> targets;  // once the sponsor has agreed
    std::string thanks;
};
BOOST_DESCRIBE_STRUCT(OwnClosing, (),
                      (programme_id, programme, is_closed, closes_on, echo_from, kept_until, targets, thanks))

struct OwnClosings {
    std::vector<OwnClosing> items;
};
BOOST_DESCRIBE_STRUCT(OwnClosings, (), (items))

// For the sponsor, by the link alone.
struct ClosingReviewPage {
    std::string organisation_name;
    Called programme;
    std::string sponsor_name;
    base::Day closes_on;
    std::int64_t version = 0;
    std::vector<ClosingTarget> targets;
    std::string thanks;
    std::optional<base::Instant> agreed_at;
};
BOOST_DESCRIBE_STRUCT(ClosingReviewPage, (),
                      (organisation_name, programme, sponsor_name, closes_on, version, targets, thanks, agreed_at))

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::ClosingAnnouncement> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "The one it was read with; 0 for the first announcement"},
               meta::doc("closes_on", "The last day, at least 14 days from now; everybody who takes part is told")};
template <>
inline constexpr auto meta::limits<programme::ClosingReview> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "The one it was read with"},
               meta::Limit{"targets", 0, 3,
                           "What the organisation will do next; shown to whoever takes part once the "
                           "sponsor has agreed"},
               meta::Limit{"thanks", 0, 2000, "Shown to whoever takes part at once"}};
template <>
inline constexpr auto meta::limits<programme::ClosingAgreement> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "The one whose targets were read"}};
template <>
inline constexpr auto meta::limits<programme::ClosingAnswer> =
    std::array{meta::doc("ends_on", "The end in the set-up"),
               meta::doc("last_day_by_house", "The last day that it would tell then"),
               meta::doc("announced_by_house_on",
                         "Everybody is told by the house then, where nobody has announced a "
                         "last day; absent once one is announced, and without an end"),
               meta::doc("taking_part", "How many people are told"),
               meta::doc("kept_until", "What pairs that end with the programme wrote is deleted after this day"),
               meta::doc("link", "For the sponsor's one tap"),
               meta::doc("remaining", "What is still to be done")};
