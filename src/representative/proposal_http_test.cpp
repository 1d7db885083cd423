// Settings that two sides change together (rules D16), through the doors on both databases.

#include <array>
#include <thread>

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "care/thresholds.hpp"
#include "representative/openness_shapes.hpp"
#include "representative/proposal_shapes.hpp"
#include "support/door.hpp"

namespace representative {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class AgreedSettings : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());
    std::string programme_ = "/api/programmes/" + cast_.programme.text();

    support::Reply propose(PersonId by, std::string const& kind, std::string const& setting,
                           std::string const& more = "") {
        return door_.as(by).post(programme_ + "/setting-proposals",
                                 R"({"kind":")" + kind + R"(","setting":")" + setting + '"' + more + '}');
    }
    support::Reply answer(PersonId by, std::string const& id, std::string const& body = R"({"agrees":true})") {
        return door_.as(by).put("/api/setting-proposals/" + id + "/answer", body);
    }
    std::string proposed(PersonId by, std::string const& kind, std::string const& setting,
                         std::string const& more = "") {
        auto const reply = propose(by, kind, setting, more);
        EXPECT_EQ(reply.status, 201) << reply.body;
        return reply.text("/id");
    }
    void lock(std::string const& setting) {
        auto const reply = answer(cast_.rosa, proposed(cast_.jo, "lock", setting));
        ASSERT_EQ(reply.status, 200) << reply.body;
        ASSERT_EQ(reply.text("/state"), "agreed");
    }
    ProgrammeSettings settings(PersonId by) {
        auto const reply = door_.as(by).get(programme_ + "/settings");
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<ProgrammeSettings>();
    }
    std::vector<programme::SettingChange> changes(PersonId by, std::string const& query = "") {
        auto const reply = door_.as(by).get(programme_ + "/setting-changes" + query);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<programme::SettingChangeList>().items;
    }
    // The whole set-up as it stands, with one piece of text in another way.
    support::Reply save_set_up(PersonId by, std::string const& from, std::string const& to) {
        auto const page = door_.as(by).get(programme_ + "/set-up");
        EXPECT_EQ(page.status, 200) << page.body;
        auto const json = page.json().as_object();
        boost::json::object wanted;
        for (auto const* key : {"version", "settings", "aims", "words", "eligibility", "opened_tops"})
            wanted[key] = json.at(key);
        auto text = boost::json::serialize(wanted);
        EXPECT_NE(text.find(from), std::string::npos) << text;
        text.replace(text.find(from), from.size(), to);
        return door_.as(by).put(programme_ + "/set-up", text);
    }
    void give_role(PersonId to, std::string const& role, int expected = 201) {
        auto const reply = door_.as(cast_.amir)
                               .post("/api/people/" + to.text() + "/roles",
                                     R"({"role":")" + role + R"(","programme_id":")" + cast_.programme.text() + "\"}");
        EXPECT_EQ(reply.status, expected) << reply.body;
    }
    std::vector<std::string> told(PersonId who) {
        door_.house().round();
        door_.house().drain();
        std::vector<std::string> kinds;
        auto const reply = door_.as(who).get("/api/notices");
        EXPECT_EQ(reply.status, 200);
        auto const page = reply.json();
        for (auto const& one : page.at("items").as_array()) kinds.emplace_back(one.at("kind").as_string());
        return kinds;
    }
};

TEST_F(AgreedSettings, are_read_by_everybody_of_the_programme_and_by_who_represents_the_employees) {
    for (auto who : {cast_.rosa, cast_.jo, cast_.ana, cast_.sofia, cast_.marta, cast_.nina, cast_.amir}) {
        EXPECT_EQ(settings(who).settings.purpose, "See what customers see");
        EXPECT_THAT(changes(who), IsEmpty());
    }
    EXPECT_EQ(settings(cast_.rosa).side, ProposalSide::representative);
    EXPECT_EQ(settings(cast_.jo).side, ProposalSide::coordinator);
    EXPECT_EQ(settings(cast_.amir).side, std::nullopt);
    EXPECT_EQ(settings(cast_.ana).lockable.size(), 6U);
    support::expect_closed_to_others(door_, cast_, {.target = programme_ + "/settings"}, {cast_.lena});
    support::expect_closed_to_others(door_, cast_, {.target = programme_ + "/setting-changes"}, {cast_.lena});
    support::expect_closed_to_others(door_, cast_, {.target = programme_ + "/setting-proposals"},
                                     {cast_.lena, cast_.ana, cast_.nina, cast_.marta});
}

