#pragma once
// `obverse doctor`: looks at everything that must hold and says in sentences what does not (docs/operate/doctor.md).
// It changes nothing, and may run beside a serving Obverse.

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/db/db.hpp"
#include "platform/db/migration.hpp"
#include "platform/mail/session.hpp"

namespace app {

enum class Gravity {
    well,     // looked at, and nothing to say
    notice,   // worth an operator's look; nothing is lost
    illness,  // a promise is broken: stop, and restore or ask
};
BOOST_DESCRIBE_ENUM(Gravity, well, notice, illness)

struct Finding {
    std::string check;  // stable, snake_case
    Gravity gravity = Gravity::well;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (check, gravity, words))

struct Patient {
    db::Database& database;
    std::vector<db::Migration> migrations;
    std::filesystem::path key_folder;
    base::Instant wall;
    std::optional<mail::Server> mail_server = {};
    // Also says hello to it: connection, TLS and login.
    bool greets_mail_server = false;
};

// At least one finding a check. After an illness of the schema the checks that read tables are left out.
std::vector<Finding> examine(Patient const& patient);

Gravity worst_of(std::span<Finding const> findings);

}  // namespace app
