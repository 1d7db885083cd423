#include "app/demo.hpp"

#include <algorithm>
#include <array>

#include "app/demo_people.hpp"
#include "care/concern_actions.hpp"
#include "care/contact_link_actions.hpp"
#include "circle/circle_actions.hpp"
#include "circle/circle_store.hpp"
#include "circle/group_meeting_actions.hpp"
#include "invitation/announcement_actions.hpp"
#include "invitation/invitation_actions.hpp"
#include "invitation/invitation_store.hpp"
#include "invitation/opening_letter_actions.hpp"
#include "matching/match_run_actions.hpp"
#include "matching/publication_actions.hpp"
#include "organisation/organisation_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "pairing/agreement_actions.hpp"
#include "person/person_actions.hpp"
#include "platform/http/proxy.hpp"
#include "programme/programme_actions.hpp"
#include "programme/programme_store.hpp"
#include "programme/sponsor_store.hpp"
#include "representative/proposal_actions.hpp"
#include "signin/session_store.hpp"
#include "supervisor/protected_time_actions.hpp"
#include "supervisor/protected_time_store.hpp"
#include "topic/exchange_actions.hpp"
#include "voice/question_actions.hpp"

namespace app {

namespace {

using access::PersonId;
using access::ProgrammeId;
using programme::Side;
using Topics = std::span<std::string_view const>;

// What people lower in the house bring in a programme, and what comes back to them.
constexpr std::array<std::string_view, 8> kCustomerTopics{"C1", "C2", "C3", "B1", "B2", "A1", "D1", "D2"};
constexpr std::array<std::string_view, 9> kFrontLineTopics{"D1", "D2", "D3", "D4", "D5", "A4", "A7", "F1", "B5"};
constexpr std::array<std::string_view, 16> kManyTopics{"A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3",
                                                       "C1", "C2", "C4", "D1", "D2", "F1", "G1", "H2"};
constexpr std::array<std::string_view, 6> kReturnTopics{"I1", "I2", "I3", "I4", "J1", "J3"};

struct DemoProgramme {
    std::string_view name;
    std::string_view purpose;
    std::int32_t planned_pairs;
    Topics topics;
    int begun_days_ago;
    int enrolment_days_left;
};
constexpr DemoProgramme kPilot{"Customers first",
                               "Those who decide about our shops learn from those who stand in them what customers "
                               "see, choose and leave. Both go home with something they did not know.",
                               15,
                               kCustomerTopics,
                               21,
                               3};
constexpr DemoProgramme kEnrolling{"Front line first",
                                   "A year of rules written at desks is tried out where the work is done, by two "
                                   "people at a time.",
                                   20,
                                   kFrontLineTopics,
                                   7,
                                   12};
constexpr DemoProgramme kLarge{"Across the house",
                               "Every head and lead gets somebody from another part of the house who shows them one "
                               "thing they will need next year.",
                               60,
                               kManyTopics,
                               45,
                               5};

constexpr std::string_view kResultsUse =
    "The sponsor and the coordinators see figures of the whole programme, never of a person or a pair. They decide "
    "with them whether it goes on.";

constexpr std::string_view kMartasLetter =
    "Dear colleagues,\n\n"
    "I see our customers in reports. Some of you see them every day, across a counter or on the phone. I would like to "
    "learn from you, and I am not the only one here.\n\n"
    "Two people from different parts of the house talk with each other for some months. Each brings something, and "
    "each "
    "takes something home.\n\n"
    "This is not about replacing anyone. It is no assessment, no reward and no step to another post. You say yes, not "
    "now or no, and nobody asks why.";

bool is_coordinating_staff(std::size_t person) {
    return person == DemoCast::jo || person == DemoCast::kim || person == DemoCast::amir || person == DemoCast::nina ||
           person == DemoCast::rosa;
}

// Everything that is done in the demo is done by somebody, at a time.
class DemoMaker {
  public:
    DemoMaker(House& house, std::uint64_t seed)
        : house_(house),
          database_(house.tools().database),
          random_(base::seeded_random(seed)),
          seed_(seed),
          today_(house.tools().clock.now()) {}

    base::Result<bool> make() {
        colleagues_ = demo_colleagues(seed_);
        TRY_VOID(move_in());
        TRY_VOID(hand_out_passwords());
        TRY_VOID(name_roles());
        TRY_VOID(lay_large());
        TRY_VOID(lay_pilot());
        TRY_VOID(lay_enrolling());
        TRY_VOID(lay_concern());
        house_.drain();
        return true;
    }