TEST_F(AgreedSettings, stand_in_the_log_with_who_changed_them_from_what_to_what) {
    ASSERT_EQ(save_set_up(cast_.jo, R"("uses_career_stage":false)", R"("uses_career_stage":true)").status, 200);
    ASSERT_EQ(save_set_up(cast_.kim, R"("planned_pairs":15)", R"("planned_pairs":20)").status, 200);
    ASSERT_EQ(save_set_up(cast_.kim, R"("planned_pairs":20)", R"("planned_pairs":20)").status, 200);
    auto const log = changes(cast_.rosa);
    ASSERT_THAT(log, SizeIs(2));
    EXPECT_EQ(log[0].setting, "planned_pairs");
    EXPECT_EQ(log[0].before.text, "15");
    EXPECT_EQ(log[0].after.text, "20");
    EXPECT_EQ(log[0].changed_by, "Kim Park");
    EXPECT_EQ(log[1].changed_by, "Jo Byrne");
    EXPECT_EQ(log[1].agreed_by, std::nullopt);
    EXPECT_THAT(changes(cast_.ana, "?search=career"), SizeIs(1));
}

TEST_F(AgreedSettings, of_signs_and_of_the_preparation_stand_in_it_too) {
    auto const before = door_.as(cast_.jo).get(programme_ + "/sign-thresholds");
    ASSERT_EQ(before.status, 200);
    care::Thresholds wanted;
    wanted.not_booked = {10, 20};
    ASSERT_EQ(door_.as(cast_.jo).put(programme_ + "/sign-thresholds", json::write(wanted)).status, 200);
    auto const log = changes(cast_.rosa);
    ASSERT_THAT(log, SizeIs(1));
    EXPECT_EQ(log[0].setting, "sign_thresholds");
    EXPECT_THAT(log[0].after.text, HasSubstr(R"("not_booked":{"amber":10,"red":20})"));
}

TEST_F(AgreedSettings, are_locked_by_two_and_then_changed_by_two) {
    auto const id = proposed(cast_.jo, "lock", "uses_career_stage", R"(,"reason":"As we said on Monday")");
    EXPECT_EQ(settings(cast_.jo).lockable[2].locked_on, std::nullopt) << "nothing changes meanwhile";
    EXPECT_TRUE(settings(cast_.jo).lockable[2].is_waiting);
    EXPECT_THAT(told(cast_.rosa), ElementsAre("setting_proposed"));
    auto const agreed = answer(cast_.rosa, id);
    ASSERT_EQ(agreed.status, 200) << agreed.body;
    EXPECT_TRUE(settings(cast_.jo).lockable[2].locked_on);

    auto const direct = save_set_up(cast_.jo, R"("uses_career_stage":false)", R"("uses_career_stage":true)");
    EXPECT_EQ(direct.status, 409);
    EXPECT_EQ(direct.code(), "setting_locked");
    EXPECT_EQ(direct.text("/errors/0/pointer"), "/settings/uses_career_stage");
    EXPECT_EQ(save_set_up(cast_.jo, R"("planned_pairs":15)", R"("planned_pairs":20)").status, 200);

    auto const change = proposed(cast_.jo, "change", "uses_career_stage", R"(,"value":true)");
    EXPECT_FALSE(settings(cast_.jo).settings.uses_career_stage);
    ASSERT_EQ(answer(cast_.rosa, change).status, 200);
    EXPECT_TRUE(settings(cast_.jo).settings.uses_career_stage);
    auto const log = changes(cast_.ana, "?search=career");
    ASSERT_THAT(log, SizeIs(2));
    EXPECT_EQ(log[0].kind, programme::SettingChangeKind::changed);
    EXPECT_EQ(log[0].changed_by, "Jo Byrne");
    EXPECT_EQ(log[0].agreed_by, "Rosa Lima");
    EXPECT_EQ(log[1].kind, programme::SettingChangeKind::locked);
    EXPECT_THAT(told(cast_.jo), testing::Contains("setting_answered"));
}

TEST_F(AgreedSettings, of_signs_are_locked_like_the_others) {
    lock("sign_thresholds");
    care::Thresholds wanted;
    wanted.not_booked = {10, 20};
    auto const direct = door_.as(cast_.jo).put(programme_ + "/sign-thresholds", json::write(wanted));
    EXPECT_EQ(direct.status, 409);
    EXPECT_EQ(direct.code(), "setting_locked");
    auto const change = proposed(cast_.jo, "change", "sign_thresholds", R"(,"value":)" + json::write(wanted));
    ASSERT_EQ(answer(cast_.rosa, change).status, 200);
    EXPECT_EQ(settings(cast_.rosa).sign_thresholds.not_booked.amber, 10);
    auto const nonsense = propose(cast_.jo, "change", "sign_thresholds", R"(,"value":{"not_booked":7})");
    EXPECT_EQ(nonsense.status, 422);
    EXPECT_EQ(nonsense.text("/errors/0/pointer"), "/value");
}

