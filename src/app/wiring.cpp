#include "app/wiring.hpp"

#include "access/hint.hpp"
#include "app/outgoing_mail.hpp"
#include "app/reactions.hpp"
#include "app/routes.hpp"
#include "app/schedule.hpp"
#include "circle/group_meeting_store.hpp"
#include "organisation/installation_actions.hpp"

namespace app {

namespace {

base::Random& chance_of(db::Database const& database) {
    return *database.options().random;
}

bool runs_things(access::Viewer const& viewer) {
    return viewer.is_administrator() || viewer.has(access::Role::coordinator);
}

std::vector<access::OrganisationId> all_organisations(db::Tx& tx) {
    return tx.values<access::OrganisationId>("SELECT organisation_id FROM organisations ORDER BY organisation_id");
}

}  // namespace

House::House(Ground const& ground, access::Identify identify)
    : tools_{ground.database,    ground.clock,     ground.keys,
             ground.hashing,     ground.key_files, ground.public_url,
             ground.mail_server, ground.free_busy, circle::store::list_busy_in_groups},
      identify_(std::move(identify)),
      board_(ground.database, ground.clock, chance_of(ground.database)),
      delivery_(ground.database, ground.clock, ground.mail_server,
                [this](db::Tx& tx, notice::Mail const& mail) { return write_outgoing(tx, tools_, mail); }),
      dispatcher_(ground.database,
                  [this](db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event) {
                      react(tx, organisation, event, tools_.clock.now());
                  }) {
    add_routes(routes_);
    for (auto& route : access::open_door(routes_, tools_, identify_)) router_.add(std::move(route));
    router_.add(stream_route());
    add_job_handlers(board_, tools_, delivery_);
}

void House::round() {
    // Somebody may have typed `obverse demo travel`, and other nodes hear of it here alone.
    tools_.clock.set_travelled(tools_.database.read([](db::Tx& tx) { return organisation::travelled(tx); }));
    auto const now = tools_.clock.now();
    dispatcher_.run(now);
    for (auto const& organisation : tools_.database.read(all_organisations))
        tools_.database.write(
            [&](db::Tx& tx) { return jobs::queue_scheduled(tx, base::any(organisation), schedule(), now); });
    delivery_.queue_due();
}

void House::drain() {
    do {
        dispatcher_.run(tools_.clock.now());
        delivery_.queue_due();
    } while (board_.drain() > 0);
}

void House::hear_hints() {
    tools_.database.listen(std::string(access::kHintChannel), [this](std::string const& payload) {
        auto message = json::read<access::HintMessage>(payload);
        if (!message) return;
        hub_.publish({message->organisation, message->kind, message->id, message->readers});
    });
    // How far a job is, to those who run things: `organisation kind id`, and the kind begins with the noun.
    tools_.database.listen(std::string(jobs::kProgressChannel), [this](std::string const& payload) {
        auto const kind_at = payload.find(' ') + 1;
        auto const id_at = payload.find(' ', kind_at) + 1;
        auto const organisation = base::AnyId::parse(payload.substr(0, kind_at - 1));
        auto const job = base::AnyId::parse(payload.substr(id_at));
        if (!organisation || !job) return;
        auto const kind = payload.substr(kind_at, payload.find('.', kind_at) - kind_at);
        hub_.publish({*organisation, kind, *job});
    });
}

// A stream outlives its request, so it remembers the cookie and asks again whether it still counts.
http::Route House::stream_route() {
    http::Route route;
    route.path = "/api/stream";
    route.who_may = "signed_in";
    route.summary = "Hear what has changed: {kind, id}, as server-sent events";
    route.handler = [this](http::Request const& request) -> base::Result<http::Response> {
        auto look = [this, request] {
            return tools_.database.read([&](db::Tx& tx) { return identify_(tx, request, tools_); });
        };
        auto const viewer = look();
        if (!viewer.is_signed_in()) return access::not_allowed(viewer);
        http::Response response;
        response.stream = hub_.listen({base::any(viewer.organisation), base::any(*viewer.person),
                                       [hears = runs_things(viewer)](http::Hint const&) { return hears; },
                                       [look] { return look().is_signed_in(); }});
        if (!response.stream)
            return base::Refusal{base::RefusalKind::throttled, "too_many_streams", "this person has too many", {}, {}};
        return response;
    };
    return route;
}

http::DocumentHead document_head() {
    return {.title = "Obverse",
            .version = "0.1.0",
            .description = "Everything the pages of Obverse show and do, for programs."};
}

}  // namespace app
