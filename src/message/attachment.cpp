#include "message/attachment.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "message/picture.hpp"

namespace message {
namespace {

using namespace std::literals;

bool is_plain_text(std::string_view content) {
    bool const has_control = std::ranges::any_of(content, [](char c) {
        auto const octet = static_cast<unsigned char>(c);
        return (octet < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || octet == 0x7F;
    });
    return !has_control && base::is_valid_utf8(content);
}

std::string_view ending_of(AttachmentKind kind) {
    switch (kind) {
        case AttachmentKind::png:
            return ".png";
        case AttachmentKind::jpeg:
            return ".jpg";
        case AttachmentKind::pdf:
            return ".pdf";
        case AttachmentKind::plain_text:
            break;
    }
    return ".txt";
}

// Characters that turn, hide or part what is read: U+0080-009F, U+200B-200F, U+2028-202E, U+2060-2069, U+FEFF.
bool is_deceiving(std::string_view character) {
    if (character.size() == 2) return character[0] == '\xC2' && static_cast<unsigned char>(character[1]) < 0xA0;
    if (character.size() != 3) return false;
    auto const last = static_cast<unsigned char>(character[2]);
    if (character.starts_with("\xE2\x80")) return (last >= 0x8B && last <= 0x8F) || (last >= 0xA8 && last <= 0xAE);
    if (character.starts_with("\xE2\x81")) return last >= 0xA0 && last <= 0xA9;
    return character == "\xEF\xBB\xBF";
}

std::size_t octets_of_character(char first) {
    auto const octet = static_cast<unsigned char>(first);
    if (octet < 0x80) return 1;
    if (octet < 0xE0) return 2;
    return octet < 0xF0 ? 3 : 4;
}

std::string without_deceivers(std::string_view name, std::size_t most) {
    constexpr auto kForbidden = "<>:\"|?*%;"sv;
    std::string kept;
    std::size_t length = 0;
    for (std::size_t at = 0; at < name.size() && length < most;) {
        auto const character = name.substr(at, octets_of_character(name[at]));
        at += character.size();
        bool const is_control = static_cast<unsigned char>(character[0]) < 0x20 || character[0] == '\x7F';
        if (is_control || is_deceiving(character)) continue;
        kept += character.size() == 1 && kForbidden.find(character[0]) != std::string_view::npos ? "_"sv : character;
        ++length;
    }
    return kept;
}

// Names that a system keeps for its devices.
bool is_device(std::string const& stem) {
    constexpr std::array kDevices{"con"sv, "prn"sv, "aux"sv, "nul"sv};
    auto const folded = base::fold(stem.substr(0, stem.find('.')));
    bool const is_port = folded.size() == 4 && (folded.starts_with("com") || folded.starts_with("lpt"));
    return is_port || std::ranges::find(kDevices, folded) != kDevices.end();
}

std::string in_ascii(std::string_view name) {
    std::string ascii;
    for (auto const c : name) {
        auto const octet = static_cast<unsigned char>(c);
        if (octet < 0x80) ascii += c;
        if (octet >= 0xC0) ascii += '_';
    }
    return ascii;
}

std::string percent_encoded(std::string_view name) {
    constexpr auto kDigits = "0123456789ABCDEF"sv;
    std::string encoded;
    for (auto const c : name) {
        auto const octet = static_cast<unsigned char>(c);
        bool const is_kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                             c == '-' || c == '_';
        if (is_kept)
            encoded += c;
        else
            (encoded += '%').append({kDigits[octet >> 4U], kDigits[octet & 0x0FU]});
    }
    return encoded;
}

}  // namespace

base::Result<Attachment> admit(AttachmentId id, std::string_view name, std::string content) {
    if (content.empty()) return empty_file();
    auto const kind = kind_of(content);
    if (!kind) return unknown_kind();
    Attachment admitted{id, *kind, clean_name(name, *kind), {}, {}, {}};
    if (*kind != AttachmentKind::png && *kind != AttachmentKind::jpeg) {
        admitted.content = std::move(content);
        return admitted;
    }
    TRY(drawn, *kind == AttachmentKind::png ? redraw_png(content) : redraw_jpeg(content));
    admitted.content = std::move(drawn.octets);
    admitted.width = drawn.width;
    admitted.height = drawn.height;
    return admitted;
}

std::optional<AttachmentKind> kind_of(std::string_view content) {
    if (content.starts_with("\x89PNG\r\n\x1A\n")) return AttachmentKind::png;
    if (content.starts_with("\xFF\xD8\xFF")) return AttachmentKind::jpeg;
    if (content.starts_with("%PDF-")) return AttachmentKind::pdf;
    if (is_plain_text(content)) return AttachmentKind::plain_text;
    return std::nullopt;
}

std::string clean_name(std::string_view name, AttachmentKind kind) {
    auto const ending = ending_of(kind);
    if (!base::is_valid_utf8(name)) name = {};
    if (auto const folder = name.find_last_of("/\\"); folder != std::string_view::npos) name.remove_prefix(folder + 1);
    if (auto const dot = name.rfind('.'); dot != std::string_view::npos && name.size() - dot <= 6)
        name = name.substr(0, dot);
    auto stem = base::squeeze(without_deceivers(name, kLongestFileName - ending.size()));
    stem.erase(0, std::min(stem.find_first_not_of(". "), stem.size()));
    while (!stem.empty() && (stem.back() == '.' || stem.back() == ' ')) stem.pop_back();
    if (stem.empty()) stem = "file";
    if (is_device(stem)) stem.insert(0, "_");
    return stem.append(ending);
}

std::string_view content_type(AttachmentKind kind) {
    switch (kind) {
        case AttachmentKind::png:
            return "image/png";
        case AttachmentKind::jpeg:
            return "image/jpeg";
        case AttachmentKind::pdf:
            return "application/pdf";
        case AttachmentKind::plain_text:
            break;
    }
    return "text/plain; charset=utf-8";
}

std::string content_disposition(Attachment const& attachment) {
    bool const is_picture = attachment.width.has_value();
    return (is_picture ? "inline" : "attachment") + ("; filename=\"" + in_ascii(attachment.name)) +
           "\"; filename*=UTF-8''" + percent_encoded(attachment.name);
}

base::Refusal attachment_not_found() {
    return base::not_found("attachment");
}
base::Refusal unknown_kind() {
    return base::invalid("", "unknown_kind");
}
base::Refusal empty_file() {
    return base::invalid("", "empty_file");
}
base::Refusal too_many_unsent() {
    return base::conflict("too_many_unsent", "files wait to be sent; send or leave them first");
}

}  // namespace message
