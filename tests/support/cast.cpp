#include "support/cast.hpp"

#include <optional>

#include "base/text.hpp"

namespace support {
namespace {

struct GrantedRole {
    access::Role role;
    std::optional<access::ProgrammeId> programme_id;
};
BOOST_DESCRIBE_STRUCT(GrantedRole, (), (role, programme_id))

struct NewColleague {
    std::string name;
    std::string job_title;
    std::string department;
    int level;
    std::optional<access::PersonId> manager;
};

class CastMaker {
  public:
    CastMaker(db::Tx& tx, base::Instant now) : tx_(tx), now_(now) {}

    access::OrganisationId organisation(std::string const& name) {
        organisation_ = tx_.make_id<access::OrganisationId>();
        tx_.run(R"(INSERT INTO organisations (organisation_id, name, slug, language, time_zone, is_demo, created_at,
                                              version)
                   VALUES ($1, $2, $3, 'en', 'Europe/London', FALSE, $4, 1))",
                organisation_, name, organisation_.text(), now_);
        return organisation_;
    }

    access::PersonId person(NewColleague const& colleague) {
        auto id = tx_.make_id<access::PersonId>();
        tx_.run(R"(INSERT INTO people (organisation_id, id, name, name_folded, email, sign_in_name, external_id,
                                       department, site, job_title, level, time_zone, language, manager_id, line_state,
                                       people_under, is_active, is_name_only, sign_in_epoch, created_at, version)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'Leeds', $9, $10, 'Europe/London', 'en', $11, 'known',
                           0, TRUE, FALSE, 1, $12, 1))",
                organisation_, id, colleague.name, base::fold(colleague.name), sign_in_name(colleague) + "@example.org",
                sign_in_name(colleague), "E-" + sign_in_name(colleague), colleague.department, colleague.job_title,
                colleague.level, colleague.manager, now_);
        return id;
    }

    // One after the other, so that lists by time are in the same order in every world, whatever the ids are.
    base::Instant next_moment() { return now_ + base::Duration(++roles_); }

    void role(access::PersonId person, std::string_view role, std::optional<access::ProgrammeId> programme) {
        tx_.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                   VALUES ($1, $2, $3, $4, $5, $6))",
                organisation_, tx_.make_id<base::AnyId>(), person, role, programme, next_moment());
    }

    void tree(access::PersonId top, int headcount) {
        tx_.run("UPDATE people SET people_under = $3 WHERE organisation_id = $1 AND id = $2", organisation_, top,
                headcount - 1);
        tx_.run(R"(INSERT INTO reporting_trees (organisation_id, top_id, headcount, counted_at)
                   VALUES ($1, $2, $3, $4))",
                organisation_, top, headcount, now_);
    }

    access::ProgrammeId programme(std::string const& name) {
        auto id = tx_.make_id<access::ProgrammeId>();
        tx_.run(
            R"(INSERT INTO programmes (organisation_id, id, name, state, direction, language, purpose, planned_pairs,
                       suggestions_each, rounds, round_days, closing_working_days, mentor_capacity, mentee_capacity,
                       total_capacity, department_rule, site_rule, uses_career_stage, waiting_order,
                       waiting_is_comparison, cadence, channel, notice_days, booking_side, leading_side, created_at,
                       enrolling_at, publication_wait_minutes, version)
                   VALUES ($1, $2, $3, 'matching', 'reverse', 'en', 'See what customers see', 15, 1, 2, 14, 5, 1, 1, 2,
                           'any', 'any', FALSE, 'first_come', FALSE, 'monthly', 'in_person', 2, 'mentee', 'mentor',
                           $4, $4, 0, 1))",
            organisation_, id, name, now_);
        return id;
    }

    EnrolmentId enrolment(access::ProgrammeId programme, access::PersonId person, std::string_view side) {
        auto id = tx_.make_id<EnrolmentId>();
        tx_.run(R"(INSERT INTO enrolments (organisation_id, id, programme_id, person_id, side, state, joined_on,
                       capacity, shows_motivation, agenda_style, talking_style, thinking_style, rhythm_style,
                       learning_style, remarks_style, weekly_slots, languages, helps, shows_helps,
                       shows_will_not_discuss, version)
                   VALUES ($1, $2, $3, $4, $5, 'joined', $6, 1, FALSE, 'no_matter', 'no_matter', 'no_matter',
                           'no_matter', 'no_matter', 'no_matter', $7, 'en', '', FALSE, FALSE, 1))",
                organisation_, id, programme, person, side, base::utc_day(now_), meta::Bytes{});
        return id;
    }

    void offer(EnrolmentId enrolment, std::string_view topic) {
        tx_.run(R"(INSERT INTO offers (organisation_id, id, enrolment_id, topic, strength) VALUES ($1, $2, $3, $4, 2))",
                organisation_, tx_.make_id<base::AnyId>(), enrolment, topic);
    }
    void want(EnrolmentId enrolment, std::string_view topic) {
        tx_.run(R"(INSERT INTO wants (organisation_id, id, enrolment_id, topic, priority) VALUES ($1, $2, $3, $4, 1))",
                organisation_, tx_.make_id<base::AnyId>(), enrolment, topic);
    }

  private:
    static std::string sign_in_name(NewColleague const& colleague) {
        return base::split(base::plain_letters(colleague.name), ' ').front();
    }

    db::Tx& tx_;
    base::Instant now_;
    int roles_ = 0;
    access::OrganisationId organisation_;
};

