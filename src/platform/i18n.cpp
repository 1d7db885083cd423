#include "platform/i18n.hpp"

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include <boost/json.hpp>
#include <fmt/format.h>
#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/timezone.h>

#include "platform/embedded.hpp"

namespace i18n {

namespace {

constexpr char const* kLastResort = "en";

icu::UnicodeString to_icu(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string to_utf8(icu::UnicodeString const& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

icu::Formattable to_formattable(Argument const& argument) {
    if (auto const* number = std::get_if<std::int64_t>(&argument)) return {*number};
    return {to_icu(std::get<std::string>(argument))};
}

// Plain "en" is the British English the product is written in: 22 November, not November 22.
icu::Locale locale_of(std::string_view language) {
    return language == "en" ? icu::Locale::getUK() : icu::Locale(std::string(language).c_str());
}

base::Refusal unreadable_catalogue(std::string const& language, std::string_view why) {
    return base::conflict("catalogue_unreadable", fmt::format("locales/{}.json: {}", language, why));
}

bool is_icu_message(std::string const& pattern) {
    UErrorCode error = U_ZERO_ERROR;
    icu::MessageFormat const message(to_icu(pattern), icu::Locale::getEnglish(), error);
    return U_SUCCESS(error);
}

std::string format_message(std::string const& language, std::string const& pattern, Arguments const& arguments) {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (auto const& [name, argument] : arguments) {
        names.push_back(to_icu(name));
        values.push_back(to_formattable(argument));
    }
    UErrorCode error = U_ZERO_ERROR;
    icu::MessageFormat const message(to_icu(pattern), locale_of(language), error);
    icu::UnicodeString text;
    message.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), text, error);
    if (U_FAILURE(error)) throw std::runtime_error(fmt::format("'{}': {}", pattern, u_errorName(error)));
    return to_utf8(text);
}

std::string format_date(icu::DateFormat* format, base::Instant instant, std::string const& zone) {
    std::unique_ptr<icu::DateFormat> const owner(format);
    owner->adoptTimeZone(icu::TimeZone::createTimeZone(to_icu(zone)));
    auto const milliseconds = instant.microseconds / 1000;
    icu::UnicodeString text;
    return to_utf8(owner->format(static_cast<double>(milliseconds), text));
}

}  // namespace

base::Result<std::string> Catalogues::add(std::string const& language, std::string_view json) {
    boost::system::error_code failed;
    auto const value = boost::json::parse(json, failed);
    if (failed || !value.is_object()) return unreadable_catalogue(language, "not a JSON object");
    Messages messages;
    for (auto const& entry : value.get_object()) {
        if (!entry.value().is_string()) return unreadable_catalogue(language, std::string(entry.key()));
        std::string const pattern(entry.value().get_string());
        if (!is_icu_message(pattern)) return unreadable_catalogue(language, std::string(entry.key()));
        messages.emplace(entry.key(), pattern);
    }
    messages_[language] = std::move(messages);
    return language;
}

std::string const* Catalogues::find(std::string const& language, std::string const& key) const {
    auto const messages = messages_.find(language);
    if (messages == messages_.end()) return nullptr;
    auto const message = messages->second.find(key);
    return message == messages->second.end() ? nullptr : &message->second;
}

std::string Catalogues::format(std::string_view language, std::string const& key, Arguments const& arguments) const {
    std::string const own = nearest(language);
    for (auto const& tag : {own, std::string(kLastResort)})
        if (auto const* pattern = find(tag, key)) return format_message(tag, *pattern, arguments);
    return key;
}

bool Catalogues::has(std::string const& key) const {
    return find(kLastResort, key) != nullptr;
}

std::vector<std::string> Catalogues::languages() const {
    std::vector<std::string> tags;
    tags.reserve(messages_.size());
    for (auto const& [tag, messages] : messages_) tags.push_back(tag);
    return tags;
}

std::string Catalogues::nearest(std::string_view wanted) const {
    if (messages_.contains(std::string(wanted))) return std::string(wanted);
    std::string const without_region(wanted.substr(0, wanted.find('-')));
    return messages_.contains(without_region) ? without_region : kLastResort;
}

std::set<std::string> Catalogues::missing(std::string const& language) const {
    std::set<std::string> keys;
    for (auto const& [tag, messages] : messages_)
        for (auto const& [key, pattern] : messages)
            if (find(language, key) == nullptr) keys.insert(key);
    return keys;
}

Catalogues const& ours() {
    static Catalogues const catalogues = [] {
        Catalogues all;
        for (auto const& file : embedded::list("locales/")) {
            auto const added = all.add(std::filesystem::path(file.path).stem().string(), file.text);
            if (!added) throw std::logic_error(added.refusal().detail);
        }
        return all;
    }();
    return catalogues;
}

base::Result<Catalogues> read_catalogues(std::filesystem::path const& folder) {
    Catalogues catalogues;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        std::ifstream in(entry.path());
        std::string const text{std::istreambuf_iterator<char>(in), {}};
        TRY_VOID(catalogues.add(entry.path().stem().string(), text));
    }
    return catalogues;
}

std::string long_day(std::string const& language, base::Day day) {
    return format_date(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale_of(language)),
                       base::start_of_utc(day), "UTC");
}

std::string long_time(std::string const& language, base::Instant instant, std::string const& time_zone) {
    auto* format =
        icu::DateFormat::createDateTimeInstance(icu::DateFormat::kFull, icu::DateFormat::kShort, locale_of(language));
    return format_date(format, instant, time_zone);
}

}  // namespace i18n