  private:
    [[nodiscard]] base::Instant days_ago(int days) const { return today_ - std::chrono::hours(24 * days); }
    [[nodiscard]] base::Day day_in(int days) const { return base::utc_day(today_) + days; }

    base::Result<bool> move_in() {
        auto const then = days_ago(60);
        return database_.write([&](db::Tx& tx) -> base::Result<bool> {
            people_.clear();
            TRY(founded, organisation::create_organisation(
                             tx, {std::string(kDemoOrganisation), "en", "Europe/Oslo", true}, then));
            organisation_ = founded.organisation_id;
            for (std::size_t i = 0; i < colleagues_.size(); ++i) {
                TRY(added, person::add_person(tx, access::house(organisation_), new_person(i), then));
                people_.push_back(added.id);
            }
            return true;
        });
    }

    person::NewPerson new_person(std::size_t place) const {
        auto const& colleague = colleagues_[place];
        person::NewPerson wanted;
        wanted.name = colleague.name;
        wanted.external_id = "N" + std::to_string(1000 + place);
        wanted.department = colleague.department;
        wanted.site = colleague.site;
        wanted.job_title = colleague.job_title;
        wanted.level = colleague.level;
        if (colleague.manager) wanted.manager_id = people_[*colleague.manager];
        return wanted;
    }

    // Two passwords, each hashed once: 240 hashes would take seven seconds for nothing.
    base::Result<bool> hand_out_passwords() {
        TRY(everybody, house_.tools().hashing.hash(kDemoPassword));
        TRY(staff, house_.tools().hashing.hash(kDemoStaffPassword));
        auto const wall = house_.tools().clock.wall();
        database_.write([&](db::Tx& tx) {
            for (std::size_t i = 0; i < people_.size(); ++i) {
                signin::store::put_password(tx, organisation_, people_[i], is_coordinating_staff(i) ? staff : everybody,
                                            wall);
                person::record_needed(tx, organisation_, people_[i]);
            }
        });
        return true;
    }

    base::Result<bool> name_roles() {
        using access::Role;
        static constexpr std::array kRoles{
            std::pair{DemoCast::amir, Role::administrator}, std::pair{DemoCast::jo, Role::coordinator},
            std::pair{DemoCast::kim, Role::coordinator}, std::pair{DemoCast::nina, Role::analyst},
            std::pair{DemoCast::rosa, Role::employee_representative}};
        return database_.write([&](db::Tx& tx) -> base::Result<bool> {
            for (auto const& [person, role] : kRoles)
                TRY_VOID(person::grant_role(tx, access::house(organisation_), people_[person], role, std::nullopt,
                                            days_ago(59)));
            return name_contacts(tx, days_ago(59));
        });
    }

    // The pilot's people stand first on each list, so that the others find the rest.
    std::vector<std::size_t> pick(std::int32_t least_level, std::int32_t most_level, std::size_t from,
                                  std::size_t many) const {
        std::vector<std::size_t> fitting;
        // Seven apart: neighbours on the list stand in one team.
        for (std::size_t step = 0; step < 7; ++step)
            for (std::size_t i = step; i < colleagues_.size(); i += 7)
                if (!is_coordinating_staff(i) && colleagues_[i].level >= least_level &&
                    colleagues_[i].level <= most_level)
                    fitting.push_back(i);
        std::ranges::stable_partition(fitting, [](std::size_t i) { return i < DemoCast::size; });
        auto const begin = std::min(from, fitting.size());
        auto const end = std::min(from + many, fitting.size());
        return {fitting.begin() + static_cast<std::ptrdiff_t>(begin),
                fitting.begin() + static_cast<std::ptrdiff_t>(end)};
    }

    base::Result<bool> lay_pilot() {
        TRY(id, set_up(kPilot));
        pilot_ = id;
        TRY_VOID(enrol(id, kPilot, Side::mentor, pick(1, 1, 0, 15), 15));
        TRY_VOID(enrol(id, kPilot, Side::mentee, pick(3, 4, 0, 15), 15));
        TRY_VOID(match(id, kPilot));
        TRY_VOID(lay_circle());
        TRY_VOID(lay_launch());
        TRY_VOID(lay_agreed_settings());
        return lay_protected_times();
    }

