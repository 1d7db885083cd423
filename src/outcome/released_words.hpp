#pragma once
// Released words (rules 9): one sentence on what changed because of this, for the report, seen by its author exactly as
// it will appear. About oneself, or about a pair if both consent.
//   draft -> waits (for the partner, if there is one, and for a Monday) -> released -> published, for good
// Either of the two withdraws until it is published. That the partner would rather not looks like silence to the
// author.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/pairing.hpp"

namespace outcome {

using access::PersonId;
using access::ProgrammeId;
// Of one's own page.
using WordsId = base::Id<struct WordsTag>;
// Of what has gone out: another one, so that nobody who knows the first finds it in a list.
using ReleasedWordsId = base::Id<struct ReleasedWordsTag>;

inline constexpr std::size_t kMostWords = 10;  // of one person in one programme

enum class WordsAbout { oneself, pair };
BOOST_DESCRIBE_ENUM(WordsAbout, oneself, pair)
enum class WordsState { draft, waits, released, published };
BOOST_DESCRIBE_ENUM(WordsState, draft, waits, released, published)
enum class WordsAction { change, release, withdraw, remove };
BOOST_DESCRIBE_ENUM(WordsAction, change, release, withdraw, remove)
enum class PartnerConsent { consent, rather_not };
BOOST_DESCRIBE_ENUM(PartnerConsent, consent, rather_not)

// As it is kept: all of it sealed.
struct Words {
    std::int64_t version = 1;
    WordsAbout about = WordsAbout::oneself;
    std::optional<pairing::PairingId> pairing_id;
    std::string text;
    std::vector<std::string> names;  // as they will appear; none when it is not named
    bool is_consented = false;       // by its author
    std::optional<PartnerConsent> partner;
    std::optional<ReleasedWordsId> released_id;
};
BOOST_DESCRIBE_STRUCT(Words, (), (version, about, pairing_id, text, names, is_consented, partner, released_id))

WordsState state_of(Words const& words, bool is_published);
std::vector<WordsAction> allowed_actions(WordsState state);
// Everybody whose words these are has consented, and they have not gone out.
bool may_go_out(Words const& words);

// Not a word of it has gone out when this is asked. A sentence that changed is put to the partner anew.
Words change(Words words, Words const& wanted);
// A partner who would rather not is not asked again about the same words.
Words withdraw(Words words);

base::Refusal words_not_found();
base::Refusal words_consented();
base::Refusal words_published();

}  // namespace outcome
