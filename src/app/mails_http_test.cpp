#include <gmock/gmock.h>

#include "notice/notice_shapes.hpp"
#include "support/door.hpp"

namespace app {
namespace {

class TheSponsorsMail : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());

    void is_demo(bool shows_links) {
        door_.database().write([&](db::Tx& tx) {
            tx.run("UPDATE organisations SET is_demo = $2 WHERE organisation_id = $1", cast_.organisation, shows_links);
        });
    }
    void ask(access::PersonId sponsor) {
        auto const reply = door_.as(cast_.jo).put("/api/programmes/" + cast_.programme.text() + "/sponsor",
                                                  R"({"person_id":")" + sponsor.text() + R"("})");
        ASSERT_EQ(reply.status, 200) << reply.body;
        door_.house().drain();
    }
    notice::Mails mails() { return door_.as(cast_.amir).get("/api/mails").as<notice::Mails>(); }
    static std::string page_of(std::string const& link) {
        return "/api/sponsor-acceptances/" + link.substr(link.rfind('/') + 1);
    }
};

TEST_F(TheSponsorsMail, carries_a_link_that_accepts_with_one_tap) {
    is_demo(true);
    ask(cast_.marta);
    auto const sent = mails().items;
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0].person_id, cast_.marta);
    ASSERT_TRUE(sent[0].link);
    EXPECT_THAT(*sent[0].link, testing::StartsWith("https://obverse.test/sponsor/"));
    EXPECT_THAT(sent[0].body, testing::HasSubstr(*sent[0].link));

    auto const page = page_of(*sent[0].link);
    EXPECT_EQ(door_.nobody().get(page).text("/sponsor_name"), "Marta Kowalska");
    auto const accepted = door_.nobody().put(page, R"({"takes_part":"in_person","answers_within_days":14})");
    EXPECT_EQ(accepted.status, 200) << accepted.body;
    EXPECT_NE(accepted.text("/accepted_at"), "null");
}

TEST_F(TheSponsorsMail, shows_its_link_to_no_administrator_outside_a_demo) {
    is_demo(false);
    ask(cast_.marta);
    auto const sent = mails().items;
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0].link, std::nullopt);
    EXPECT_THAT(sent[0].body, testing::Not(testing::HasSubstr("/sponsor/")));
}

TEST_F(TheSponsorsMail, leads_nowhere_once_somebody_else_is_asked) {
    is_demo(true);
    ask(cast_.marta);
    auto const page = page_of(mails().items.at(0).link.value());
    ask(cast_.sofia);
    EXPECT_EQ(door_.nobody().get(page).status, 404);
    for (auto const& mail : mails().items)
        if (mail.person_id == cast_.marta) {
            EXPECT_EQ(mail.link, std::nullopt);
        }
}

}  // namespace
}  // namespace app
