#pragma once
// A mail with its words, and its head as RFC 5322 writes it: lines of at most 76 octets, names and subjects beyond
// ASCII as encoded words (RFC 2047), domains in their ASCII form (UTS 46). The body is libcurl's
// (platform/mail/session).
//
// No value can add a line: a control character anywhere in the head is refused, whatever encoding would make of it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace mail {

struct Address {
    std::string name;  // may be empty
    std::string address;
};

// A meeting's iCalendar object (RFC 5545) as mail clients answer it (RFC 6047).
struct CalendarPart {
    std::string method;  // REQUEST, CANCEL: the METHOD that stands in `text`
    std::string text;    // sent octet for octet
};

struct Attachment {
    std::string file_name;  // printable ASCII without quotes
    std::string content_type;
    std::string octets;
};

struct WrittenMail {
    // What makes it the same mail at every try: "<row's id>@<public host>", without angle brackets.
    std::string id;
    base::Instant written_at;
    Address from;
    Address to;
    std::string subject;
    std::string text;  // plain, any line ends
    std::optional<CalendarPart> calendar;
    std::vector<Attachment> attachments;
    std::optional<std::string> in_reply_to;       // the id of another mail
    std::optional<std::string> list_unsubscribe;  // an https address that takes RFC 8058's POST
};

// "ana@bücher.example" -> "ana@xn--bcher-kva.example". Nothing for what no envelope can carry: spaces, quotes, a local
// part beyond ASCII, an address literal, more than 254 octets.
std::optional<std::string> wire_address(std::string_view address);

// The lines of the head, without the CRLF at their ends; a long one is folded inside. MIME's own lines are not among
// them. Refusals: `control_character`, `address_malformed`, `part_malformed`.
base::Result<std::vector<std::string>> head_of(WrittenMail const& mail);

// "Sun, 22 Nov 2026 09:00:00 +0000".
std::string rfc5322_date(base::Instant instant);

}  // namespace mail
