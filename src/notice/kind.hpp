#pragma once
// What people may be told of. A line is a promise to the catalogue: `mail.<name>.subject` and `mail.<name>.body` where
// it is mailed, `notice.<name>` where it stands in the inbox; a test asks for each in every language.
//
// Subject and body hold nothing private (rules 12): assistants read mail. A kind says that something waits, never what
// somebody answered.

#include <array>
#include <string_view>

namespace notice {

enum class Channel { inbox, mail, inbox_and_mail };
// Mails of a hidden kind are in no list: whose they are would tell what somebody else did in private.
enum class Listing { shown, hidden };
// Whether its mail waits while the site of its recipient is closed. What somebody must know in time, or asked for, does
// not; a word to a confidential contact never does (decision 0175).
enum class Pace { at_once, open_day };

struct Kind {
    std::string_view name;
    Channel channel;
    // The page a notice leads to, below the public address, and its mail, unless app/mail_links computes a link for it.
    std::string_view page;
    Listing listing = Listing::shown;
    Pace pace = Pace::at_once;

    [[nodiscard]] constexpr bool is_mailed() const { return channel != Channel::inbox; }
    [[nodiscard]] constexpr bool is_in_inbox() const { return channel != Channel::mail; }
};

inline constexpr Kind activation{"activation", Channel::mail, ""};
inline constexpr Kind reset{"reset", Channel::mail, ""};
inline constexpr Kind password_changed{"password_changed", Channel::inbox_and_mail, "/settings"};
inline constexpr Kind invitation{"invitation", Channel::inbox_and_mail, "/"};
inline constexpr Kind suggestions_ready{"suggestions_ready", Channel::inbox_and_mail, "/suggestions"};
inline constexpr Kind closes_soon{"closes_soon", Channel::inbox_and_mail, "/suggestions"};
inline constexpr Kind round_result{"round_result", Channel::inbox_and_mail, "/"};
inline constexpr Kind agreement_waits{"agreement_waits", Channel::inbox_and_mail, "/pair"};
inline constexpr Kind lines_met{"lines_met", Channel::inbox_and_mail, "/"};
// Of a meeting: times to choose from, a date, and that a date no longer stands. The link opens the dates alone.
inline constexpr Kind times_proposed{"times_proposed", Channel::inbox_and_mail, "/pair", Listing::hidden};
inline constexpr Kind date_set{"date_set", Channel::inbox_and_mail, "/pair"};
inline constexpr Kind date_called_off{"date_called_off", Channel::inbox_and_mail, "/pair"};
// Of the date of a first conversation: set or moved, to both in the same words.
inline constexpr Kind first_date_set{"first_date_set", Channel::inbox_and_mail, "/pair"};
// Questions about a pair: told to both, whatever either answers.
inline constexpr Kind questions_wait{"questions_wait", Channel::inbox_and_mail, "/questions"};
// Of a questionnaire: it waits, it closes soon (to all who are asked, whoever has answered), and its results are there.
// Whose mails these are would tell who is asked while they wait, and so consented.
inline constexpr Kind questionnaire_waits{"questionnaire_waits", Channel::inbox_and_mail, "/questions",
                                          Listing::hidden};
inline constexpr Kind questionnaire_closes{"questionnaire_closes", Channel::inbox_and_mail, "/questions",
                                           Listing::hidden};
inline constexpr Kind results_ready{"results_ready", Channel::inbox, "/questions"};
// To the one who reads what was written in words.
inline constexpr Kind words_to_read{"words_to_read", Channel::inbox, "/questions"};
// Ninety days after a pair: what became of the targets, whatever either has set.
inline constexpr Kind echo_waits{"echo_waits", Channel::inbox_and_mail, "/pair"};
// Before a date: something waits on its page.
inline constexpr Kind preparation_waits{"preparation_waits", Channel::inbox_and_mail, "/meeting"};
// Before a date that is pencilled in: to whoever has something to read or sign first, and to nobody else (rules D7).
inline constexpr Kind reading_waits{"reading_waits", Channel::inbox_and_mail, "/preparation", Listing::hidden};
// What a coordinator published could not be sent when its time came.
inline constexpr Kind not_sent{"not_sent", Channel::inbox_and_mail, "/programmes"};
// A message, or one on an anonymous line; the same words whatever it is.
inline constexpr Kind message_waits{"message_waits", Channel::inbox_and_mail, "/messages", Listing::hidden,
                                    Pace::open_day};
// Somebody is a confidential contact who does not sign in: their private link.
inline constexpr Kind contact_link{"contact_link", Channel::mail, ""};
// To a confidential contact, once a day: something came.
inline constexpr Kind confidence_waits{"confidence_waits", Channel::inbox_and_mail, "", Listing::hidden};
// Times wait that fit the two of a pair: for whoever's side moved a date.
inline constexpr Kind dates_fit{"dates_fit", Channel::inbox_and_mail, "/pair", Listing::hidden};
// A coordinator asks both of a pair how it goes, in the same words.
inline constexpr Kind how_it_goes{"how_it_goes", Channel::inbox_and_mail, "/pair"};
// To whoever coordinates: how a programme stands, in counts alone.
inline constexpr Kind monday{"monday", Channel::mail, "/programmes", Listing::shown, Pace::open_day};
// Somebody would like to bring two people together: one of them is asked, or it is made or does not go ahead. Their
// mails stand in no list: whose they are would tell who introduced whom, and who said yes.
inline constexpr Kind introduction_waits{"introduction_waits", Channel::inbox_and_mail, "/introductions",
                                         Listing::hidden};
inline constexpr Kind introduction_news{"introduction_news", Channel::inbox_and_mail, "/introductions",
                                        Listing::hidden};
// Within a pair: feedback has come, and a wish is worth another look. Told in the inbox alone.
inline constexpr Kind feedback_waits{"feedback_waits", Channel::inbox, "/pair"};
inline constexpr Kind feedback_again{"feedback_again", Channel::inbox, "/pair"};
// To both of an acquaintance: two people together opened a name for a stated danger.
inline constexpr Kind name_opened{"name_opened", Channel::inbox_and_mail, "/"};
// Of the sounding board: to everybody who is asked, and to them again when a decision is published. Their mails stand
// in no list: whose they are would tell who is on a panel, and whose partner somebody is.
inline constexpr Kind question_waits{"question_waits", Channel::inbox_and_mail, "/before-i-decide", Listing::hidden,
                                     Pace::open_day};
inline constexpr Kind decision_published{"decision_published", Channel::inbox_and_mail, "/before-i-decide",
                                         Listing::hidden, Pace::open_day};
// Of what people see from here: a partner has written (in the inbox alone, like feedback); a week's notes have gone
// out, to whoever coordinates; and to everybody who takes part, whoever wrote: a theme is shown, and has its answer.
inline constexpr Kind partner_note_waits{"partner_note_waits", Channel::inbox, "/what-i-see"};
inline constexpr Kind notes_ready{"notes_ready", Channel::inbox_and_mail, "/programmes", Listing::hidden,
                                  Pace::open_day};
inline constexpr Kind theme_shown{"theme_shown", Channel::inbox_and_mail, "/themes", Listing::hidden, Pace::open_day};
inline constexpr Kind theme_answered{"theme_answered", Channel::inbox, "/themes"};
// A partner would like to release a sentence about the two. In the inbox alone.
inline constexpr Kind words_ask_you{"words_ask_you", Channel::inbox, "/what-changed"};
// To whoever promised a decision: its day comes near; what was answered without names can be read; and a draft of it
// waits for their one tap. To whoever was named to draft them: that they were.
inline constexpr Kind decision_due{"decision_due", Channel::inbox_and_mail, "/decide", Listing::hidden};
inline constexpr Kind answers_opened{"answers_opened", Channel::inbox_and_mail, "/decide", Listing::hidden,
                                     Pace::open_day};
inline constexpr Kind draft_waits{"draft_waits", Channel::inbox_and_mail, "/decide", Listing::hidden};
inline constexpr Kind asked_to_draft{"asked_to_draft", Channel::inbox_and_mail, "/before-i-decide", Listing::hidden,
                                     Pace::open_day};
// To the members of a circle: that it is there, a date of it, and that one no longer stands.
inline constexpr Kind circle_formed{"circle_formed", Channel::inbox_and_mail, "/circles"};
inline constexpr Kind circle_date_set{"circle_date_set", Channel::inbox_and_mail, "/circles"};
inline constexpr Kind circle_date_called_off{"circle_date_called_off", Channel::inbox_and_mail, "/circles"};
// To whoever coordinates: an end comes near that nobody has announced; and the house has announced it.
inline constexpr Kind programme_ends{"programme_ends", Channel::inbox_and_mail, "/programmes", Listing::shown,
                                     Pace::open_day};
// To everybody who takes part: the last day of a programme, and that it has come.
inline constexpr Kind closing_announced{"closing_announced", Channel::inbox_and_mail, "/closings"};
inline constexpr Kind programme_closed{"programme_closed", Channel::inbox_and_mail, "/closings"};
// About a setting that two sides change together: to the side that answers, and to the one that proposed.
inline constexpr Kind setting_proposed{"setting_proposed", Channel::inbox_and_mail, "/agreed-settings", Listing::shown,
                                       Pace::open_day};
inline constexpr Kind setting_answered{"setting_answered", Channel::inbox_and_mail, "/agreed-settings", Listing::shown,
                                       Pace::open_day};
// To the sponsor: the targets of the review wait for their one tap.
inline constexpr Kind closing_review{"closing_review", Channel::mail, ""};
inline constexpr Kind sponsor_acceptance{"sponsor_acceptance", Channel::mail, ""};
// To the sponsor: the letter in their name waits for their one tap.
inline constexpr Kind letter_to_agree{"letter_to_agree", Channel::mail, ""};
// What whoever coordinates says to everybody, to a side, or to all who have not joined. To whoever is not to be asked
// it has a mail row like everybody's.
inline constexpr Kind announcement{"announcement", Channel::inbox_and_mail, "/news", Listing::shown, Pace::open_day};
// Of a meeting of the whole programme: set or moved, it no longer stands, and it is near.
inline constexpr Kind group_meeting_set{"group_meeting_set", Channel::inbox_and_mail, "/news"};
inline constexpr Kind group_meeting_called_off{"group_meeting_called_off", Channel::inbox_and_mail, "/news"};
inline constexpr Kind group_meeting_soon{"group_meeting_soon", Channel::inbox_and_mail, "/news"};

// To a supervisor: somebody asks for working time; by its link alone. Whose supervisor was told says who takes part, so
// these stand in no list.
inline constexpr Kind working_time_asked{"working_time_asked", Channel::mail, "", Listing::hidden, Pace::open_day};
// To whoever asked: there is an answer. To whoever coordinates: a supervisor would like to talk.
inline constexpr Kind working_time_answered{"working_time_answered", Channel::inbox_and_mail, "/supervisor",
                                            Listing::hidden, Pace::open_day};
inline constexpr Kind supervisor_would_talk{"supervisor_would_talk", Channel::inbox_and_mail, "/programmes",
                                            Listing::hidden, Pace::open_day};

// Every kind there is; rows of the database name them.
inline constexpr std::array kKinds{&activation,
                                   &reset,
                                   &password_changed,
                                   &invitation,
                                   &suggestions_ready,
                                   &closes_soon,
                                   &round_result,
                                   &agreement_waits,
                                   &sponsor_acceptance,
                                   &lines_met,
                                   &not_sent,
                                   &times_proposed,
                                   &date_set,
                                   &date_called_off,
                                   &message_waits,
                                   &dates_fit,
                                   &how_it_goes,
                                   &monday,
                                   &questions_wait,
                                   &echo_waits,
                                   &preparation_waits,
                                   &introduction_waits,
                                   &introduction_news,
                                   &feedback_waits,
                                   &feedback_again,
                                   &programme_ends,
                                   &closing_announced,
                                   &programme_closed,
                                   &closing_review,
                                   &setting_proposed,
                                   &setting_answered,
                                   &contact_link,
                                   &confidence_waits,
                                   &first_date_set,
                                   &name_opened,
                                   &circle_formed,
                                   &circle_date_set,
                                   &circle_date_called_off,
                                   &question_waits,
                                   &decision_published,
                                   &decision_due,
                                   &draft_waits,
                                   &answers_opened,
                                   &asked_to_draft,
                                   &working_time_asked,
                                   &working_time_answered,
                                   &supervisor_would_talk,
                                   &questionnaire_waits,
                                   &questionnaire_closes,
                                   &results_ready,
                                   &words_to_read,
                                   &reading_waits,
                                   &partner_note_waits,
                                   &notes_ready,
                                   &theme_shown,
                                   &words_ask_you,
                                   &theme_answered,
                                   &letter_to_agree,
                                   &announcement,
                                   &group_meeting_set,
                                   &group_meeting_called_off,
                                   &group_meeting_soon};

constexpr Kind const* find_kind(std::string_view name) {
    for (auto const* kind : kKinds)
        if (kind->name == name) return kind;
    return nullptr;
}

}  // namespace notice