    // One setting is locked by Jo and Rosa, and one proposal of Rosa's waits.
    base::Result<bool> lay_agreed_settings() {
        using namespace representative;
        auto const now = house_.tools().clock.now();
        return database_.write([&](db::Tx& tx) -> base::Result<bool> {
            auto const rosa = viewer_of(tx, people_[DemoCast::rosa]);
            TRY(locked, propose(tx, jo(tx), pilot_, {ProposalKind::lock, LockableSetting::uses_career_stage, {}, {}},
                                days_ago(3)));
            TRY_VOID(answer_proposal(tx, rosa, locked, {true, {}}, days_ago(2)));
            TRY_VOID(propose(tx, rosa, pilot_,
                             {ProposalKind::lock,
                              LockableSetting::results_use,
                              {},
                              "People were told what happens with the results before they joined."},
                             now));
            return true;
        });
    }

    // Ana, Bruno and Sofia told their supervisors; two of them have answered.
    base::Result<bool> lay_protected_times() {
        using supervisor::SupervisorAnswer;
        using Answers = std::vector<std::pair<std::size_t, std::optional<SupervisorAnswer>>>;
        auto const now = house_.tools().clock.now();
        return database_.write([&](db::Tx& tx) -> base::Result<bool> {
            for (auto const& [who, given] : Answers{{DemoCast::ana, SupervisorAnswer::yes},
                                                    {DemoCast::bruno, SupervisorAnswer::yes},
                                                    {DemoCast::sofia, std::nullopt}}) {
                auto const viewer = viewer_of(tx, people_[who]);
                TRY_VOID(supervisor::ask_for_time(tx, viewer, pilot_, {0, std::nullopt, 2, day_in(182)}, now));
                TRY_VOID(supervisor::tell_supervisor(tx, viewer, pilot_, {1, supervisor::ToldBy::hand}, now));
                auto const time = supervisor::store::find_mine(tx, viewer, pilot_).value();
                if (given) TRY_VOID(supervisor::answer_time(tx, organisation_, time, {*given, {}}, now));
            }
            return true;
        });
    }

    // Those who bring something in the pilot: two circles, each with a date.
    base::Result<bool> lay_circle() {
        auto const now = house_.tools().clock.now();
        return database_.write([&](db::Tx& tx) -> base::Result<bool> {
            TRY_VOID(circle::form_circles(tx, jo(tx), pilot_, {circle::Layout::small_groups}, now));
            auto day = day_in(9);
            // Room for a day each before the weekend.
            while (day.weekday() > 4) day = day + 1;
            for (auto const& one : circle::store::list_all(tx, organisation_, pilot_))
                TRY_VOID(circle::set_circle_date(tx, jo(tx), one.id,
                                                 {0, base::to_text(day + (one.number - 1)) + "T13:00", "Europe/Oslo",
                                                  circle::kUsualCircleMinutes, "Canteen, round table"},
                                                 now));
            return true;
        });
    }

    // What the pilot opened with: Marta's letter, a word to everybody, and the first hour together, which is ahead.
    base::Result<bool> lay_launch() {
        auto const now = house_.tools().clock.now();
        return database_.write([&](db::Tx& tx) -> base::Result<bool> {
            TRY_VOID(invitation::write_opening_letter(tx, jo(tx), pilot_, {0, {{"en", std::string(kMartasLetter)}}},
                                                      days_ago(21)));
            TRY_VOID(invitation::put_letter_to_sponsor(tx, jo(tx), pilot_, 1, days_ago(21)));
            auto const sponsor = programme::store::find_sponsor(tx, organisation_, pilot_).value();
            TRY_VOID(invitation::agree_to_opening_letter(tx, invitation::letter_link_of(sponsor, organisation_), 1,
                                                         days_ago(20)));
            TRY_VOID(invitation::publish_opening_letter(tx, jo(tx), pilot_, 1, days_ago(20)));
            TRY_VOID(invitation::send_announcement(
                tx, jo(tx), pilot_,
                {invitation::Audience::everyone,
                 {{"en", "Everybody has a place",
                   "Thirty of you said yes. Suggestions come this week; you answer them privately, and nobody learns "
                   "of a no."}}},
                days_ago(2)));
            auto day = day_in(12);
            while (day.weekday() > 5) day = day + 1;
            TRY_VOID(circle::convene(
                tx, jo(tx), pilot_,
                {0, circle::GroupMeetingKind::kick_off, "Our first hour together", circle::GroupAsked::everyone, true,
                 base::to_text(day) + "T10:00", "Europe/Oslo", circle::kUsualGroupMinutes, "Canteen, ground floor"},
                now));
            return true;
        });
    }

