#include "person/role.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace person {
namespace {

using access::Role;

class GrantingARole : public testing::Test {
  protected:
    RoleGrant held(Role role, std::optional<access::ProgrammeId> programme = {}) {
        return {RoleId::make(*random_), access::PersonId::make(*random_), role, programme};
    }
    static std::string answer(std::vector<RoleGrant> const& held, Role role,
                              std::optional<access::ProgrammeId> programme = {}) {
        auto checked = check_grant(held, role, programme);
        if (checked) return "granted";
        return checked.refusal().errors.empty() ? checked.refusal().code : checked.refusal().errors.front().code;
    }

    std::unique_ptr<base::Random> random_ = base::seeded_random(1);
    access::ProgrammeId one_ = access::ProgrammeId::make(*random_);
    access::ProgrammeId other_ = access::ProgrammeId::make(*random_);
};

TEST_F(GrantingARole, adds_up_where_nothing_forbids_it) {
    EXPECT_EQ(answer({}, Role::administrator), "granted");
    EXPECT_EQ(answer({held(Role::administrator)}, Role::coordinator), "granted");
    EXPECT_EQ(answer({held(Role::sponsor, one_)}, Role::analyst, one_), "granted");
}

TEST_F(GrantingARole, keeps_the_confidential_contact_apart_in_the_same_programme) {
    for (auto role : {Role::coordinator, Role::sponsor, Role::analyst}) {
        EXPECT_EQ(answer({held(role, one_)}, Role::confidential_contact, one_), "roles_exclude_each_other");
        EXPECT_EQ(answer({held(Role::confidential_contact, one_)}, role, one_), "roles_exclude_each_other");
        EXPECT_EQ(answer({held(role, other_)}, Role::confidential_contact, one_), "granted");
    }
}

TEST_F(GrantingARole, counts_a_role_for_the_whole_organisation_in_every_programme) {
    EXPECT_EQ(answer({held(Role::administrator)}, Role::confidential_contact, one_), "roles_exclude_each_other");
    EXPECT_EQ(answer({held(Role::confidential_contact, one_)}, Role::administrator), "roles_exclude_each_other");
    EXPECT_EQ(answer({held(Role::coordinator)}, Role::confidential_contact, one_), "roles_exclude_each_other");
}

TEST_F(GrantingARole, never_gives_conflicts_to_a_coordinator) {
    EXPECT_EQ(answer({held(Role::coordinator, one_)}, Role::conflicts), "roles_exclude_each_other");
}

TEST_F(GrantingARole, is_refused_twice_and_for_one_programme_where_it_means_the_house) {
    EXPECT_EQ(answer({held(Role::sponsor, one_)}, Role::sponsor, one_), "role_already_held");
    EXPECT_EQ(answer({}, Role::administrator, one_), "role_is_for_the_organisation");
}

}  // namespace
}  // namespace person
