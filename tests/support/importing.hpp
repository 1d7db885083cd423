#pragma once
// Files of people on their way in through the door: proposed, uploaded, applied.

#include <memory>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "person/people_import_actions.hpp"
#include "person/people_import_http.hpp"
#include "platform/json.hpp"
#include "support/door.hpp"

namespace support {

// Two who come in, and one who is refused for want of a name.
inline constexpr std::string_view kThreeRows =
    "ID,Name,E-Mail,Department,Salary,Manager ID\n"
    "701,Eva Fox,eva.fox@example.org,Retail,91234,\n"
    "702,\"Lund, Bo\",bo@example.org,Retail,81234,701\n"
    "703,,nobody@example.org,Retail,71234,701\n";

class Importing : public testing::Test {
  protected:
    Door door_;
    Cast cast_ = make_cast(door_.database());
    std::unique_ptr<base::Random> random_ = base::seeded_random(4);
    jobs::Board board_{door_.database(), door_.clock(), *random_};

    void SetUp() override { person::add_jobs(board_); }

    // The mapping as the door proposes it.
    std::string proposed(std::string_view file) {
        person::Headers headers{person::read_headers(file).value()};
        auto reply = door_.as(cast_.jo).post("/api/import-mappings/proposal", json::write(headers));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return json::write(reply.as<person::MappingProposal>().mapping);
    }
    Reply upload(std::string const& mapping, std::string_view file, access::PersonId by) {
        return door_.as(by).send(http::Method::post, "/api/people-imports", mapping + "\n" + std::string(file),
                                 {{"Content-Type", std::string(person::kImportContentType)}});
    }
    Reply upload(std::string_view file) { return upload(proposed(file), file, cast_.jo); }
    static std::string address(Reply const& import) { return "/api/people-imports/" + import.text("/id"); }
    Reply apply(Reply const& import) {
        auto started = door_.as(cast_.jo).post(address(import) + "/application");
        EXPECT_EQ(started.status, 202) << started.body;
        board_.drain();
        return door_.as(cast_.jo).get(address(import));
    }
    // `sql` has the organisation at $1.
    std::int64_t count(std::string const& sql) {
        return door_.database().read(
            [&](db::Tx& tx) { return tx.value<std::int64_t>(sql, cast_.organisation).value(); });
    }
    std::int64_t people() { return count("SELECT COUNT(*) FROM people WHERE organisation_id = $1"); }
};

}  // namespace support
