// Half a year of a small programme and what is left of it a year later, made of random acts
// (tests/support/half_year.hpp). Whatever happens, every promise holds at every moment.
//
//   OBVERSE_SEEDS=17-17 doors_app --gtest_filter='HalfAYear*'      bin/torture plays a thousand of them

#include <charconv>
#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/dispatcher.hpp"
#include "support/half_year.hpp"

namespace app {
namespace {

using pairing::Stage;
using std::chrono::hours;
using support::HalfYear;

constexpr auto kNudgesApart = hours(24 * 7);
constexpr int kStepsBetweenReadings = 5;
constexpr int kDaysToComplete = 8;
constexpr int kDaysToGetToKnow = 40;  // a first date within four weeks, and five working days to answer

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

// Every promise, at this moment.
class Promises {
  public:
    explicit Promises(HalfYear& half) : half_(half) {}

    void check() {
        for (auto const person : half_.people()) pairs_[person] = pairs_of(person);
        check_places();
        check_suggestions();
        check_dates();
        check_mirror();
        check_nudges();
        check_questions();
        check_circles();
        check_private_acts();
        if (++checks_ % kStepsBetweenReadings == 0) check_what_others_read();
    }
    // A programme that has closed leaves no pair behind, and no date of a circle; a getting to know has its own time.
    void check_closed() {
        auto const today = base::utc_day(now());
        if (today > half_.last_day() + kDaysToComplete) {
            EXPECT_EQ(live_pairs("AND two.went_on_at IS NOT NULL"), 0);
            EXPECT_EQ(count("SELECT count(*) FROM circle_dates WHERE organisation_id = $1 AND cancelled_at IS NULL "
                            "AND starts_at > $2",
                            now()),
                      0);
        }
        if (today > half_.last_day() + kDaysToGetToKnow) {
            EXPECT_EQ(live_pairs(""), 0);
        }
    }
    // Nothing that the pairs wrote is left once its time has passed; that they were there is.
    void check_forgotten() {
        for (auto const* written : {"messages WHERE sealed_text IS NOT NULL AND", "goals WHERE", "targets WHERE",
                                    "agenda_items WHERE", "survey_answers WHERE sealed_answers IS NOT NULL AND"})
            EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + written + " organisation_id = $1"), 0) << written;
        EXPECT_GT(count("SELECT count(*) FROM pairings WHERE organisation_id = $1"), 0);
    }
    void check_at_the_end() {
        EXPECT_EQ(audit::find_break(half_.door().database(), half_.cast().organisation), std::nullopt)
            << "the chain of events";
    }

  private:
    // One live pair a person (rules 13).
    void check_places() {
        for (auto const person : half_.people()) {
            int live = 0;
            for (auto const& one : pairs_[person]) {
                if (one.stage != Stage::finished && one.stage != Stage::set_aside) ++live;
                ++half_.happened["seen " + std::string(one.stage == Stage::started ? "started" : "not started")];
            }
            EXPECT_LE(live, 1);
        }
    }

    // Two meet from a suggestion only when both said that they would be happy to (rules 2).
    void check_suggestions() {
        half_.door().database().read([&](db::Tx& tx) {
            for (auto const& id : tx.values<base::AnyId>(
                     "SELECT suggestion_id FROM pairings WHERE organisation_id = $1 AND suggestion_id IS NOT NULL",
                     organisation())) {
                auto const happy = half_.happy().find(id.text());
                EXPECT_TRUE(happy != half_.happy().end() && happy->second.size() == 2) << id.text();
                ++half_.happened["seen of a suggestion"];
            }
        });
    }

