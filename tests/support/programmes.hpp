#pragma once
// What the door tests of programmes share: the set-up as a page saves it, and a sponsor who is asked.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/guesses.hpp"
#include "platform/crypto/link.hpp"
#include "programme/draw_shapes.hpp"
#include "programme/enrolment_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/open_call.hpp"
#include "programme/programme_http.hpp"
#include "programme/programme_store.hpp"
#include "programme/waiting_list.hpp"
#include "support/door.hpp"
#include "support/two_worlds.hpp"

namespace programme {

struct Programmes : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    std::string path(std::string const& rest = "") { return "/api/programmes/" + cast.programme.text() + rest; }
    ::programme::SetUp set_up(PersonId by) { return door.as(by).get(path("/set-up")).as<::programme::SetUp>(); }
    static SetUpInput input_of(::programme::SetUp const& page) {
        return {page.version, page.settings, page.aims, page.words, page.eligibility, page.opened_tops};
    }
    support::Reply save(PersonId by, SetUpInput const& input) {
        return door.as(by).put(path("/set-up"), json::write(input));
    }
    SetUpInput ready_input() {
        auto input = input_of(set_up(cast.jo));
        input.settings.purpose = "See what customers see";
        input.settings.results_use = "The board answers three of the questions that come up.";
        input.settings.ends_on = base::parse_day("2027-06-30");
        input.aims = {{"be_heard", {}}};
        return input;
    }
    std::string ask_marta() {
        auto reply = door.as(cast.jo).put(path("/sponsor"), R"({"person_id":")" + cast.marta.text() + "\"}");
        EXPECT_EQ(reply.status, 200);
        auto const link = reply.text("/link");
        return link.substr(link.rfind('/') + 1);
    }
    // Ready, and Marta stands for it: the token of her link.
    std::string accept_for_marta() {
        support::name_two_to_talk_to(door, cast);
        EXPECT_EQ(save(cast.jo, ready_input()).status, 200);
        auto const sponsor = ask_marta();
        EXPECT_EQ(
            door.nobody()
                .put("/api/sponsor-acceptances/" + sponsor, R"({"takes_part":"in_person","answers_within_days":14})")
                .status,
            200);
        return sponsor;
    }
    // The token of the call's link.
    std::string open_call(std::string const& code) {
        auto const open = door.as(cast.jo).put(
            path("/open-call"), R"({"limited_by":"code","code":")" + code + R"(","closes_on":"2026-12-24"})");
        return open.text("/link").substr(open.text("/link").rfind('/') + 1);
    }
};

}  // namespace programme
