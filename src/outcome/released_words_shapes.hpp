#pragma once
// What goes in and out about released words.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "outcome/released_words.hpp"
#include "platform/meta.hpp"
#include "programme/called.hpp"

namespace outcome {

// As it will appear and as it appears: the one shape for the preview, for the partner and for every reader.
struct WordsAsShown {
    std::string text;
    std::vector<std::string> names;
};
BOOST_DESCRIBE_STRUCT(WordsAsShown, (), (text, names))

struct OwnWords {
    WordsId id;
    ProgrammeId programme_id;
    std::int64_t version = 1;
    WordsState state = WordsState::draft;
    WordsAbout about = WordsAbout::oneself;
    std::optional<pairing::PairingId> pairing_id;
    WordsAsShown shown;
    std::vector<WordsAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(OwnWords, (), (id, programme_id, version, state, about, pairing_id, shown, allowed_actions))

// A partner would like to release a sentence about the two.
struct WordsAsked {
    WordsId id;
    ProgrammeId programme_id;
    programme::Called programme;
    std::string author;
    std::int64_t version = 1;
    WordsAsShown shown;
    std::optional<PartnerConsent> answer;
    bool is_published = false;
};
BOOST_DESCRIBE_STRUCT(WordsAsked, (), (id, programme_id, programme, author, version, shown, answer, is_published))

struct WordsPartner {
    pairing::PairingId pairing_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(WordsPartner, (), (pairing_id, name))

struct WordsOpening {
    ProgrammeId programme_id;
    programme::Called programme;
    std::vector<WordsPartner> partners;
};
BOOST_DESCRIBE_STRUCT(WordsOpening, (), (programme_id, programme, partners))

struct MyReleasedWords {
    std::vector<WordsOpening> programmes;
    std::vector<OwnWords> items;
    std::vector<WordsAsked> asked;
};
BOOST_DESCRIBE_STRUCT(MyReleasedWords, (), (programmes, items, asked))

struct WordsWanted {
    std::int64_t version = 0;
    WordsAbout about = WordsAbout::oneself;
    std::optional<pairing::PairingId> pairing_id;
    bool is_named = false;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WordsWanted, (), (version, about, pairing_id, is_named, text))

struct WordsConsent {
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(WordsConsent, (), (version))

struct PartnerConsentWanted {
    std::int64_t version = 0;
    PartnerConsent answer = PartnerConsent::consent;
};
BOOST_DESCRIBE_STRUCT(PartnerConsentWanted, (), (version, answer))

enum class ReleasedWordsAction { publish };
BOOST_DESCRIBE_ENUM(ReleasedWordsAction, publish)

struct ReleasedWords {
    ReleasedWordsId id;
    base::Day week_on;
    WordsAsShown shown;
    std::optional<base::Day> published_on;
    std::vector<ReleasedWordsAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(ReleasedWords, (), (id, week_on, shown, published_on, allowed_actions))

struct ReleasedWordsOf {
    ProgrammeId programme_id;
    programme::Called programme;
    std::vector<ReleasedWords> items;
};
BOOST_DESCRIBE_STRUCT(ReleasedWordsOf, (), (programme_id, programme, items))

struct PublishedWords {
    std::vector<ReleasedWordsOf> items;
};
BOOST_DESCRIBE_STRUCT(PublishedWords, (), (items))

}  // namespace outcome

template <>
inline constexpr auto meta::limits<outcome::WordsAsShown> =
    std::array{meta::doc("names", "Whose words they are: of one, of both of a pair, or nobody's")};
template <>
inline constexpr auto meta::limits<outcome::WordsWanted> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "As it was read; 0 when there is none"},
               meta::doc("pairing_id", "For words about a pair"),
               meta::doc("is_named", "Your name appears with it; about a pair, both names"),
               meta::Limit{"text", 1, 500, "What changed because of this, in a sentence"}};
template <>
inline constexpr auto meta::limits<outcome::WordsConsent> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "Of the words, as they were shown to you"}};
template <>
inline constexpr auto meta::limits<outcome::PartnerConsentWanted> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "Of the words, as they were shown to you"}};
template <>
inline constexpr auto meta::limits<outcome::OwnWords> = std::array{
    meta::doc("state", "waits: for a Monday and, about a pair, for the partner's consent; which is not said")};
template <>
inline constexpr auto meta::limits<outcome::ReleasedWords> =
    std::array{meta::doc("week_on", "The Monday on which it went out; nothing finer is kept")};