    // What is over has no date ahead once its day has ended (rules D8), and what was held is counted once.
    void check_dates() {
        EXPECT_EQ(count(R"(SELECT count(*) FROM meetings AS met JOIN closures AS over
                             ON over.organisation_id = met.organisation_id AND over.pairing_id = met.pairing_id
                           WHERE met.organisation_id = $1 AND met.held_at IS NULL AND met.cancelled_at IS NULL
                             AND met.starts_at > $2 AND over.closed_on < $3)",
                        now(), base::utc_day(now())),
                  0);
        EXPECT_EQ(count(R"(SELECT count(*) FROM pairings AS two WHERE two.organisation_id = $1
                             AND two.meetings_held <> (SELECT count(*) FROM meetings AS met
                               WHERE met.organisation_id = $1 AND met.pairing_id = two.id AND met.held_at IS NOT NULL))"),
                  0);
        EXPECT_EQ(count(R"(SELECT count(*) FROM meetings WHERE organisation_id = $1 AND held_at IS NOT NULL
                             AND (cancelled_at IS NOT NULL OR starts_at IS NULL OR starts_at > $2))",
                        now()),
                  0)
            << "held before it began, or held and called off";
        EXPECT_EQ(count(R"(SELECT count(*) FROM pairings WHERE organisation_id = $1 AND started_at IS NOT NULL
                             AND (went_on_at IS NULL OR went_on_at > started_at OR set_aside_at IS NOT NULL))"),
                  0);
    }

    // What the coordinator sees about two people is what stands on their page (rules B, the mirror).
    void check_mirror() {
        std::map<std::string, std::string> seen;
        auto const page = half_.door()
                              .as(half_.cast().jo)
                              .get("/api/programmes/" + half_.cast().programme.text() + "/pairings?limit=100")
                              .as<pairing::ProgrammePairings>();
        for (auto const& one : page.items) seen[one.id.text()] = json::write(one.line);
        for (auto const person : half_.people())
            for (auto const& one : pairs_[person])
                EXPECT_EQ(one.mirror.line ? json::write(*one.mirror.line) : "", seen[one.id.text()])
                    << one.id.text() << " of " << person.text();
    }

    // At most one in seven days for a person (R33).
    void check_nudges() {
        half_.door().database().read([&](db::Tx& tx) {
            for (auto const person : half_.people()) {
                std::optional<base::Instant> last;
                for (auto const at : tx.values<base::Instant>(
                         "SELECT sent_at FROM nudges WHERE organisation_id = $1 AND person_id = $2 AND sent_at IS NOT "
                         "NULL ORDER BY sent_at",
                         organisation(), person)) {
                    if (last) {
                        EXPECT_GE(at - *last, kNudgesApart);
                    }
                    last = at;
                    ++half_.happened["seen nudges"];
                }
            }
        });
    }

    // Both are asked, or neither; only who started, and about no conversation that was not held.
    void check_questions() {
        EXPECT_EQ(count(R"(SELECT count(*) FROM surveys AS one JOIN pairings AS two
                             ON two.organisation_id = one.organisation_id AND two.id = one.pairing_id
                           WHERE one.organisation_id = $1 AND two.forgotten_on IS NULL
                             AND (SELECT count(*) FROM survey_answers AS own
                                  WHERE own.organisation_id = $1 AND own.survey_id = one.id) <> 2)"),
                  0);
        EXPECT_EQ(count(R"(SELECT count(*) FROM surveys AS one JOIN pairings AS two
                             ON two.organisation_id = one.organisation_id AND two.id = one.pairing_id
                           WHERE one.organisation_id = $1
                             AND (two.started_at IS NULL OR one.number > two.meetings_held + two.meetings_before))"),
                  0);
    }

    // Circles are of those who bring something.
    void check_circles() {
        EXPECT_EQ(count(R"(SELECT count(*) FROM circle_members AS one JOIN enrolments AS joined
                             ON joined.organisation_id = one.organisation_id AND joined.programme_id = one.programme_id
                               AND joined.person_id = one.person_id
                           WHERE one.organisation_id = $1 AND joined.side <> 'mentor')"),
                  0);
    }

    // What the two write stands on no page of an assistant, a coordinator or a sponsor, and in no event.
    void check_what_others_read() {
        auto const programme = "/api/programmes/" + half_.cast().programme.text();
        auto kept = half_.door().as(half_.assistant()).get("/api/delegations").text("/principals/0/id");
        EXPECT_EQ(read(half_.assistant(), "/api/delegations/" + kept + "/dates").find(support::kBetweenTheTwo),
                  std::string::npos);
        for (auto const& page : {"/monday", "/pairings?limit=100", "/closing", "/rounds", "/circles"})
            EXPECT_EQ(read(half_.cast().jo, programme + page).find(support::kBetweenTheTwo), std::string::npos) << page;
        EXPECT_EQ(count("SELECT count(*) FROM events WHERE organisation_id = $1 AND facts LIKE '%zebra%'"), 0);
    }

    // Whatever they do as a pair names none of them in the events (rules 4).
    void check_private_acts() {
        half_.door().database().read([&](db::Tx& tx) {
            for (auto const person : half_.people())
                EXPECT_EQ(
                    tx.value<std::int64_t>("SELECT count(*) FROM events WHERE organisation_id = $1 AND actor_id = $2",
                                           organisation(), person),
                    0);
        });
    }

    std::int64_t live_pairs(std::string const& which) {
        return count(
            "SELECT count(*) FROM pairings AS two WHERE two.organisation_id = $1 AND two.set_aside_at IS NULL " +
            which +
            " AND NOT EXISTS (SELECT 1 FROM closures AS over WHERE over.organisation_id = $1 AND "
            "over.pairing_id = two.id)");
    }
    base::Instant now() { return half_.door().clock().now(); }
    access::OrganisationId organisation() { return half_.cast().organisation; }
    std::vector<pairing::PairingAnswer> pairs_of(access::PersonId person) {
        return half_.door().as(person).get("/api/pairings").as<pairing::MyPairings>().items;
    }
    std::string read(access::PersonId by, std::string const& target) {
        auto const reply = half_.door().as(by).get(target);
        EXPECT_EQ(reply.status, 200) << target;
        return reply.body;
    }
    template <class... Args>
    std::int64_t count(std::string const& sql, Args const&... args) {
        return half_.door().database().read(
            [&](db::Tx& tx) { return tx.value<std::int64_t>(sql, organisation(), args...).value(); });
    }

    HalfYear& half_;
    std::map<access::PersonId, std::vector<pairing::PairingAnswer>> pairs_;  // as each sees their own, now
    int checks_ = 0;
};

TEST(HalfAYear, of_random_acts_keeps_every_promise) {
    auto const [first, last] = seeds();
    std::map<std::string, int> happened;
    for (auto seed = first; seed <= last; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        HalfYear half(seed);
        Promises promises(half);
        while (half.is_running() && !HasFailure()) {
            half.step();
            promises.check();
        }
        while (half.is_remembered() && !HasFailure()) {
            half.step();
            promises.check();
            promises.check_closed();
        }
        half.let_time_pass_over_it();
        promises.check_forgotten();
        promises.check_at_the_end();
        for (auto const& [what, times] : half.happened) happened[what] += times;
        if (HasFailure()) return;
    }
    if (std::getenv("OBVERSE_SEEDS") != nullptr)
        for (auto const& [what, times] : happened) std::printf("%7d %s\n", times, what.c_str());
    if (last - first >= 10) {
        for (auto const* what : {"did holding", "did cancellation", "did times", "did closure", "did rematch",
                                 "did pause", "did continuation", "did messages", "did publication", "did answer",
                                 "did answers", "did goals", "did targets", "did echo", "did circles", "did date",
                                 "did departure", "seen nudges", "seen of a suggestion"})
            EXPECT_GT(happened[what], 0) << what << " never happened";
    }
}

}  // namespace
}  // namespace app
