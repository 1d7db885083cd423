#include "programme/nearest_words.hpp"

#include "base/text.hpp"

namespace programme {
namespace {

bool cannot_be_printed(char one) {
    auto const octet = static_cast<unsigned char>(one);
    return (octet < 0x20 && one != '\n' && one != '\t') || octet == 0x7f;
}

void check_kept(std::string const& text, std::string pointer, std::vector<base::FieldError>& errors) {
    if (text.empty())
        errors.push_back({std::move(pointer), "too_short", {{"least", "1"}}});
    else if (std::ranges::any_of(text, cannot_be_printed))
        errors.push_back({std::move(pointer), "format", {}});
}

}  // namespace

void check_lines(std::string& text, std::string pointer, std::vector<base::FieldError>& errors) {
    text = base::trim(text);
    std::erase(text, '\r');
    check_kept(text, std::move(pointer), errors);
}

void check_line(std::string& text, std::string pointer, std::vector<base::FieldError>& errors) {
    text = base::squeeze(text);
    check_kept(text, std::move(pointer), errors);
}

std::size_t nearness(std::string_view language, std::string_view reader) {
    bool const is_same = reader == language;
    bool const is_without_region = reader.size() > language.size() && reader.starts_with(language) &&
                                   reader[language.size()] == '-' && !language.empty();
    return is_same || is_without_region ? language.size() : 0;
}

}  // namespace programme
