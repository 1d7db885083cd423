#pragma once
// What goes in and out about announcements.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "invitation/announcement.hpp"
#include "invitation/invitation_shapes.hpp"
#include "programme/called.hpp"

namespace invitation {

struct AnnouncementInput {
    Audience audience = Audience::everyone;
    std::vector<AnnouncementText> texts;
};
BOOST_DESCRIBE_STRUCT(AnnouncementInput, (), (audience, texts))

// How many people each would go to now. Those who have not joined and may be written to again are one number, whatever
// any of them answered.
struct AnnouncementReach {
    std::int64_t everyone = 0;
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
    std::int64_t not_joined = 0;
};
BOOST_DESCRIBE_STRUCT(AnnouncementReach, (), (everyone, mentors, mentees, not_joined))

// The mail as it is read in one language, by somebody made up.
struct AnnouncementMail {
    std::string language;
    std::string subject;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(AnnouncementMail, (), (language, subject, body))

struct AnnouncementPreview {
    std::int64_t people = 0;
    std::vector<AnnouncementMail> mails;  // one a language it is written in
};
BOOST_DESCRIBE_STRUCT(AnnouncementPreview, (), (people, mails))

// The same whoever answered what.
struct AnnouncementSent {
    AnnouncementId id;
    Sent state = Sent::sent;
};
BOOST_DESCRIBE_STRUCT(AnnouncementSent, (), (id, state))

// For whoever coordinates.
struct AnnouncementAnswer {
    AnnouncementId id;
    Audience audience = Audience::everyone;
    std::int32_t people = 0;
    std::optional<std::string> sent_by;
    base::Instant sent_at;
    std::vector<AnnouncementText> texts;
};
BOOST_DESCRIBE_STRUCT(AnnouncementAnswer, (), (id, audience, people, sent_by, sent_at, texts))

struct Announcements {
    std::vector<AnnouncementAnswer> items;  // the latest first
    AnnouncementReach reach;
    std::int64_t left_today = 0;
    std::string own_language;
    bool may_send = false;
};
BOOST_DESCRIBE_STRUCT(Announcements, (), (items, reach, left_today, own_language, may_send))

// For whoever it was meant for, in their language.
struct OwnAnnouncement {
    AnnouncementId id;
    ProgrammeId programme_id;
    programme::Called programme;
    std::string language;
    std::string title;
    std::string text;
    std::optional<std::string> sent_by;
    base::Instant sent_at;
};
BOOST_DESCRIBE_STRUCT(OwnAnnouncement, (), (id, programme_id, programme, language, title, text, sent_by, sent_at))

struct OwnAnnouncements {
    std::vector<OwnAnnouncement> items;  // the latest first
};
BOOST_DESCRIBE_STRUCT(OwnAnnouncements, (), (items))

}  // namespace invitation

template <>
inline constexpr auto meta::limits<invitation::AnnouncementInput> =
    std::array{meta::doc("audience", "Everybody who takes part, one side, or all who have not joined"),
               meta::Limit{"texts", 1, 24, "One a language, the programme's own among them"}};
template <>
inline constexpr auto meta::limits<invitation::AnnouncementReach> = std::array{
    meta::doc("not_joined", "Invited, not joined, and not written to twice yet: open, not now and no are one number")};
template <>
inline constexpr auto meta::limits<invitation::AnnouncementPreview> =
    std::array{meta::doc("people", "How many it would go to now"),
               meta::doc("mails", "As they are read by somebody made up, one a language it is written in")};
template <>
inline constexpr auto meta::limits<invitation::AnnouncementSent> = std::array{meta::doc("state", "In every case")};
template <>
inline constexpr auto meta::limits<invitation::Announcements> =
    std::array{meta::doc("left_today", "How many more may go out within a day of the earliest"),
               meta::doc("own_language", "The programme's; an announcement has words in it at least")};
