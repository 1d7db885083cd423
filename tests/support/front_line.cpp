#include "support/front_line.hpp"

#include <gtest/gtest.h>

namespace support {
namespace {

void start_a_pair_of(db::Tx& tx, Cast const& cast, access::PersonId mentor, access::PersonId mentee,
                     base::Instant now) {
    auto const pairing = tx.make_id<base::AnyId>();
    tx.run(R"(INSERT INTO pairings (organisation_id, id, programme_id, origin, meetings_before, opened_at,
                      answers_close_at, went_on_at, started_at, meetings_held)
              VALUES ($1, $2, $3, 'run', 0, $4, $4, $4, $4, 0))",
           cast.organisation, pairing, cast.programme, now);
    for (auto const& [side, person] : {std::pair{"mentor", mentor}, std::pair{"mentee", mentee}})
        tx.run(R"(INSERT INTO pairing_people (organisation_id, pairing_id, side, person_id) VALUES ($1, $2, $3, $4))",
               cast.organisation, pairing, side, person);
}

}  // namespace

std::vector<access::PersonId> make_eight_writers(Door& door, Cast const& cast) {
    std::vector<access::PersonId> writers{cast.ana, cast.bruno};
    door.database().write([&](db::Tx& tx) {
        for (auto const* name : {"Carla Reis", "Dan Moss", "Eli Nowak", "Fay Okoro", "Gus Lindt", "Hana Sato"})
            writers.push_back(enrol_another(tx, cast, cast.ana_enrolled, name));
        std::vector<access::PersonId> partners{cast.sofia, cast.david};
        for (auto const* name : {"Ines Duarte", "Jan Kolar"})
            partners.push_back(enrol_another(tx, cast, cast.sofia_enrolled, name));
        for (std::size_t at = 0; at < writers.size(); ++at)
            start_a_pair_of(tx, cast, writers[at], partners[at % partners.size()], door.clock().now());
    });
    door.house().round();
    door.house().drain();
    return writers;
}

std::string note_path(Cast const& cast, int number) {
    auto digits = std::to_string(number);
    digits.insert(0, 12 - digits.size(), '0');
    return "/api/programmes/" + cast.programme.text() + "/front-line-notes/4a1c0f52-9d1b-4f0e-8a53-" + digits;
}

void send_note(Door& door, Cast const& cast, access::PersonId author, int number, std::string const& text,
               std::string const& audience) {
    auto const path = note_path(cast, number);
    auto const written =
        door.as(author).put(path, R"({"version":0,"audience":")" + audience + R"(","text":")" + text + "\"}");
    EXPECT_EQ(written.status, 200) << written.body;
    auto const sent = door.as(author).put(path + "/sending", R"({"version":1})");
    EXPECT_EQ(sent.status, 200) << sent.body;
}

void let_mornings_pass(Door& door, int mornings) {
    for (int morning = 0; morning < mornings; ++morning) {
        door.clock().advance(std::chrono::hours(24));
        door.house().round();
        door.house().drain();
    }
}

void let_a_week_pass(Door& door) {
    let_mornings_pass(door, 7);
}

}  // namespace support
