#pragma once
// Everything of one pair that one of its two may see, as one file to keep: the agreement, goals and targets, feedback,
// what was laid out and written for each meeting with their own notes, and the messages with their files. Never the
// other's private notes.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/time.hpp"
#include "meeting/meeting.hpp"
#include "pairing/agreement.hpp"
#include "pairing/feedback.hpp"
#include "pairing/goal.hpp"

namespace record {

struct ExportedAgreement {
    pairing::Cadence cadence = pairing::Cadence::monthly;
    pairing::Channel channel = pairing::Channel::in_person;
    base::Day ends_on;
    std::vector<std::string> own_outcomes;
    std::vector<std::string> partner_outcomes;
};
BOOST_DESCRIBE_STRUCT(ExportedAgreement, (), (cadence, channel, ends_on, own_outcomes, partner_outcomes))

struct ExportedGoal {
    bool is_own = false;
    std::string text;
    bool is_reached = false;
    std::vector<pairing::GoalStep> steps;
};
BOOST_DESCRIBE_STRUCT(ExportedGoal, (), (is_own, text, is_reached, steps))

struct ExportedItem {
    bool is_own = false;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ExportedItem, (), (is_own, text))

struct ExportedPromise {
    bool is_own = false;
    std::string text;
    std::optional<base::Day> due_on;
    bool is_done = false;
};
BOOST_DESCRIBE_STRUCT(ExportedPromise, (), (is_own, text, due_on, is_done))

struct ExportedMeeting {
    meeting::State state = meeting::State::proposed;
    std::optional<meeting::Time> time;
    std::int32_t minutes = 0;
    std::string place;
    std::vector<ExportedItem> agenda;
    std::string own_note;
    std::string shared_note;
    std::vector<ExportedPromise> promises;
};
BOOST_DESCRIBE_STRUCT(ExportedMeeting, (), (state, time, minutes, place, agenda, own_note, shared_note, promises))

struct ExportedFeedback {
    bool is_own = false;  // given by the reader
    base::Day written_on;
    pairing::FeedbackWords words;
    bool is_goal = false;
    std::optional<std::string> own_look;
    std::optional<std::string> partner_look;
};
BOOST_DESCRIBE_STRUCT(ExportedFeedback, (), (is_own, written_on, words, is_goal, own_look, partner_look))

struct ExportedAttachment {
    std::string name;
    std::optional<std::string> file;  // where it is in the archive; null where it is in none
};
BOOST_DESCRIBE_STRUCT(ExportedAttachment, (), (name, file))

struct ExportedMessage {
    bool is_own = false;
    base::Instant written_at;
    std::optional<std::string> text;  // null: taken back
    std::vector<ExportedAttachment> attachments;
};
BOOST_DESCRIBE_STRUCT(ExportedMessage, (), (is_own, written_at, text, attachments))

struct PairExport {
    base::Instant made_at;
    std::string programme;
    std::string own_name;
    std::string partner_name;
    std::optional<base::Instant> started_at;
    std::optional<base::Day> ended_on;
    std::optional<ExportedAgreement> agreement;
    std::vector<ExportedGoal> goals;
    std::vector<std::string> own_targets;
    std::vector<std::string> partner_targets;
    std::optional<pairing::Echo> echo;
    std::vector<ExportedFeedback> feedback;  // the first first
    std::vector<ExportedMeeting> meetings;
    std::vector<ExportedMessage> messages;  // the first first
};
BOOST_DESCRIBE_STRUCT(PairExport, (),
                      (made_at, programme, own_name, partner_name, started_at, ended_on, agreement, goals, own_targets,
                       partner_targets, echo, feedback, meetings, messages))

// The files of an archive together; what comes later is named in it and downloaded one by one.
inline constexpr std::size_t kMostFileOctets = std::size_t{100} << 20U;

// A page of HTML that needs nothing but the files beside it, in that language: no script, no picture, no address of
// anybody.
std::string as_page(PairExport const& pair, std::string const& language);

}  // namespace record
