#include "app/schedule.hpp"

#include <array>

#include "acquaintance/acquaintance_actions.hpp"
#include "ballot/ballot_actions.hpp"
#include "care/care_actions.hpp"
#include "care/contact_room_actions.hpp"
#include "care/monday_actions.hpp"
#include "circle/circle_actions.hpp"
#include "circle/group_meeting_actions.hpp"
#include "circle/group_meeting_store.hpp"
#include "invitation/opening_letter_store.hpp"
#include "matching/match_run_actions.hpp"
#include "matching/publication_actions.hpp"
#include "matching/suggestion_actions.hpp"
#include "meeting/exploratory_news.hpp"
#include "meeting/holiday_store.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/notebook_store.hpp"
#include "meeting/rehearsal.hpp"
#include "meeting/skipped_prompt_store.hpp"
#include "message/anonymous_line_actions.hpp"
#include "message/thread_actions.hpp"
#include "message/thread_store.hpp"
#include "outcome/released_words_actions.hpp"
#include "pairing/continuation_actions.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "pairing/feedback_actions.hpp"
#include "pairing/goal_actions.hpp"
#include "pairing/introduction_actions.hpp"
#include "pairing/line_check_actions.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_store.hpp"
#include "person/people_import_actions.hpp"
#include "platform/db/kept_answers.hpp"
#include "preparation/preparation_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/end_reminder_actions.hpp"
#include "programme/enrolment_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/setting_actions.hpp"
#include "questionnaire/tending.hpp"
#include "questionnaire/waiting_consent_store.hpp"
#include "signin/session_actions.hpp"
#include "supervisor/protected_time_actions.hpp"
#include "survey/survey_actions.hpp"
#include "survey/survey_store.hpp"
#include "topic/exchange_store.hpp"
#include "voice/front_line_note_actions.hpp"
#include "voice/front_line_theme_store.hpp"
#include "voice/question_actions.hpp"
#include "voice/question_store.hpp"

