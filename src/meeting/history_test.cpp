// Whole lives of a pair, made of random acts at random times. Whatever happens, no state is reached without its
// promises.

#include <algorithm>
#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "meeting/meeting.hpp"
#include "pairing/exploratory_meeting.hpp"

namespace meeting {
namespace {

using pairing::Document;
using pairing::Stage;

// One life. Every act is tried by the verb itself; what is refused changes nothing.
class Life {
  public:
    explicit Life(std::uint64_t seed) : random_(base::seeded_random(seed)) {
        access::PersonId ana;
        access::PersonId marta;
        ana.bytes[15] = 1;
        marta.bytes[15] = 2;
        papers_.pairing = *pairing::open({}, {}, pairing::Origin::run, ana, {1, 0}, marta, {1, 0}, now_);
    }

    void act() {
        before_ = papers_;
        // Mostly hours, seldom days: most of what matters happens within a week.
        now_ = now_ + std::chrono::minutes(random_->below(random_->below(8) == 0 ? 60 * 24 * 9 : 60 * 6));
        side_ = random_->below(2) == 0 ? Side::mentor : Side::mentee;
        switch (random_->below(12)) {
            case 0:
            case 1:
                answer();
                break;
            case 2:
                papers_.pairing = pairing::open_answers(papers_.pairing, now_);
                break;
            case 3:
                change_agreement();
                break;
            case 4:
            case 5:
                take(pairing::sign_agreement(papers_, side_, papers_.agreement.version, confirms(), now_));
                break;
            case 6:
            case 7:
                take(pairing::sign_charter(papers_, side_, papers_.charter_version, now_));
                break;
            case 8:
                take(pairing::withdraw_signature(papers_, side_));
                break;
            case 9:
                pause_or_go_on();
                break;
            case 10:
                close_seldom();
                break;
            default:
                meet();
        }
    }

    void check() const {
        SCOPED_TRACE(base::to_text(now_));
        auto const& pairing = papers_.pairing;
        auto const stage = pairing::stage_of(pairing);
        check_order(stage);
        if (pairing.went_on_at) {
            EXPECT_TRUE(answers_.both_go_on()) << "nobody goes on without two yeses";
        }
        if (pairing.started_at) check_started();
        if (stage == Stage::exploring) check_nothing_is_told();
        if (stage == Stage::set_aside) {
            EXPECT_FALSE(pairing.started_at);
        }
        EXPECT_EQ(pairing::is_live(pairing), stage != Stage::finished && stage != Stage::set_aside);
        check_seen_from_outside(stage);
        for (auto const& meeting : meetings_) check_meeting(meeting);
    }

    [[nodiscard]] Stage stage() const { return pairing::stage_of(papers_.pairing); }
    [[nodiscard]] bool has_held() const {
        return std::any_of(meetings_.begin(), meetings_.end(),
                           [](Meeting const& one) { return one.held_at.has_value(); });
    }

  private:
    // What has ended stays ended; what has begun does not begin again.
    void check_order(Stage stage) const {
        auto const earlier = pairing::stage_of(before_.pairing);
        auto const rank = [](Stage one) {
            static constexpr std::array kRanks{0, 1, 2, 2, 3, 3};
            return kRanks[static_cast<std::size_t>(one)];
        };
        EXPECT_GE(rank(stage), rank(earlier));
        if (earlier == Stage::finished || earlier == Stage::set_aside) {
            EXPECT_EQ(stage, earlier);
        }
        if (before_.pairing.started_at) {
            EXPECT_EQ(papers_.pairing.started_at, before_.pairing.started_at);
        }
        if (before_.pairing.closed_on) {
            EXPECT_EQ(papers_.pairing.closed_on, before_.pairing.closed_on);
        }
    }

    // What both have signed names an outcome for each, also when it was changed since; the charter stays signed.
    void check_started() const {
        EXPECT_TRUE(papers_.pairing.went_on_at);
        EXPECT_TRUE(pairing::both_signed(papers_.signatures, Document::charter, papers_.charter_version));
        if (!before_.pairing.started_at) {
            EXPECT_TRUE(is_agreement_signed());
        }
        if (is_agreement_signed()) {
            EXPECT_FALSE(papers_.agreement.mentor_outcomes.empty());
            EXPECT_FALSE(papers_.agreement.mentee_outcomes.empty());
        }
    }
    [[nodiscard]] bool is_agreement_signed() const {
        return pairing::both_signed(papers_.signatures, Document::agreement, papers_.agreement.version);
    }

    // Rules 3: as long as the answers are private, what each may see does not hang on the other's.
    void check_nothing_is_told() const {
        for (auto side : {Side::mentor, Side::mentee}) {
            auto const seen = pairing::seen_by_one(papers_.pairing, answers_.of(side));
            EXPECT_EQ(seen.stage, Stage::exploring);
            EXPECT_EQ(seen.own_answer, answers_.of(side));
        }
        EXPECT_TRUE(papers_.signatures.empty());
        EXPECT_TRUE(meetings_.empty());
    }

