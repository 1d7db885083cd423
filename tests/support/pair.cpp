#include "support/pair.hpp"

#include <stdexcept>

#include "pairing/pairing_actions.hpp"
#include "preparation/preparation_store.hpp"
#include "programme/enrolment_store.hpp"

namespace support {

namespace {

void put(Door& door, access::PersonId by, pairing::PairingId pair, std::string const& rest, std::string const& body) {
    auto const reply = door.as(by).put("/api/pairings/" + pair.text() + rest, body);
    if (reply.status != 200) throw std::logic_error(rest + " was refused: " + reply.body);
}

}  // namespace

pairing::PairingId make_agreeing_pair(Door& door, Cast const& cast, access::PersonId mentor, access::PersonId mentee) {
    auto const pair = door.database()
                          .write([&](db::Tx& tx) {
                              return pairing::open_pairing(
                                  tx, access::house(cast.organisation),
                                  {cast.programme, pairing::Origin::run, mentor, mentee, 0, {}}, door.clock().now());
                          })
                          .value()
                          .id;
    for (auto person : {mentor, mentee}) put(door, person, pair, "/exploratory-answer", R"({"answer":"go_on"})");
    put(door, mentee, pair, "/agreement",
        R"({"version":0,"cadence":"monthly","channel":"in_person","notice_days":2,
        "booking_side":"mentee","leading_side":"mentor","ends_on":"2027-05-31",
        "mentor_outcomes":["Lead a meeting with directors in the room"],
        "mentee_outcomes":["Hear customers without a filter"]})");
    return pair;
}

void sign_both(Door& door, access::PersonId by, pairing::PairingId pair) {
    put(door, by, pair, "/agreement/signature", R"({"version":1,"neither_decides":true})");
    put(door, by, pair, "/charter/signature", R"({"version":1})");
}

void prepare(Door& door, Cast const& cast, access::PersonId who) {
    door.database().write([&](db::Tx& tx) {
        auto const plan = preparation::store::plan_of(tx, cast.organisation, cast.programme);
        for (auto const side : {programme::Side::mentor, programme::Side::mentee}) {
            auto const enrolment =
                programme::store::find_enrolment_of(tx, cast.organisation, cast.programme, who, side);
            if (!enrolment) continue;
            for (auto const& module : preparation::missing_of(plan, side, {}))
                preparation::store::save_done(tx, cast.organisation, enrolment->id, module.module,
                                              base::utc_day(door.clock().now()));
        }
    });
}

pairing::PairingId start_pair(Door& door, Cast const& cast) {
    auto const pair = make_agreeing_pair(door, cast, cast.ana, cast.sofia);
    for (auto const who : {cast.ana, cast.sofia}) prepare(door, cast, who);
    sign_both(door, cast.ana, pair);
    sign_both(door, cast.sofia, pair);
    return pair;
}

}  // namespace support
