#pragma once

#include <array>
#include <vector>

#include "invitation/invitation.hpp"
#include "platform/meta.hpp"
#include "programme/called.hpp"
#include "programme/eligibility.hpp"

namespace invitation {

// People by name, or everybody eligible whom the filter lets through; never both.
struct InvitationsInput {
    programme::Side side = programme::Side::mentor;
    std::optional<std::vector<PersonId>> people;
    std::optional<programme::SideEligibility> filter;
};
BOOST_DESCRIBE_STRUCT(InvitationsInput, (), (side, people, filter))

// Facts about the house, not about answers: the same whatever anybody said.
struct InvitationsSent {
    std::int32_t invited = 0;
    std::int32_t invited_before = 0;
    std::int32_t not_eligible = 0;
};
BOOST_DESCRIBE_STRUCT(InvitationsSent, (), (invited, invited_before, not_eligible))

struct InvitationCounts {
    std::int64_t invited = 0;
    std::int64_t joined = 0;
    std::int64_t not_joined = 0;  // open, not now and no are one number
    std::int64_t may_be_written_again = 0;
};
BOOST_DESCRIBE_STRUCT(InvitationCounts, (), (invited, joined, not_joined, may_be_written_again))

enum class Sent { sent };
BOOST_DESCRIBE_ENUM(Sent, sent)

struct WrittenAgain {
    Sent state = Sent::sent;
};
BOOST_DESCRIBE_STRUCT(WrittenAgain, (), (state))

// What the invited person reads.
struct OwnInvitation {
    InvitationId id;
    ProgrammeId programme_id;
    programme::Called programme;
    std::optional<std::string> sponsor_name;
    programme::Side side = programme::Side::mentor;
    std::optional<base::Day> starts_on;
    std::optional<base::Day> ends_on;
    std::optional<base::Day> enrolment_closes_on;
    programme::Cadence cadence = programme::Cadence::monthly;
    base::Instant invited_at;
    std::optional<Answer> own_answer;
};
BOOST_DESCRIBE_STRUCT(OwnInvitation, (),
                      (id, programme_id, programme, sponsor_name, side, starts_on, ends_on, enrolment_closes_on,
                       cadence, invited_at, own_answer))

struct OwnInvitationList {
    std::vector<OwnInvitation> items;
};
BOOST_DESCRIBE_STRUCT(OwnInvitationList, (), (items))

struct AnswerInput {
    Answer answer = Answer::not_now;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (answer))

struct OwnAnswer {
    Answer own_answer = Answer::not_now;
    std::optional<base::AnyId> enrolment_id;  // after a yes
};
BOOST_DESCRIBE_STRUCT(OwnAnswer, (), (own_answer, enrolment_id))

}  // namespace invitation

template <>
inline constexpr auto meta::limits<invitation::InvitationsInput> =
    std::array{meta::Limit{"people", 1, 5000, "Exactly these"},
               meta::doc("filter", "Everybody eligible at these levels, departments and sites")};
