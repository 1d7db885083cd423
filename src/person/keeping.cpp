#include "person/keeping.hpp"

#include "base/text.hpp"

namespace person {

namespace {

std::vector<bool> find_listed(ImportRoll& roll) {
    std::vector<bool> is_listed(roll.entries.size(), false);
    if (roll.mapping.keep == Keep::everyone) return is_listed;
    for (auto const& listed : roll.mapping.listed) {
        auto found = roll.by_external_id.find(base::trim(listed));
        if (!found) found = roll.by_email.find(base::fold(listed));
        if (!found) found = roll.by_name.find(name_key(speak(listed).whole));
        if (found)
            is_listed[*found] = true;
        else
            roll.plan.report.listed_not_found.push_back(listed);
    }
    return is_listed;
}

class Keeping {
  public:
    explicit Keeping(ImportRoll& roll) : roll_(roll), is_listed_(find_listed(roll)) {}

    void keep() {
        roll_.plan.report.uninvited = Uninvited{};
        for (auto& entry : roll_.entries) entry.is_kept = false;
        for (std::size_t at = 0; at < roll_.entries.size(); ++at)
            if (stays_.emplace_back(stays(at))) keep_line_of(at);
        keep_top();
        for (std::size_t at = 0; at < roll_.entries.size(); ++at)
            if (!stays_[at]) let_go(at);
    }

  private:
    bool was_known(std::size_t at) const {
        return at < roll_.ground.people.size() && !roll_.ground.people[at].is_name_only;
    }

    bool stays(std::size_t at) {
        auto& entry = roll_.entries[at];
        if (is_listed_[at]) {
            // Wanted once more: another 90 days in which to be invited.
            if (was_known(at) && is_due(entry.person, roll_.ground.now))
                entry.person.removable_at = roll_.ground.now + kKeptUninvited;
            return true;
        }
        if (!was_known(at) && entry.row) return roll_.mapping.keep == Keep::everyone;
        if (!is_due(entry.person, roll_.ground.now)) return true;
        if (!was_known(at) || !roll_.mapping.keep_uninvited.value_or(false)) return false;
        ++roll_.plan.report.uninvited->stay;
        return true;
    }

    void keep_line_of(std::size_t at) {
        for (std::optional<std::size_t> up = at; up && !roll_.entries[*up].is_kept; up = roll_.entries[*up].manager)
            roll_.entries[*up].is_kept = true;
    }

    // The tree names its top, also where nobody in its line stays.
    void keep_top() {
        for (auto& entry : roll_.entries)
            if (roll_.plan.top_id == entry.person.id) entry.is_kept = true;
    }

    void let_go(std::size_t at) {
        auto& entry = roll_.entries[at];
        if (was_known(at)) {
            auto& uninvited = *roll_.plan.report.uninvited;
            ++(entry.is_kept ? uninvited.kept_as_names : uninvited.removed);
        }
        if (!entry.is_kept && !entry.is_new) roll_.plan.removed.push_back(entry.person.id);
        if (entry.person.is_name_only) return;
        entry.person = name_and_place(entry.person, roll_.ground.now);
        // A name before and a name again: nothing to save.
        if (!entry.is_new && !was_known(at)) entry.person.removable_at = roll_.ground.people[at].removable_at;
    }

    ImportRoll& roll_;
    std::vector<bool> is_listed_;
    std::vector<bool> stays_;
};

}  // namespace

bool is_due(Person const& person, base::Instant now) {
    return person.removable_at && *person.removable_at <= now;
}

Person name_and_place(Person const& person, base::Instant now) {
    Person bare;
    bare.id = person.id;
    bare.name = person.name;
    bare.external_id = person.external_id;
    bare.language = person.language;
    bare.time_zone = person.time_zone;
    bare.manager_id = person.manager_id;
    bare.line_state = person.line_state;
    bare.people_under = person.people_under;
    bare.outside_confirmed_at = person.outside_confirmed_at;
    bare.is_active = person.is_active;
    bare.is_name_only = true;
    bare.sign_in_epoch = person.sign_in_epoch;
    if (person.removable_at) bare.removable_at = now;
    bare.created_at = person.created_at;
    bare.version = person.version;
    return bare;
}

void keep_needed(ImportRoll& roll) {
    Keeping(roll).keep();
}

}  // namespace person
