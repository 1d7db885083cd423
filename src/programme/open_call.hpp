#pragma once
// The programme link: who has it and knows the code, or has an address of the domain, may ask to join; the coordinator
// says yes or does not (rules 10).

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/result.hpp"
#include "platform/crypto/link.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"
#include "programme/called.hpp"
#include "programme/programme.hpp"

namespace programme {

using JoinRequestId = base::Id<struct JoinRequestTag>;

enum class LimitedBy { code, mail_domain };
BOOST_DESCRIBE_ENUM(LimitedBy, code, mail_domain)

struct OpenCall {
    ProgrammeId programme_id;
    LimitedBy limited_by = LimitedBy::code;
    std::optional<std::string> code;
    std::optional<std::string> mail_domain;
    crypto::Nonce link_nonce;
    base::Day closes_on;
};
BOOST_DESCRIBE_STRUCT(OpenCall, (), (programme_id, limited_by, code, mail_domain, link_nonce, closes_on))

struct JoinRequest {
    JoinRequestId id;
    ProgrammeId programme_id;
    std::optional<PersonId> person_id;
    std::string name;
    std::optional<std::string> email;
    Side side = Side::mentor;
    base::Instant asked_at;
};
BOOST_DESCRIBE_STRUCT(JoinRequest, (), (id, programme_id, person_id, name, email, side, asked_at))

// What the coordinator opens. A code that is left out is made.
struct OpenCallInput {
    LimitedBy limited_by = LimitedBy::code;
    std::optional<std::string> code;
    std::optional<std::string> mail_domain;
    base::Day closes_on;
};
BOOST_DESCRIBE_STRUCT(OpenCallInput, (), (limited_by, code, mail_domain, closes_on))

struct OpenCallAnswer {
    LimitedBy limited_by = LimitedBy::code;
    std::optional<std::string> code;
    std::optional<std::string> mail_domain;
    base::Day closes_on;
    std::string link;
    std::string qr_code;
};
BOOST_DESCRIBE_STRUCT(OpenCallAnswer, (), (limited_by, code, mail_domain, closes_on, link, qr_code))

// What stands behind the link, for anybody who has it.
struct CallPage {
    std::string organisation_name;
    Called programme;
    LimitedBy limited_by = LimitedBy::code;
    std::optional<std::string> mail_domain;
    base::Day closes_on;
};
BOOST_DESCRIBE_STRUCT(CallPage, (), (organisation_name, programme, limited_by, mail_domain, closes_on))

struct JoinRequestInput {
    std::string name;
    std::optional<std::string> email;
    std::optional<std::string> code;
    Side side = Side::mentor;
};
BOOST_DESCRIBE_STRUCT(JoinRequestInput, (), (name, email, code, side))

enum class Asked { asked };
BOOST_DESCRIBE_ENUM(Asked, asked)

struct JoinRequestAnswer {
    Asked state = Asked::asked;
};
BOOST_DESCRIBE_STRUCT(JoinRequestAnswer, (), (state))

enum class JoinRequestSort { asked_at, name };
BOOST_DESCRIBE_ENUM(JoinRequestSort, asked_at, name)

struct JoinRequestQuery : page::Request {
    std::optional<std::string> search;
    std::optional<Side> side;
    std::optional<JoinRequestSort> sort;
};
BOOST_DESCRIBE_STRUCT(JoinRequestQuery, (page::Request), (search, side, sort))

struct JoinRequestList {
    std::vector<JoinRequest> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(JoinRequestList, (), (items, next_cursor))

struct WelcomeInput {
    bool is_welcome = false;
};
BOOST_DESCRIBE_STRUCT(WelcomeInput, (), (is_welcome))

// More than this many never wait at once: whoever has the link cannot fill the house.
inline constexpr std::int64_t kMostJoinRequests = 500;

// Codes: `required` where what limits it is missing, `format` for what is no domain.
base::Result<OpenCall> open_call(ProgrammeId programme, OpenCallInput const& input, std::string fresh_code,
                                 crypto::Nonce nonce);
// Codes: `wrong_code`, `other_domain`, `required`; refuses `call_closed` after its last day. `today` is the house's.
base::Result<JoinRequest> ask_to_join(OpenCall const& call, JoinRequestInput const& input, base::Day today,
                                      base::Instant now);

base::Refusal call_closed();
base::Refusal too_many_waiting();

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::OpenCallInput> =
    std::array{meta::Limit{"code", 4, 40, "Made by the house when left out"},
               meta::Limit{"mail_domain", 3, 253, "example.org"}, meta::doc("closes_on", "The last day it is open")};
template <>
inline constexpr auto meta::limits<programme::JoinRequestQuery> = page::limits(meta::Limit{
    "search", 1, 100, "Part of a name or of an address"});
template <>
inline constexpr auto meta::limits<programme::JoinRequestInput> = std::array{
    meta::Limit{"name", 1, 200, "As it is spoken"}, meta::Limit{"email", 3, 254}, meta::Limit{"code", 1, 40}};