void add_colleagues(Cast& cast, CastMaker& make) {
    cast.marta = make.person({"Marta Kowalska", "Chief Executive", "Board", 5, std::nullopt});
    cast.lena = make.person({"Lena Vogel", "Store Manager", "Stores", 2, cast.marta});
    cast.ana = make.person({"Ana Moreira", "Trainee", "Stores", 1, cast.lena});
    cast.bruno = make.person({"Bruno Castelli", "Sales Assistant", "Stores", 1, cast.lena});
    cast.sofia = make.person({"Sofia Lind", "Director of Logistics", "Logistics", 4, cast.marta});
    cast.david = make.person({"David Okafor", "Director of Finance", "Finance", 4, cast.marta});
    cast.jo = make.person({"Jo Byrne", "HR Partner", "People", 2, cast.marta});
    cast.kim = make.person({"Kim Park", "HR Partner", "People", 2, cast.marta});
    cast.amir = make.person({"Amir Haddad", "IT Lead", "Technology", 3, cast.marta});
    cast.nina = make.person({"Nina Roth", "HR Analyst", "People", 2, cast.marta});
    cast.rosa = make.person({"Rosa Lima", "Works Council", "Council", 2, cast.marta});
    make.tree(cast.marta, 11);
}

void add_programme(Cast& cast, CastMaker& make) {
    cast.programme = make.programme("Customers first");
    make.role(cast.jo, "coordinator", cast.programme);
    make.role(cast.kim, "coordinator", cast.programme);
    make.role(cast.marta, "sponsor", cast.programme);
    make.role(cast.nina, "analyst", cast.programme);
    make.role(cast.rosa, "employee_representative", std::nullopt);
    make.role(cast.amir, "administrator", std::nullopt);
    cast.ana_enrolled = make.enrolment(cast.programme, cast.ana, "mentor");
    cast.bruno_enrolled = make.enrolment(cast.programme, cast.bruno, "mentor");
    cast.sofia_enrolled = make.enrolment(cast.programme, cast.sofia, "mentee");
    cast.david_enrolled = make.enrolment(cast.programme, cast.david, "mentee");
    for (auto enrolled : {cast.ana_enrolled, cast.bruno_enrolled}) {
        make.offer(enrolled, "C1");
        make.want(enrolled, "I1");
    }
    for (auto enrolled : {cast.sofia_enrolled, cast.david_enrolled}) {
        make.offer(enrolled, "I1");
        make.want(enrolled, "C1");
    }
}

}  // namespace

base::Instant cast_time() {
    return base::start_of_utc(*base::make_day(2026, 11, 22)) + std::chrono::hours(9);
}

Cast make_cast(db::Tx& tx, base::Instant now) {
    Cast cast;
    CastMaker make(tx, now);
    cast.organisation = make.organisation("Nordlys");
    add_colleagues(cast, make);
    add_programme(cast, make);
    cast.elsewhere = make.organisation("Elsewhere");
    cast.otto = make.person({"Otto Brandt", "HR Lead", "People", 3, std::nullopt});
    make.tree(cast.otto, 1);
    cast.programme_elsewhere = make.programme("Elsewhere first");
    make.role(cast.otto, "administrator", std::nullopt);
    make.role(cast.otto, "coordinator", cast.programme_elsewhere);
    make.role(cast.otto, "conflicts", std::nullopt);
    return cast;
}

