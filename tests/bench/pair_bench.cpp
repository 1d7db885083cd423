// Makes live pairs and measures the night that looks after them, and one person's reads of their pair and of their
// front page through the real routes (without a socket). The database is the test databases', in memory-backed storage.
//
//   pair_bench 100000            OBVERSE_TEST_DATABASE says which engine

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "care/care_actions.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kDay = std::chrono::hours(24);
constexpr int kReads = 2000;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

struct Made {
    pairing::PairingId pairing;
    access::PersonId mentor;
};

// Half a year old, met once a month; of ten pairs two have never met, one cancelled twice, three have a date ahead.
class Maker {
  public:
    Maker(db::Tx& tx, support::Cast const& cast, base::Instant now) : tx_(tx), cast_(cast), now_(now) {}

    Made pair(int number) {
        Made made{tx_.make_id<pairing::PairingId>(), person()};
        auto const mentee = person();
        auto const started = now_ - 180 * kDay;
        tx_.run(
            R"(INSERT INTO pairings (organisation_id, id, programme_id, origin, opened_at, answers_close_at, went_on_at,
                       started_at, meetings_held) VALUES ($1, $2, $3, 'run', $4, $4, $4, $4, 0))",
            cast_.organisation, made.pairing, cast_.programme, started);
        join(made.pairing, "mentor", made.mentor);
        join(made.pairing, "mentee", mentee);
        enrol("mentor", made.mentor);
        enrol("mentee", mentee);
        tx_.run(
            R"(INSERT INTO agreements (organisation_id, pairing_id, version, cadence, channel, notice_days, booking_side,
                       leading_side, ends_on)
                   VALUES ($1, $2, 1, 'monthly', 'video', 2, 'mentee', 'mentor', '2030-01-01'))",
            cast_.organisation, made.pairing);
        auto const kind = number % 10;
        if (kind < 2) return made;
        for (int month = 0; month < 5; ++month) meeting(made.pairing, started + (20 + month * 30) * kDay, "held_at");
        if (kind == 2)
            for (int days : {20, 8}) cancelled(made.pairing, now_ - days * kDay);
        if (kind > 6) meeting(made.pairing, now_ + 5 * kDay, "");
        return made;
    }

  private:
    access::PersonId person() {
        auto const id = tx_.make_id<access::PersonId>();
        auto const name = "p" + id.text();
        tx_.run(
            R"(INSERT INTO people (organisation_id, id, name, name_folded, sign_in_name, time_zone, language, line_state,
                       people_under, is_active, is_name_only, sign_in_epoch, created_at, version)
                   VALUES ($1, $2, $3, $3, $3, 'Europe/London', 'en', 'known', 0, TRUE, FALSE, 1, $4, 1))",
            cast_.organisation, id, name, now_);
        return id;
    }
    void join(pairing::PairingId pairing, char const* side, access::PersonId person) {
        tx_.run("INSERT INTO pairing_people (organisation_id, pairing_id, side, person_id) VALUES ($1, $2, $3, $4)",
                cast_.organisation, pairing, side, person);
    }
    void enrol(char const* side, access::PersonId person) {
        tx_.run(
            R"(INSERT INTO enrolments (organisation_id, id, programme_id, person_id, side, state, joined_on, capacity,
                       shows_motivation, agenda_style, talking_style, thinking_style, rhythm_style, learning_style,
                       remarks_style, weekly_slots, languages, helps, shows_helps, shows_will_not_discuss, version)
                   VALUES ($1, $2, $3, $4, $5, 'joined', '2026-01-01', 1, FALSE, 'no_matter', 'no_matter', 'no_matter',
                       'no_matter', 'no_matter', 'no_matter', $6, 'en', '', FALSE, FALSE, 1))",
            cast_.organisation, tx_.make_id<support::EnrolmentId>(), cast_.programme, person, side, meta::Bytes{});
    }
    meeting::MeetingId meeting(pairing::PairingId pairing, base::Instant at, std::string const& ended) {
        auto const id = tx_.make_id<meeting::MeetingId>();
        auto const held = ended == "held_at" ? std::optional(at) : std::nullopt;
        auto const cancelled = ended == "cancelled_at" ? std::optional(at) : std::nullopt;
        tx_.run(R"(INSERT INTO meetings (organisation_id, id, pairing_id, version, sequence, minutes, channel, place,
                       opened_at, proposed_by, starts_local, time_zone, starts_at, held_at, cancelled_at)
                   VALUES ($1, $2, $3, 2, 0, 45, 'video', '', $4, 'mentee', '2026-01-01T10:00', 'UTC', $5, $6, $7))",
                cast_.organisation, id, pairing, at - 14 * kDay, at, held, cancelled);
        return id;
    }
    void cancelled(pairing::PairingId pairing, base::Instant at) {
        auto const id = meeting(pairing, at, "cancelled_at");
        tx_.run(R"(INSERT INTO meeting_changes (organisation_id, id, meeting_id, kind, side, starts_at, happened_at)
                   VALUES ($1, $2, $3, 'cancelled', 'mentee', $4, $4))",
                cast_.organisation, tx_.make_id<base::AnyId>(), id, at);
    }

    db::Tx& tx_;
    support::Cast const& cast_;
    base::Instant now_;
};