    base::Result<bool> lay_enrolling() {
        TRY(id, set_up(kEnrolling));
        TRY_VOID(enrol(id, kEnrolling, Side::mentor, pick(1, 1, 90, 30), 11));
        TRY_VOID(enrol(id, kEnrolling, Side::mentee, pick(2, 2, 38, 14), 6));
        return true;
    }

    base::Result<bool> lay_large() {
        TRY(id, set_up(kLarge));
        TRY_VOID(enrol(id, kLarge, Side::mentor, pick(1, 1, 15, 64), 62));
        TRY_VOID(enrol(id, kLarge, Side::mentee, pick(2, 4, 15, 60), 58));
        TRY(run, match(id, kLarge));
        auto const now = house_.tools().clock.now();
        auto const& keys = house_.tools().keys;
        TRY_VOID(database_.write([&](db::Tx& tx) { return matching::publish_run(tx, jo(tx), keys, run, now); }));
        TRY_VOID(database_.write([&](db::Tx& tx) { return matching::send_now(tx, jo(tx), keys, run, now); }));
        return lay_questions(id, pick(1, 1, 15, 10));
    }

    // Before Marta decides: one that waits for answers, one that waits for a new date, and a no.
    base::Result<bool> lay_questions(ProgrammeId id, std::vector<std::size_t> const& panel) {
        return database_.write([&](db::Tx& tx) -> base::Result<bool> {
            for (auto const place : panel)
                TRY_VOID(voice::join_panel(tx, viewer_of(tx, people_[place]), id, days_ago(30)));
            TRY_VOID(ask_as_marta(tx, id,
                                  {"Shall deliveries come before we open?", "Which stores begin, and when",
                                   "Early hours are paid as such"},
                                  2, 8, 20));
            TRY_VOID(ask_as_marta(
                tx, id,
                {"Do we keep the paper rota beside the app?", "From when on the app is enough", "The app stays"}, 24,
                -14, -5));
            TRY(bonus, ask_as_marta(tx, id,
                                    {"Shall the summer bonus become a day off?", "Whether each may choose",
                                     "What it costs in all stays the same"},
                                    26, -16, -8));
            TRY_VOID(voice::publish_decision(
                tx, house_.tools().keys, viewer_of(tx, people_[DemoCast::marta]), bonus,
                {1,
                 voice::Outcome::declined,
                 "The smallest stores could not open with a fifth of their people away in the same weeks.",
                 "Most would take the day; those with children would want to choose it themselves.",
                 {}},
                days_ago(9)));
            return true;
        });
    }
    base::Result<voice::QuestionId> ask_as_marta(db::Tx& tx, ProgrammeId programme, voice::QuestionWords const& words,
                                                 int asked_days_ago, int answers_in, int decision_in) {
        auto const id = tx.make_id<voice::QuestionId>();
        voice::QuestionAsked asked;
        asked.standing = voice::AskedAs::sponsor;
        asked.audience = voice::Audience::panel;
        asked.question = words.question;
        asked.undecided = words.undecided;
        asked.fixed = words.fixed;
        asked.answer_by = day_in(answers_in);
        asked.decide_by = day_in(decision_in);
        TRY_VOID(voice::ask_question(tx, house_.tools().keys, viewer_of(tx, people_[DemoCast::marta]), programme, id,
                                     asked, days_ago(asked_days_ago)));
        return id;
    }

    // What somebody asked a person to talk to.
    base::Result<bool> lay_concern() {
        return database_.write([&](db::Tx& tx) -> base::Result<bool> {
            auto const& keys = house_.tools().keys;
            auto const id = tx.make_id<care::ConcernId>();
            TRY_VOID(care::raise_concern(tx, keys, viewer_of(tx, people_[DemoCast::bruno]), pilot_, id,
                                         {people_[DemoCast::rosa],
                                          care::ConcernWish::advice_only,
                                          tx.make_id<care::ConcernMessageId>(),
                                          "My team lead asks what we will talk about in there. Do I have to tell?",
                                          {}},
                                         days_ago(3)));
            TRY_VOID(care::write_on_concern(
                tx, keys, viewer_of(tx, people_[DemoCast::rosa]), id, tx.make_id<care::ConcernMessageId>(),
                "No. What you two say stays between you two, and the charter says so. Shall "
                "I tell the leads once, without a name?",
                days_ago(2)));
            return true;
        });
    }

