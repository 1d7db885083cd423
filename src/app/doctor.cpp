#include "app/doctor.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

#include "audit/chain_store.hpp"
#include "audit/dispatcher.hpp"
#include "notice/mail_store.hpp"
#include "organisation/installation_actions.hpp"
#include "organisation/installation_store.hpp"
#include "platform/crypto/key_files.hpp"
#include "platform/db/integrity.hpp"

namespace app {

namespace {

// What no write may leave behind; each statement counts the rows that break it.
struct Invariant {
    std::string_view check;
    std::string_view words;
    std::string_view sql;
};

constexpr std::array kInvariants{
    Invariant{"pairings_of_two", "pairings without exactly two people", R"(
        SELECT count(*) AS broken FROM pairings p WHERE 2 <> (SELECT count(*) FROM pairing_people x
            WHERE x.organisation_id = p.organisation_id AND x.pairing_id = p.id))"},
    Invariant{"suggestions_of_two", "suggestions without exactly two people", R"(
        SELECT count(*) AS broken FROM suggestions s WHERE 2 <> (SELECT count(*) FROM suggestion_people x
            WHERE x.organisation_id = s.organisation_id AND x.suggestion_id = s.id))"},
    Invariant{"partners_of_two", "partners without exactly two people", R"(
        SELECT count(*) AS broken FROM partners p WHERE 2 <> (SELECT count(*) FROM partner_people x
            WHERE x.organisation_id = p.organisation_id AND x.partner_id = p.id))"},
    Invariant{"pairs_have_signed", "pairs that started without two signatures under their agreement", R"(
        SELECT count(*) AS broken FROM pairings p WHERE p.started_at IS NOT NULL AND p.origin = 'run' AND 2 > (
            SELECT count(DISTINCT s.person_id) FROM signatures s WHERE s.organisation_id = p.organisation_id
            AND s.pairing_id = p.id AND s.document = 'agreement'))"},
    Invariant{"paired_people_are_enrolled", "people in a pairing of a programme they are not enrolled in", R"(
        SELECT count(*) AS broken FROM pairing_people x
        JOIN pairings p ON p.organisation_id = x.organisation_id AND p.id = x.pairing_id
        WHERE NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = p.organisation_id
            AND e.programme_id = p.programme_id AND e.person_id = x.person_id))"},
    Invariant{"nobody_manages_themselves", "people who are their own manager", R"(
        SELECT count(*) AS broken FROM people WHERE manager_id = id)"},
    Invariant{"every_organisation_has_an_administrator", "organisations without an active administrator", R"(
        SELECT count(*) AS broken FROM organisations o
        WHERE EXISTS (SELECT 1 FROM people a WHERE a.organisation_id = o.organisation_id) AND NOT EXISTS (
            SELECT 1 FROM roles r JOIN people p ON p.organisation_id = r.organisation_id AND p.id = r.person_id
            WHERE r.organisation_id = o.organisation_id AND r.role = 'administrator' AND p.is_active))"},
    Invariant{"started_pairs_are_partners", "started pairs that matching does not know as partners", R"(
        SELECT count(*) AS broken FROM pairings p WHERE p.started_at IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM partner_people a JOIN partner_people b ON b.organisation_id = a.organisation_id
                AND b.partner_id = a.partner_id AND b.side <> a.side
            JOIN pairing_people x ON x.organisation_id = a.organisation_id AND x.person_id = a.person_id
                AND x.side = a.side AND x.pairing_id = p.id
            JOIN pairing_people y ON y.organisation_id = b.organisation_id AND y.person_id = b.person_id
                AND y.side = b.side AND y.pairing_id = p.id
            WHERE a.organisation_id = p.organisation_id AND a.side = 'mentor'))"},
    Invariant{"every_organisation_has_events", "organisations with people and without a single event", R"(
        SELECT count(*) AS broken FROM organisations o
        WHERE EXISTS (SELECT 1 FROM people a WHERE a.organisation_id = o.organisation_id)
            AND NOT EXISTS (SELECT 1 FROM events e WHERE e.organisation_id = o.organisation_id))"},
};

