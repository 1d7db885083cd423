#pragma once
// What an endpoint gets. A Call has the transaction the door opened for it; a Visit has none and is for slow work
// (hashing a password, parsing an upload): it opens its own by `visit.tools.database`.
//
//   base::Result<PersonAnswer> show_person(access::Call& call);
//   base::Result<PersonAnswer> change_person(access::Call& call, PersonChange const& change);   // body, or query on
//   GET base::Result<SessionAnswer> sign_in(access::Visit& visit, Credentials const& credentials);

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/clock.hpp"
#include "platform/crypto/key_files.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/crypto/password_hash.hpp"
#include "platform/db/db.hpp"
#include "platform/http/message.hpp"
#include "platform/mail/session.hpp"
#include "platform/outbound/fetch.hpp"

namespace obverse::access {

// Of somebody's time: [from, until).
struct Busy {
    base::Instant from;
    base::Instant until;

    auto operator<=>(Busy const&) const = default;
};
// When somebody is taken, as far as it ends after `from`.
using BusySource = std::vector<Busy> (*)(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant from);

// What the house lends to every request; made once, in app/wiring.
struct Tools {
    db::Database& database;
    platform::Clock& clock;
    crypto::Keys const& keys;
    crypto::HashingPool& hashing;
    crypto::KeyFiles key_files;  // secrets that live as long as one question set, or the answers of one programme
    // "https://obverse.example.org", without a slash: the only source of links and of the allowed Origin.
    std::string public_url;
    // None: no mail leaves.
    std::optional<mail::Server> mail_server = {};
    // Whose free/busy addresses may be read; nobody's when empty.
    outbound::AllowList free_busy = {};
    // Dates of the rooms above whoever looks for times.
    BusySource busy_elsewhere = {};
};

struct Visit {
    Tools& tools;
    http::Request const& request;
    Viewer viewer;
    base::Instant now;        // the domain's; may travel in a demo
    http::Headers headers{};  // to go out with the answer

    // The id in the path. Nonsense is "not there".
    template <class Id>
    [[nodiscard]] base::Result<Id> id(std::string_view name) const {
        auto parsed = Id::parse(parameter(name));
        if (!parsed) return base::not_found(name);
        return *parsed;
    }
    // What stands for {name} in the path; a name the path does not have is empty.
    [[nodiscard]] std::string_view parameter(std::string_view name) const {
        return request.parameter(name).value_or(std::string_view{});
    }
    void set_cookie(std::string cookie) { headers.add("Set-Cookie", std::move(cookie)); }
};

struct Call : Visit {
    db::Tx& tx;
};

// For endpoints that answer with nothing: 204.
struct Nothing {};

// For endpoints that answer with something else than JSON: a letter, a CSV file, a picture.
struct Document {
    std::string content_type;
    std::string body;
};

}  // namespace obverse::access
