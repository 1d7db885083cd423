#include "support/half_year.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "circle/circle_shapes.hpp"
#include "matching/match_run_shapes.hpp"
#include "matching/suggestion_shapes.hpp"
#include "meeting/kept_dates_http.hpp"
#include "pairing/goal_shapes.hpp"
#include "pairing/pairing_actions.hpp"
#include "person/delegation.hpp"
#include "programme/closing_shapes.hpp"
#include "survey/survey_shapes.hpp"

namespace support {

using http::Method;
using pairing::Stage;
using std::chrono::hours;

namespace {

constexpr auto kDay = hours(24);
constexpr int kWeeks = 26;
constexpr int kAnnouncedInWeek = 22;
constexpr int kRememberedDays = 100;
constexpr int kForgottenAfterDays = 185;

// The last word of a path; a message has an id there, and so have goals and agenda points.
std::string verb_of(std::string const& target) {
    for (auto const* word : {"/messages/", "/goals/", "/agenda/", "/publication", "/departure", "/date"})
        if (target.find(word) != target.npos) return base::split(std::string_view(word).substr(1), '/').front();
    return target.substr(target.rfind('/') + 1);
}

bool is_live(Stage stage) {
    return stage != Stage::finished && stage != Stage::set_aside;
}

std::string quoted(std::string const& text) {
    return '"' + text + '"';
}

}  // namespace

HalfYear::HalfYear(std::uint64_t seed) : random_(base::seeded_random(seed)), begin_(door_.clock().now()) {
    auto const [carla, emil] =
        door_.database()
            .write([&](db::Tx& tx) -> base::Result<std::pair<access::PersonId, access::PersonId>> {
                return std::pair{enrol_another(tx, cast_, cast_.bruno_enrolled, "Carla Nunes"),
                                 enrol_another(tx, cast_, cast_.david_enrolled, "Emil Berg")};
            })
            .value();
    people_ = {cast_.ana, cast_.bruno, carla, cast_.sofia, cast_.david, emil};
    ask(cast_.sofia, Method::post, "/api/delegations", R"({"assistant":"Amir Haddad"})");
}

bool HalfYear::is_running() {
    return door_.clock().now() - begin_ < kDay * 7 * kWeeks;
}
base::Day HalfYear::last_day() const {
    return base::utc_day(begin_) + 7 * kWeeks;
}
bool HalfYear::is_remembered() {
    return door_.clock().now() - begin_ < kDay * (7 * kWeeks + kRememberedDays);
}

void HalfYear::step() {
    door_.clock().advance(std::chrono::minutes(random_->below(60 * 24 * (is_running() ? 5 : 20))));
    house();
    if (!is_running()) {
        // What follows from a programme's last day takes the house two of its rounds.
        door_.clock().advance(std::chrono::minutes(16));
        house();
    }
    coordinate();
    for (auto acts = random_->below(6); acts > 0; --acts) act();
    if (likely(20)) keep_dates();
    house();
}

void HalfYear::let_time_pass_over_it() {
    door_.clock().advance(kDay * kForgottenAfterDays);
    house();
}

void HalfYear::house() {
    door_.house().round();
    door_.house().drain();
}

// An act that is refused says why and changes nothing for anybody. Looking at everything before and after takes longer
// than everything else, so it is done for one act in four.
Reply HalfYear::ask(access::PersonId by, Method method, std::string const& target, Json body) {
    bool const is_watched = likely(25);
    auto const before = is_watched ? what_they_see() : "";
    auto reply = door_.as(by).send(method, target, std::move(body));
    EXPECT_LT(reply.status, 500) << target << " " << reply.body;
    if (reply.status >= 400) {
        EXPECT_NE(reply.code(), "") << target;
        if (is_watched) {
            EXPECT_EQ(before, what_they_see()) << target << " was refused with " << reply.code();
        }
    }
    auto const verb = verb_of(target);
    ++happened[reply.status < 300 ? "did " + verb : "refused " + verb + ": " + reply.code()];
    return reply;
}

std::string HalfYear::what_they_see() {
    std::string seen;
    for (auto const person : people_) seen += door_.as(person).get("/api/pairings").body;
    return seen;
}

std::string HalfYear::programme(std::string const& rest) const {
    return "/api/programmes/" + cast_.programme.text() + rest;
}

void HalfYear::coordinate() {
    if (!is_announced_ && door_.clock().now() - begin_ > kDay * 7 * kAnnouncedInWeek) close();
    if (likely(12)) seek();
    if (likely(5)) ask(cast_.jo, Method::post, programme("/circles"), "{}");
}

// A run, and its suggestions: most of the time nobody is free, or a round is open.
void HalfYear::seek() {
    auto const started = ask(cast_.jo, Method::post, "/api/match-runs",
                             R"({"scope":"rest","programme_id":)" + quoted(cast_.programme.text()) + "}");
    if (started.status != 202) return;
    door_.house().drain();
    ask(cast_.jo, Method::put, "/api/match-runs/" + started.text("/id") + "/publication");
    door_.house().drain();
}

// A coordinator brings two who are free, or who are not. Those who were a pair are not brought again; here they begin
// anew all the same, or six people would soon have nobody left.
void HalfYear::bring() {
    auto const mentor = people_[random_->below(3)];
    auto const mentee = people_[3 + random_->below(3)];
    auto const reply = ask(cast_.jo, Method::post, programme("/pairings"),
                           R"({"pairs":[{"mentor_id":)" + quoted(mentor.text()) + R"(,"mentee_id":)" +
                               quoted(mentee.text()) + R"(,"meetings_before":0}]})");
    if (reply.status != 422 || reply.text("/errors/0/code") != "were_paired") return;
    door_.database().write([&](db::Tx& tx) {
        (void)pairing::open_pairing(tx, access::house(cast_.organisation),
                                    {cast_.programme, pairing::Origin::run, mentor, mentee, 0, {}},
                                    door_.clock().now());
    });
}

void HalfYear::close() {
    auto const announced = ask(cast_.jo, Method::put, programme("/closing"),
                               R"({"version":0,"closes_on":)" + quoted(base::to_text(last_day())) + "}");
    EXPECT_EQ(announced.status, 200) << announced.body;
    is_announced_ = true;
}

void HalfYear::act() {
    auto const who = one_of(people_);
    auto const mine = door_.as(who).get("/api/pairings").as<pairing::MyPairings>();
    if (likely(25)) answer_questions(who);
    if (likely(5)) sit_in_circle(who);
    std::vector<pairing::PairingAnswer> live;
    std::vector<pairing::PairingAnswer> over;
    for (auto const& one : mine.items) {
        if (is_live(one.stage)) live.push_back(one);
        if (one.stage == Stage::finished) over.push_back(one);
    }
    if (!over.empty() && likely(live.empty() ? 30 : 5))
        return work_on_goals(who, "/api/pairings/" + one_of(over).id.text());
    if (live.empty() || likely(3)) return act_alone(who);
    act_in(one_of(live), who);
}

void HalfYear::act_alone(access::PersonId who) {
    auto const suggested = door_.as(who).get("/api/suggestions").as<matching::MySuggestions>().items;
    if (suggested.empty()) {
        if (likely(30)) bring();
        return;
    }
    auto const& one = one_of(suggested);
    bool const is_happy = likely(80);
    auto const answered =
        ask(who, Method::put, "/api/suggestions/" + one.id.text() + "/answer",
            is_happy ? R"({"answer":"happy_to_meet","decides_nothing_confirmed":true})" : R"({"answer":"rather_not"})");
    if (answered.status != 200) return;
    if (is_happy)
        happy_[one.id.text()].insert(who.text());
    else
        happy_[one.id.text()].erase(who.text());
}

void HalfYear::act_in(pairing::PairingAnswer const& pair, access::PersonId who) {
    auto const path = "/api/pairings/" + pair.id.text();
    if (pair.stage == Stage::exploring) return get_to_know(who, path);
    if (pair.stage == Stage::agreeing) return agree(who, path);
    if (likely(3)) return leave(who, path);
    if (likely(pair.stage == Stage::paused ? 60 : 5)) return pause_or_go_on(who, path, pair.stage);
    if (likely(20)) return say(who, path, pair.id);
    if (likely(15)) return work_on_goals(who, path);
    meet(who, path);
}

void HalfYear::get_to_know(access::PersonId who, std::string const& path) {
    if (likely(30)) {
        auto const day = base::utc_day(door_.clock().now()) + 1 + static_cast<int>(random_->below(6));
        ask(who, Method::put, path + "/exploratory-meeting",
            R"({"version":)" + one_of(std::array<std::string, 2>{"0", "1"}) + R"(,"starts_local":")" +
                base::to_text(day) + R"(T10:00","time_zone":"Europe/London","mode":"video","place":""})");
        return;
    }
    ask(who, Method::put, path + "/exploratory-answer",
        likely(88) ? R"({"answer":"go_on"})" : R"({"answer":"not_this_time"})");
}

