#pragma once

#include <array>

#include "care/thresholds.hpp"
#include "programme/aim.hpp"
#include "programme/called.hpp"
#include "programme/eligibility.hpp"
#include "programme/setting_shapes.hpp"
#include "representative/proposal.hpp"

namespace representative {

struct NewSettingProposal {
    ProposalKind kind{};
    LockableSetting setting{};
    std::optional<meta::Json> value;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(NewSettingProposal, (), (kind, setting, value, reason))

struct SettingProposalReply {
    bool agrees = false;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SettingProposalReply, (), (agrees, reason))

enum class ProposalAction { agree, decline, take_back };
BOOST_DESCRIBE_ENUM(ProposalAction, agree, decline, take_back)

struct SettingProposal {
    ProposalId id;
    ProgrammeId programme_id;
    programme::Called programme;
    ProposalKind kind{};
    LockableSetting setting{};
    meta::Json before;
    meta::Json wanted;
    std::optional<std::string> reason;
    ProposalSide side{};
    std::string proposed_by;
    base::Instant proposed_at;
    base::Day lapses_on;
    ProposalState state{};
    std::optional<std::string> answered_by;
    std::optional<base::Instant> answered_at;
    std::optional<std::string> answer_reason;
    std::vector<ProposalAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(SettingProposal, (),
                      (id, programme_id, programme, kind, setting, before, wanted, reason, side, proposed_by,
                       proposed_at, lapses_on, state, answered_by, answered_at, answer_reason, allowed_actions))

struct SettingProposals {
    std::vector<SettingProposal> items;
};
BOOST_DESCRIBE_STRUCT(SettingProposals, (), (items))

struct LockedByAgreement {
    LockableSetting setting{};
    meta::Json value;
    std::optional<base::Day> locked_on;
    bool is_waiting = false;
    std::vector<ProposalKind> may_propose;
};
BOOST_DESCRIBE_STRUCT(LockedByAgreement, (), (setting, value, locked_on, is_waiting, may_propose))

// The settings of a programme for whoever may read them: no person stands in them.
struct ProgrammeSettings {
    ProgrammeId programme_id;
    programme::Called programme;
    programme::State state{};
    programme::Settings settings;
    std::vector<programme::AimWords> aims;
    programme::Eligibility eligibility;
    std::int32_t opened_tops = 0;
    care::Thresholds sign_thresholds;
    std::vector<LockedByAgreement> lockable;
    bool is_represented = false;
    std::optional<ProposalSide> side;
};
BOOST_DESCRIBE_STRUCT(ProgrammeSettings, (),
                      (programme_id, programme, state, settings, aims, eligibility, opened_tops, sign_thresholds,
                       lockable, is_represented, side))

}  // namespace representative

template <>
inline constexpr auto meta::limits<representative::NewSettingProposal> =
    std::array{meta::doc("kind", "lock, unlock, or change: of a locked one, by whoever coordinates"),
               meta::doc("value", "Of a change: what is wanted, in the form in which the set-up holds it"),
               meta::Limit{"reason", 1, 1000, "Read by the other side"}};
template <>
inline constexpr auto meta::limits<representative::SettingProposalReply> =
    std::array{meta::Limit{"reason", 1, 1000, "Needed to decline; read by whoever proposed it"}};
template <>
inline constexpr auto meta::limits<representative::SettingProposal> =
    std::array{meta::doc("before", "What held when it was made"), meta::doc("wanted", "The same unless it is a change"),
               meta::doc("lapses_on", "The last day of an answer")};
template <>
inline constexpr auto meta::limits<representative::LockedByAgreement> = std::array{
    meta::doc("locked_on", "null: whoever coordinates changes it alone"),
    meta::doc("is_waiting", "A proposal about it waits"), meta::doc("may_propose", "What you can propose now")};
template <>
inline constexpr auto meta::limits<representative::ProgrammeSettings> =
    std::array{meta::doc("opened_tops", "How many at the top are opened to those far enough below them"),
               meta::doc("is_represented", "Somebody represents the employees of this programme"),
               meta::doc("side", "Yours, where you propose and answer; null for other readers")};