    void check_seen_from_outside(Stage stage) const {
        auto const today = base::utc_day(now_);
        auto const line = pairing::coordinator_line(papers_, today);
        if (stage == Stage::set_aside && papers_.pairing.set_aside_at) {
            EXPECT_EQ(line, std::nullopt);
        }
        if (!line) return;
        EXPECT_EQ(line->state == pairing::CoordinatorState::finished,
                  papers_.pairing.started_at && papers_.pairing.closed_on && *papers_.pairing.closed_on < today)
            << "a closing is not seen on its day";
        EXPECT_EQ(line->finished_week_on.has_value(), line->state == pairing::CoordinatorState::finished);
    }

    void check_meeting(Meeting const& meeting) const {
        EXPECT_FALSE(meeting.held_at && meeting.cancelled_at);
        if (meeting.held_at) {
            EXPECT_LE(meeting.time.value().starts_at, *meeting.held_at);
        }
        if (state_of(meeting) == State::proposed) {
            EXPECT_FALSE(meeting.times.empty());
        }
        if (state_of(meeting) == State::set) {
            EXPECT_TRUE(meeting.times.empty());
        }
        auto const stage = pairing::stage_of(papers_.pairing);
        if (!check_may_meet(stage)) {
            EXPECT_TRUE(allowed_actions(meeting, stage, side_, now_).empty());
        }
    }

    template <class T>
    void take(base::Result<T> result) {
        if (result) papers_ = *result;
    }
    pairing::Confirms confirms() {
        return random_->below(4) == 0 ? pairing::Confirms::nothing : pairing::Confirms::neither_decides;
    }

    void answer() {
        auto const given = random_->below(8) == 0 ? pairing::Answer::not_this_time : pairing::Answer::go_on;
        auto const answered = pairing::answer(papers_.pairing, answers_, side_, given, now_);
        if (!answered) return;
        papers_.pairing = answered->pairing;
        answers_ = answered->answers;
    }
    void change_agreement() {
        if (papers_.agreement.version > 0 && random_->below(4) != 0) return;
        auto wanted = papers_.agreement;
        wanted.ends_on = base::utc_day(now_) + static_cast<int>(random_->below(400));
        wanted.mentor_outcomes.assign(random_->below(6) == 0 ? 0 : 1, "one");
        wanted.mentee_outcomes.assign(1 + random_->below(2), "two");
        take(pairing::change_agreement(papers_, wanted, base::utc_day(now_)));
    }
    void pause_or_go_on() {
        auto const today = base::utc_day(now_);
        auto const result =
            random_->below(2) == 0 ? pairing::pause(papers_.pairing, today) : pairing::resume(papers_.pairing);
        if (result) papers_.pairing = *result;
    }
    void close_seldom() {
        if (random_->below(12) != 0) return;
        auto const closed = pairing::close(papers_.pairing, pairing::Ending::ended, base::utc_day(now_));
        if (closed) papers_.pairing = *closed;
    }
    void meet() {
        auto const stage = pairing::stage_of(papers_.pairing);
        if (meetings_.empty() || random_->below(3) == 0) {
            auto const open = std::count_if(meetings_.begin(), meetings_.end(), is_open);
            auto const proposed = propose({}, stage, static_cast<int>(open), some_times(), {side_, 0, now_});
            if (proposed) meetings_.push_back(*proposed);
            return;
        }
        auto& meeting = meetings_[random_->below(meetings_.size())];
        Act const act{side_, meeting.version, now_};
        auto const whose = random_->below(2) == 0 ? side_ : pairing::other(side_);
        if (random_->below(2) == 0 && !meeting.times.empty()) {
            if (auto const set = choose(meeting, stage, meeting.times.front().starts_at, act)) meeting = *set;
        } else if (random_->below(2) == 0) {
            if (auto const held = hold(meeting, stage, act)) meeting = *held;
        } else if (random_->below(2) == 0) {
            if (auto const moved = move(meeting, stage, some_times(), whose, act)) meeting = moved->meeting;
        } else if (auto const cancelled = cancel(meeting, stage, whose, act)) {
            meeting = cancelled->meeting;
        }
    }
    std::vector<Time> some_times() {
        std::vector<Time> times;
        for (auto count = random_->below(4); count > 0; --count)
            times.push_back({"", "UTC", now_ + std::chrono::hours(random_->below(24 * 30))});
        return times;
    }

    std::unique_ptr<base::Random> random_;
    base::Instant now_ = base::start_of_utc(*base::make_day(2026, 11, 23));
    Side side_ = Side::mentor;
    pairing::Papers papers_;
    pairing::Papers before_;
    pairing::Answers answers_;
    std::vector<Meeting> meetings_;
};

TEST(ALife, reaches_no_state_without_its_promises) {
    std::array<int, 6> ends{};
    int held = 0;
    for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
        Life life(seed);
        for (int acts = 0; acts < 90; ++acts) {
            life.act();
            life.check();
            if (testing::Test::HasFailure()) FAIL() << "seed " << seed << ", act " << acts;
        }
        ++ends[static_cast<std::size_t>(life.stage())];
        held += life.has_held() ? 1 : 0;
    }
    // The histories are worth something only if they come far.
    EXPECT_GT(ends[static_cast<std::size_t>(Stage::started)] + ends[static_cast<std::size_t>(Stage::paused)], 10);
    EXPECT_GT(ends[static_cast<std::size_t>(Stage::finished)], 10);
    EXPECT_GT(ends[static_cast<std::size_t>(Stage::set_aside)], 10);
    EXPECT_GT(held, 10);
}

}  // namespace
}  // namespace meeting
