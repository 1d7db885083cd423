#pragma once
// What goes in and out about ballots. Octets are base64url without padding.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "ballot/question_set.hpp"
#include "platform/meta.hpp"

namespace ballot {

struct QuestionSetAnswer {
    QuestionSetId id;
    Stage stage = Stage::preparing;
    base::Instant closes_at;
    std::vector<Question> questions;
    std::optional<std::string> public_key;  // DER, SubjectPublicKeyInfo; once the keys are made
    bool is_issued = false;                 // your ballot; whether you have cast it nobody knows
};
BOOST_DESCRIBE_STRUCT(QuestionSetAnswer, (), (id, stage, closes_at, questions, public_key, is_issued))

struct BallotWanted {
    std::string blinded_message;
};
BOOST_DESCRIBE_STRUCT(BallotWanted, (), (blinded_message))

struct BallotIssued {
    std::string blind_signature;
};
BOOST_DESCRIBE_STRUCT(BallotIssued, (), (blind_signature))

struct Ballot {
    QuestionSetId question_set_id;
    std::string prepared_message;
    std::string signature;
    std::vector<QuestionAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(Ballot, (), (question_set_id, prepared_message, signature, answers))

// It is in the box, and lies there sealed until then.
struct BallotReceipt {
    base::Instant closes_at;
};
BOOST_DESCRIBE_STRUCT(BallotReceipt, (), (closes_at))

}  // namespace ballot

template <>
inline constexpr auto meta::limits<ballot::BallotWanted> =
    std::array{meta::Limit{"blinded_message", 1, 700, "RFC 9474, 4.2: as long as the modulus"}};
template <>
inline constexpr auto meta::limits<ballot::Ballot> =
    std::array{meta::Limit{"prepared_message", 1, 100, "The token with its prefix (RFC 9474, 4.1): 64 octets"},
               meta::Limit{"signature", 1, 700, "RFC 9474, 4.4"},
               meta::Limit{"answers", 1, 60, "Of the questions of the set, each at most once"}};
