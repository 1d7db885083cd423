#include "organisation/organisation_store.hpp"

#include "platform/zone.hpp"

namespace organisation::store {

namespace {

constexpr std::string_view kOrganisationById = R"(
    SELECT organisation_id, name, slug, language, time_zone, is_demo, created_at, version
    FROM organisations WHERE organisation_id = $1)";

constexpr std::string_view kOrganisationBySlug = R"(
    SELECT organisation_id, name, slug, language, time_zone, is_demo, created_at, version
    FROM organisations WHERE slug = $1)";

constexpr std::string_view kFirstTwoOrganisations = R"(
    SELECT organisation_id, name, slug, language, time_zone, is_demo, created_at, version
    FROM organisations ORDER BY created_at, organisation_id LIMIT 2)";

}  // namespace

Organisation load(db::Tx& tx, access::OrganisationId id) {
    return tx.one<Organisation>(kOrganisationById, id).value();
}

base::Instant end_of(db::Tx& tx, access::OrganisationId id, base::Day day) {
    return zone::start_of(day + 1, load(tx, id).time_zone);
}

base::Day today(db::Tx& tx, access::OrganisationId id, base::Instant now) {
    return zone::day_of(now, load(tx, id).time_zone);
}

std::optional<Organisation> find_by_slug(db::Tx& tx, std::string_view slug) {
    return tx.one<Organisation>(kOrganisationBySlug, slug);
}

std::optional<Organisation> find_only(db::Tx& tx) {
    auto first_two = tx.all<Organisation>(kFirstTwoOrganisations);
    if (first_two.size() != 1) return std::nullopt;
    return std::move(first_two.front());
}

std::int64_t count(db::Tx& tx) {
    return tx.value<std::int64_t>("SELECT COUNT(*) FROM organisations").value();
}

std::int64_t count_real(db::Tx& tx) {
    return tx.value<std::int64_t>("SELECT COUNT(*) FROM organisations WHERE NOT is_demo").value();
}

void insert(db::Tx& tx, Organisation const& organisation) {
    tx.run(R"(
        INSERT INTO organisations (organisation_id, name, slug, language, time_zone, is_demo, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation.organisation_id, organisation.name, organisation.slug, organisation.language,
           organisation.time_zone, organisation.is_demo, organisation.created_at, organisation.version);
}

bool update(db::Tx& tx, Organisation const& organisation) {
    return tx.run(R"(
        UPDATE organisations SET name = $3, language = $4, time_zone = $5, version = version + 1
        WHERE organisation_id = $1 AND version = $2)",
                  organisation.organisation_id, organisation.version, organisation.name, organisation.language,
                  organisation.time_zone) == 1;
}

}  // namespace organisation::store
