#include "care/reporting_channel_store.hpp"

namespace care::store {

std::vector<NamedOfficial> list_officials(db::Tx& tx, access::OrganisationId organisation) {
    return tx.all<NamedOfficial>(
        "SELECT country, name, link FROM reporting_channels WHERE organisation_id = $1 ORDER BY country", organisation);
}

void save_official(db::Tx& tx, access::OrganisationId organisation, std::string const& country,
                   Official const& official) {
    tx.run(R"(
        INSERT INTO reporting_channels (organisation_id, country, name, link) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, country) DO UPDATE SET name = excluded.name, link = excluded.link)",
           organisation, country, official.name, official.link);
}

bool remove_official(db::Tx& tx, access::OrganisationId organisation, std::string const& country) {
    return tx.run("DELETE FROM reporting_channels WHERE organisation_id = $1 AND country = $2", organisation,
                  country) == 1;
}

}  // namespace care::store
