#include "matching/run_fairness.hpp"

#include <algorithm>
#include <map>

namespace matching {

namespace {

class AuditedPeople {
  public:
    explicit AuditedPeople(LoadedWorld const& loaded) : loaded_(loaded) {
        for (auto const* side : {&loaded.world.mentors, &loaded.world.mentees})
            for (auto const& profile : *side)
                if (profile.free_places > 0) people_.try_emplace(profile.person, audited(profile));
    }

    void give_partner(engine::Profile const& profile, std::int32_t benefit) {
        auto& person = people_.try_emplace(profile.person, audited(profile)).first->second;
        ++person.partners;
        person.benefit += benefit;
    }

    [[nodiscard]] std::vector<AuditedPerson> all() const {
        std::vector<AuditedPerson> all;
        for (auto const& [identity, person] : people_) all.push_back(person);
        return all;
    }

  private:
    [[nodiscard]] AuditedPerson audited(engine::Profile const& profile) const {
        return {0,
                0,
                {loaded_.departments[profile.department], loaded_.sites[profile.site],
                 profile.level ? std::to_string(*profile.level) : std::string()}};
    }

    LoadedWorld const& loaded_;
    std::map<base::IdBytes, AuditedPerson> people_;
};

}  // namespace

FairnessAudit fairness_of(LoadedWorld const& loaded, engine::Candidates const& candidates,
                          engine::Assignment const& assignment) {
    AuditedPeople people(loaded);
    for (auto const& c : candidates.list) {
        if (!std::binary_search(assignment.couples.begin(), assignment.couples.end(),
                                engine::Couple{c.mentor, c.mentee}))
            continue;
        people.give_partner(loaded.world.mentors[c.mentor], c.mentor_benefit);
        people.give_partner(loaded.world.mentees[c.mentee], c.mentee_benefit);
    }
    return audit_fairness(people.all(), {"department", "site", "level"}, kLeastGroup);
}

}  // namespace matching
