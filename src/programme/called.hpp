#pragma once
// What a programme and its two sides are called by whoever reads (R03, rules G2): in their language; else in the
// programme's own; else by the programme's name, and the sides by nothing. Every answer about a programme to those who
// take part carries it as `programme`.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "programme/programme.hpp"

namespace programme {

struct Called {
    std::string name;
    std::optional<std::string> purpose = std::nullopt;
    std::optional<std::string> mentor = std::nullopt;  // labels, in the form that fits everybody
    std::optional<std::string> mentee = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(Called, (), (name, purpose, mentor, mentee))

// The words entered in the programme's own language that were its name and its purpose before stay them: a programme
// renamed is renamed in the words too.
std::vector<Words> follow_settings(std::vector<Words> words, Settings const& before, Settings const& after);

// What a browser asks for first: "de-AT, de;q=0.9" -> "de-AT"; nothing for nonsense.
std::string first_language(std::string_view accept_language);

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::Called> = std::array{
    meta::doc("name", "In the reader's language, as far as the programme has words in it"),
    meta::doc("mentor", "The label of whoever brings the topic; null where screens say you and your partner"),
    meta::doc("mentee", "The label of whoever wants it")};
