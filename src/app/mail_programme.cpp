#include "app/mail_programme.hpp"

#include <array>
#include <string_view>

#include "acquaintance/acquaintance_store.hpp"
#include "care/monday_actions.hpp"
#include "care/monday_store.hpp"
#include "care/nudge_store.hpp"
#include "circle/circle_store.hpp"
#include "circle/group_meeting_actions.hpp"
#include "circle/group_meeting_store.hpp"
#include "invitation/announcement_actions.hpp"
#include "invitation/invitation_store.hpp"
#include "invitation/opening_letter_actions.hpp"
#include "invitation/opening_letter_store.hpp"
#include "matching/match_run_store.hpp"
#include "matching/publication_store.hpp"
#include "matching/suggestion_store.hpp"
#include "pairing/pairing_store.hpp"
#include "programme/called_store.hpp"
#include "programme/closing_store.hpp"
#include "programme/end_reminder_actions.hpp"
#include "programme/sponsor_store.hpp"
#include "questionnaire/questionnaire_store.hpp"
#include "representative/proposal_store.hpp"
#include "supervisor/protected_time_actions.hpp"

namespace app {

namespace {

using FoundProgramme = std::optional<access::ProgrammeId>;

FoundProgramme invited_to(db::Tx& tx, notice::Mail const& mail) {
    return invitation::store::find_programme_told_of(tx, mail.organisation_id, mail.person_id, mail.subject_id,
                                                     mail.queued_at);
}

FoundProgramme stood_for(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    auto const id = base::as<programme::SponsorId>(*mail.subject_id);
    auto const sponsor = programme::store::find_sponsor(tx, mail.organisation_id, id);
    return sponsor ? FoundProgramme(sponsor->programme_id) : std::nullopt;
}

// The news of a round and that of an ending are one kind: nobody tells them apart by a programme that is missing.
FoundProgramme of_round_or_pairing(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    auto const subject = *mail.subject_id;
    if (auto const round = matching::store::find_round(tx, mail.organisation_id, base::as<matching::RoundId>(subject)))
        return round->programme_id;
    auto const without_names = base::as<acquaintance::AnonymousRoundId>(subject);
    if (auto const round = acquaintance::store::find_round(tx, mail.organisation_id, without_names))
        return round->programme_id;
    auto const pairing = pairing::store::find(tx, mail.organisation_id, base::as<pairing::PairingId>(subject));
    return pairing ? FoundProgramme(pairing->programme_id) : std::nullopt;
}

FoundProgramme published_in(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    auto const id = base::as<matching::PublicationId>(*mail.subject_id);
    auto const publication = matching::store::find_publication(tx, mail.organisation_id, id);
    if (!publication) return std::nullopt;
    auto const run = matching::store::find_run(tx, mail.organisation_id, publication->match_run_id);
    return run ? FoundProgramme(run->programme_id) : std::nullopt;
}

FoundProgramme nudged_in(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    return care::store::find_programme_of_nudge(tx, mail.organisation_id, base::as<care::NudgeId>(*mail.subject_id));
}

FoundProgramme of_monday(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    return care::store::find_programme_of_monday(tx, mail.organisation_id, base::as<care::MondayId>(*mail.subject_id));
}

FoundProgramme closing_told(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    auto const closing = programme::store::find_closing_told(tx, mail.organisation_id, *mail.subject_id);
    return closing ? FoundProgramme(closing->programme_id) : std::nullopt;
}

FoundProgramme ending(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    return programme::find_programme_ending(tx, mail.organisation_id, *mail.subject_id);
}

FoundProgramme of_circle(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    auto const found = circle::store::find(tx, mail.organisation_id, base::as<circle::CircleId>(*mail.subject_id));
    return found ? FoundProgramme(found->programme_id) : std::nullopt;
}

FoundProgramme asked_in(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    auto const id = base::as<questionnaire::QuestionnaireId>(*mail.subject_id);
    auto const found = questionnaire::store::find(tx, mail.organisation_id, id);
    return found ? FoundProgramme(found->programme_id) : std::nullopt;
}

// Told of a programme and of nothing else.
FoundProgramme of_itself(db::Tx& /*tx*/, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    return base::as<access::ProgrammeId>(*mail.subject_id);
}

FoundProgramme letter_of(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    auto const letter = invitation::store::find_letter_asked(tx, mail.organisation_id, *mail.subject_id);
    return letter ? FoundProgramme(letter->programme_id) : std::nullopt;
}

circle::GroupTellingId group_telling(notice::Mail const& mail) {
    return base::as<circle::GroupTellingId>(mail.subject_id.value());
}

FoundProgramme of_group_meeting(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    return circle::store::find_programme_of_telling(tx, mail.organisation_id, group_telling(mail));
}

FoundProgramme proposed_in(db::Tx& tx, notice::Mail const& mail) {
    if (!mail.subject_id) return std::nullopt;
    auto const id = base::as<representative::ProposalId>(*mail.subject_id);
    auto const found = representative::store::find_proposal(tx, mail.organisation_id, id);
    return found ? FoundProgramme(found->programme_id) : std::nullopt;
}

struct AboutProgramme {
    std::string_view kind;
    FoundProgramme (*find)(db::Tx&, notice::Mail const&);
};
// One line a kind that is about a programme; the others are about the way into the house.
constexpr std::array kAboutProgrammes{
    AboutProgramme{notice::invitation.name, invited_to},
    AboutProgramme{notice::sponsor_acceptance.name, stood_for},
    AboutProgramme{notice::suggestions_ready.name, of_round_or_pairing},
    AboutProgramme{notice::closes_soon.name, of_round_or_pairing},
    AboutProgramme{notice::round_result.name, of_round_or_pairing},
    AboutProgramme{notice::agreement_waits.name, of_round_or_pairing},
    AboutProgramme{notice::lines_met.name, of_round_or_pairing},
    AboutProgramme{notice::dates_fit.name, nudged_in},
    AboutProgramme{notice::how_it_goes.name, nudged_in},
    AboutProgramme{notice::monday.name, of_monday},
    AboutProgramme{notice::circle_formed.name, of_circle},
    AboutProgramme{notice::programme_ends.name, ending},
    AboutProgramme{notice::closing_announced.name, closing_told},
    AboutProgramme{notice::programme_closed.name, closing_told},
    AboutProgramme{notice::closing_review.name, closing_told},
    AboutProgramme{notice::questionnaire_waits.name, asked_in},
    AboutProgramme{notice::questionnaire_closes.name, asked_in},
    AboutProgramme{notice::notes_ready.name, of_itself},
    AboutProgramme{notice::theme_shown.name, of_itself},
    AboutProgramme{notice::setting_proposed.name, proposed_in},
    AboutProgramme{notice::setting_answered.name, proposed_in},
    AboutProgramme{notice::not_sent.name, published_in},
    AboutProgramme{notice::letter_to_agree.name, letter_of},
    AboutProgramme{notice::group_meeting_set.name, of_group_meeting},
    AboutProgramme{notice::group_meeting_called_off.name, of_group_meeting},
    AboutProgramme{notice::group_meeting_soon.name, of_group_meeting},
};

FoundProgramme programme_of_mail(db::Tx& tx, notice::Mail const& mail) {
    for (auto const& about : kAboutProgrammes)
        if (about.kind == mail.kind) return about.find(tx, mail);
    return std::nullopt;
}

// The sentences of a mail that its room makes when it leaves; empty for every other.
std::string details_of_mail(db::Tx& tx, notice::Mail const& mail, FoundProgramme const& programme, base::Instant now) {
    if (mail.kind == notice::monday.name) return care::words_of_monday(tx, mail, now);
    if (mail.kind == notice::working_time_asked.name)
        return supervisor::words_of_telling(tx, mail.organisation_id,
                                            base::as<supervisor::TellingId>(mail.subject_id.value()));
    if (mail.kind == notice::invitation.name && programme)
        return invitation::letter_in_mail(tx, mail.organisation_id, *programme, mail.language);
    if (mail.kind == notice::group_meeting_set.name || mail.kind == notice::group_meeting_soon.name)
        return circle::when_and_where(tx, mail.organisation_id, mail.language, group_telling(mail));
    return {};
}

}  // namespace

notice::MailWords words_of_mail(db::Tx& tx, notice::Mail const& mail, base::Instant now) {
    if (mail.kind == notice::announcement.name)
        return invitation::words_of_announcement(
            tx, mail.organisation_id, base::as<invitation::AnnouncementId>(mail.subject_id.value()), mail.language);
    auto const programme = programme_of_mail(tx, mail);
    notice::MailWords words;
    if (programme)
        words.programme = programme::store::find_called(tx, mail.organisation_id, *programme, mail.language).name;
    words.details = details_of_mail(tx, mail, programme, now);
    return words;
}

}  // namespace app
