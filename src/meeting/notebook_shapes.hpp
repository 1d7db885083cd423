#pragma once
// What goes in and out about what the two lay out for a meeting.

#include <array>

#include "meeting/guide.hpp"
#include "meeting/notebook.hpp"
#include "meeting/rehearsal.hpp"
#include "meeting/teach_back.hpp"
#include "platform/meta.hpp"

namespace meeting {

struct Guides {
    std::vector<Guide> items;
};
BOOST_DESCRIBE_STRUCT(Guides, (), (items))

struct AgendaItemAnswer {
    AgendaItemId id;
    std::int32_t version = 0;
    Side lane = Side::mentor;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AgendaItemAnswer, (), (id, version, lane, text))

struct PromiseAnswer {
    PromiseId id;
    std::int32_t version = 0;
    bool is_of_this_meeting = true;
    Side side = Side::mentor;
    std::string text;
    std::optional<base::Day> due_on;
    bool is_done = false;
};
BOOST_DESCRIBE_STRUCT(PromiseAnswer, (), (id, version, is_of_this_meeting, side, text, due_on, is_done))

struct CriterionAnswer {
    std::string text;
    bool is_ticked = false;          // by the one who learns
    bool is_ticked_by_both = false;  // by the other as well
};
BOOST_DESCRIBE_STRUCT(CriterionAnswer, (), (text, is_ticked, is_ticked_by_both))

struct TeachBackAnswer {
    std::string topic;
    std::string name;
    std::int32_t version = 0;
    std::vector<CriterionAnswer> criteria;
};
BOOST_DESCRIBE_STRUCT(TeachBackAnswer, (), (topic, name, version, criteria))

// Questions to begin with, of a topic that one of the two brings and the other wants.
struct TopicCardAnswer {
    std::string topic;
    std::string name;
    Side brought_by = Side::mentor;
    std::vector<std::string> bringing;
    std::vector<std::string> wanting;
    std::string first_step;
    std::optional<std::string> care;
};
BOOST_DESCRIBE_STRUCT(TopicCardAnswer, (), (topic, name, brought_by, bringing, wanting, first_step, care))

struct Notebook {
    MeetingId id;  // the meeting's
    PairingId pairing_id;
    Side side = Side::mentor;  // yours
    Activity activity = Activity::conversation;
    std::optional<std::int32_t> number;        // of a conversation
    std::string guide;                         // its key
    std::optional<std::string> surprise_card;  // its text
    std::vector<TopicCardAnswer> topic_cards;
    std::optional<Rehearsal> rehearsal;
    std::vector<AgendaItemAnswer> agenda;
    Note private_note;  // yours, and nobody else's
    Note shared_note;
    std::vector<PromiseAnswer> promises;
    std::vector<TeachBackAnswer> teach_backs;
    bool may_plan = false;   // write the agenda
    bool may_write = false;  // all the rest
};
BOOST_DESCRIBE_STRUCT(Notebook, (),
                      (id, pairing_id, side, activity, number, guide, surprise_card, topic_cards, rehearsal, agenda,
                       private_note, shared_note, promises, teach_backs, may_plan, may_write))

struct AgendaItemWritten {
    std::int32_t version = 0;
    Side lane = Side::mentor;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AgendaItemWritten, (), (version, lane, text))

struct NoteWritten {
    std::int32_t version = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteWritten, (), (version, text))

struct PromiseWritten {
    std::int32_t version = 0;
    Side side = Side::mentor;
    std::string text;
    std::optional<base::Day> due_on;
    bool is_done = false;
};
BOOST_DESCRIBE_STRUCT(PromiseWritten, (), (version, side, text, due_on, is_done))

struct Ticks {
    std::int32_t version = 0;
    std::vector<std::int32_t> ticked;
};
BOOST_DESCRIBE_STRUCT(Ticks, (), (version, ticked))

}  // namespace meeting

namespace meta {
inline constexpr Limit kVersionOrNone{"version", 0, kNoMost, "The one it was read with; 0 for what is new"};
}  // namespace meta

template <>
inline constexpr auto meta::limits<meeting::Notebook> =
    std::array{meta::doc("id", "The meeting's"),
               meta::doc("number", "Among the conversations of the pair; null of anything else they do"),
               meta::doc("guide", "The key of its guide"),
               meta::doc("surprise_card", "At the third and the fifth conversation; the same for both"),
               meta::doc("rehearsal", "Before the first conversation, for the side that brings the topic"),
               meta::doc("private_note", "Yours, and nobody else's"),
               meta::doc("promises", "Of this meeting, and those of earlier ones that are not done"),
               meta::doc("teach_backs", "Of the topics between the two, and of those ticked before")};
template <>
inline constexpr auto meta::limits<meeting::AgendaItemWritten> = std::array{
    meta::kVersionOrNone, meta::doc("lane", "Whose side brings it"), meta::Limit{"text", 1, meeting::kLongestItem}};
template <>
inline constexpr auto meta::limits<meeting::NoteWritten> =
    std::array{meta::kVersionOrNone, meta::Limit{"text", 0, meeting::kLongestNote, "May be empty"}};
template <>
inline constexpr auto meta::limits<meeting::PromiseWritten> =
    std::array{meta::kVersionOrNone, meta::doc("side", "Whose it is"), meta::Limit{"text", 1, meeting::kLongestItem}};
template <>
inline constexpr auto meta::limits<meeting::Ticks> =
    std::array{meta::kVersionOrNone,
               meta::Limit{"ticked", 0, meeting::kCriteria, "What your side ticks, whole: numbers from 1 to 3"}};
