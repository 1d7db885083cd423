#pragma once
// A mail: who is told what about which subject. Its words exist only while it is shown or sent.

#include <cstdint>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/time.hpp"
#include "notice/kind.hpp"
#include "platform/i18n.hpp"

namespace notice {

using MailId = base::Id<struct MailTag>;

enum class MailState { waiting, sent, failed };
BOOST_DESCRIBE_ENUM(MailState, waiting, sent, failed)

// A row with what its words need of the recipient and the house, as they are now.
struct Mail {
    MailId id;
    access::OrganisationId organisation_id;
    access::PersonId person_id;
    std::string kind;
    std::optional<base::AnyId> subject_id;
    MailState state = MailState::waiting;
    base::Instant queued_at;
    std::optional<std::string> address;  // none: taken away since
    std::string person_name;
    std::string language;
    std::string organisation_name;
    bool is_demo = false;
};
BOOST_DESCRIBE_STRUCT(Mail, (),
                      (id, organisation_id, person_id, kind, subject_id, state, queued_at, address, person_name,
                       language, organisation_name, is_demo))

struct MailText {
    std::string subject;
    std::string body;  // paragraphs parted by an empty line; ends with the link
};

// In the recipient's language. `programme`: what the programme that it is about is called in it, where it is about one.
// Line breaks in names become spaces, so that a name cannot add a header or a line.
MailText write_mail(Mail const& mail, std::string const& link, std::string const& programme = "");

}  // namespace notice
