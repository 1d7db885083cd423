#include "programme/setting_store.hpp"

#include "programme/programme_store.hpp"

namespace programme::store {
namespace {

constexpr std::array kChangeSortings{
    page::Sorting{SettingChangeSort::changed_at, "c.changed_at", page::Compared::as_number, page::Order::descending},
    page::Sorting{SettingChangeSort::setting, "c.setting"},
};

constexpr page::Listing kChanges{
    R"(c.id, c.setting, c.kind, c.before, c.after, c.changed_at, COALESCE(by.called_name, by.name) AS changed_by,
       COALESCE(other.called_name, other.name) AS agreed_by)",
    R"(FROM setting_changes c
       LEFT JOIN people AS by ON by.organisation_id = c.organisation_id AND by.id = c.changed_by
       LEFT JOIN people AS other ON other.organisation_id = c.organisation_id AND other.id = c.agreed_by
       WHERE c.organisation_id = $1 AND c.programme_id = $2 AND ($3 IS NULL OR c.setting LIKE $3 ESCAPE '!'))",
    "c.id"};

}  // namespace

std::vector<SettingValue> load_values(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    auto values = values_of(find_programme(tx, organisation, id).value());
    values.push_back(value_of("aims", list_aims(tx, organisation, id)));
    values.push_back(value_of("words", list_words(tx, organisation, id)));
    values.push_back(value_of("eligibility", load_eligibility(tx, organisation, id)));
    values.push_back(value_of("opened_tops", static_cast<std::int32_t>(list_opened_tops(tx, organisation, id).size())));
    return values;
}

std::vector<SettingLock> list_locks(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    return tx.all<SettingLock>(R"(SELECT setting, locked_on FROM setting_locks
                                  WHERE organisation_id = $1 AND programme_id = $2 ORDER BY setting)",
                               organisation, id);
}

bool insert_lock(db::Tx& tx, OrganisationId organisation, ProgrammeId id, SettingLock const& lock) {
    return tx.run(R"(INSERT INTO setting_locks (organisation_id, programme_id, setting, locked_on)
                     VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING)",
                  organisation, id, lock.setting, lock.locked_on) > 0;
}

void delete_lock(db::Tx& tx, OrganisationId organisation, ProgrammeId id, LockableSetting setting) {
    tx.run("DELETE FROM setting_locks WHERE organisation_id = $1 AND programme_id = $2 AND setting = $3", organisation,
           id, setting);
}

void insert_change(db::Tx& tx, OrganisationId organisation, ProgrammeId id, SettingChangeKind kind,
                   SettingDifference const& change, ChangedBy const& by, base::Instant now) {
    tx.run(R"(INSERT INTO setting_changes (organisation_id, id, programme_id, setting, kind, before, after, changed_at,
                     changed_by, agreed_by)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))",
           organisation, tx.make_id<SettingChangeId>(), id, change.setting, kind, change.before, change.after, now,
           by.changed_by, by.agreed_by);
}

base::Result<page::Rows<SettingChange>> list_changes(db::Tx& tx, OrganisationId organisation, ProgrammeId id,
                                                     SettingChangeQuery const& query) {
    return page::read<SettingChange>(tx, query, kChangeSortings, kChanges, organisation, id,
                                     page::folded_part(query.search));
}

void forget_changes(db::Tx& tx, OrganisationId organisation, base::Instant closed_before) {
    for (auto const* rows : {"setting_changes", "setting_locks"})
        tx.run(std::string("DELETE FROM ") + rows + R"( WHERE organisation_id = $1 AND programme_id IN (
                   SELECT id FROM programmes WHERE organisation_id = $1 AND closed_at IS NOT NULL AND closed_at < $2))",
               organisation, closed_before);
}

}  // namespace programme::store