    // Two people to talk to, one of them from outside.
    base::Result<bool> name_contacts(db::Tx& tx, base::Instant then) {
        using access::Role;
        auto const house = access::house(organisation_);
        TRY_VOID(
            person::grant_role(tx, house, people_[DemoCast::rosa], Role::confidential_contact, std::nullopt, then));
        person::NewPerson wanted;
        wanted.name = "Ines Prado";
        wanted.email = "ines.prado@advice.example";
        wanted.language = "en";
        TRY(outside, person::add_person(tx, house, wanted, then));
        TRY_VOID(person::confirm_lines(tx, house, {outside.id}, then));
        TRY_VOID(person::grant_role(tx, house, outside.id, Role::confidential_contact, std::nullopt, then));
        return care::send_contact_link(tx, viewer_of(tx, people_[DemoCast::amir]), outside.id, then);
    }

    base::Result<ProgrammeId> set_up(DemoProgramme const& wanted) {
        auto const then = days_ago(wanted.begun_days_ago);
        return database_.write([&](db::Tx& tx) -> base::Result<ProgrammeId> {
            auto const created = programme::create_programme(
                tx, jo(tx), {std::string(wanted.name), programme::Direction::reverse, wanted.planned_pairs}, then);
            if (!created) return created.refusal();
            auto const stored = programme::store::find_programme(tx, organisation_, *created).value();
            programme::SetUpInput input;
            input.version = stored.version;
            input.settings = static_cast<programme::Settings const&>(stored);
            input.settings.purpose = std::string(wanted.purpose);
            input.settings.results_use = std::string(kResultsUse);
            input.settings.enrolment_closes_on = day_in(wanted.enrolment_days_left);
            input.settings.starts_on = day_in(wanted.enrolment_days_left + 14);
            input.settings.ends_on = day_in(wanted.enrolment_days_left + 14 + 182);
            input.aims = {{"learn_a_topic", {}}};
            input.eligibility.mentor.levels = {1};
            input.eligibility.mentee.levels = {2, 3, 4};
            TRY_VOID(programme::save_set_up(tx, jo(tx), *created, input, then));
            TRY(asked, programme::ask_sponsor(tx, jo(tx), *created, {people_[DemoCast::marta], {}, {}}, then));
            TRY_VOID(programme::accept_as_sponsor(tx, programme::link_of(asked, organisation_), {},
                                                  then + std::chrono::hours(5)));
            TRY_VOID(programme::move_programme(tx, jo(tx), *created, programme::State::enrolling,
                                               then + std::chrono::hours(6)));
            return *created;
        });
    }

    // Invites all, of whom the first `joining` say yes and write down what they bring and want.
    base::Result<bool> enrol(ProgrammeId id, DemoProgramme const& about, Side side,
                             std::vector<std::size_t> const& invited, std::size_t joining) {
        auto const then = days_ago(about.begun_days_ago) + std::chrono::hours(30);
        std::vector<PersonId> asked;
        for (auto const place : invited) asked.push_back(people_[place]);
        return database_.write([&](db::Tx& tx) -> base::Result<bool> {
            TRY_VOID(invitation::invite(tx, jo(tx), id, {side, asked, {}}, then));
            for (std::size_t i = 0; i < std::min(joining, asked.size()); ++i)
                TRY_VOID(join(tx, id, about, asked[i], then + std::chrono::minutes(50 * (i + 1))));
            return true;
        });
    }

    base::Result<bool> join(db::Tx& tx, ProgrammeId id, DemoProgramme const& about, PersonId person,
                            base::Instant now) {
        auto const viewer = viewer_of(tx, person);
        for (auto const& own : invitation::store::list_own(tx, viewer)) {
            if (own.programme_id != id) continue;
            TRY(given, invitation::answer(tx, viewer, own.id, invitation::Answer::yes, now));
            TRY_VOID(
                write_exchange(tx, viewer, base::as<programme::EnrolmentId>(given.enrolment_id.value()), about, now));
        }
        return true;
    }

