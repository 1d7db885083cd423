#include "preparation/plan.hpp"

#include <algorithm>

namespace preparation {
namespace {

base::Result<bool> check_planned(Plan const& plan, PlannedModule const& planned, std::string const& pointer) {
    auto const* of_house = find_module("en", planned.module);
    if (!of_house) {
        if (!is_of_a_side(planned.reader)) return base::invalid(pointer + "/reader", "no_side");
        bool const is_own =
            std::ranges::any_of(plan.own, [&](OwnModule const& own) { return own.id.text() == planned.module; });
        if (!is_own) return base::invalid(pointer + "/key", "unknown");
        return true;
    }
    if (!is_of_a_side(of_house->reader)) return base::invalid(pointer + "/key", "no_side");
    if (is_in_every_plan(*of_house) && !planned.is_core) return base::invalid(pointer + "/is_core", "must_be_core");
    return true;
}

}  // namespace

bool is_in_every_plan(Module const& module) {
    return module.is_small;
}

Plan default_plan(std::int32_t planned_pairs) {
    bool const is_small = planned_pairs <= programme::kSmallProgramme;
    Plan plan;
    for (auto const& module : modules_in("en"))
        if (is_of_a_side(module.reader))
            plan.modules.push_back({module.key, module.reader, is_small ? module.is_small : module.is_core});
    // What is core is read first.
    std::ranges::stable_partition(plan.modules, &PlannedModule::is_core);
    return plan;
}

base::Result<Plan> checked(Plan plan) {
    if (plan.modules.size() > kMostModules)
        return base::invalid("/modules", "too_many", {{"most", std::to_string(kMostModules)}});
    if (plan.own.size() > kMostOwnModules)
        return base::invalid("/modules", "too_many", {{"most", std::to_string(kMostOwnModules)}});
    std::set<std::string, std::less<>> seen;
    for (std::size_t position = 0; position < plan.modules.size(); ++position) {
        auto const pointer = "/modules/" + std::to_string(position);
        auto& planned = plan.modules[position];
        if (auto const* of_house = find_module("en", planned.module)) planned.reader = of_house->reader;
        TRY_VOID(check_planned(plan, planned, pointer));
        if (!seen.insert(planned.module).second) return base::invalid(pointer + "/key", "twice");
    }
    for (auto const& module : modules_in("en"))
        if (is_in_every_plan(module) && !seen.contains(module.key))
            return base::invalid("/modules", "required", {{"key", module.key}});
    return plan;
}

std::vector<PlannedModule> missing_of(Plan const& plan, Side side, std::set<std::string, std::less<>> const& done) {
    std::vector<PlannedModule> missing;
    for (auto const& planned : plan.modules)
        if (planned.is_core && is_for(planned.reader, side) && !done.contains(planned.module))
            missing.push_back(planned);
    return missing;
}

}  // namespace preparation