TEST_F(AgreedSettings, hold_the_aims_and_the_words_about_results) {
    lock("aims");
    lock("results_use");
    auto const unknown = propose(cast_.jo, "change", "aims", R"(,"value":[{"aim":"fly","instruments":[]}])");
    EXPECT_EQ(unknown.status, 422) << unknown.body;
    auto const known = door_.as(cast_.jo).get("/api/aims").text("/aims/0/key");
    auto const aims = proposed(cast_.jo, "change", "aims", R"(,"value":[{"aim":")" + known + R"(","instruments":[]}])");
    ASSERT_EQ(answer(cast_.rosa, aims).status, 200);
    ASSERT_THAT(settings(cast_.rosa).aims, SizeIs(1));
    EXPECT_EQ(settings(cast_.rosa).aims[0].key, known);
    auto const words = proposed(cast_.jo, "change", "results_use", R"(,"value":"Read by all")");
    ASSERT_EQ(answer(cast_.rosa, words).status, 200);
    EXPECT_EQ(settings(cast_.rosa).settings.results_use, "Read by all");
}

TEST_F(AgreedSettings, stay_as_they_are_when_the_other_side_declines) {
    auto const id = proposed(cast_.rosa, "lock", "anonymous_first");
    EXPECT_EQ(answer(cast_.jo, id, R"({"agrees":false})").status, 422);
    auto const declined = answer(cast_.jo, id, R"({"agrees":false,"reason":"We have not tried it yet"})");
    ASSERT_EQ(declined.status, 200);
    EXPECT_EQ(declined.text("/state"), "declined");
    EXPECT_EQ(declined.text("/answer_reason"), "We have not tried it yet");
    EXPECT_EQ(settings(cast_.jo).lockable[4].locked_on, std::nullopt);
    EXPECT_THAT(changes(cast_.jo), IsEmpty());
    EXPECT_EQ(answer(cast_.jo, id).code(), "proposal_closed");
}

TEST_F(AgreedSettings, are_proposed_to_the_other_side_and_once) {
    auto const id = proposed(cast_.jo, "lock", "aims");
    EXPECT_EQ(answer(cast_.jo, id).code(), "own_proposal");
    EXPECT_EQ(answer(cast_.kim, id).code(), "own_proposal") << "a second coordinator is the same side";
    EXPECT_EQ(answer(cast_.amir, id).status, 404);
    EXPECT_EQ(answer(cast_.ana, id).status, 404);
    EXPECT_EQ(answer(cast_.otto, id).status, 404);
    EXPECT_EQ(propose(cast_.rosa, "lock", "aims").code(), "proposal_waits");
    EXPECT_EQ(door_.as(cast_.rosa).remove("/api/setting-proposals/" + id).status, 404);
    auto const taken = door_.as(cast_.kim).remove("/api/setting-proposals/" + id);
    EXPECT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(taken.text("/state"), "taken_back");
    EXPECT_EQ(answer(cast_.rosa, id).code(), "proposal_closed");
    EXPECT_EQ(propose(cast_.rosa, "lock", "aims").status, 201);
}

TEST_F(AgreedSettings, are_not_agreed_to_when_they_changed_meanwhile) {
    auto const id = proposed(cast_.jo, "lock", "uses_career_stage");
    ASSERT_EQ(save_set_up(cast_.jo, R"("uses_career_stage":false)", R"("uses_career_stage":true)").status, 200);
    auto const late = answer(cast_.rosa, id);
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.code(), "changed_meanwhile");
    EXPECT_EQ(settings(cast_.jo).lockable[2].locked_on, std::nullopt);
}

TEST_F(AgreedSettings, lapse_after_four_weeks_and_are_proposed_anew) {
    auto const id = proposed(cast_.jo, "lock", "aims");
    door_.clock().advance(std::chrono::hours(24 * (kAnswerDays + 1)));
    EXPECT_EQ(answer(cast_.rosa, id).code(), "proposal_closed");
    EXPECT_EQ(door_.as(cast_.rosa).get("/api/my-setting-proposals").as<SettingProposals>().items.size(), 0U);
    EXPECT_EQ(propose(cast_.jo, "lock", "aims").status, 201);
    auto const list = door_.as(cast_.rosa).get(programme_ + "/setting-proposals").as<SettingProposals>();
    ASSERT_THAT(list.items, SizeIs(2));
    EXPECT_EQ(list.items[1].state, ProposalState::lapsed);
    EXPECT_THAT(list.items[0].allowed_actions, ElementsAre(ProposalAction::agree, ProposalAction::decline));
}