void HalfYear::agree(access::PersonId who, std::string const& path) {
    auto const now = door_.as(who).get(path + "/agreement");
    auto const version = now.status == 200 ? now.text("/version") : "0";
    if (version == "0" || version.empty() || likely(10)) {
        ask(who, Method::put, path + "/agreement",
            R"({"version":)" + (version.empty() ? std::string("0") : version) + R"(,"cadence":")" +
                one_of(std::array<std::string, 2>{"monthly", "fortnightly"}) +
                R"(","channel":"video","notice_days":2,"booking_side":"mentee","leading_side":"mentor",
                    "ends_on":"2027-05-31","mentor_outcomes":["zebra"],"mentee_outcomes":["zebra"]})");
        return;
    }
    ask(who, Method::put, path + "/agreement/signature", R"({"version":)" + version + R"(,"neither_decides":true})");
    ask(who, Method::put, path + "/charter/signature", R"({"version":1})");
}

void HalfYear::leave(access::PersonId who, std::string const& path) {
    ask(who, Method::put, path + "/closure",
        R"({"ending":)" + quoted(one_of(std::array<std::string, 3>{"goal_reached", "ended", "circumstances"})) + "}");
    if (likely(60))
        ask(who, Method::put, path + "/rematch",
            R"({"note":"zebra","wish":)" + quoted(one_of(std::array<std::string, 3>{"now", "later", "stop"})) + "}");
}