Cast make_cast(db::Database& database, base::Instant now) {
    return database.write([&](db::Tx& tx) -> base::Result<Cast> { return make_cast(tx, now); }).value();
}

access::PersonId enrol_another(db::Tx& tx, Cast const& cast, EnrolmentId like, std::string const& name) {
    auto const person = tx.make_id<access::PersonId>();
    tx.run(
        R"(INSERT INTO people (organisation_id, id, name, name_folded, sign_in_name, department, site, job_title, level,
                  time_zone, language, manager_id, line_state, is_active, is_name_only, people_under, sign_in_epoch,
                  created_at, version)
              SELECT who.organisation_id, $2, $3, $4, $5, department, site, job_title, level, time_zone, language,
                     manager_id, line_state, TRUE, FALSE, 0, 1, created_at, 1
              FROM people AS who JOIN enrolments AS joined
                ON joined.organisation_id = who.organisation_id AND joined.person_id = who.id
              WHERE who.organisation_id = $1 AND joined.id = $6)",
        cast.organisation, person, name, base::fold(name), person.text(), like);
    auto const enrolled = tx.make_id<EnrolmentId>();
    tx.run(R"(INSERT INTO enrolments (organisation_id, id, programme_id, person_id, side, state, joined_on, capacity,
                  shows_motivation, agenda_style, talking_style, thinking_style, rhythm_style, learning_style,
                  remarks_style, weekly_slots, languages, helps, shows_helps, shows_will_not_discuss, version)
              SELECT organisation_id, $2, programme_id, $3, side, state, joined_on, capacity, shows_motivation,
                     agenda_style, talking_style, thinking_style, rhythm_style, learning_style, remarks_style,
                     weekly_slots, languages, helps, shows_helps, shows_will_not_discuss, version
              FROM enrolments WHERE organisation_id = $1 AND id = $4)",
           cast.organisation, enrolled, person, like);
    for (auto const& [table, weight] : {std::pair{"offers", "strength"}, std::pair{"wants", "priority"}})
        for (auto const& topic : tx.values<std::string>(
                 std::string("SELECT topic FROM ") + table + " WHERE organisation_id = $1 AND enrolment_id = $2",
                 cast.organisation, like))
            tx.run(std::string("INSERT INTO ") + table + " (organisation_id, id, enrolment_id, topic, " + weight +
                       ") VALUES ($1, $2, $3, $4, 1)",
                   cast.organisation, tx.make_id<base::AnyId>(), enrolled, topic);
    return person;
}

void make_partners_of_before(db::Tx& tx, Cast const& cast, access::PersonId mentor, access::PersonId mentee) {
    auto const partners = tx.make_id<base::AnyId>();
    tx.run(R"(INSERT INTO partners (organisation_id, id, programme_id, first_on, last_on)
              VALUES ($1, $2, $3, '2026-01-01', '2026-05-01'))",
           cast.organisation, partners, cast.programme);
    tx.run(R"(INSERT INTO partner_people (organisation_id, partner_id, side, person_id)
              VALUES ($1, $2, 'mentor', $3), ($1, $2, 'mentee', $4))",
           cast.organisation, partners, mentor, mentee);
}

access::Viewer viewer_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person) {
    access::Viewer viewer;
    viewer.organisation = organisation;
    viewer.person = person;
    viewer.sign_in_epoch = 1;
    viewer.language = tx.value<std::string>("SELECT language FROM people WHERE organisation_id = $1 AND id = $2",
                                            organisation, person)
                          .value_or("en");
    viewer.time_zone = "Europe/London";
    for (auto const& granted : tx.all<GrantedRole>("SELECT role, programme_id FROM roles WHERE organisation_id = $1 "
                                                   "AND person_id = $2 ORDER BY granted_at, id",
                                                   organisation, person))
        viewer.grants.push_back({granted.role, granted.programme_id});
    return viewer;
}

}  // namespace support
