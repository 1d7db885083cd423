#pragma once
// What the door tests of this room share: Ana and Sofia as a pair, and a confidential contact.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairing/pairing_actions.hpp"
#include "support/door.hpp"

namespace support {

// The n-th id a browser might have made.
inline std::string id_of(int n) {
    auto digits = std::to_string(n);
    return "10000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

struct MessageDoor : testing::Test {
    Door door;
    Cast cast = make_cast(door.database());

    pairing::PairingId opened(access::PersonId mentor, access::PersonId mentee) {
        return door.database()
            .write([&](db::Tx& tx) {
                return pairing::open_pairing(tx, access::house(cast.organisation),
                                             {cast.programme, pairing::Origin::run, mentor, mentee, 0, {}},
                                             door.clock().now());
            })
            .value()
            .id;
    }
    // Lena has no other role, and stands above Ana and Bruno; Rosa stands above nobody.
    void make_contact(access::PersonId person) {
        auto const reply =
            door.as(cast.amir).post("/api/people/" + person.text() + "/roles", R"({"role":"confidential_contact"})");
        ASSERT_EQ(reply.status, 201) << reply.body;
    }
    std::int64_t count(std::string const& sql) {
        return door.database().read([&](db::Tx& tx) { return tx.value<std::int64_t>(sql, cast.organisation).value(); });
    }
};

}  // namespace support