namespace app {

namespace {

using std::chrono::hours;

constexpr jobs::Kind<jobs::Nothing> kTidy{"house.tidy"};
constexpr jobs::Kind<jobs::Nothing> kCloseRounds{"rounds.close"};
constexpr jobs::Kind<jobs::Nothing> kForgetPairs{"pairs.forget"};
constexpr jobs::Kind<jobs::Nothing> kRemindOfClosing{"rounds.remind"};
constexpr jobs::Kind<jobs::Nothing> kRemindToDecide{"questions.remind"};

constexpr std::array kSchedule{
    jobs::ScheduleLine{"tidy", kTidy, hours(1)},
    jobs::ScheduleLine{"people imports", person::expire_people_imports, hours(1)},
    jobs::ScheduleLine{"pairings", pairing::kKeepTime, std::chrono::minutes(15)},
    jobs::ScheduleLine{"surveys", survey::kOpenSurveys, hours(1), std::chrono::minutes(20)},
    jobs::ScheduleLine{"preparations", meeting::kTellToPrepare, std::chrono::minutes(15), std::chrono::minutes(10)},
    jobs::ScheduleLine{"meetings", meeting::kCallOff, std::chrono::minutes(15), std::chrono::minutes(5)},
    // Often: a round ends as soon as everybody has answered, and people wait for it.
    jobs::ScheduleLine{"close_rounds", kCloseRounds, std::chrono::minutes(1)},
    jobs::ScheduleLine{"anonymous_rounds", acquaintance::kKeepAnonymousRounds, std::chrono::minutes(15),
                       std::chrono::minutes(5)},
    jobs::ScheduleLine{"remind_of_closing", kRemindOfClosing, hours(24), hours(7)},
    jobs::ScheduleLine{"remind_to_decide", kRemindToDecide, hours(24), hours(7)},
    jobs::ScheduleLine{"tell_waiting", message::kTellWaiting, std::chrono::minutes(5)},
    jobs::ScheduleLine{"look_after_pairs", care::kLookAfterPairs, hours(24), hours(2)},
    jobs::ScheduleLine{"send_nudges", care::kSendNudges, std::chrono::minutes(15), std::chrono::minutes(10)},
    jobs::ScheduleLine{"forget_pairs", kForgetPairs, hours(1), std::chrono::minutes(40)},
    // Slots are counted from a Thursday: Monday at six.
    jobs::ScheduleLine{"tell_monday", care::kTellMonday, hours(24 * 7), hours(24 * 4 + 6)},
    jobs::ScheduleLine{"released_words", outcome::kReleaseWords, hours(24 * 7), hours(24 * 4 + 7)},
    jobs::ScheduleLine{"front_line_notes", voice::kReleaseNotes, hours(24 * 7), hours(24 * 4 + 7)},
    jobs::ScheduleLine{"tell_contacts", care::kTellContacts, hours(24), hours(6)},
    jobs::ScheduleLine{"close_ballots", ballot::kCloseBallots, std::chrono::minutes(15), std::chrono::minutes(12)},
    // After the boxes have been opened, so that what closes at midnight has its results that night.
    jobs::ScheduleLine{"tend_questionnaires", questionnaire::kTendQuestionnaires, hours(1), std::chrono::minutes(20)},
    jobs::ScheduleLine{"tend_waiting_lists", programme::kTendWaitingLists, hours(24)},
};

void add_matching_handlers(jobs::Board& board, crypto::Keys const& keys) {
    using access::OrganisationId;
    board.on(matching::kCarryOutRun, [&keys](jobs::Work& work, matching::RunJob const& job) {
        return matching::carry_out_run(work, keys, job);
    });
    board.on(matching::kSendPublication, [&keys](db::Tx& tx, jobs::Work& work, matching::PublicationJob const& job) {
        return matching::send_due_publication(tx, keys, work.organisation<OrganisationId>(), job.publication_id,
                                              work.now());
    });
    board.on(kCloseRounds, [&keys](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) {
        return pairing::close_due_rounds(tx, keys, work.organisation<OrganisationId>(), work.now());
    });
    board.on(acquaintance::kKeepAnonymousRounds,
             [&keys](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
                 acquaintance::keep_rounds(tx, keys, work.organisation<OrganisationId>(), work.now());
                 return true;
             });
    board.on(kRemindOfClosing, [&keys](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        auto const organisation = work.organisation<OrganisationId>();
        auto const today = base::utc_day(work.now());
        // The closed days of sites stand above the matching.
        auto const sites =
            meeting::store::closed_sites_of(tx, organisation, today - 1, today + base::kWorkingDaySearch + 1);
        auto const is_closed = [&](access::PersonId person, base::Day day) {
            return sites.is_closed(meeting::store::site_of(tx, organisation, person), day);
        };
        matching::remind_of_closing(tx, organisation, is_closed, work.now());
        acquaintance::remind_rounds(tx, keys, organisation, work.now());
        return true;
    });
    board.on(matching::kTellSuggestionsReady,
             [](db::Tx& tx, jobs::Work& work, matching::RoundJob const& job) -> base::Result<bool> {
                 matching::tell_suggestions_ready(tx, work.organisation<OrganisationId>(), job.round_id, work.now());
                 return true;
             });
    board.on(matching::kTellRoundResult,
             [](db::Tx& tx, jobs::Work& work, matching::RoundJob const& job) -> base::Result<bool> {
                 matching::tell_round_result(tx, work.organisation<OrganisationId>(), job.round_id, work.now());
                 return true;
             });
}

void add_ballot_handlers(jobs::Board& board, access::Tools& tools) {
    board.on(ballot::kMakeBallotKeys, [&tools](jobs::Work& work, ballot::QuestionSetJob const& job) {
        return ballot::make_keys(work, tools.key_files, job);
    });
    board.on(ballot::kCloseBallots, [&tools](jobs::Work& work, jobs::Nothing const&) {
        return ballot::close_ballots(work, tools.database, tools.keys, tools.key_files);
    });
}

void add_questionnaire_handlers(jobs::Board& board, access::Tools& tools) {
    board.on(questionnaire::kTendQuestionnaires,
             [&tools](jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
                 TRY_VOID(questionnaire::forget_respondents(work, tools.key_files));
                 return questionnaire::tend_questionnaires(work, {tools.keys, tools.key_files});
             });
}

void add_voice_handlers(jobs::Board& board, access::Tools& tools) {
    board.on(outcome::kReleaseWords,
             [&tools](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
                 outcome::release_words(tx, tools.keys, work.organisation<access::OrganisationId>(), work.now());
                 return true;
             });
    board.on(voice::kReleaseNotes, [&tools](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        voice::release_notes(tx, {tools.keys, tools.key_files}, work.organisation<access::OrganisationId>(),
                             work.now());
        return true;
    });
}

void add_meeting_handlers(jobs::Board& board) {
    board.on(kRemindToDecide, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        voice::remind_to_decide(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
    board.on(meeting::kCallOff, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        meeting::call_off_meetings(tx, work.organisation<access::OrganisationId>(), work.now());
        pairing::call_off_exploratory_meetings(tx, work.organisation<access::OrganisationId>(), work.now());
        circle::call_off_circle_dates(tx, work.organisation<access::OrganisationId>(), work.now());
        circle::call_off_group_meetings(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
    board.on(survey::kOpenSurveys, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        survey::open_due(tx, work.organisation<access::OrganisationId>(), work.now());
        survey::tell_opened(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
    board.on(survey::kOpenAfterMeeting,
             [](db::Tx& tx, jobs::Work& work, meeting::MeetingJob const& job) -> base::Result<bool> {
                 survey::open_after(tx, work.organisation<access::OrganisationId>(), job.meeting_id, work.now());
                 survey::tell_opened(tx, work.organisation<access::OrganisationId>(), work.now());
                 return true;
             });
    board.on(meeting::kTellToPrepare, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        meeting::tell_to_prepare(tx, work.organisation<access::OrganisationId>(), work.now());
        circle::remind_of_group_meetings(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
    board.on(meeting::kTellOfExploratory,
             [](db::Tx& tx, jobs::Work& work, pairing::PairingJob const& job) -> base::Result<bool> {
                 meeting::tell_of_exploratory(tx, work.organisation<access::OrganisationId>(), job.pairing_id,
                                              work.now());
                 return true;
             });
    board.on(meeting::kTellOfMeeting,
             [](db::Tx& tx, jobs::Work& work, meeting::MeetingJob const& job) -> base::Result<bool> {
                 meeting::tell_of_meeting(tx, work.organisation<access::OrganisationId>(), job.meeting_id, work.now());
                 return true;
             });
}

// What the two of a pair wrote, in every room, when its time is over (rules D14).
void forget_pairs(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    constexpr std::int64_t kAtOnce = 50;
    auto const ended_on = base::utc_day(now) - pairing::kKeptDays;
    for (auto const& id : pairing::store::list_to_forget(tx, organisation, ended_on, kAtOnce)) {
        message::store::forget_thread(tx, organisation, id);
        meeting::store::forget_notebooks(tx, organisation, id);
        meeting::store::forget_skipped(tx, organisation, id);
        survey::store::forget_answers(tx, organisation, id);
        pairing::forget_pairing(tx, organisation, id, now);
    }
}

// What each kept private in a programme goes on the day on which its last pairs do.
void forget_programmes(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const last_before = base::utc_day(now) - pairing::kKeptDays;
    topic::store::forget_private_wishes(tx, organisation, last_before);
    programme::store::forget_need_checks(tx, organisation, last_before);
    voice::store::forget_questions(tx, organisation, last_before);
    outcome::store::forget_words(tx, organisation, last_before);
    voice::store::forget_themes(tx, organisation, last_before);
    voice::store::forget_notes(tx, organisation, last_before);
    preparation::store::forget_kept(tx, organisation, last_before);
    questionnaire::store::forget_consents(tx, organisation, last_before);
    invitation::store::forget_words(tx, organisation, last_before);
    circle::store::forget_group_meetings(tx, organisation, last_before);
}

void add_message_handlers(jobs::Board& board) {
    board.on(kForgetPairs, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        forget_pairs(tx, work.organisation<access::OrganisationId>(), work.now());
        forget_programmes(tx, work.organisation<access::OrganisationId>(), work.now());
        supervisor::forget_times(tx, work.organisation<access::OrganisationId>(), work.now());
        message::forget_lines(tx, work.organisation<access::OrganisationId>(), work.now());
        ballot::forget_ballots(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
    board.on(message::kTellWaiting, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        message::tell_waiting(tx, work.organisation<access::OrganisationId>(), work.now());
        message::forget_unsent(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
}

void add_care_handlers(jobs::Board& board) {
    board.on(care::kLookAfterPairs,
             [](jobs::Work& work, jobs::Nothing const&) { return care::look_after_pairs(work); });
    board.on(care::kTellContacts, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        care::tell_contacts(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
    board.on(care::kTellMonday, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        care::tell_monday(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
    board.on(care::kSendNudges, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        care::send_nudges(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
}

}  // namespace

std::span<jobs::ScheduleLine const> schedule() {
    return kSchedule;
}

void add_job_handlers(jobs::Board& board, access::Tools& tools, notice::Delivery& delivery) {
    add_matching_handlers(board, tools.keys);
    add_ballot_handlers(board, tools);
    add_questionnaire_handlers(board, tools);
    add_voice_handlers(board, tools);
    add_meeting_handlers(board);
    add_message_handlers(board);
    add_care_handlers(board);
    // A node without a mail server leaves the job to those that have one.
    if (delivery.has_server())
        board.on(notice::kSendMails,
                 [&delivery](jobs::Work& work, jobs::Nothing const&) { return delivery.send_due(work); });
    board.on(kTidy, [&tools](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        db::forget_old_answers(tx, tools.clock.wall());
        signin::tidy_sessions(tx, tools.clock.wall());
        jobs::forget_ended_before(tx, work.now() - hours(24 * 7));
        return true;
    });
    person::add_jobs(board);
    board.on(pairing::kKeepTime, [&tools](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        programme::keep_ends(tx, work.organisation<access::OrganisationId>(), work.now());
        programme::close_due_programmes(tx, work.organisation<access::OrganisationId>(), work.now());
        programme::forget_setting_changes(tx, work.organisation<access::OrganisationId>(), work.now());
        pairing::open_exploratory_answers(tx, work.organisation<access::OrganisationId>(), work.now());
        pairing::end_pairings_of_the_gone(tx, work.organisation<access::OrganisationId>(), work.now());
        pairing::complete_due_pairings(tx, work.organisation<access::OrganisationId>(), work.now());
        pairing::end_pairings_of_closed(tx, work.organisation<access::OrganisationId>(), work.now());
        pairing::release_closings(tx, work.organisation<access::OrganisationId>(), work.now());
        pairing::tell_echo(tx, work.organisation<access::OrganisationId>(), work.now());
        pairing::tell_feedback_due(tx, work.organisation<access::OrganisationId>(), work.now());
        pairing::tell_introductions(tx, tools.keys, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
    board.on(pairing::kRecheckLines, [](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
        pairing::recheck_lines(tx, work.organisation<access::OrganisationId>(), work.now());
        circle::recheck_circles(tx, work.organisation<access::OrganisationId>(), work.now());
        return true;
    });
    board.on(programme::kTendWaitingLists,
             [&tools](db::Tx& tx, jobs::Work& work, jobs::Nothing const&) -> base::Result<bool> {
                 programme::tend_waiting_lists(tx, work.organisation<access::OrganisationId>(), tools.keys, work.now());
                 return true;
             });
    board.on(pairing::kTellAgreementWaits,
             [](db::Tx& tx, jobs::Work& work, pairing::PairingJob const& job) -> base::Result<bool> {
                 pairing::tell_agreement_waits(tx, work.organisation<access::OrganisationId>(), job.pairing_id,
                                               work.now());
                 return true;
             });
    board.on(pairing::kTellEnding,
             [](db::Tx& tx, jobs::Work& work, pairing::PairingJob const& job) -> base::Result<bool> {
                 pairing::tell_ending(tx, work.organisation<access::OrganisationId>(), job.pairing_id, work.now());
                 return true;
             });
}

}  // namespace app
