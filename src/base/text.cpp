#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace base {

namespace {

std::string to_utf8(icu::UnicodeString const& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString squeezed(icu::UnicodeString const& text) {
    icu::UnicodeString out;
    bool pending_space = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        auto const c = text.char32At(i);
        if (u_isUWhiteSpace(c) != 0) {
            pending_space = !out.isEmpty();
            continue;
        }
        if (pending_space) out.append(static_cast<UChar32>(' '));
        pending_space = false;
        out.append(c);
    }
    return out;
}

icu::UnicodeString from(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
}
bool is_ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// What `fold` makes of most cells of most tables, without the machinery for all the others.
std::string fold_ascii(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending_space = false;
    for (auto const c : text) {
        if (is_ascii_space(c)) {
            pending_space = !out.empty();
            continue;
        }
        if (pending_space) out.push_back(' ');
        pending_space = false;
        out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return out;
}

void must(UErrorCode status, char const* what) {
    if (U_FAILURE(status) != 0) throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    auto const size = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);  // NOLINT(bugprone-inc-dec-in-conditions): a macro of ICU
        if (c < 0) return false;
    }
    return true;
}

std::string trim(std::string_view text) {
    if (is_ascii(text)) {
        while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
        while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
        return std::string(text);
    }
    auto const wide = from(text);
    std::int32_t begin = 0;
    auto end = wide.length();
    while (begin < end && u_isUWhiteSpace(wide.char32At(begin)) != 0) begin = wide.moveIndex32(begin, 1);
    while (end > begin && u_isUWhiteSpace(wide.char32At(end - 1)) != 0) end = wide.moveIndex32(end, -1);
    return to_utf8(wide.tempSubStringBetween(begin, end));
}

std::string squeeze(std::string_view text) {
    return to_utf8(squeezed(from(text)));
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) return fold_ascii(text);
    UErrorCode status = U_ZERO_ERROR;
    auto const* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    must(status, "NFKC casefold");
    auto const folded = normalizer->normalize(from(text), status);
    must(status, "fold");
    return to_utf8(squeezed(folded));
}

std::string plain_letters(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    // One prototype, cloned per call: a Transliterator is not safe to share between threads.
    static std::unique_ptr<icu::Transliterator> const prototype(icu::Transliterator::createInstance(
        "Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII", UTRANS_FORWARD, status));
    must(status, "transliterator");
    std::unique_ptr<icu::Transliterator> const letters(prototype->clone());
    auto wide = from(text);
    letters->transliterate(wide);
    return fold(to_utf8(wide));
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (auto c : text)
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
    return count;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        auto const end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(std::vector<std::string> const& parts, std::string_view separator) {
    std::string out;
    for (auto const& part : parts) {
        if (!out.empty() || &part != &parts.front()) out += separator;
        out += part;
    }
    return out;
}

}  // namespace base
