#include "meeting/holiday_store.hpp"

namespace meeting::store {
namespace {

// How the whole house stands in the table.
std::string stored_site(std::optional<std::string> const& site) {
    return site.value_or("");
}

struct SiteDay {
    std::string site;
    base::Day day;
};
BOOST_DESCRIBE_STRUCT(SiteDay, (), (site, day))

}  // namespace

std::vector<NamedDay> list_holidays(db::Tx& tx, access::OrganisationId organisation,
                                    std::optional<std::string> const& site, base::Day from) {
    return tx.all<NamedDay>(
        "SELECT day, name FROM holidays WHERE organisation_id = $1 AND site = $2 AND day >= $3 ORDER BY day",
        organisation, stored_site(site), from);
}

void save_holidays(db::Tx& tx, access::OrganisationId organisation, Holidays const& holidays) {
    auto const site = stored_site(holidays.site);
    tx.run("DELETE FROM holidays WHERE organisation_id = $1 AND site = $2", organisation, site);
    for (auto const& [day, name] : holidays.items)
        tx.run("INSERT INTO holidays (organisation_id, site, day, name) VALUES ($1, $2, $3, $4)", organisation, site,
               day, name);
}

bool is_site(db::Tx& tx, access::OrganisationId organisation, std::string const& site) {
    return tx
        .value<std::int64_t>(
            "SELECT 1 FROM people WHERE organisation_id = $1 AND site = $2 AND NOT is_name_only LIMIT 1", organisation,
            site)
        .has_value();
}

std::vector<NamedDay> holidays_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person,
                                  base::Day from, base::Day until) {
    return tx.all<NamedDay>(R"(
        SELECT holiday.day, MIN(holiday.name) AS name FROM holidays holiday
        JOIN people person ON person.organisation_id = holiday.organisation_id
        WHERE holiday.organisation_id = $1 AND person.id = $2 AND holiday.site IN ('', COALESCE(person.site, ''))
          AND holiday.day >= $3 AND holiday.day <= $4
        GROUP BY holiday.day ORDER BY holiday.day)",
                            organisation, person, from, until);
}

ClosedSites closed_sites_of(db::Tx& tx, access::OrganisationId organisation, base::Day from, base::Day until) {
    ClosedSites closed;
    for (auto const& one : tx.all<SiteDay>(R"(
             SELECT site, day FROM holidays WHERE organisation_id = $1 AND day >= $2 AND day <= $3)",
                                           organisation, from, until))
        closed.add(one.site, one.day);
    return closed;
}

std::string site_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person) {
    return tx
        .value<std::string>("SELECT COALESCE(site, '') FROM people WHERE organisation_id = $1 AND id = $2",
                            organisation, person)
        .value_or("");
}

base::Instant written_to_from(db::Tx& tx, access::OrganisationId organisation, access::PersonId person,
                              base::Instant at) {
    auto const today = base::utc_day(at);
    auto const sites = closed_sites_of(tx, organisation, today - 1, today + kLongestQuietDays + 1);
    auto const site = site_of(tx, organisation, person);
    auto const time_zone = tx.value<std::string>("SELECT time_zone FROM people WHERE organisation_id = $1 AND id = $2",
                                                 organisation, person);
    auto from = at;
    for (int day = 0; day < kLongestQuietDays && !sites.is_written_to(site, time_zone.value_or("UTC"), from); ++day)
        from = from + std::chrono::hours(24);
    return from;
}

}  // namespace meeting::store
