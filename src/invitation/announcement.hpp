#pragma once
// What whoever coordinates says to the people of a programme (rules 15): to everybody, to one side, or to all who have
// not joined. Sent once, never changed, and read again on the programme's page. To those who have not joined it is one
// of the two times that they may be written to again (rules D10): the answer is `sent` in every case, and whoever is
// not to be asked is left out in silence. Pure.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace invitation {

using access::PersonId;
using access::ProgrammeId;
using AnnouncementId = base::Id<struct AnnouncementTag>;

enum class Audience { everyone, mentors, mentees, not_joined };
BOOST_DESCRIBE_ENUM(Audience, everyone, mentors, mentees, not_joined)

struct AnnouncementText {
    std::string language;
    std::string title;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AnnouncementText, (), (language, title, text))

struct Announcement {
    AnnouncementId id;
    ProgrammeId programme_id;
    Audience audience = Audience::everyone;
    std::int32_t people = 0;  // to whom it was addressed, whoever is left out in silence among them
    PersonId sent_by;
    base::Instant sent_at;
};
BOOST_DESCRIBE_STRUCT(Announcement, (), (id, programme_id, audience, people, sent_by, sent_at))

inline constexpr std::int64_t kMostAnnouncementsADay = 3;
inline constexpr base::Duration kAnnouncementDay = std::chrono::hours(24);

// The side it is meant for; none for both, and for those who have not joined.
std::optional<programme::Side> side_of(Audience audience);

// One a language, in the programme's own at least; a title of one line, and a text. Refuses, below /texts: `twice`,
// `format`, `too_short`, `own_language`.
base::Result<std::vector<AnnouncementText>> check_announcement(std::vector<AnnouncementText> texts,
                                                               std::string_view own_language);
// `sent_lately`: in this programme, within a day. Refuses `too_many_announcements`.
base::Result<bool> check_pace(std::int64_t sent_lately);

base::Refusal too_many_announcements();
base::Refusal nobody_to_tell();

}  // namespace invitation

template <>
inline constexpr auto meta::limits<invitation::AnnouncementText> =
    std::array{meta::Limit{"language", 2, 35, "A tag such as de or de-AT"},
               meta::Limit{"title", 1, 120, "One line; it stands in the subject of the mail"},
               meta::Limit{"text", 1, 4000, "As it is read on the page and in the mail"}};
