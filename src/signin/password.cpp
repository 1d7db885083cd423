#include "signin/password.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_set>

#include <unicode/normalizer2.h>

#include "base/text.hpp"
#include "platform/embedded.hpp"

namespace signin {

namespace {

constexpr std::size_t kShortestContextWord = 4;

// Views into the text that the binary carries.
std::unordered_set<std::string_view> const& common_passwords() {
    static std::unordered_set<std::string_view> const passwords = [] {
        std::unordered_set<std::string_view> all;
        auto text = embedded::file("content/common_passwords.txt");
        while (!text.empty()) {
            auto const line = text.substr(0, text.find('\n'));
            if (!line.starts_with("#")) all.insert(line);
            text.remove_prefix(std::min(text.size(), line.size() + 1));
        }
        return all;
    }();
    return passwords;
}

// Without the digits and signs that people put around a word: "Nordlys2026!" is "nordlys".
std::string stem_of(std::string_view password) {
    std::string const folded = base::plain_letters(password);
    auto const is_letter = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    auto const first = std::ranges::find_if(folded, is_letter);
    auto const last = std::find_if(folded.rbegin(), folded.rend(), is_letter).base();
    return first < last ? std::string(first, last) : folded;
}

bool is_made_of(std::string const& stem, std::string_view name) {
    for (auto const& word : base::split(base::plain_letters(name), ' '))
        if (word.size() >= kShortestContextWord && stem == word) return true;
    std::string joined = base::plain_letters(name);
    std::erase(joined, ' ');
    return joined.size() >= kShortestContextWord && stem == joined;
}

}  // namespace

std::string as_hashed(std::string_view password) {
    if (password.size() > kLongestPassword || !base::is_valid_utf8(password)) return {};
    UErrorCode error = U_ZERO_ERROR;
    auto const* nfc = icu::Normalizer2::getNFCInstance(error);
    auto const text = icu::UnicodeString::fromUTF8({password.data(), static_cast<std::int32_t>(password.size())});
    auto const composed = nfc->normalize(text, error);
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
    std::string utf8;
    composed.toUTF8String(utf8);
    return utf8;
}

base::Result<std::string> check_new_password(std::string_view password, std::vector<std::string> const& context,
                                             std::string_view pointer) {
    auto const refuse = [&](std::string code) { return base::invalid(std::string(pointer), std::move(code)); };
    if (password.size() > kLongestPassword) return refuse("too_long");
    if (!base::is_valid_utf8(password)) return refuse("format");
    if (password.size() < kShortestPassword) return refuse("too_short");
    if (common_passwords().contains(base::fold(password))) return refuse("common_password");
    auto const stem = stem_of(password);
    if (is_made_of(stem, "obverse") ||
        std::ranges::any_of(context, [&](auto const& name) { return is_made_of(stem, name); }))
        return refuse("context_password");
    return as_hashed(password);
}

}  // namespace signin
