#include "organisation/organisation_actions.hpp"

#include <fmt/format.h>

#include "base/version.hpp"
#include "organisation/organisation_store.hpp"

namespace organisation {

namespace {

std::string free_slug(db::Tx& tx, std::string const& wanted) {
    std::string slug = wanted;
    for (int number = 2; store::find_by_slug(tx, slug); ++number) slug = fmt::format("{}-{}", wanted, number);
    return slug;
}

}  // namespace

base::Result<Organisation> create_organisation(db::Tx& tx, NewOrganisation const& wanted, base::Instant now) {
    Organisation blank;
    blank.organisation_id = tx.make_id<access::OrganisationId>();
    blank.is_demo = wanted.is_demo;
    blank.created_at = now;
    TRY(created, change(std::move(blank), {wanted.name, wanted.language, wanted.time_zone}));
    created.slug = free_slug(tx, slug_from(created.name));
    store::insert(tx, created);
    audit::record(tx, access::house(created.organisation_id), organisation_created, base::any(created.organisation_id),
                  {}, now);
    return created;
}

base::Result<Organisation> apply_settings(db::Tx& tx, access::Viewer const& viewer, Settings const& settings,
                                          std::int64_t version, base::Instant now) {
    auto current = store::load(tx, viewer.organisation);
    TRY_VOID(base::check_version("organisation", version, current.version));
    TRY(changed, change(std::move(current), settings));
    if (!store::update(tx, changed)) return base::stale("organisation", store::load(tx, viewer.organisation).version);
    audit::record(tx, viewer, organisation_changed, base::any(viewer.organisation), {}, now);
    changed.version += 1;
    return changed;
}

}  // namespace organisation