TEST_F(AgreedSettings, stay_locked_when_nobody_represents_any_more_until_somebody_is_named) {
    lock("uses_career_stage");
    auto const page = door_.as(cast_.amir).get("/api/people/" + cast_.rosa.text());
    auto const role = page.text("/roles/0/id");
    ASSERT_EQ(door_.as(cast_.amir).remove("/api/people/" + cast_.rosa.text() + "/roles/" + role).status, 200);
    EXPECT_EQ(door_.as(cast_.rosa).get(programme_ + "/settings").status, 404);
    EXPECT_FALSE(settings(cast_.jo).is_represented);
    EXPECT_TRUE(settings(cast_.jo).lockable[2].locked_on);
    EXPECT_THAT(settings(cast_.jo).lockable[2].may_propose, IsEmpty());
    EXPECT_EQ(propose(cast_.jo, "change", "uses_career_stage", R"(,"value":true)").code(), "no_representative");
    EXPECT_EQ(save_set_up(cast_.jo, R"("uses_career_stage":false)", R"("uses_career_stage":true)").code(),
              "setting_locked");
    give_role(cast_.lena, "employee_representative");
    EXPECT_EQ(answer(cast_.lena, proposed(cast_.jo, "unlock", "uses_career_stage")).status, 200);
    EXPECT_EQ(save_set_up(cast_.jo, R"("uses_career_stage":false)", R"("uses_career_stage":true)").status, 200);
}

TEST_F(AgreedSettings, are_not_represented_by_whoever_decides_about_the_programme) {
    for (auto who : {cast_.jo, cast_.amir, cast_.marta, cast_.nina}) give_role(who, "employee_representative", 409);
    give_role(cast_.rosa, "coordinator", 409);
    give_role(cast_.lena, "employee_representative");
    auto const asked = door_.as(cast_.jo).put(programme_ + "/sponsor", R"({"person_id":")" + cast_.lena.text() + "\"}");
    EXPECT_EQ(asked.status, 409) << asked.body;
    EXPECT_EQ(asked.code(), "roles_exclude_each_other");
}

TEST_F(AgreedSettings, are_of_the_programme_that_somebody_represents) {
    give_role(cast_.lena, "employee_representative");
    EXPECT_EQ(settings(cast_.lena).side, ProposalSide::representative);
    auto const other = door_.as(cast_.jo).post("/api/programmes", R"({"name":"Another"})");
    ASSERT_EQ(other.status, 201) << other.body;
    EXPECT_EQ(door_.as(cast_.lena).get("/api/programmes/" + other.text("/id") + "/settings").status, 404);
    EXPECT_EQ(door_.as(cast_.rosa).get("/api/programmes/" + other.text("/id") + "/settings").status, 200);
    EXPECT_EQ(door_.as(cast_.rosa).get("/api/programmes/" + other.text("/id")).status, 404);
    EXPECT_EQ(door_.as(cast_.rosa).get("/api/programmes").text("/items/0/represents"), "true");
}

