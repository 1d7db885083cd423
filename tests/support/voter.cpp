#include "support/voter.hpp"

#include <gtest/gtest.h>

#include "ballot/ballot_actions.hpp"

namespace support {

ballot::QuestionSetId ask_without_names(Door& door, access::OrganisationId organisation,
                                        std::vector<access::PersonId> const& people) {
    using ballot::QuestionKind;
    auto const now = door.clock().now();
    auto const asked = door.database().write([&](db::Tx& tx) {
        return ballot::open_question_set(tx, organisation,
                                         {{{"safe", QuestionKind::agreement, "I can say what I think.", {}},
                                           {"why", QuestionKind::text, "What should change?", {}}},
                                          people,
                                          now + kBallotsOpen},
                                         now);
    });
    return asked.value();
}

void close_ballots(Door& door, access::OrganisationId organisation) {
    door.clock().advance(kBallotsOpen);
    door.database().write([&](db::Tx& tx) {
        jobs::queue(tx, organisation, ballot::kCloseBallots, jobs::Nothing{}, {.now = door.clock().now()});
    });
    door.house().drain();
}

BlindAsker blind_asker_for(Door& door, access::PersonId person, ballot::QuestionSetId set) {
    auto const key = door.as(person).get("/api/question-sets/" + set.text()).text("/public_key");
    return {crypto::from_base64url(key).value(), crypto::random_secret().substr(0, 32)};
}

Reply issue_ballot(Door& door, access::PersonId person, ballot::QuestionSetId set, crypto::Bytes const& blinded) {
    return door.as(person).put("/api/question-sets/" + set.text() + "/ballot",
                               R"({"blinded_message":")" + crypto::to_base64url(blinded) + R"("})");
}

std::string Voter::ballot(ballot::QuestionSetId set, std::string const& answers) const {
    return R"({"question_set_id":")" + set.text() + R"(","prepared_message":")" +
           crypto::to_base64url(asker.prepared()) + R"(","signature":")" + crypto::to_base64url(signature) +
           R"(","answers":)" + answers + "}";
}

Voter voter(Door& door, access::PersonId person, ballot::QuestionSetId set) {
    auto asker = blind_asker_for(door, person, set);
    auto const issued = issue_ballot(door, person, set, asker.blinded());
    EXPECT_EQ(issued.status, 200) << issued.body;
    auto const signature = asker.open(crypto::from_base64url(issued.text("/blind_signature")).value());
    return {std::move(asker), signature};
}

}  // namespace support
