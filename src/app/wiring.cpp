#include "app/wiring.hpp"

#include "app/routes.hpp"

namespace app {

House::House(Ground const& ground, access::Identify identify)
    : tools_{ground.database, ground.clock, ground.keys, ground.hashing, ground.public_url} {
    add_routes(routes_);
    for (auto& route : access::open_door(routes_, tools_, std::move(identify))) router_.add(std::move(route));
}

http::DocumentHead document_head() {
    return {.title = "Obverse",
            .version = "0.1.0",
            .description = "Everything the pages of Obverse show and do, for programs."};
}

}  // namespace app
