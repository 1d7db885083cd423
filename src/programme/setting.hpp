#pragma once
// A programme's settings one by one, each by its name and its value as JSON: what the log of changes says, and what can
// be locked by agreement (rules D16). No value is about a person.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/json.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace programme {

// What a coordinator and an employee representative can lock together. Fewest counts and times of keeping are no
// settings: nobody can change them.
enum class LockableSetting {
    results_use,
    aims,  // and with them what is asked
    uses_career_stage,
    waiting_is_comparison,
    anonymous_first,
    sign_thresholds,  // of the room `care`
};
BOOST_DESCRIBE_ENUM(LockableSetting, results_use, aims, uses_career_stage, waiting_is_comparison, anonymous_first,
                    sign_thresholds)

struct SettingValue {
    std::string setting;
    meta::Json value;
};

template <class T>
SettingValue value_of(std::string_view setting, T const& value) {
    return {std::string(setting), {json::write(value)}};
}
// Of every member.
std::vector<SettingValue> values_of(Settings const& settings);
// `settings` with this one as the JSON says. Refuses what no settings could hold.
base::Result<Settings> with_value(Settings const& settings, SettingValue const& wanted);

struct SettingDifference {
    std::string setting;
    meta::Json before;
    meta::Json after;
};
// Of values in the same order.
std::vector<SettingDifference> differences(std::span<SettingValue const> before, std::span<SettingValue const> after);

struct SettingLock {
    LockableSetting setting{};
    base::Day locked_on;
};
BOOST_DESCRIBE_STRUCT(SettingLock, (), (setting, locked_on))

// Refuses `setting_locked`, with every locked setting that would change.
base::Result<bool> check_locks(std::span<SettingLock const> locks, std::span<SettingDifference const> wanted);

enum class SettingChangeKind { changed, locked, unlocked };
BOOST_DESCRIBE_ENUM(SettingChangeKind, changed, locked, unlocked)

// Who changed it, and who of the other side agreed, where it was locked.
struct ChangedBy {
    std::optional<access::PersonId> changed_by;
    std::optional<access::PersonId> agreed_by;
};

}  // namespace programme
