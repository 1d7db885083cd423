// Half a year of a small programme, made of random acts of its people through the doors, while the house does by itself
// what it does. Whatever happens, every promise holds at every moment. A seed makes the same half-year again:
//
//   OBVERSE_SEEDS=17-17 doors_app --gtest_filter='HalfAYear*'      bin/torture plays a thousand of them

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/dispatcher.hpp"
#include "base/random.hpp"
#include "meeting/meeting_shapes.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_shapes.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"

namespace app {
namespace {

using pairing::PairingAnswer;
using pairing::Stage;
using std::chrono::hours;

constexpr int kWeeks = 26;
constexpr auto kNudgesApart = hours(24 * 7);

struct Seeds {
    std::uint64_t first = 1;
    std::uint64_t last = 30;
};

// "first-last" in OBVERSE_SEEDS. PostgreSQL sees the same acts by the same code, so fewer of them do.
Seeds seeds() {
    Seeds wanted{1, support::engine_under_test() == db::Engine::sqlite ? 30U : 2U};
    if (auto const* given = std::getenv("OBVERSE_SEEDS")) {
        std::string_view const text = given;
        auto const dash = text.find('-');
        std::from_chars(text.data(), text.data() + dash, wanted.first);
        std::from_chars(text.data() + dash + 1, text.data() + text.size(), wanted.last);
    }
    return wanted;
}

// One half-year of four people, two coordinators and the house.
class HalfYear {
  public:
    explicit HalfYear(std::uint64_t seed) : random_(base::seeded_random(seed)), begin_(door_.clock().now()) {}

    [[nodiscard]] bool is_over() { return door_.clock().now() - begin_ > hours(24 * 7 * kWeeks); }

    void step() {
        door_.clock().advance(std::chrono::minutes(random_->below(60 * 24 * 5)));
        house();
        for (auto acts = random_->below(5); acts > 0; --acts) act();
        house();
        check();
    }

    void check_at_the_end() {
        EXPECT_EQ(audit::find_break(door_.database(), cast_.organisation), std::nullopt) << "the chain of events";
    }

    // What came about in it, so that a simulation in which nothing happens is found out.
    std::map<std::string, int> happened;

  private:
    void house() {
        door_.house().round();
        door_.house().drain();
    }
    bool likely(int percent) { return static_cast<int>(random_->below(100)) < percent; }
    template <class Of>
    auto const& one_of(Of const& several) {
        return several[random_->below(several.size())];
    }

    // An act that is refused says why and changes nothing for either of the two.
    support::Reply ask(access::PersonId by, http::Method method, std::string const& target, std::string body = "") {
        auto const before = what_the_four_see();
        auto reply = door_.as(by).send(method, target, std::move(body));
        EXPECT_LT(reply.status, 500) << target << " " << reply.body;
        if (reply.status >= 400) {
            EXPECT_NE(reply.code(), "") << target;
            EXPECT_EQ(before, what_the_four_see()) << target << " was refused with " << reply.code();
        }
        ++happened[reply.status < 300 ? "did " + verb_of(target) : "refused " + verb_of(target) + ": " + reply.code()];
        return reply;
    }
    // The last word of a path; a message has an id there.
    static std::string verb_of(std::string const& target) {
        return target.find("/messages/") != target.npos ? "message" : target.substr(target.rfind('/') + 1);
    }

    std::string what_the_four_see() {
        std::string seen;
        for (auto const person : the_four()) seen += door_.as(person).get("/api/pairings").body;
        return seen;
    }
    [[nodiscard]] std::array<access::PersonId, 4> the_four() const {
        return {cast_.ana, cast_.bruno, cast_.sofia, cast_.david};
    }

    void act() {
        auto const who = one_of(the_four());
        auto const mine = door_.as(who).get("/api/pairings").as<pairing::MyPairings>();
        std::vector<PairingAnswer> live;
        for (auto const& one : mine.items)
            if (one.stage != Stage::finished && one.stage != Stage::set_aside) live.push_back(one);
        if (live.empty() || likely(5)) return bring();
        auto const& pair = one_of(live);
        auto const path = "/api/pairings/" + pair.id.text();
        if (pair.stage == Stage::exploring) return answer(who, path);
        if (pair.stage == Stage::agreeing) return agree(who, path);
        if (likely(3)) return leave(who, path);
        if (likely(pair.stage == Stage::paused ? 60 : 5)) return pause_or_go_on(who, path, pair.stage);
        if (likely(25)) return say(who, path, pair.id);
        meet(who, path);
    }

