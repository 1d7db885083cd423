#include "support/pairs.hpp"

namespace pairing {
namespace {

using testing::ElementsAre;
using testing::Not;

TEST_F(Pairs, start_when_both_have_signed_the_agreement_and_the_charter) {
    auto id = after_both_go_on();
    EXPECT_EQ(seen(cast.ana, id).mirror.line->state, CoordinatorState::getting_to_know);
    auto written = door.as(cast.sofia).put(path(id, "/agreement"), kWritten);
    ASSERT_EQ(written.status, 200) << written.body;
    sign(cast.ana, id);
    EXPECT_EQ(seen(cast.sofia, id).stage, Stage::agreeing);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement/signature"), R"({"version":1,"neither_decides":true})").code(),
              "already_signed");
    sign(cast.sofia, id);
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::started);
    EXPECT_EQ(seen(cast.ana, id).started_at, now());
    EXPECT_EQ(door.as(cast.ana).remove(path(id, "/agreement/signature")).code(), "already_started");
}

TEST_F(Pairs, keep_their_outcomes_sealed_in_the_database) {
    auto id = started();
    auto agreement = door.as(cast.ana).get(path(id, "/agreement")).as<AgreementAnswer>();
    EXPECT_THAT(agreement.mentor_outcomes, ElementsAre("Lead a meeting with directors in the room"));
    auto sealed = door.database().read([&](db::Tx& tx) {
        return tx.values<meta::Bytes>("SELECT sealed_text FROM agreement_outcomes WHERE organisation_id = $1",
                                      cast.organisation);
    });
    ASSERT_EQ(sealed.size(), 2U);
    for (auto const& bytes : sealed)
        EXPECT_THAT(std::string(bytes.octets.begin(), bytes.octets.end()), Not(testing::HasSubstr("customers")));
}

TEST_F(Pairs, draft_the_agreement_from_offers_wants_and_the_programmes_usual_one) {
    auto id = after_both_go_on();
    auto draft = door.as(cast.ana).get(path(id, "/agreement")).as<AgreementAnswer>();
    EXPECT_EQ(draft.version, 0);
    EXPECT_EQ(draft.notice_days, 2);
    EXPECT_EQ(draft.leading_side, Side::mentor);
    ASSERT_EQ(draft.mentor_outcomes.size(), 1U);
    EXPECT_THAT(draft.mentor_outcomes[0], testing::HasSubstr("Career choices"));
    ASSERT_EQ(draft.mentee_outcomes.size(), 1U);
    EXPECT_THAT(draft.mentee_outcomes[0], testing::HasSubstr("How new customers choose"));
    auto exploring = opened(cast.bruno, cast.david);
    EXPECT_EQ(door.as(cast.bruno).get(path(exploring, "/agreement")).code(), "still_exploring");
}

TEST_F(Pairs, refuse_an_agreement_that_is_nonsense_or_huge) {
    auto id = after_both_go_on();
    auto with = [](std::string const& outcome) {
        return std::string(kWritten).replace(std::string(kWritten).find("Hear customers without a filter"), 31,
                                             outcome);
    };
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement"), with(std::string(301, 'x'))).status, 422);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement"), R"({"version":"one"})").status, 422);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement"), "{").status, 400);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement"), with("   ")).status, 200);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement/signature"), R"({"version":1,"neither_decides":true})").code(),
              "outcome_missing");
}

TEST_F(Pairs, read_the_charter_when_signed_in) {
    EXPECT_EQ(door.nobody().get("/api/charter").status, 401);
    auto charter = door.as(cast.ana).get("/api/charter").as<Charter>();
    EXPECT_EQ(charter.version, 1);
    EXPECT_EQ(charter.clauses.size(), 12U);
}

}  // namespace
}  // namespace pairing
