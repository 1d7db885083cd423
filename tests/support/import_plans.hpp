#pragma once
// Imports that are read and planned without a database, and carried out on the ground they stand on.

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "person/people_import.hpp"

namespace support {

inline base::Day const kImportDay = *base::parse_day("2026-11-22");

// Marta, Bruno under her, Ana under him.
inline constexpr std::string_view kSmallHouse =
    "ID,Name,E-Mail,Department,Manager ID\n"
    "1,Marta Costa,marta@example.org,Board,\n"
    "2,\"Lopes, Bruno\",bruno@example.org,Retail,1\n"
    "3,Ana Silva,ana@example.org,Retail,2\n";

inline person::ColumnMapping proposed_for(std::string_view octets) {
    auto headers = person::read_headers(octets);
    return person::mapping_of(person::propose_columns(*headers));
}

inline person::ImportGround empty_ground() {
    return {{}, {}, 0, "en", "Europe/London", base::start_of_utc(kImportDay), kImportDay};
}

inline person::ImportPlan planned(std::string_view octets, person::ColumnMapping const& mapping,
                                  person::ImportGround const& ground = empty_ground()) {
    static auto const random = base::seeded_random(5);
    auto file = person::read_import(octets, mapping, kImportDay);
    EXPECT_TRUE(file) << (file ? "" : file.refusal().code);
    return file ? person::plan_import(*file, mapping, ground, *random) : person::ImportPlan{};
}

// With people recognised by name.
inline person::ImportPlan planned(std::string_view octets, person::ImportGround const& ground = empty_ground()) {
    auto mapping = proposed_for(octets);
    mapping.recognise_by_name = true;
    return planned(octets, mapping, ground);
}

// What the house holds after the plan was carried out.
inline person::ImportGround carried_out(person::ImportPlan const& plan, person::ImportGround ground) {
    for (auto const& planned : plan.people) {
        if (planned.is_new) {
            ground.people.push_back(planned.after);
            continue;
        }
        for (auto& person : ground.people)
            if (person.id == planned.after.id) person = planned.after;
    }
    ground.top_id = plan.top_id;
    ground.headcount = plan.report.headcount;
    return ground;
}

// Null when the plan does nothing with anybody of this name.
inline person::Person const* person_named(person::ImportPlan const& plan, std::string_view name) {
    for (auto const& planned : plan.people)
        if (planned.after.name == name) return &planned.after;
    return nullptr;
}

// "line column value reason" of every problem.
inline std::vector<std::string> told(person::ImportPlan const& plan) {
    std::vector<std::string> lines;
    for (auto const& problem : plan.problems)
        lines.push_back(std::to_string(problem.line) + " " + problem.column_name.value_or("-") + " " +
                        problem.value.value_or("-") + " " + std::string(meta::name_of(problem.reason)));
    return lines;
}

}  // namespace support
