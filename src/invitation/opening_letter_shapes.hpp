#pragma once
// What goes in and out about opening letters.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "invitation/opening_letter.hpp"
#include "programme/called.hpp"

namespace invitation {

struct LetterInput {
    std::int64_t version = 0;
    std::vector<LetterText> texts;
};
BOOST_DESCRIBE_STRUCT(LetterInput, (), (version, texts))

struct LetterRead {
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(LetterRead, (), (version))

enum class LetterAction { write, put_to_sponsor, publish, take_down };
BOOST_DESCRIBE_ENUM(LetterAction, write, put_to_sponsor, publish, take_down)

// For whoever runs the programme.
struct LetterAnswer {
    std::int64_t version = 0;  // 0: none is written
    std::string own_language;
    std::vector<LetterText> texts;
    std::optional<std::string> sponsor_name;  // who has accepted
    bool is_asked = false;                    // these words have been put to the sponsor
    std::optional<base::Instant> agreed_at;   // to these words
    std::optional<base::Instant> published_at;
    bool is_published_as_written = false;
    std::optional<std::string> link;  // for the sponsor's one tap, while it waits for it
    std::optional<std::string> qr_code;
    std::vector<LetterAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(LetterAnswer, (),
                      (version, own_language, texts, sponsor_name, is_asked, agreed_at, published_at,
                       is_published_as_written, link, qr_code, allowed_actions))

// For the sponsor, by the link alone.
struct LetterPage {
    std::string organisation_name;
    programme::Called programme;
    std::string sponsor_name;
    std::int64_t version = 0;
    std::vector<LetterText> texts;
    std::optional<base::Instant> agreed_at;
};
BOOST_DESCRIBE_STRUCT(LetterPage, (), (organisation_name, programme, sponsor_name, version, texts, agreed_at))

// For whoever takes part or is invited: in their language, as it was agreed to.
struct OwnLetter {
    ProgrammeId programme_id;
    programme::Called programme;
    std::string sponsor_name;
    std::string language;
    std::string text;
    base::Instant published_at;
};
BOOST_DESCRIBE_STRUCT(OwnLetter, (), (programme_id, programme, sponsor_name, language, text, published_at))

struct LetterToAgree {
    ProgrammeId programme_id;
    programme::Called programme;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(LetterToAgree, (), (programme_id, programme, link))

struct OwnLetters {
    std::vector<OwnLetter> items;
    std::vector<LetterToAgree> to_agree;  // as the sponsor
};
BOOST_DESCRIBE_STRUCT(OwnLetters, (), (items, to_agree))

}  // namespace invitation

template <>
inline constexpr auto meta::limits<invitation::LetterInput> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "The one it was read with; 0 for the first words"},
               meta::Limit{"texts", 1, 24, "One a language, the programme's own among them"}};
template <>
inline constexpr auto meta::limits<invitation::LetterRead> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "The one whose words were read"}};
template <>
inline constexpr auto meta::limits<invitation::LetterAnswer> =
    std::array{meta::doc("own_language", "The programme's; a letter has words in it at least"),
               meta::doc("is_asked", "These words have been put to the sponsor"),
               meta::doc("agreed_at", "When the sponsor agreed to these words"),
               meta::doc("is_published_as_written", "false while an earlier version is published, or none"),
               meta::doc("link", "For the sponsor's one tap, while it waits for it")};
template <>
inline constexpr auto meta::limits<invitation::OwnLetters> =
    std::array{meta::doc("to_agree", "Letters in your name that wait for your yes as the sponsor")};
