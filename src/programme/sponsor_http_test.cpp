#include "support/programmes.hpp"

namespace programme {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST_F(Programmes, show_a_sponsor_only_after_they_accepted) {
    auto const token = ask_marta();
    EXPECT_EQ(door.as(cast.ana).get(path()).text("/sponsor"), "null");
    auto page = door.nobody().get("/api/sponsor-acceptances/" + token);
    ASSERT_EQ(page.status, 200);
    EXPECT_EQ(page.text("/sponsor_name"), "Marta Kowalska");
    EXPECT_EQ(page.text("/programme/name"), "Customers first");
    ASSERT_EQ(door.nobody()
                  .put("/api/sponsor-acceptances/" + token,
                       R"({"takes_part":"by_delegate","delegate_name":"Bo","answers_within_days":7})")
                  .status,
              200);
    EXPECT_EQ(door.as(cast.ana).get(path()).text("/sponsor/name"), "Marta Kowalska");
    EXPECT_EQ(door.as(cast.ana).get(path()).text("/sponsor/delegate_name"), "Bo");
}

TEST_F(Programmes, are_shown_to_the_sponsor_who_is_asked_and_to_whoever_was_given_the_role) {
    auto const mine = [&](PersonId who) { return door.as(who).get("/api/my-sponsorships").as<Sponsorships>().items; };
    EXPECT_EQ(door.nobody().get("/api/my-sponsorships").status, 401);
    // Marta has the role; Ida from outside is asked, and her link is nobody else's.
    ASSERT_EQ(door.as(cast.jo).put(path("/sponsor"), R"({"name":"Ida Holm","email":"ida@example.net"})").status, 200);
    auto const named = mine(cast.marta);
    ASSERT_EQ(named.size(), 1U);
    EXPECT_FALSE(named.front().asked_at);
    EXPECT_FALSE(named.front().link);

    auto const token = ask_marta();
    auto const asked = mine(cast.marta);
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked.front().programme.name, "Customers first");
    EXPECT_FALSE(asked.front().accepted_at);
    EXPECT_TRUE(asked.front().link.value().ends_with("/sponsor/" + token));
    for (auto other : {cast.ana, cast.jo, cast.otto}) EXPECT_THAT(mine(other), IsEmpty());

    ASSERT_EQ(door.nobody()
                  .put("/api/sponsor-acceptances/" + token, R"({"takes_part":"in_person","answers_within_days":7})")
                  .status,
              200);
    auto const accepted = mine(cast.marta).front();
    EXPECT_TRUE(accepted.accepted_at);
    EXPECT_EQ(accepted.answers_within_days, 7);
    EXPECT_FALSE(accepted.link) << "nothing is left to answer";
    auto const counts = set_up(cast.jo).counts;
    EXPECT_EQ(accepted.mentors_joined, counts.mentor.joined);
    EXPECT_EQ(accepted.mentees_joined, counts.mentee.joined);
    EXPECT_THAT(door.as(cast.marta).get("/api/my-sponsorships").body, Not(HasSubstr("Ana")));
}

TEST_F(Programmes, void_the_link_of_a_sponsor_asked_before) {
    auto const first = ask_marta();
    auto const second = ask_marta();
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/" + first).status, 404);
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/" + second).status, 200);
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/" + second + "x").status, 404);
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/nonsense").status, 404);
}

TEST_F(Programmes, let_nobody_guess_the_code_of_a_link_or_a_sponsors_link) {
    auto const sponsor = accept_for_marta();
    auto const link = open_call("7f3k");
    auto const asks = "/api/programme-calls/" + link + "/join-requests";
    auto guess = [&](std::string const& code) {
        return door.nobody().post(asks, R"({"name":"Ida","side":"mentor","code":")" + code + "\"}").status;
    };
    int tries = 0;
    while (guess(std::to_string(tries)) == 422) ++tries;
    EXPECT_EQ(tries, access::Guesses::kPerAddress);
    EXPECT_EQ(guess("7f3k"), 429);
    EXPECT_EQ(door.nobody().get("/api/sponsor-acceptances/" + sponsor).status, 429) << "the same guesser";
    door.clock().advance(access::Guesses::kForgottenAfter);
    EXPECT_EQ(guess("7f3k"), 200);
}

}  // namespace
}  // namespace programme
