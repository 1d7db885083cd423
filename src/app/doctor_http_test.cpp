#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "app/doctor.hpp"
#include "audit/dispatcher.hpp"
#include "notice/mail_store.hpp"
#include "organisation/installation_actions.hpp"
#include "platform/crypto/key_files.hpp"
#include "platform/crypto/secret.hpp"
#include "support/cast.hpp"
#include "support/databases.hpp"
#include "support/smtp_server.hpp"

namespace doctor_examples {

namespace fs = std::filesystem;

inline constexpr audit::Kind kSomething{"test.happened"};

// An installation of its own, with the cast in it, its keys made and its events placed.
class ADoctor : public testing::Test {
  protected:
    ADoctor() {
        EXPECT_TRUE(organisation::open_keys(database, keys));
        cast = support::make_cast(database);
        for (int i = 0; i < 5; ++i) record();
        database.write([&](db::Tx& tx) {
            audit::record(tx, support::viewer_of(tx, cast.elsewhere, cast.otto), kSomething, std::nullopt, {}, now());
        });
        dispatcher.run(now());
    }
    ~ADoctor() override { fs::remove_all(keys); }

    [[nodiscard]] static base::Instant now() { return support::cast_time() + std::chrono::minutes(1); }
    void record() {
        database.write([&](db::Tx& tx) {
            audit::record(tx, support::viewer_of(tx, cast.organisation, cast.jo), kSomething, base::any(cast.programme),
                          audit::Facts().number("many", 3), support::cast_time());
        });
    }
    void change(std::string_view sql) {
        database.write([&](db::Tx& tx) { tx.run(sql); });
    }
    std::vector<app::Finding> examine() { return app::examine({database, migrations, keys, now()}); }
    app::Gravity gravity_of(std::string_view check) {
        app::Gravity worst = app::Gravity::well;
        bool was_looked_at = false;
        for (auto const& finding : examine())
            if (finding.check == check) {
                was_looked_at = true;
                worst = std::max(worst, finding.gravity);
            }
        EXPECT_TRUE(was_looked_at) << check;
        return worst;
    }

    fs::path keys = fs::temp_directory_path() / ("doctor-" + crypto::random_secret());
    std::vector<db::Migration> migrations = db::read_migrations(fs::path(OBVERSE_SOURCE_DIR) / "db" / "migrations");
    db::Database database{{.address = support::fresh_address(support::Fresh::migrated), .readers = 2}};
    audit::Dispatcher dispatcher{database, [](db::Tx&, access::OrganisationId, audit::ChainedEvent const&) {}};
    support::Cast cast;
};

}  // namespace doctor_examples

using namespace doctor_examples;

TEST_F(ADoctor, finds_a_healthy_installation_well) {
    for (auto const& finding : examine()) {
        // The test server runs without fsync on purpose, and the doctor says so.
        if (finding.check == "engine" && database.engine() == db::Engine::postgresql) continue;
        EXPECT_EQ(finding.gravity, app::Gravity::well) << finding.check << ": " << finding.words;
    }
}

TEST_F(ADoctor, names_the_mail_server_and_greets_it_when_asked) {
    auto const words_about_mail = [&](std::optional<mail::Server> server, bool greets) {
        for (auto const& finding : app::examine({database, migrations, keys, now(), std::move(server), greets}))
            if (finding.check == "mail") return std::string(meta::name_of(finding.gravity)) + ": " + finding.words;
        return std::string();
    };
    support::SmtpServer server;
    auto const name = mail::address_of(server.settings());
    EXPECT_EQ(words_about_mail({}, true), "well: no mail server is set: mails wait");
    EXPECT_EQ(words_about_mail(server.settings(), false), "well: mails go to " + name);
    EXPECT_EQ(server.connections(), 0);
    EXPECT_EQ(words_about_mail(server.settings(), true), "well: " + name + " lets us in");
    server.answer("CONNECT", "421 4.3.2 busy");
    EXPECT_EQ(words_about_mail(server.settings(), true), "notice: " + name + " lets nobody in: try_later");
    EXPECT_TRUE(server.mails().empty());

    database.write([&](db::Tx& tx) {
        notice::store::queue_mail(tx, cast.organisation, cast.ana, notice::round_result, std::nullopt,
                                  now() - std::chrono::hours(2));
    });
    EXPECT_EQ(words_about_mail({}, false), "notice: 1 mails have waited for more than an hour");
}

