#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "platform/meta.hpp"
#include "platform/page.hpp"
#include "signin/password_link.hpp"
#include "signin/password_link_actions.hpp"

namespace signin {

// Whom a link is for.
struct Activation {
    std::string name;
    std::string sign_in_name;
    std::string organisation_name;
    LinkPurpose purpose{};
};
BOOST_DESCRIBE_STRUCT(Activation, (), (name, sign_in_name, organisation_name, purpose))

struct NewPassword {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (password))

struct PasswordResetRequest {
    std::string sign_in_name;
    std::optional<std::string> organisation;
};
BOOST_DESCRIBE_STRUCT(PasswordResetRequest, (), (sign_in_name, organisation))

struct NewPasswordLinks {
    std::vector<access::PersonId> people;
    Delivery delivery{};
};
BOOST_DESCRIBE_STRUCT(NewPasswordLinks, (), (people, delivery))

struct PasswordLinkAnswer {
    PasswordLinkId id;
    access::PersonId person_id;
    LinkPurpose purpose{};
    std::string name;
    std::string sign_in_name;
    std::optional<std::string> department;
    std::string language;
    bool has_address = false;
    std::string url;
    base::Instant made_at;
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(PasswordLinkAnswer, (),
                      (id, person_id, purpose, name, sign_in_name, department, language, has_address, url, made_at,
                       expires_at))

enum class PasswordLinkSort { made_at, name, department };
BOOST_DESCRIBE_ENUM(PasswordLinkSort, made_at, name, department)

struct PasswordLinkQuery : page::Request {
    std::optional<std::string> search;
    std::optional<std::string> department;
    std::optional<LinkPurpose> purpose;
    std::optional<PasswordLinkSort> sort;
};
BOOST_DESCRIBE_STRUCT(PasswordLinkQuery, (page::Request), (search, department, purpose, sort))

struct PasswordLinks {
    std::vector<PasswordLinkAnswer> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(PasswordLinks, (), (items, next_cursor))

}  // namespace signin

template <>
inline constexpr auto meta::limits<signin::PasswordResetRequest> =
    std::array{meta::Limit{"sign_in_name", 1, 254, "Sign-in name or e-mail address"},
               meta::Limit{"organisation", 1, 40, "Slug, where several organisations share the installation"}};
template <>
inline constexpr auto meta::limits<signin::NewPasswordLinks> =
    std::array{meta::Limit{"people", 1, 500, "One link each; older links of theirs are void unless it is printed"}};
template <>
inline constexpr auto meta::limits<signin::PasswordLinkQuery> = page::limits(
    meta::Limit{"search", 1, 100, "Part of a name or of a sign-in name"}, meta::Limit{"department", 1, 200});
template <>
inline constexpr auto meta::limits<signin::PasswordLinkAnswer> =
    std::array{meta::doc("has_address", "Whether a mail could reach them; otherwise they need a letter"),
               meta::doc("url", "Opens once, for whoever holds it; hand it to the person alone")};
