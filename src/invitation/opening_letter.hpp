#pragma once
// The letter in the sponsor's name with which a programme opens (rules 15): why, and what it is not. Pure.
//   written -> put to the sponsor -> agreed -> published; written again, it is put to the sponsor again
// What is published stays what the sponsor agreed to, until another version of it is published or it is taken down. The
// yes is one sponsor's: with another one, or the same one asked again, nothing is agreed and nothing is shown.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"
#include "programme/sponsor.hpp"

namespace invitation {

using access::ProgrammeId;

struct LetterText {
    std::string language;
    std::string text;

    auto operator<=>(LetterText const&) const = default;
};
BOOST_DESCRIBE_STRUCT(LetterText, (), (language, text))

struct OpeningLetter {
    ProgrammeId programme_id;
    std::int64_t version = 1;               // of the words being written
    std::optional<base::AnyId> request_id;  // they have been put to a sponsor
    std::optional<programme::SponsorId> asked_of;
    std::optional<programme::SponsorId> agreed_by;
    std::optional<base::Instant> agreed_at;  // to these words
    std::optional<std::int64_t> published_version;
    std::optional<programme::SponsorId> published_by;
    std::optional<base::Instant> published_at;

    bool operator==(OpeningLetter const&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpeningLetter, (),
                      (programme_id, version, request_id, asked_of, agreed_by, agreed_at, published_version,
                       published_by, published_at))

// One text a language, in the programme's own at least; trimmed. Refuses, below /texts: `twice`, `format`, `too_short`,
// `own_language`.
base::Result<std::vector<LetterText>> check_letter(std::vector<LetterText> texts, std::string_view own_language);

// The next version, agreed to by nobody. Refuses `stale`.
base::Result<OpeningLetter> write_letter(std::optional<OpeningLetter> letter, ProgrammeId programme,
                                         std::int64_t version);
// `id`: for the news. Again, or when it is agreed to, it changes nothing. Refuses `stale`, `sponsor_not_accepted`.
base::Result<OpeningLetter> put_to_sponsor(OpeningLetter letter, std::optional<programme::Sponsor> const& sponsor,
                                           std::int64_t version, base::AnyId id);
// By the sponsor, to the words they were shown; again it changes nothing. Refuses `stale`.
base::Result<OpeningLetter> agree_to_letter(OpeningLetter letter, programme::Sponsor const& sponsor,
                                            std::int64_t version, base::Instant now);
// What is published already is no change. Refuses `stale`, `letter_not_agreed`.
base::Result<OpeningLetter> publish_letter(OpeningLetter letter, std::optional<programme::Sponsor> const& sponsor,
                                           std::int64_t version, base::Instant now);
OpeningLetter take_down_letter(OpeningLetter letter);

// These words wait for this sponsor's yes, or have it.
bool is_asked(OpeningLetter const& letter, std::optional<programme::Sponsor> const& sponsor);
bool is_agreed(OpeningLetter const& letter, std::optional<programme::Sponsor> const& sponsor);
// It is to be read, by everybody who takes part or is invited.
bool is_published(OpeningLetter const& letter, std::optional<programme::Sponsor> const& sponsor);

base::Refusal letter_not_found();
base::Refusal letter_not_agreed();
base::Refusal sponsor_not_accepted();

}  // namespace invitation

template <>
inline constexpr auto meta::limits<invitation::LetterText> =
    std::array{meta::Limit{"language", 2, 35, "A tag such as de or de-AT"},
               meta::Limit{"text", 1, 5000, "What the sponsor says, as it is read; without a greeting by name"}};