TEST_F(ADoctor, misses_the_keys_of_a_box_of_ballots_and_names_those_of_none) {
    auto const files = crypto::KeyFiles(keys / "ballot");
    auto const id = database.write([&](db::Tx& tx) {
        auto const key_id = tx.make_id<base::AnyId>();
        tx.run(R"(INSERT INTO question_sets (organisation_id, id, questions, closes_at, key_id, is_closed)
                  VALUES ($1, $2, '{"questions":[]}', 0, $3, FALSE))",
               cast.organisation, tx.make_id<base::AnyId>(), key_id);
        return key_id;
    });
    EXPECT_EQ(gravity_of("ballot_keys"), app::Gravity::illness);
    files.save(id, std::vector<std::uint8_t>{1, 2, 3});
    EXPECT_EQ(gravity_of("ballot_keys"), app::Gravity::well);
    change("UPDATE question_sets SET key_id = NULL");
    EXPECT_EQ(gravity_of("ballot_keys"), app::Gravity::notice);
}

TEST_F(ADoctor, sees_an_entry_of_the_chain_that_was_changed) {
    change("UPDATE events SET facts = '{\"many\":4}' WHERE position = 3");
    EXPECT_EQ(gravity_of("audit_chain"), app::Gravity::illness);
}

TEST_F(ADoctor, sees_an_entry_of_the_chain_that_was_taken_out) {
    change("DELETE FROM events WHERE position = 5");
    EXPECT_EQ(gravity_of("audit_chain"), app::Gravity::illness);
}

TEST_F(ADoctor, sees_an_entry_that_speaks_without_its_salt) {
    change("UPDATE events SET salt = NULL WHERE position = 3");
    EXPECT_EQ(gravity_of("audit_chain"), app::Gravity::illness);
}

TEST_F(ADoctor, sees_an_entry_slipped_in_before_the_first) {
    change(R"(INSERT INTO events (organisation_id, id, happened_at, kind, salt, position, digest, link)
              SELECT organisation_id, organisation_id, happened_at, kind, salt, 0, digest, link
              FROM events WHERE position = 3)");
    EXPECT_EQ(gravity_of("audit_chain"), app::Gravity::illness);
}

TEST_F(ADoctor, sees_a_tail_cut_off_even_when_the_end_is_numbered_anew) {
    change("DELETE FROM events WHERE position = 5");
    change("UPDATE chains SET position = 4");
    EXPECT_EQ(gravity_of("audit_chain"), app::Gravity::illness);
}

TEST_F(ADoctor, sees_that_no_event_is_left) {
    change("DELETE FROM events");
    change("DELETE FROM chains");
    EXPECT_EQ(gravity_of("every_organisation_has_events"), app::Gravity::illness);
}

TEST_F(ADoctor, says_what_it_cannot_read_and_looks_at_the_rest) {
    change("ALTER TABLE jobs RENAME TO jobs_gone");
    EXPECT_EQ(gravity_of("jobs"), app::Gravity::illness);
    EXPECT_EQ(gravity_of("nobody_manages_themselves"), app::Gravity::well);
}

TEST_F(ADoctor, lets_an_erased_entry_stand) {
    change("UPDATE events SET facts = NULL, subject_id = NULL, actor_id = NULL, salt = NULL WHERE position = 2");
    EXPECT_EQ(gravity_of("audit_chain"), app::Gravity::well);
}

TEST_F(ADoctor, sees_events_that_nobody_places) {
    record();
    EXPECT_EQ(gravity_of("outbox"), app::Gravity::notice);
}

TEST_F(ADoctor, sees_that_the_key_of_existing_rows_is_lost) {
    fs::remove_all(keys);
    EXPECT_EQ(gravity_of("keys"), app::Gravity::illness);
    EXPECT_TRUE(crypto::make_keys(keys));
    EXPECT_EQ(gravity_of("keys"), app::Gravity::illness) << "a new key is not the lost one";
}

TEST_F(ADoctor, sees_a_pairing_of_one) {
    database.write([&](db::Tx& tx) {
        auto const pairing = tx.make_id<base::AnyId>();
        tx.run(R"(INSERT INTO pairings (organisation_id, id, programme_id, origin, opened_at, answers_close_at,
                      meetings_before) VALUES ($1, $2, $3, 'run', 1, 2, 0))",
               cast.organisation, pairing, cast.programme);
        tx.run(R"(INSERT INTO pairing_people (organisation_id, pairing_id, side, person_id)
                  VALUES ($1, $2, 'mentor', $3))",
               cast.organisation, pairing, cast.ana);
    });
    EXPECT_EQ(gravity_of("pairings_of_two"), app::Gravity::illness);
}

TEST_F(ADoctor, sees_an_organisation_that_nobody_administers) {
    database.write([&](db::Tx& tx) {
        tx.run("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.amir);
    });
    EXPECT_EQ(gravity_of("every_organisation_has_an_administrator"), app::Gravity::illness);
}

TEST_F(ADoctor, reads_no_table_of_a_database_it_does_not_know) {
    migrations.pop_back();
    auto const findings = examine();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().check, "schema");
    EXPECT_EQ(app::worst_of(findings), app::Gravity::illness);
}
