#include "programme/setting_actions.hpp"

#include <algorithm>

#include "base/version.hpp"
#include "programme/programme_actions.hpp"
#include "programme/programme_store.hpp"
#include "programme/setting_store.hpp"

namespace programme {
namespace {

struct AimsWanted {
    std::vector<Aim> aims;
};
BOOST_DESCRIBE_STRUCT(AimsWanted, (), (aims))

base::Result<std::vector<Aim>> read_aims(meta::Json const& value, std::int32_t planned_pairs) {
    TRY(wanted, json::read<AimsWanted>(R"({"aims":)" + value.text + "}"));
    if (std::ssize(wanted.aims) > kMostAims) return base::invalid("/aims", "too_long", {{"most", "3"}});
    return check_aims(std::move(wanted.aims), planned_pairs);
}

base::Result<Settings> read_settings(Programme const& before, LockableSetting setting, meta::Json const& value) {
    TRY(wanted, with_value(before, {std::string(meta::name_of(setting)), value}));
    return check_settings(before, wanted);
}

}  // namespace

base::Result<bool> log_changes(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id,
                               std::span<SettingValue const> before, std::span<SettingValue const> after,
                               base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const found = differences(before, after);
    TRY_VOID(check_locks(store::list_locks(tx, organisation, id), found));
    for (auto const& one : found)
        store::insert_change(tx, organisation, id, SettingChangeKind::changed, one, {viewer.person, {}}, now);
    return true;
}

void log_agreed(db::Tx& tx, OrganisationId organisation, ProgrammeId id, SettingChangeKind kind,
                SettingDifference const& change, ChangedBy const& by, base::Instant now) {
    store::insert_change(tx, organisation, id, kind, change, by, now);
}

std::optional<meta::Json> find_value(db::Tx& tx, OrganisationId organisation, ProgrammeId id, LockableSetting setting) {
    auto const values = store::load_values(tx, organisation, id);
    auto const found = std::ranges::find(values, meta::name_of(setting), &SettingValue::setting);
    if (found == values.end()) return std::nullopt;
    return found->value;
}

base::Result<meta::Json> check_value(Programme const& before, LockableSetting setting, meta::Json const& value) {
    if (setting == LockableSetting::aims) {
        TRY(aims, read_aims(value, before.planned_pairs));
        return value_of("", aims).value;
    }
    TRY(settings, read_settings(before, setting, value));
    auto const values = values_of(settings);
    auto const found = std::ranges::find(values, meta::name_of(setting), &SettingValue::setting);
    if (found == values.end()) return base::invalid("/setting", "enum");
    return found->value;
}

base::Result<bool> apply_value(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id, LockableSetting setting,
                               meta::Json const& value, base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const before = store::find_programme(tx, organisation, id);
    if (!before) return base::not_found("programme");
    Settings settings = *before;
    if (setting == LockableSetting::aims) {
        TRY(aims, read_aims(value, before->planned_pairs));
        store::replace_aims(tx, organisation, id, aims);
    } else {
        TRY(wanted, read_settings(*before, setting, value));
        settings = wanted;
    }
    if (!store::save_settings(tx, organisation, id, before->version, settings))
        return base::stale("programme", before->version);
    audit::record(tx, viewer, kProgrammeChanged, base::any(id), audit::Facts().number("version", before->version + 1),
                  now);
    return true;
}

void forget_setting_changes(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    store::forget_changes(tx, organisation, now - std::chrono::hours(24) * kSettingChangesKeptDays);
}

}  // namespace programme