constexpr auto kEventsWaitAtMost = std::chrono::seconds(5);
constexpr auto kMailsWaitAtMost = std::chrono::hours(1);

class Examination {
  public:
    explicit Examination(Patient const& patient) : patient_(patient) {}

    std::vector<Finding> run() {
        if (!schema()) return std::move(findings_);
        look("engine", [this] { engine(); });
        look("keys", [this] { keys(); });
        look("ballot_keys", [this] { ballot_keys(); });
        look("audit_chain", [this] { chains(); });
        look("outbox", [this] { outbox(); });
        look("jobs", [this] { jobs(); });
        look("mail", [this] { mails(); });
        for (auto const& invariant : kInvariants) look(invariant.check, [&] { hold(invariant); });
        return std::move(findings_);
    }

  private:
    // What cannot be read is a finding like any other, and the rest is looked at all the same.
    void look(std::string_view check, std::function<void()> const& at) {
        try {
            at();
        } catch (db::Error const& error) {
            if (error.code() == db::Code::gone) throw;
            say(check, Gravity::illness, std::string("it cannot be read: ") + error.what());
        }
    }
    void say(std::string_view check, Gravity gravity, std::string words) {
        findings_.push_back({std::string(check), gravity, std::move(words)});
    }

    bool schema() {
        try {
            auto const pending = db::pending_migrations(patient_.database, patient_.migrations);
            if (pending.empty()) say("schema", Gravity::well, "the schema is this program's");
            for (auto const& name : pending)
                say("schema", Gravity::notice, "migration " + name + " has not been applied: run obverse migrate");
            return pending.empty();
        } catch (db::Error const& error) {
            if (error.code() == db::Code::gone) throw;
            say("schema", Gravity::illness, error.what());
            return false;
        }
    }

    void engine() {
        auto const found = db::check_integrity(patient_.database);
        for (auto const& words : found) say("engine", Gravity::illness, words);
        if (found.empty()) say("engine", Gravity::well, "the engine finds its files and its references whole");
    }

    void keys() {
        auto const expected =
            patient_.database.read([](db::Tx& tx) { return organisation::store::list_key_marks(tx); });
        if (expected.empty() && !crypto::has_keys(patient_.key_folder))
            return say("keys", Gravity::well, "the first start will make the keys");
        auto const keys = crypto::read_keys(patient_.key_folder);
        if (!keys) return say("keys", Gravity::illness, keys.refusal().detail);
        auto const missing = crypto::missing_from(*keys, expected);
        for (auto const& mark : missing)
            say("keys", Gravity::illness,
                fmt::format("{} key {:03} of {} is missing or another; rows made with it cannot be read", mark.purpose,
                            mark.number, patient_.key_folder.string()));
        if (missing.empty())
            say("keys", Gravity::well,
                fmt::format("{} holds every key that rows were made with; keep a copy apart from the backups",
                            patient_.key_folder.string()));
    }

    // Without its keys a set cannot be answered, and its box opens no more; keys of no set are a secret nobody needs.
    void ballot_keys() {
        auto const in_use = patient_.database.read([](db::Tx& tx) {
            return tx.values<base::AnyId>(
                "SELECT key_id FROM question_sets WHERE key_id IS NOT NULL UNION SELECT key_id FROM respondent_keys");
        });
        auto const files = crypto::KeyFiles(patient_.key_folder / "ballot").list();
        auto const counted = [](auto const& wanted, auto const& there) {
            return std::ranges::count_if(wanted,
                                         [&](auto const& id) { return std::ranges::find(there, id) == there.end(); });
        };
        auto const missing = counted(in_use, files);
        auto const left_over = counted(files, in_use);
        if (missing > 0)
            say("ballot_keys", Gravity::illness,
                fmt::format("{} boxes of ballots have no keys in {}: what lies in them cannot be opened", missing,
                            (patient_.key_folder / "ballot").string()));
        if (left_over > 0)
            say("ballot_keys", Gravity::notice,
                fmt::format("{} keys in {} belong to no box; they may be removed", left_over,
                            (patient_.key_folder / "ballot").string()));
        if (missing == 0 && left_over == 0)
            say("ballot_keys", Gravity::well, fmt::format("{} boxes of ballots have their keys", in_use.size()));
    }

