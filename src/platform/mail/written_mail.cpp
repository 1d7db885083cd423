#include "platform/mail/written_mail.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <sodium.h>
#include <unicode/idna.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/text.hpp"

namespace mail {

namespace {

constexpr std::size_t kLongestLine = 76;
constexpr std::string_view kWordBegin = "=?utf-8?B?";
constexpr std::string_view kWordEnd = "?=";

bool is_control(unsigned char c) {
    return c < ' ' || c == 0x7F;
}

// Also those beyond ASCII (C1), and the two line ends of Unicode.
bool has_control(std::string_view text) {
    if (!base::is_valid_utf8(text)) return true;
    auto const wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        auto const kind = u_charType(wide.char32At(at));
        if (kind == U_CONTROL_CHAR || kind == U_LINE_SEPARATOR || kind == U_PARAGRAPH_SEPARATOR) return true;
    }
    return false;
}

bool is_printable_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](unsigned char c) { return c < 0x80 && !is_control(c); });
}

std::string to_base64(std::string_view octets) {
    std::string text(sodium_base64_encoded_len(octets.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(octets.data()), octets.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.resize(text.size() - 1);  // the NUL that libsodium ends with
    return text;
}

// As many whole characters from `at` on as fit into `octets`; at least one.
std::size_t whole_characters(std::string_view text, std::size_t at, std::size_t octets) {
    auto end = std::min(text.size(), at + octets);
    while (end > at && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return end == at ? std::min(text.size(), at + 4) : end;
}

// Encoded words, one a line; the first shares its line with `before` octets.
std::string encoded_words(std::string_view text, std::size_t before) {
    std::string line;
    std::size_t room = kLongestLine - before;
    for (std::size_t at = 0; at < text.size();) {
        auto const octets = (room - kWordBegin.size() - kWordEnd.size()) / 4 * 3;
        auto const end = whole_characters(text, at, octets);
        if (!line.empty()) line += "\r\n ";
        line += std::string(kWordBegin) + to_base64(text.substr(at, end - at)) + std::string(kWordEnd);
        at = end;
        room = kLongestLine - 1;
    }
    return line;
}

// Short printable ASCII stands as it is; what looks like an encoded word is none of ours and is encoded.
bool stands_plain(std::string_view text, std::size_t before) {
    return is_printable_ascii(text) && !text.starts_with(' ') && !text.ends_with(' ') &&
           text.find("=?") == std::string_view::npos && before + text.size() <= kLongestLine;
}

std::string quoted(std::string_view name) {
    std::string text = "\"";
    for (auto const c : name) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

std::optional<std::string> mailbox_line(std::string const& field, Address const& mailbox) {
    auto const address = wire_address(mailbox.address);
    if (!address) return std::nullopt;
    auto line = field + ": ";
    if (mailbox.name.empty()) return line + *address;
    auto const as_quoted = quoted(mailbox.name);
    line += stands_plain(as_quoted, line.size()) ? as_quoted : encoded_words(mailbox.name, line.size());
    return line + "\r\n <" + *address + ">";
}

std::string subject_line(std::string const& subject) {
    std::string const field = "Subject: ";
    return field + (stands_plain(subject, field.size()) ? subject : encoded_words(subject, field.size()));
}

base::Refusal unfit(std::string code) {
    return {base::RefusalKind::invalid, std::move(code), "no head of a mail can carry it", {}, {}};
}

bool is_part_name(std::string_view text) {
    return !text.empty() && is_printable_ascii(text) && text.find_first_of("\"\\") == std::string_view::npos;
}

bool has_sound_parts(WrittenMail const& mail) {
    auto const is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (mail.calendar && (mail.calendar->method.empty() || !std::ranges::all_of(mail.calendar->method, is_capital)))
        return false;
    return std::ranges::all_of(mail.attachments, [](Attachment const& one) {
        return is_part_name(one.file_name) && is_part_name(one.content_type);
    });
}

bool has_sound_tokens(WrittenMail const& mail) {
    auto const is_token = [](std::string_view text) {
        return !text.empty() && text.size() <= 900 && is_printable_ascii(text) &&
               text.find_first_of(" <>") == std::string_view::npos;
    };
    return is_token(mail.id) && (!mail.in_reply_to || is_token(*mail.in_reply_to)) &&
           (!mail.list_unsubscribe || is_token(*mail.list_unsubscribe));
}

bool is_of(std::string_view letters, unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           letters.find(static_cast<char>(c)) != std::string_view::npos;
}

// RFC 5321's Dot-string.
bool is_local_part(std::string_view text) {
    return !text.empty() && text.size() <= 64 && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos &&
           std::ranges::all_of(text, [](unsigned char c) { return is_of("!#$%&'*+-/=?^_`{|}~.", c); });
}

std::optional<std::string> ascii_domain(std::string_view domain) {
    UErrorCode status = U_ZERO_ERROR;
    static std::unique_ptr<icu::IDNA> const idna(icu::IDNA::createUTS46Instance(
        UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_NONTRANSITIONAL_TO_ASCII, status));
    if (!idna) return std::nullopt;
    std::string ascii;
    icu::StringByteSink<std::string> sink(&ascii);
    icu::IDNAInfo info;
    idna->nameToASCII_UTF8({domain.data(), static_cast<std::int32_t>(domain.size())}, sink, info, status);
    if (U_FAILURE(status) || info.hasErrors() || ascii.empty()) return std::nullopt;
    return ascii;
}

}  // namespace

std::optional<std::string> wire_address(std::string_view address) {
    auto const at = address.rfind('@');
    if (at == std::string_view::npos || !is_local_part(address.substr(0, at))) return std::nullopt;
    auto const domain = ascii_domain(address.substr(at + 1));
    if (!domain || domain->front() == '.' || domain->back() == '.') return std::nullopt;
    auto whole = std::string(address.substr(0, at + 1)) + *domain;
    if (whole.size() > 254) return std::nullopt;
    return whole;
}

base::Result<std::vector<std::string>> head_of(WrittenMail const& mail) {
    for (auto const* text : {&mail.subject, &mail.from.name, &mail.to.name})
        if (has_control(*text)) return unfit("control_character");
    if (!has_sound_tokens(mail)) return unfit("control_character");
    if (!has_sound_parts(mail)) return unfit("part_malformed");
    auto const from = mailbox_line("From", mail.from);
    auto const to = mailbox_line("To", mail.to);
    if (!from || !to) return unfit("address_malformed");
    std::vector<std::string> lines{"Date: " + rfc5322_date(mail.written_at),
                                   *from,
                                   *to,
                                   subject_line(mail.subject),
                                   "Message-ID: <" + mail.id + ">",
                                   "Auto-Submitted: auto-generated"};
    if (mail.in_reply_to) lines.push_back("In-Reply-To: <" + *mail.in_reply_to + ">");
    if (mail.list_unsubscribe) {
        lines.push_back("List-Unsubscribe: <" + *mail.list_unsubscribe + ">");
        lines.emplace_back("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }
    return lines;
}

std::string rfc5322_date(base::Instant instant) {
    constexpr std::array<std::string_view, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const day = base::utc_day(instant);
    auto const date = base::to_calendar(day);
    auto const seconds = (instant - base::start_of_utc(day)).count() / 1'000'000;
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000",
                       kDays.at(static_cast<std::size_t>(day.weekday() - 1)), static_cast<unsigned>(date.day()),
                       kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                       seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace mail