void HalfYear::pause_or_go_on(access::PersonId who, std::string const& path, Stage stage) {
    ask(who, (stage == Stage::paused) == likely(90) ? Method::remove : Method::put, path + "/pause");
}

void HalfYear::say(access::PersonId who, std::string const& path, pairing::PairingId pair) {
    if (likely(20)) ask(who, Method::put, path + "/help-wish");
    if (likely(20))
        ask(who, Method::put, path + "/continuation",
            R"({"onward":)" + quoted(one_of(std::array<std::string, 3>{"informally", "new_partner", "stop"})) + "}");
    auto const id = door_.database().write([](db::Tx& tx) { return tx.make_id<base::AnyId>(); });
    ask(who, Method::put, "/api/threads/" + pair.text() + "/messages/" + id.text(), R"({"text":"zebra, shall we?"})");
}

// Goals while the pair runs, targets also afterwards, and after ninety days what became of them.
void HalfYear::work_on_goals(access::PersonId who, std::string const& path) {
    auto const now = door_.as(who).get(path + "/goals");
    if (now.status != 200) return;
    auto const goals = now.as<pairing::PairGoals>();
    if (goals.may_change && !goals.goals.empty() && likely(70)) {
        auto const& one = one_of(goals.goals);
        ask(who, Method::put,
            path + "/goals/" + std::string(meta::name_of(one.side)) + "/" + std::to_string(one.position),
            R"({"version":)" + std::to_string(one.version) + R"(,"text":"zebra","steps":[{"text":"zebra","is_done":)" +
                (likely(50) ? "true" : "false") + R"(}],"is_reached":)" + (likely(30) ? "true" : "false") + "}");
        return;
    }
    if (goals.targets.own.empty() || likely(20)) {
        ask(who, Method::put, path + "/targets", R"({"targets":["zebra"]})");
        return;
    }
    std::string kept;
    for (std::size_t n = 0; n < goals.targets.own.size(); ++n) kept += (n == 0 ? "" : ",") + quoted("partly");
    ask(who, Method::put, path + "/echo", R"({"stuck":"zebra","kept":[)" + kept + "]}");
}

void HalfYear::answer_questions(access::PersonId who) {
    auto const put = door_.as(who).get("/api/surveys").as<survey::MySurveys>().items;
    if (put.empty()) return;
    auto const asked = door_.as(who).get("/api/surveys/" + put.front().id.text()).as<survey::SurveyAnswer>();
    std::string answers;
    for (auto const& item : asked.asked)
        answers += (answers.empty() ? "" : ",") + (R"({"item":)" + quoted(item.key)) + R"(,"value":)" +
                   std::to_string(1 + random_->below(5)) + "}";
    ask(who, Method::put, "/api/surveys/" + asked.id.text() + "/answers",
        R"({"state":)" + quoted(one_of(std::array<std::string, 3>{"saved", "sent", "skipped"})) + R"(,"answers":[)" +
            answers + "]}");
}