    base::Result<bool> write_exchange(db::Tx& tx, access::Viewer const& viewer, programme::EnrolmentId enrolment,
                                      DemoProgramme const& about, base::Instant now) {
        auto const& keys = house_.tools().keys;
        TRY(exchange, topic::load_exchange(tx, viewer, enrolment, keys));
        auto const is_mentor = exchange.side == Side::mentor;
        topic::ExchangeInput input{exchange.version, {}, exchange.profile};
        for (auto const& key : some_of(is_mentor ? about.topics : kReturnTopics))
            input.topics.offers.push_back({key, static_cast<std::int32_t>(2 + random_->below(2))});
        std::int32_t priority = 0;
        for (auto const& key : some_of(is_mentor ? kReturnTopics : about.topics))
            input.topics.wants.push_back({key, ++priority});
        input.profile.usual_times = programme::WeeklySlots::working_hours().times();
        input.profile.languages = {"en"};
        input.profile.charter_read_version = pairing::charter_in("en").version;
        TRY_VOID(topic::save_exchange(tx, viewer, enrolment, input, keys, now));
        return true;
    }

    // Three different ones.
    std::vector<std::string> some_of(Topics topics) {
        std::vector<std::string> chosen;
        while (chosen.size() < 3) {
            std::string key(topics[random_->below(topics.size())]);
            if (std::ranges::find(chosen, key) == chosen.end()) chosen.push_back(std::move(key));
        }
        return chosen;
    }

    base::Result<matching::MatchRunId> match(ProgrammeId id, DemoProgramme const& about) {
        auto const now = house_.tools().clock.now();
        auto const started = database_.write([&](db::Tx& tx) -> base::Result<matching::MatchRun> {
            TRY_VOID(programme::move_programme(tx, jo(tx), id, programme::State::matching, now));
            return matching::start_run(tx, jo(tx), {id, {}, {}, {}, {}, {}}, about.planned_pairs, now);
        });
        if (!started) return started.refusal();
        house_.drain();
        return started->id;
    }

    access::Viewer jo(db::Tx& tx) { return viewer_of(tx, people_[DemoCast::jo]); }

    access::Viewer viewer_of(db::Tx& tx, PersonId person) const {
        auto viewer = access::house(organisation_);
        viewer.person = person;
        viewer.language = "en";
        viewer.time_zone = "Europe/Oslo";
        viewer.grants = signin::store::list_grants(tx, organisation_, person);
        return viewer;
    }

    House& house_;
    db::Database& database_;
    std::unique_ptr<base::Random> random_;
    std::uint64_t seed_;
    base::Instant today_;
    std::vector<DemoColleague> colleagues_;
    access::OrganisationId organisation_;
    std::vector<PersonId> people_;  // beside colleagues_
    ProgrammeId pilot_;
};

std::optional<organisation::Organisation> find_demo(db::Database& database) {
    auto const only = database.read([](db::Tx& tx) { return organisation::store::find_only(tx); });
    return only && only->is_demo ? only : std::nullopt;
}

base::Refusal not_empty() {
    return base::conflict("not_empty", "another organisation lives in this database; the demo needs one of its own");
}

}  // namespace

std::vector<DemoAccount> demo_accounts() {
    return {{"jo.byrne", kDemoStaffPassword, "coordinates the three programmes"},
            {"amir.haddad", kDemoStaffPassword, "administers people and roles"},
            {"ana.moreira", kDemoPassword, "brings what customers see"},
            {"sofia.lind", kDemoPassword, "a director who wants to know it"},
            {"rosa.lima", kDemoStaffPassword, "is a person to talk to"},
            {"marta.kowalska", kDemoPassword, "leads the house and stands for the programmes"}};
}

base::Refusal demo_stays_home(std::string const& address) {
    return base::conflict(
        "demo_stays_home",
        "The demo's passwords are known to everybody, so it lives on loopback alone and not on " + address + ".");
}

base::Result<bool> check_demo_stays_home(db::Database& database, std::string const& address) {
    if (!http::is_loopback(address) && find_demo(database)) return demo_stays_home(address);
    return true;
}

base::Result<bool> make_demo(House& house, std::uint64_t seed) {
    if (find_demo(house.tools().database)) return false;
    auto const many = house.tools().database.read([](db::Tx& tx) { return organisation::store::count(tx); });
    if (many > 0) return not_empty();
    return DemoMaker(house, seed).make();
}

}  // namespace app
