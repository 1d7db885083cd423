#include "app/cli/print_openapi.hpp"

#include <ostream>

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/wiring.hpp"

namespace app {

int print_openapi(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Print the OpenAPI 3.1 document of this program", "obverse openapi");
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    // The contract needs no installation; what the routes would work with is never touched.
    db::Options options;
    options.address = ":memory:";
    db::Database database(options);
    platform::Clock clock;
    crypto::Keys keys;
    crypto::HashingPool hashing({}, {});
    House house({database, clock, keys, hashing, crypto::KeyFiles({}), "https://obverse.example"},
                [](db::Tx&, http::Request const&, access::Tools const&) { return access::nobody(); });
    out << http::openapi(house.router(), document_head());
    return static_cast<int>(Exit::done);
}

}  // namespace app
