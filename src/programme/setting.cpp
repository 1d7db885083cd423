#include "programme/setting.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace programme {

std::vector<SettingValue> values_of(Settings const& settings) {
    std::vector<SettingValue> values;
    for (auto const& field : meta::of<Settings>().fields) {
        std::string text;
        json::write(text, *field.type, field.of(static_cast<void const*>(&settings)));
        values.push_back({std::string(field.name), {std::move(text)}});
    }
    return values;
}

base::Result<Settings> with_value(Settings const& settings, SettingValue const& wanted) {
    std::string document;
    for (auto const& [setting, value] : values_of(settings)) {
        document += document.empty() ? '{' : ',';
        json::write_text(document, setting);
        document += ':' + (setting == wanted.setting ? wanted.value.text : value.text);
    }
    return json::read<Settings>(document + '}');
}

std::vector<SettingDifference> differences(std::span<SettingValue const> before, std::span<SettingValue const> after) {
    std::vector<SettingDifference> found;
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
        if (before[i].value != after[i].value) found.push_back({before[i].setting, before[i].value, after[i].value});
    return found;
}

base::Result<bool> check_locks(std::span<SettingLock const> locks, std::span<SettingDifference const> wanted) {
    std::vector<std::string> locked;
    for (auto const& one : wanted)
        if (std::ranges::any_of(locks, [&](auto const& lock) { return meta::name_of(lock.setting) == one.setting; }))
            locked.push_back(one.setting);
    if (locked.empty()) return true;
    auto refusal = base::conflict("setting_locked", "propose the change, and the employee representative answers it",
                                  {{"settings", base::join(locked, ",")}});
    for (auto const& setting : locked)
        refusal.errors.push_back({(setting == "aims" ? "/" : "/settings/") + setting, "setting_locked", {}});
    return refusal;
}

}  // namespace programme
