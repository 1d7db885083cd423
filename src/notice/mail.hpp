#pragma once
// A mail: who is told what about which subject. Its words exist only while it is shown or sent.
//   waiting -> sent | failed; failed -> waiting when somebody asks for it again
// A try is counted before it is made, so that a mail that breaks its sender is not tried for ever; a crash between
// sending and saving repeats the mail under the same Message-ID.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "notice/kind.hpp"
#include "platform/i18n.hpp"
#include "platform/mail/session.hpp"

namespace notice {

using MailId = base::Id<struct MailTag>;

enum class MailState { waiting, sent, failed };
BOOST_DESCRIBE_ENUM(MailState, waiting, sent, failed)

// Why the last try came to nothing: an outcome of platform/mail, or one of ours.
enum class MailTrouble {
    unreachable,
    tls_refused,
    login_refused,
    sender_refused,
    recipient_refused,
    content_refused,
    try_later,
    broken_answer,
    no_address,    // the recipient has none any more, or has left
    subject_gone,  // what it is about is there no more, or its link has run out
    too_old,       // it had been due for longer than kWorthSending
};
BOOST_DESCRIBE_ENUM(MailTrouble, unreachable, tls_refused, login_refused, sender_refused, recipient_refused,
                    content_refused, try_later, broken_answer, no_address, subject_gone, too_old)

enum class MailAction { send_again };
BOOST_DESCRIBE_ENUM(MailAction, send_again)

// What is waited after each try that may be repeated; after the last of them and one more try, it has failed.
inline constexpr std::array<base::Duration, 6> kMailWaits{std::chrono::minutes(1),  std::chrono::minutes(5),
                                                          std::chrono::minutes(30), std::chrono::hours(2),
                                                          std::chrono::hours(6),    std::chrono::hours(24)};
// A house that gets its mail server after months does not write what was news then.
inline constexpr base::Duration kWorthSending = std::chrono::hours(24 * 7);

// A row with what its words need of the recipient and the house, as they are now.
struct Mail {
    MailId id;
    access::OrganisationId organisation_id;
    access::PersonId person_id;
    std::string kind;
    std::optional<base::AnyId> subject_id;
    MailState state = MailState::waiting;
    base::Instant queued_at;
    std::optional<base::Instant> sent_at;
    std::int32_t tries = 0;
    std::optional<base::Instant> next_try_at;  // while it waits
    std::optional<MailTrouble> trouble;        // of the last try
    std::optional<std::string> address;        // none: taken away since, or the person has left
    std::string person_name;
    std::string language;
    std::string organisation_name;
    bool is_demo = false;
};
BOOST_DESCRIBE_STRUCT(Mail, (),
                      (id, organisation_id, person_id, kind, subject_id, state, queued_at, sent_at, tries, next_try_at,
                       trouble, address, person_name, language, organisation_name, is_demo))

// Before it is sent: the try is counted, and the next one set in case nothing more is heard of this one. One that was
// due too long ago, or has no address, has failed instead.
Mail begin_try(Mail mail, base::Instant now);
// It was not tried after all.
Mail put_off(Mail mail, base::Instant now);
// It is not tried before then, and is as fresh as on that day.
Mail wait_for_open_day(Mail mail, base::Instant until);
// A refusal of this recipient or these words is final; anything else is tried again until the waits are used up.
Mail end_try(Mail mail, mail::Outcome outcome, base::Instant now);
Mail give_up(Mail mail, MailTrouble trouble);
// By hand, from the beginning. Refused: `mail_not_failed`.
base::Result<Mail> send_again(Mail mail, base::Instant now);
std::vector<MailAction> allowed_actions(Mail const& mail);

struct MailText {
    std::string subject;
    std::string body;  // paragraphs parted by an empty line; ends with the link
};

// What a mail says beside its kind, in the recipient's language; empty where it says nothing of the sort.
struct MailWords {
    std::string programme = {};  // what the programme that it is about is called
    std::string details = {};    // sentences that its room has ready
    std::string title = {};      // one line that somebody has written
};

// In the recipient's language. Line breaks in names and titles become spaces, so that none can add a header or a line.
MailText write_mail(Mail const& mail, std::string const& link, MailWords const& words = {});

}  // namespace notice