TEST_F(AgreedSettings, refuse_nonsense) {
    for (auto const* body : {R"({"kind":"steal","setting":"aims"})", R"({"kind":"lock","setting":"name"})", "{}",
                             R"({"kind":"lock","setting":"aims","value":true})"})
        EXPECT_EQ(door_.as(cast_.jo).post(programme_ + "/setting-proposals", body).status, 422) << body;
    EXPECT_EQ(propose(cast_.jo, "change", "aims", R"(,"value":[])").code(), "not_locked");
    EXPECT_EQ(propose(cast_.jo, "unlock", "aims").code(), "not_locked");
    lock("uses_career_stage");
    EXPECT_EQ(propose(cast_.jo, "change", "uses_career_stage").status, 422);
    EXPECT_EQ(propose(cast_.jo, "change", "uses_career_stage", R"(,"value":"perhaps")").status, 422);
    EXPECT_EQ(propose(cast_.jo, "change", "uses_career_stage", R"(,"value":false)").status, 422);
    EXPECT_EQ(propose(cast_.rosa, "change", "uses_career_stage", R"(,"value":true)").code(),
              "only_coordinators_propose_changes");
    EXPECT_EQ(propose(cast_.jo, "lock", "uses_career_stage").code(), "already_locked");
    EXPECT_EQ(propose(cast_.jo, "lock", "aims", R"(,"reason":")" + std::string(1001, 'x') + '"').status, 422);
}

TEST_F(AgreedSettings, are_told_to_nobody_outside) {
    auto const id = proposed(cast_.jo, "lock", "aims");
    support::expect_closed_to_others(
        door_, cast_, {http::Method::put, "/api/setting-proposals/" + id + "/answer", R"({"agrees":true})"},
        {cast_.ana, cast_.nina, cast_.lena, cast_.amir});
    support::expect_closed_to_others(door_, cast_, {http::Method::remove, "/api/setting-proposals/" + id},
                                     {cast_.ana, cast_.nina, cast_.lena, cast_.amir});
    support::expect_closed_to_others(
        door_, cast_,
        {http::Method::post, programme_ + "/setting-proposals", R"({"kind":"lock","setting":"results_use"})"},
        {cast_.ana, cast_.nina, cast_.lena, cast_.amir});
    EXPECT_EQ(door_.as(cast_.rosa).get("/api/my-setting-proposals").as<SettingProposals>().items.size(), 1U);
    EXPECT_EQ(door_.as(cast_.ana).get("/api/my-setting-proposals").as<SettingProposals>().items.size(), 0U);
    EXPECT_EQ(door_.as(cast_.otto).get("/api/my-setting-proposals").as<SettingProposals>().items.size(), 0U);
}

TEST_F(AgreedSettings, are_proposed_and_answered_once_when_it_is_done_twice_at_once) {
    auto const at_once = [](auto one, auto other) {
        std::array<support::Reply, 2> replies;
        {
            std::jthread const neighbour([&] { replies[1] = other(); });
            replies[0] = one();
        }
        return replies;
    };
    auto const made =
        at_once([&] { return propose(cast_.jo, "lock", "aims"); }, [&] { return propose(cast_.rosa, "lock", "aims"); });
    EXPECT_EQ(made[0].status + made[1].status, 201 + 409) << made[0].body << made[1].body;
    bool const is_of_jo = made[0].status == 201;
    auto const id = made[is_of_jo ? 0 : 1].text("/id");
    auto const other = is_of_jo ? cast_.rosa : cast_.jo;
    auto const answered = at_once([&] { return answer(other, id); },
                                  [&] { return answer(other, id, R"({"agrees":false,"reason":"Not now"})"); });
    EXPECT_EQ(answered[0].status + answered[1].status, 200 + 409) << answered[0].body << answered[1].body;
    EXPECT_THAT(changes(cast_.jo), SizeIs(answered[0].status == 200 ? 1U : 0U));
}

class OpenPages : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());
};

TEST_F(OpenPages, are_read_by_everybody_who_is_signed_in) {
    for (auto const* page : {"/api/who-sees-what", "/api/kept", "/api/recorded-events", "/api/data-map"}) {
        for (auto who : cast_.colleagues()) EXPECT_EQ(door_.as(who).get(page).status, 200) << page;
        EXPECT_EQ(door_.nobody().get(page).status, 401) << page;
    }
}

TEST_F(OpenPages, claim_no_legal_basis_until_the_administrator_writes_one) {
    auto const empty = door_.as(cast_.rosa).get("/api/data-map").as<DataMap>();
    ASSERT_FALSE(empty.purposes.empty());
    EXPECT_FALSE(empty.may_write);
    for (auto const& purpose : empty.purposes) EXPECT_EQ(purpose.legal_basis, std::nullopt) << purpose.key;

    std::string const basis = "/api/data-map/pair/legal-basis";
    auto const written = door_.as(cast_.amir).put(basis, R"({"version":0,"basis":"  Works agreement 12  "})");
    ASSERT_EQ(written.status, 200) << written.body;
    EXPECT_EQ(door_.as(cast_.amir).put(basis, R"({"version":0,"basis":"Another"})").code(), "stale");
    for (auto const& purpose : door_.as(cast_.rosa).get("/api/data-map").as<DataMap>().purposes)
        EXPECT_EQ(purpose.legal_basis,
                  purpose.key == "pair" ? std::optional<std::string>("Works agreement 12") : std::nullopt);
    EXPECT_EQ(door_.as(cast_.amir).put("/api/data-map/nothing/legal-basis", R"({"version":0,"basis":"x"})").status,
              404);
    EXPECT_EQ(door_.as(cast_.amir).put(basis, R"({"version":1,"basis":""})").status, 200);
    EXPECT_EQ(door_.as(cast_.otto).get("/api/data-map").body.find("Works agreement"), std::string::npos);
    for (auto who : {cast_.rosa, cast_.jo, cast_.ana})
        EXPECT_EQ(door_.as(who).put(basis, R"({"version":2,"basis":"x"})").status, 403);
}

}  // namespace
}  // namespace representative