void HalfYear::sit_in_circle(access::PersonId who) {
    auto const mine = door_.as(who).get("/api/circles").as<circle::MyCircles>().items;
    if (mine.empty()) return;
    auto const& one = mine.front();
    auto const path = "/api/circles/" + one.id.text();
    if (likely(40))
        ask(who, one.seat == circle::Seat::departed ? Method::remove : Method::put, path + "/departure");
    else if (one.next && likely(25))
        ask(who, Method::remove, path + "/date?version=" + std::to_string(one.next->version));
    else
        ask(who, Method::put, path + "/date",
            R"({"version":)" + std::to_string(one.next ? one.next->version : 0) + R"(,"starts_local":")" +
                base::to_text(base::utc_day(door_.clock().now()) + 10) +
                R"(T12:30","time_zone":"Europe/London","minutes":60,"place":""})");
}

HalfYear::Json HalfYear::some_times(int days_ahead) {
    auto const day = base::utc_day(door_.clock().now()) + days_ahead;
    return R"([{"starts_local":")" + base::to_text(day) + "T" +
           one_of(std::array<std::string, 3>{"09:30", "14:00", "16:15"}) + R"(","time_zone":"Europe/London"}])";
}

void HalfYear::hold(access::PersonId who, std::string const& meetings, meeting::MeetingAnswer const& one) {
    ask(who, Method::put, meetings + one.id.text() + "/holding", R"({"version":)" + std::to_string(one.version) + "}");
}

void HalfYear::meet(access::PersonId who, std::string const& path) {
    auto const theirs = door_.as(who).get(path + "/meetings").as<meeting::PairMeetings>();
    std::vector<meeting::MeetingAnswer> open;
    for (auto const& one : theirs.items) {
        if (one.allowed_actions.empty()) continue;
        if (one.time && one.time->starts_at < door_.clock().now()) return hold(who, "/api/meetings/", one);
        open.push_back(one);
    }
    if (open.empty() || likely(10)) {
        ask(who, Method::post, path + "/meetings",
            R"({"minutes":45,"channel":"video","place":"","times":)" +
                some_times(1 + static_cast<int>(random_->below(12))) + "}");
        return;
    }
    auto const& one = one_of(open);
    if (likely(20)) {
        auto const id = door_.database().write([](db::Tx& tx) { return tx.make_id<base::AnyId>(); });
        ask(who, Method::put, "/api/meetings/" + one.id.text() + "/agenda/" + id.text(),
            R"({"version":0,"lane":"mentor","text":"zebra"})");
    }
    change(who, "/api/meetings/", one, theirs.side);
}

// `side`: on which whoever acts stands; an assistant says so by the address.
void HalfYear::change(access::PersonId who, std::string const& meetings, meeting::MeetingAnswer const& one,
                      std::optional<pairing::Side> side) {
    auto const meeting = meetings + one.id.text();
    auto const version = R"({"version":)" + std::to_string(one.version);
    if (!one.times.empty() && (!side || one.proposed_by != *side || likely(10)))
        ask(who, Method::put, meeting + "/time",
            version + R"(,"starts_at":)" + quoted(base::to_text(one.times.front().starts_at)) + "}");
    else if (likely(5))
        hold(who, meetings, one);
    else if (!side || likely(50))
        ask(who, Method::put, meeting + "/times",
            version + R"(,"times":)" + some_times(2 + static_cast<int>(random_->below(9))) + "}");
    else
        ask(who, Method::put, meeting + "/cancellation", version + "}");
}

// Sofia's assistant tends to what is open, and books where nothing is.
void HalfYear::keep_dates() {
    auto const kept = door_.as(assistant()).get("/api/delegations").as<person::Delegations>().principals;
    if (kept.empty()) return;
    auto const path = "/api/delegations/" + kept.front().id.text();
    auto const dates = door_.as(assistant()).get(path + "/dates").as<meeting::KeptDates>();
    if (!dates.items.empty() && likely(80)) {
        auto const& shown = one_of(dates.items);
        meeting::MeetingAnswer one;
        one.id = shown.id;
        one.version = shown.version;
        one.times = shown.times;
        return change(assistant(), path + "/meetings/", one, std::nullopt);
    }
    if (dates.partners.empty()) return;
    ask(assistant(), Method::post, path + "/pairings/" + one_of(dates.partners).pairing_id.text() + "/meetings",
        R"({"minutes":45,"channel":"video","place":"","times":)" + some_times(3) + "}");
}

}  // namespace support
