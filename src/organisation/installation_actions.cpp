#include "organisation/installation_actions.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "organisation/installation_store.hpp"
#include "organisation/organisation.hpp"
#include "organisation/organisation_store.hpp"

namespace organisation {

namespace {

constexpr std::string_view kSetUpCode = "set_up_code";
constexpr std::string_view kTravelled = "travelled";

base::Refusal key_of_rows_missing(crypto::KeyMark const& mark, std::filesystem::path const& folder) {
    return base::conflict(
        "keys_missing",
        fmt::format("The database holds rows made with {} key {:03}, and {} does not hold that key. Bring the key "
                    "folder back from where it is kept apart from the backups; without it those rows cannot be read.",
                    mark.purpose, mark.number, folder.string()));
}

// As people type it: without hyphens and spaces, in any case.
std::string typed(std::string_view code) {
    std::string letters;
    for (char const letter : code)
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0)
            letters += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return letters;
}

std::string code_digest(std::string_view code) {
    return crypto::to_base64url(crypto::sha256(typed(code)));
}

bool is_demo_installation(db::Tx& tx) {
    return store::count(tx) > 0 && store::count_real(tx) == 0;
}

}  // namespace

base::Result<crypto::Keys> open_keys(db::Database& database, std::filesystem::path const& folder) {
    auto const expected = database.read([](db::Tx& tx) { return store::list_key_marks(tx); });
    if (!crypto::has_keys(folder)) {
        if (!expected.empty()) return key_of_rows_missing(expected.front(), folder);
        TRY_VOID(crypto::make_keys(folder));
    }
    TRY(keys, crypto::read_keys(folder));
    auto const missing = crypto::missing_from(keys, expected);
    if (!missing.empty()) return key_of_rows_missing(missing.front(), folder);
    if (crypto::marks_of(keys).size() != expected.size())
        database.write([&](db::Tx& tx) {
            for (auto const& mark : crypto::marks_of(keys)) store::add_key_mark(tx, mark);
        });
    return keys;
}

std::optional<std::string> open_set_up(db::Tx& tx) {
    if (store::count(tx) > 0) return std::nullopt;
    auto code = crypto::random_code();
    store::put_fact(tx, kSetUpCode, code_digest(code));
    return code;
}

base::Result<bool> check_set_up_code(db::Tx& tx, std::string_view code) {
    if (store::count(tx) > 0) return already_set_up();
    auto const expected = store::find_fact(tx, kSetUpCode);
    if (!expected || !crypto::is_equal(*expected, code_digest(code))) return wrong_set_up_code();
    return true;
}

base::Result<bool> use_set_up_code(db::Tx& tx, std::string_view code) {
    TRY_VOID(check_set_up_code(tx, code));
    store::remove_fact(tx, kSetUpCode);
    return true;
}

base::Duration travelled(db::Tx& tx) {
    auto const fact = store::find_fact(tx, kTravelled);
    return base::Duration(fact ? std::stoll(*fact) : 0);
}

base::Result<base::Duration> travel(db::Tx& tx, base::Duration by) {
    if (!is_demo_installation(tx))
        return base::conflict("not_a_demo", "Only an installation of demo organisations alone can travel.");
    if (by < base::Duration::zero()) return base::invalid("", "backwards");
    auto const ahead = travelled(tx) + by;
    store::put_fact(tx, kTravelled, std::to_string(ahead.count()));
    return ahead;
}

}  // namespace organisation
