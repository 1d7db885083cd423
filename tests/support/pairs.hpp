#pragma once
// What the door tests of pairs share: how far two have come, by their own doors.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/world_store.hpp"
#include "pairing/agreement_shapes.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "pairing/line_check_actions.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_http.hpp"
#include "pairing/rematch_shapes.hpp"
#include "support/door.hpp"

namespace pairing {

inline constexpr auto kOneDay = std::chrono::hours(24);
inline constexpr char const* kGoOn = R"({"answer":"go_on"})";
inline constexpr char const* kNotThisTime = R"({"answer":"not_this_time"})";
inline constexpr char const* kWritten = R"({"version":0,"cadence":"monthly","channel":"in_person","notice_days":2,
    "booking_side":"mentee","leading_side":"mentor","ends_on":"2027-05-31",
    "mentor_outcomes":["Lead a meeting with directors in the room"],
    "mentee_outcomes":["Hear customers without a filter"]})";

struct Pairs : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    base::Instant now() { return door.clock().now(); }
    PairingId opened(PersonId mentor, PersonId mentee) {
        return door.database()
            .write([&](db::Tx& tx) {
                return open_pairing(tx, access::house(cast.organisation),
                                    {cast.programme, Origin::run, mentor, mentee, 0, {}}, now());
            })
            .value()
            .id;
    }
    std::string path(PairingId id, std::string const& rest = "") { return "/api/pairings/" + id.text() + rest; }
    PairingAnswer seen(PersonId by, PairingId id) { return door.as(by).get(path(id)).as<PairingAnswer>(); }
    ProgrammePairings list(PersonId by, std::string const& query = "") {
        return door.as(by)
            .get("/api/programmes/" + cast.programme.text() + "/pairings" + query)
            .as<ProgrammePairings>();
    }
    void answer(PersonId by, PairingId id, char const* body) {
        ASSERT_EQ(door.as(by).put(path(id, "/exploratory-answer"), body).status, 200);
    }
    PairingId after_both_go_on() {
        auto id = opened(cast.ana, cast.sofia);
        answer(cast.ana, id, kGoOn);
        answer(cast.sofia, id, kGoOn);
        return id;
    }
    void sign(PersonId by, PairingId id, int version = 1) {
        auto body = R"({"version":)" + std::to_string(version) + R"(,"neither_decides":true})";
        ASSERT_EQ(door.as(by).put(path(id, "/agreement/signature"), body).status, 200);
        ASSERT_EQ(door.as(by).put(path(id, "/charter/signature"), R"({"version":1})").status, 200);
    }
    PairingId started() {
        auto id = after_both_go_on();
        EXPECT_EQ(door.as(cast.sofia).put(path(id, "/agreement"), kWritten).status, 200);
        sign(cast.ana, id);
        sign(cast.sofia, id);
        return id;
    }
    void night_passes() {
        door.clock().advance(kOneDay);
        door.database().write([&](db::Tx& tx) {
            open_exploratory_answers(tx, cast.organisation, now());
            release_closings(tx, cast.organisation, now());
        });
    }
    void nights_pass(int nights) {
        for (int night = 0; night < nights; ++night) night_passes();
    }
};

}  // namespace pairing
