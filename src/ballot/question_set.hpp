#pragma once
// Questions that are answered without a name (engineering.md 4). Whoever may answer gets one ballot, signed unseen, and
// puts their answers into a box under it; the box is opened once, at the closing, and only then there are answers.
//   preparing (its keys are made) -> open -> over (nobody may answer) -> closed (the box is opened, the keys are gone)

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"

namespace ballot {

using QuestionSetId = base::Id<struct QuestionSetTag>;
using access::PersonId;

// agreement: 1, not at all, to 5, fully, or none: cannot say. choice: the number of one of its choices, from 1.
enum class QuestionKind { agreement, choice, text };
BOOST_DESCRIBE_ENUM(QuestionKind, agreement, choice, text)

struct Question {
    std::string key;
    QuestionKind kind = QuestionKind::agreement;
    std::string text;
    std::vector<std::string> choices;

    auto operator<=>(Question const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Question, (), (key, kind, text, choices))

struct QuestionAnswer {
    std::string question;
    std::optional<std::int32_t> value;
    std::optional<std::string> text;

    auto operator<=>(QuestionAnswer const&) const = default;
};
BOOST_DESCRIBE_STRUCT(QuestionAnswer, (), (question, value, text))

enum class Stage { preparing, open, over, closed };
BOOST_DESCRIBE_ENUM(Stage, preparing, open, over, closed)

struct QuestionSet {
    QuestionSetId id;
    base::Instant closes_at;
    std::optional<meta::Bytes> public_key;  // of the signatures; DER, SubjectPublicKeyInfo
    std::optional<meta::Bytes> box_key;     // answers are locked away with it
    std::optional<base::AnyId> key_id;      // the file of both secrets, until they are destroyed
    bool is_closed = false;
};
BOOST_DESCRIBE_STRUCT(QuestionSet, (), (id, closes_at, public_key, box_key, key_id, is_closed))

Stage stage_of(QuestionSet const& set, base::Instant now);

// Below it nobody can be told that their answer is anonymous (rules 9).
inline constexpr std::size_t kFewestPeople = 8;
base::Result<bool> check_audience(std::vector<PersonId> const& people);

// Refused at /answers/<position>: `unknown`, `twice`, `out_of_range` and `wrong_kind`; and `nothing_answered`.
base::Result<bool> check_answers(std::vector<QuestionAnswer> const& answers, std::vector<Question> const& questions);
// What a signature is for: 32 octets of chance in front of 32 more (RFC 9474, 4.1).
inline constexpr std::size_t kPreparedOctets = 64;

// How long what was answered is kept after the closing.
inline constexpr int kKeptDays = 180;

// One person's answers as they are kept after the closing: the figures together, every text by itself.
std::vector<std::vector<QuestionAnswer>> apart(std::vector<QuestionAnswer> const& answers);

base::Refusal question_set_not_found();
base::Refusal ballots_not_ready();
base::Refusal ballots_over();
// Another ballot than the one that was issued to this person.
base::Refusal ballot_issued();
base::Refusal not_a_blinded_message();
base::Refusal not_a_ballot();
// Other answers under a ballot that has been cast.
base::Refusal ballot_cast();

}  // namespace ballot

template <>
inline constexpr auto meta::limits<ballot::QuestionAnswer> =
    std::array{meta::Limit{"question", 1, 40, "The key of a question of the set"},
               meta::Limit{"value", 1, 20, "agreement: 1, not at all, to 5, fully; choice: the number of one, from 1"},
               meta::Limit{"text", 1, 2000, "In your own words; read by others as it stands"}};