    void chains() {
        auto const organisations = patient_.database.read([](db::Tx& tx) {
            return tx.values<access::OrganisationId>(
                "SELECT organisation_id FROM organisations ORDER BY organisation_id");
        });
        std::size_t broken = 0;
        for (auto const& organisation : organisations)
            if (auto const position = audit::find_break(patient_.database, organisation)) {
                ++broken;
                say("audit_chain", Gravity::illness,
                    fmt::format("the chain of organisation {} breaks at entry {}", organisation.text(), *position));
            }
        if (broken == 0)
            say("audit_chain", Gravity::well, fmt::format("{} chains hold from end to end", organisations.size()));
    }

    // The domain's: a demo may have travelled.
    base::Instant now() {
        return patient_.wall + patient_.database.read([](db::Tx& tx) { return organisation::travelled(tx); });
    }

    void outbox() {
        auto const then = now() - kEventsWaitAtMost;
        auto const waiting =
            patient_.database.read([&](db::Tx& tx) { return audit::store::count_unplaced_before(tx, then); });
        if (waiting == 0) return say("outbox", Gravity::well, "no event waits for its place");
        say("outbox", Gravity::notice,
            fmt::format("{} events have waited longer than five seconds; is a server running?", waiting));
    }

    void jobs() {
        auto const count = [&](std::string_view sql, base::Instant when) {
            return patient_.database.read([&](db::Tx& tx) { return tx.value<std::int64_t>(sql, when).value_or(0); });
        };
        auto const dead = count("SELECT count(*) AS dead FROM jobs WHERE state = 'dead' AND queued_at <= $1", now());
        auto const left = count("SELECT count(*) AS left_over FROM jobs WHERE state = 'running' AND leased_until < $1",
                                patient_.wall);
        if (dead > 0) say("jobs", Gravity::notice, fmt::format("{} jobs were given up; the log says why", dead));
        if (left > 0) say("jobs", Gravity::notice, fmt::format("{} jobs lost their worker and wait for another", left));
        if (dead + left == 0) say("jobs", Gravity::well, "no job was given up or left behind");
    }

    // Mails that cannot leave are no broken promise: nothing is lost, and every page works without.
    void mails() {
        auto const then = now() - kMailsWaitAtMost;
        auto const late =
            patient_.database.read([&](db::Tx& tx) { return notice::store::count_waiting_since(tx, then); });
        if (late > 0) say("mail", Gravity::notice, fmt::format("{} mails have waited for more than an hour", late));
        if (!patient_.mail_server) return say("mail", Gravity::well, "no mail server is set: mails wait");
        auto const& server = *patient_.mail_server;
        auto const name = mail::address_of(server);
        if (!patient_.greets_mail_server) return say("mail", Gravity::well, "mails go to " + name);
        auto const outcome = mail::Session(server).greet();
        if (outcome == mail::Outcome::accepted) return say("mail", Gravity::well, name + " lets us in");
        say("mail", Gravity::notice, fmt::format("{} lets nobody in: {}", name, meta::name_of(outcome)));
    }

    void hold(Invariant const& invariant) {
        auto const broken =
            patient_.database.read([&](db::Tx& tx) { return tx.value<std::int64_t>(invariant.sql).value_or(0); });
        if (broken == 0)
            say(invariant.check, Gravity::well, "no " + std::string(invariant.words));
        else
            say(invariant.check, Gravity::illness, fmt::format("{} {}", broken, invariant.words));
    }

    Patient const& patient_;
    std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> examine(Patient const& patient) {
    return Examination(patient).run();
}

Gravity worst_of(std::span<Finding const> findings) {
    Gravity worst = Gravity::well;
    for (auto const& finding : findings) worst = std::max(worst, finding.gravity);
    return worst;
}

}  // namespace app