    // A coordinator brings two who are free, or who are not. Those who were a pair are not brought again; here they
    // begin anew all the same, or four people would soon have nobody left.
    void bring() {
        auto const mentor = one_of(std::array{cast_.ana, cast_.bruno});
        auto const mentee = one_of(std::array{cast_.sofia, cast_.david});
        auto const reply = ask(cast_.jo, http::Method::post, "/api/programmes/" + cast_.programme.text() + "/pairings",
                               R"({"pairs":[{"mentor_id":")" + mentor.text() + R"(","mentee_id":")" + mentee.text() +
                                   R"(","meetings_before":0}]})");
        if (reply.status != 422 || reply.text("/errors/0/code") != "were_paired") return;
        door_.database().write([&](db::Tx& tx) {
            (void)pairing::open_pairing(tx, access::house(cast_.organisation),
                                        {cast_.programme, pairing::Origin::run, mentor, mentee, 0, {}},
                                        door_.clock().now());
        });
    }

    void answer(access::PersonId who, std::string const& path) {
        ask(who, http::Method::put, path + "/exploratory-answer",
            likely(88) ? R"({"answer":"go_on"})" : R"({"answer":"not_this_time"})");
    }

    void agree(access::PersonId who, std::string const& path) {
        auto const now = door_.as(who).get(path + "/agreement");
        auto const version = now.status == 200 ? now.text("/version") : "0";
        if (version == "0" || version.empty() || likely(10)) {
            ask(who, http::Method::put, path + "/agreement",
                R"({"version":)" + (version.empty() ? std::string("0") : version) + R"(,"cadence":")" +
                    one_of(std::array<std::string, 2>{"monthly", "fortnightly"}) +
                    R"(","channel":"video","notice_days":2,"booking_side":"mentee","leading_side":"mentor",
                        "ends_on":"2027-05-31","mentor_outcomes":["one"],"mentee_outcomes":["two"]})");
            return;
        }
        ask(who, http::Method::put, path + "/agreement/signature",
            R"({"version":)" + version + R"(,"neither_decides":true})");
        ask(who, http::Method::put, path + "/charter/signature", R"({"version":1})");
    }

    void leave(access::PersonId who, std::string const& path) {
        ask(who, http::Method::put, path + "/closure",
            R"({"ending":")" + one_of(std::array<std::string, 3>{"goal_reached", "ended", "circumstances"}) + "\"}");
        if (likely(60))
            ask(who, http::Method::put, path + "/rematch",
                R"({"note":"","wish":")" + one_of(std::array<std::string, 3>{"now", "later", "stop"}) + "\"}");
    }

    void pause_or_go_on(access::PersonId who, std::string const& path, Stage stage) {
        ask(who, (stage == Stage::paused) == likely(90) ? http::Method::remove : http::Method::put, path + "/pause");
    }

    void say(access::PersonId who, std::string const& path, pairing::PairingId pair) {
        if (likely(20)) ask(who, http::Method::put, path + "/help-wish");
        if (likely(20))
            ask(who, http::Method::put, path + "/continuation",
                R"({"onward":")" + one_of(std::array<std::string, 3>{"informally", "new_partner", "stop"}) + "\"}");
        auto const id = door_.database().write([](db::Tx& tx) { return tx.make_id<base::AnyId>(); });
        ask(who, http::Method::put, "/api/threads/" + pair.text() + "/messages/" + id.text(),
            R"({"text":"Shall we?"})");
    }

    std::string some_times(int days_ahead) {
        auto const day = base::utc_day(door_.clock().now()) + days_ahead;
        return R"([{"starts_local":")" + base::to_text(day) + "T" +
               one_of(std::array<std::string, 3>{"09:30", "14:00", "16:15"}) + R"(","time_zone":"Europe/London"}])";
    }

    bool has_begun(meeting::MeetingAnswer const& one) { return one.time && one.time->starts_at < door_.clock().now(); }
    void hold(access::PersonId who, meeting::MeetingAnswer const& one) {
        ask(who, http::Method::put, "/api/meetings/" + one.id.text() + "/holding",
            R"({"version":)" + std::to_string(one.version) + "}");
    }

    void meet(access::PersonId who, std::string const& path) {
        auto const theirs = door_.as(who).get(path + "/meetings").as<meeting::PairMeetings>();
        std::vector<meeting::MeetingAnswer> open;
        for (auto const& one : theirs.items) {
            if (one.allowed_actions.empty()) continue;
            if (has_begun(one)) return hold(who, one);
            open.push_back(one);
        }
        if (open.empty() || likely(10)) {
            ask(who, http::Method::post, path + "/meetings",
                R"({"minutes":45,"channel":"video","place":"","times":)" +
                    some_times(1 + static_cast<int>(random_->below(12))) + "}");
            return;
        }
        auto const& one = one_of(open);
        auto const meeting = "/api/meetings/" + one.id.text();
        auto const version = R"({"version":)" + std::to_string(one.version);
        if (!one.times.empty() && (one.proposed_by != theirs.side || likely(10)))
            ask(who, http::Method::put, meeting + "/time",
                version + R"(,"starts_at":")" + base::to_text(one.times.front().starts_at) + "\"}");
        else if (likely(5))
            hold(who, one);
        else if (likely(50))
            ask(who, http::Method::put, meeting + "/times",
                version + R"(,"times":)" + some_times(2 + static_cast<int>(random_->below(9))) + "}");
        else
            ask(who, http::Method::put, meeting + "/cancellation", version + "}");
    }

    // Every promise, at this moment.
    void check() {
        check_places();
        check_dates();
        check_mirror();
        check_nudges();
        check_private_acts();
    }

    // One live pair a person (rules 13). The same two may be brought together again by hand, never by a run.
    void check_places() {
        for (auto const person : the_four()) {
            int live = 0;
            for (auto const& one : door_.as(person).get("/api/pairings").as<pairing::MyPairings>().items) {
                if (one.stage != Stage::finished && one.stage != Stage::set_aside) ++live;
                ++happened["seen " + std::string(one.stage == Stage::started ? "started" : "not started")];
            }
            EXPECT_LE(live, 1);
        }
    }

    // What is over has no date ahead once its day has ended (rules D8), and what was held is counted once.
    void check_dates() {
        auto const now = door_.clock().now();
        door_.database().read([&](db::Tx& tx) {
            EXPECT_EQ(tx.value<std::int64_t>(
                          R"(SELECT count(*) FROM meetings AS met JOIN closures AS over
                               ON over.organisation_id = met.organisation_id AND over.pairing_id = met.pairing_id
                             WHERE met.organisation_id = $1 AND met.held_at IS NULL AND met.cancelled_at IS NULL
                               AND met.starts_at > $2 AND over.closed_on < $3)",
                          cast_.organisation, now, base::utc_day(now)),
                      0);
            EXPECT_EQ(tx.value<std::int64_t>(
                          R"(SELECT count(*) FROM pairings AS two WHERE two.organisation_id = $1
                               AND two.meetings_held <> (SELECT count(*) FROM meetings AS met
                                 WHERE met.organisation_id = $1 AND met.pairing_id = two.id AND met.held_at IS NOT NULL))",
                          cast_.organisation),
                      0);
            EXPECT_EQ(tx.value<std::int64_t>(
                          R"(SELECT count(*) FROM meetings WHERE organisation_id = $1 AND held_at IS NOT NULL
                               AND (cancelled_at IS NOT NULL OR starts_at IS NULL OR starts_at > $2))",
                          cast_.organisation, now),
                      0)
                << "held before it began, or held and called off";
            EXPECT_EQ(tx.value<std::int64_t>(
                          R"(SELECT count(*) FROM pairings WHERE organisation_id = $1 AND started_at IS NOT NULL
                               AND (went_on_at IS NULL OR went_on_at > started_at OR set_aside_at IS NOT NULL))",
                          cast_.organisation),
                      0);
        });
    }

    // What the coordinator sees about two people is what stands on their page (rules B, the mirror).
    void check_mirror() {
        std::map<std::string, std::string> seen;
        auto const page = door_.as(cast_.jo)
                              .get("/api/programmes/" + cast_.programme.text() + "/pairings?limit=100")
                              .as<pairing::ProgrammePairings>();
        for (auto const& one : page.items) seen[one.id.text()] = json::write(one.line);
        for (auto const person : the_four())
            for (auto const& one : door_.as(person).get("/api/pairings").as<pairing::MyPairings>().items)
                EXPECT_EQ(one.mirror.line ? json::write(*one.mirror.line) : "", seen[one.id.text()])
                    << one.id.text() << " of " << person.text();
    }

    // At most one in seven days for a person (R33), and none about what is over.
    void check_nudges() {
        door_.database().read([&](db::Tx& tx) {
            for (auto const person : the_four()) {
                std::optional<base::Instant> last;
                for (auto const at : tx.values<base::Instant>(
                         "SELECT sent_at FROM nudges WHERE organisation_id = $1 AND person_id = $2 AND sent_at IS NOT "
                         "NULL ORDER BY sent_at",
                         cast_.organisation, person)) {
                    if (last) {
                        EXPECT_GE(at - *last, kNudgesApart);
                    }
                    last = at;
                    ++happened["seen nudges"];
                }
            }
        });
    }

    // Whatever the four do as a pair names none of them in the events (rules 4).
    void check_private_acts() {
        door_.database().read([&](db::Tx& tx) {
            for (auto const person : the_four())
                EXPECT_EQ(
                    tx.value<std::int64_t>("SELECT count(*) FROM events WHERE organisation_id = $1 AND actor_id = $2",
                                           cast_.organisation, person),
                    0);
        });
    }

    support::OwnDatabase database_;
    support::Door door_{*database_};
    support::Cast cast_ = support::make_cast(door_.database());
    std::unique_ptr<base::Random> random_;
    base::Instant begin_;
};

TEST(HalfAYear, of_random_acts_keeps_every_promise) {
    auto const [first, last] = seeds();
    std::map<std::string, int> happened;
    for (auto seed = first; seed <= last; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        HalfYear half(seed);
        while (!half.is_over() && !testing::Test::HasFailure()) half.step();
        half.check_at_the_end();
        for (auto const& [what, times] : half.happened) happened[what] += times;
        if (testing::Test::HasFailure()) return;
    }
    if (std::getenv("OBVERSE_SEEDS") != nullptr)
        for (auto const& [what, times] : happened) std::printf("%7d %s\n", times, what.c_str());
    if (last - first >= 10) {
        for (auto const* what : {"did holding", "did cancellation", "did times", "did closure", "did rematch",
                                 "did pause", "did continuation", "did message", "seen nudges"})
            EXPECT_GT(happened[what], 0) << what << " never happened";
    }
}

}  // namespace
}  // namespace app
