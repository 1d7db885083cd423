#include "app/reactions.hpp"

#include <array>
#include <string_view>

#include "ballot/ballot_actions.hpp"
#include "circle/circle_actions.hpp"
#include "circle/group_meeting_actions.hpp"
#include "invitation/announcement_actions.hpp"
#include "invitation/invitation_actions.hpp"
#include "invitation/opening_letter_actions.hpp"
#include "matching/publication_actions.hpp"
#include "matching/suggestion_actions.hpp"
#include "meeting/exploratory_news.hpp"
#include "meeting/meeting_actions.hpp"
#include "pairing/agreement_actions.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "pairing/line_check_actions.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_store.hpp"
#include "person/person_actions.hpp"
#include "programme/closing_actions.hpp"
#include "programme/programme_actions.hpp"
#include "representative/proposal_actions.hpp"
#include "survey/survey_actions.hpp"
#include "voice/question_actions.hpp"

namespace app {

namespace {

struct Reaction {
    std::string_view event;
    void (*follow)(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                   base::Instant now);
};

// Queues a job about the event's subject.
template <jobs::Kind<pairing::PairingJob> const& kind>
void about_the_pairing(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                       base::Instant now) {
    jobs::queue(tx, organisation, kind, {base::as<pairing::PairingId>(event.subject_id.value())}, {.now = now});
}

void tell_of_meeting(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                     base::Instant now) {
    jobs::queue(tx, organisation, meeting::kTellOfMeeting, {base::as<meeting::MeetingId>(event.subject_id.value())},
                {.now = now});
}

void ask_after_meeting(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                       base::Instant now) {
    jobs::queue(tx, organisation, survey::kOpenAfterMeeting, {base::as<meeting::MeetingId>(event.subject_id.value())},
                {.now = now});
}

void tell_invited(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                  base::Instant now) {
    invitation::tell_invited(tx, organisation, base::as<access::ProgrammeId>(event.subject_id.value()),
                             event.happened_at, now);
}

void tell_suggested(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                    base::Instant now) {
    auto const round =
        matching::store::find_round_of(tx, organisation, base::as<matching::MatchRunId>(*event.subject_id));
    if (!round) return;  // taken back before it was told
    jobs::queue(tx, organisation, matching::kTellSuggestionsReady, matching::RoundJob{round->id},
                {.now = now, .unique_key = round->id.text()});
}

void tell_result(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event, base::Instant now) {
    auto const round = base::as<matching::RoundId>(*event.subject_id);
    jobs::queue(tx, organisation, matching::kTellRoundResult, matching::RoundJob{round},
                {.now = now, .unique_key = round.text()});
}

void tell_sponsor(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                  base::Instant now) {
    programme::tell_sponsor(tx, organisation, base::as<programme::SponsorId>(event.subject_id.value()), now);
}

template <void (*tell)(db::Tx&, access::OrganisationId, access::ProgrammeId, base::Instant)>
void about_the_programme(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                         base::Instant now) {
    tell(tx, organisation, base::as<access::ProgrammeId>(event.subject_id.value()), now);
}

// Another last day, going on after a pause, the end: what may be asked is another thing then.
void look_again(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                base::Instant /*now*/) {
    survey::look_again(tx, organisation, base::as<pairing::PairingId>(event.subject_id.value()));
}

void let_programme_run(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                       base::Instant now) {
    auto const pairing = pairing::store::find(tx, organisation, base::as<pairing::PairingId>(event.subject_id.value()));
    if (pairing) programme::run_with_a_pair(tx, organisation, pairing->programme_id, now);
}

void tell_of_circle_date(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                         base::Instant now) {
    circle::tell_of_date(tx, organisation, base::as<circle::CircleDateId>(event.subject_id.value()), now);
}

void tell_asked(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event, base::Instant now) {
    voice::tell_asked(tx, organisation, base::as<voice::QuestionId>(event.subject_id.value()), now);
}

void tell_answers_opened(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                         base::Instant now) {
    voice::tell_answers_opened(tx, organisation, base::as<ballot::QuestionSetId>(event.subject_id.value()), now);
}

void tell_decided(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                  base::Instant now) {
    voice::tell_decided(tx, organisation, base::as<voice::DecisionId>(event.subject_id.value()), now);
}

void tell_announced(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                    base::Instant now) {
    invitation::tell_announced(tx, organisation, base::as<invitation::AnnouncementId>(event.subject_id.value()), now);
}

void tell_of_group_meeting(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                           base::Instant now) {
    circle::tell_of_group_meeting(tx, organisation, base::as<circle::GroupMeetingId>(event.subject_id.value()), now);
}

template <void (*tell)(db::Tx&, access::OrganisationId, representative::ProposalId, base::Instant)>
void about_the_proposal(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                        base::Instant now) {
    tell(tx, organisation, base::as<representative::ProposalId>(event.subject_id.value()), now);
}

void recheck_lines(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& /*event*/,
                   base::Instant now) {
    jobs::queue(tx, organisation, pairing::kRecheckLines, jobs::Nothing{}, {.now = now});
}

constexpr std::array kReactions{
    Reaction{invitation::kInvitationsSent.name, tell_invited},
    Reaction{invitation::kInvitationsWrittenAgain.name, tell_invited},
    Reaction{invitation::kAnnouncementSent.name, tell_announced},
    Reaction{invitation::kLetterPutToSponsor.name, about_the_programme<invitation::tell_of_letter>},
    Reaction{person::lines_changed.name, recheck_lines},
    Reaction{pairing::kPairingWentOn.name, about_the_pairing<pairing::kTellAgreementWaits>},
    Reaction{pairing::kPairingStarted.name, let_programme_run},
    Reaction{pairing::kAgreementChanged.name, look_again},
    Reaction{pairing::kPairingResumed.name, look_again},
    Reaction{pairing::kPairingFinished.name, look_again},
    Reaction{pairing::kPairingSetAside.name, about_the_pairing<pairing::kTellEnding>},
    Reaction{pairing::kPairingFinished.name, about_the_pairing<pairing::kTellEnding>},
    Reaction{pairing::kMeetingSet.name, about_the_pairing<meeting::kTellOfExploratory>},
    Reaction{pairing::kMeetingCalledOff.name, about_the_pairing<meeting::kTellOfExploratory>},
    Reaction{matching::kRunPublished.name, tell_suggested},
    Reaction{matching::kSuggestionsClosed.name, tell_result},
    Reaction{meeting::kTimesProposed.name, tell_of_meeting},
    Reaction{meeting::kDateSet.name, tell_of_meeting},
    Reaction{meeting::kMeetingMoved.name, tell_of_meeting},
    Reaction{meeting::kMeetingChanged.name, tell_of_meeting},
    Reaction{meeting::kMeetingCancelled.name, tell_of_meeting},
    Reaction{meeting::kMeetingHeld.name, ask_after_meeting},
    Reaction{circle::kCirclesFormed.name, about_the_programme<circle::tell_of_circles>},
    Reaction{circle::kCircleDateSet.name, tell_of_circle_date},
    Reaction{circle::kCircleDateCancelled.name, tell_of_circle_date},
    Reaction{circle::kGroupMeetingSet.name, tell_of_group_meeting},
    Reaction{circle::kGroupMeetingCalledOff.name, tell_of_group_meeting},
    Reaction{voice::kQuestionAsked.name, tell_asked},
    Reaction{voice::kDecisionPublished.name, tell_decided},
    Reaction{ballot::kQuestionSetClosed.name, tell_answers_opened},
    Reaction{programme::kSponsorAsked.name, tell_sponsor},
    Reaction{programme::kClosingAnnounced.name, about_the_programme<programme::tell_of_closing>},
    Reaction{programme::kClosingReviewed.name, about_the_programme<programme::tell_reviewer>},
    Reaction{representative::kSettingProposed.name, about_the_proposal<representative::tell_proposed>},
    Reaction{representative::kSettingProposalAnswered.name, about_the_proposal<representative::tell_answered>},
    Reaction{programme::kProgrammeClosed.name, about_the_programme<programme::tell_closed>},
};

}  // namespace

void react(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event, base::Instant now) {
    for (auto const& reaction : kReactions)
        if (reaction.event == event.kind) reaction.follow(tx, organisation, event, now);
}

}  // namespace app
