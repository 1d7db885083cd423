#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "platform/meta.hpp"
#include "signin/session.hpp"

namespace signin {

struct SignIn {
    std::string sign_in_name;
    std::string password;
    std::optional<std::string> organisation;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (sign_in_name, password, organisation))

struct SignedInPerson {
    PersonId id;
    std::string name;
    std::string sign_in_name;
    std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(SignedInPerson, (), (id, name, sign_in_name, email))

struct SignedInOrganisation {
    OrganisationId id;
    std::string name;
    std::string slug;
    bool is_demo = false;
};
BOOST_DESCRIBE_STRUCT(SignedInOrganisation, (), (id, name, slug, is_demo))

struct SessionRole {
    access::Role role;
    std::optional<access::ProgrammeId> programme_id;
};
BOOST_DESCRIBE_STRUCT(SessionRole, (), (role, programme_id))

struct MySession {
    SignedInPerson person;
    SignedInOrganisation organisation;
    std::vector<SessionRole> roles;
    std::string language;
    std::string time_zone;
    base::Instant now;
};
BOOST_DESCRIBE_STRUCT(MySession, (), (person, organisation, roles, language, time_zone, now))

struct SessionAnswer {
    SessionId id;
    std::string browser;
    base::Instant started_at;
    base::Instant seen_at;
    bool is_this_one = false;
};
BOOST_DESCRIBE_STRUCT(SessionAnswer, (), (id, browser, started_at, seen_at, is_this_one))

struct MySessions {
    std::vector<SessionAnswer> items;
};
BOOST_DESCRIBE_STRUCT(MySessions, (), (items))

struct PasswordChange {
    std::string current_password;
    std::string new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current_password, new_password))

}  // namespace signin

// Passwords have no bounds here: they are counted in octets by the rule, and a wrong one is told nothing about.
template <>
inline constexpr auto meta::limits<signin::SignIn> =
    std::array{meta::Limit{"sign_in_name", 1, 254, "Sign-in name or e-mail address"},
               meta::Limit{"organisation", 1, 40, "Slug, where several organisations share the installation"}};
template <>
inline constexpr auto meta::limits<signin::MySession> =
    std::array{meta::doc("time_zone", "In which the person's dates are shown"),
               meta::doc("now", "What pages call today: the house's clock, which a demo moves, never the browser's")};
template <>
inline constexpr auto meta::limits<signin::SessionAnswer> =
    std::array{meta::doc("browser", "As it calls itself: Firefox, Linux"),
               meta::doc("seen_at", "Last use, to the nearest five minutes")};