// The test clusters of PostgreSQL gather no statistics by themselves, as every other does.
void gather_statistics(support::Door& door) {
    if (support::engine_under_test() == db::Engine::postgresql)
        door.database().write([](db::Tx& tx) { tx.run("ANALYZE"); });
}

std::vector<Made> make_pairs(support::Door& door, support::Cast const& cast, int count) {
    constexpr int kAtOnce = 2000;
    std::vector<Made> made;
    for (int done = 0; done < count; done += kAtOnce) {
        // Each time that there are twice as many, as a growing database would.
        if (std::has_single_bit(static_cast<unsigned>(done / kAtOnce))) gather_statistics(door);
        door.database().write([&](db::Tx& tx) {
            made.resize(static_cast<std::size_t>(done));
            Maker maker(tx, cast, door.clock().now());
            for (int number = done; number < std::min(count, done + kAtOnce); ++number)
                made.push_back(maker.pair(number));
        });
    }
    gather_statistics(door);
    return made;
}

double night(support::Door& door, support::Cast const& cast) {
    auto const begin = Clock::now();
    std::optional<pairing::PairingId> after = pairing::PairingId{};
    while (after)
        after = door.database().write([&](db::Tx& tx) {
            return care::look_after_stretch(tx, cast.organisation, *after, 2000, door.clock().now());
        });
    door.database().write([&](db::Tx& tx) { care::tidy_care(tx, cast.organisation, door.clock().now()); });
    return seconds_since(begin);
}

// What the front page of somebody who takes part reads, one after the other.
constexpr std::array<std::string_view, 12> kFrontPage{"/api/session",
                                                      "/api/my-enrolments",
                                                      "/api/pairings",
                                                      "/api/suggestions",
                                                      "/api/notices?limit=10",
                                                      "/api/my-invitations",
                                                      "/api/circles",
                                                      "/api/delegations",
                                                      "/api/my-closings",
                                                      "/api/my-concerns",
                                                      "/api/my-sponsorships?limit=100",
                                                      "/api/programmes?limit=100"};

template <class Targets>
void reads(support::Door& door, std::vector<Made> const& made, char const* what, Targets targets_of) {
    std::vector<double> times;
    for (int read = 0; read < kReads; ++read) {
        auto const& one = made[static_cast<std::size_t>(read) * 7919 % made.size()];
        auto const targets = targets_of(one);
        auto const begin = Clock::now();
        for (auto const& target : targets) {
            auto const reply = door.as(one.mentor).get(target);
            if (reply.status != 200) {
                std::printf("%s: %d\n", std::string(target).c_str(), reply.status);
                std::abort();
            }
        }
        times.push_back(seconds_since(begin) * 1000);
    }
    std::ranges::sort(times);
    std::printf("%s: median %.2f ms, p99 %.2f ms\n", what, times[times.size() / 2], times[times.size() * 99 / 100]);
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    int const count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    support::Door door;
    auto const cast = support::make_cast(door.database());
    auto const begin = Clock::now();
    auto const made = make_pairs(door, cast, count);
    std::printf("%d live pairs made in %.1f s\n", count, seconds_since(begin));
    std::printf("first night: %.2f s\n", night(door, cast));
    door.clock().advance(kDay);
    std::printf("the night after: %.2f s\n", night(door, cast));
    door.clock().advance(7 * kDay);
    std::printf("a week later: %.2f s\n", night(door, cast));
    using Targets = std::vector<std::string>;
    reads(door, made, "GET /api/pairings", [](Made const&) { return Targets{"/api/pairings"}; });
    reads(door, made, "GET /api/pairings/{id}/care",
          [](Made const& one) { return Targets{"/api/pairings/" + one.pairing.text() + "/care"}; });
    reads(door, made, "front page", [](Made const&) { return kFrontPage; });
    return 0;
}
