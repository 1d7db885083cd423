#include "app/server.hpp"

#include <csignal>
#include <ostream>

#include <sys/resource.h>

#include "app/demo.hpp"
#include "app/installation.hpp"
#include "audit/chain_store.hpp"
#include "notice/mail_store.hpp"
#include "organisation/installation_actions.hpp"
#include "platform/http/pages.hpp"
#include "platform/jobs/workers.hpp"

namespace app {

namespace {

constexpr auto kPlacedWithin = std::chrono::seconds(5);

struct Readiness {
    bool is_ready = false;
    bool database = false;  // reachable, and no write has failed on disk
    bool events = false;    // none waits longer than 5 s for its place
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (is_ready, database, events))

Readiness readiness_of(access::Tools& tools) {
    Readiness readiness;
    readiness.database = tools.database.is_reachable() && tools.database.is_trusted();
    if (!readiness.database) return readiness;
    auto then = tools.clock.now() - kPlacedWithin;
    auto late = tools.database.read([&](db::Tx& tx) { return audit::store::count_unplaced_before(tx, then); });
    readiness.events = late == 0;
    readiness.is_ready = readiness.events;
    return readiness;
}

std::int64_t count_late_mails(access::Tools& tools) {
    auto const then = tools.clock.now() - std::chrono::hours(1);
    return tools.database.read([&](db::Tx& tx) { return notice::store::count_waiting_since(tx, then); });
}

http::Route house_route(std::string path, http::Handler handler) {
    http::Route route;
    route.path = std::move(path);
    route.handler = std::move(handler);
    route.trace = http::Trace::quiet;
    return route;
}

http::Handler metrics_for(http::TrustedProxies readers, platform::Metrics& metrics) {
    return [readers = std::move(readers), &metrics](http::Request const& request) -> base::Result<http::Response> {
        if (!readers.trusts(request.client_address)) return base::not_found("this path");
        auto response = http::text(metrics.text());
        response.content_type = "text/plain; version=0.0.4; charset=utf-8";
        return response;
    };
}

void write_down(platform::Metrics& metrics, http::Answered const& answered) {
    metrics.count_request(answered.method, answered.route, answered.status, answered.took);
    platform::log(platform::LogLevel::info, "request",
                  {{"method", answered.method},
                   {"route", answered.route},
                   {"status", std::int64_t{answered.status}},
                   {"octets", static_cast<std::int64_t>(answered.octets)},
                   {"microseconds", std::int64_t{answered.took.count()}},
                   {"request_id", answered.request_id}});
    if (answered.broken.empty()) return;
    platform::log(platform::LogLevel::error, "broken",
                  {{"route", answered.route}, {"request_id", answered.request_id}, {"why", answered.broken}});
}

// Every connection is a file descriptor; the limit that shells give is for interactive programs.
void allow_many_files() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

// Before any thread is made, so that all of them leave these signals to wait_for_stop.
sigset_t hold_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

void print_start(Installation& installation, http::Server const& server, std::ostream& out) {
    auto const& place = installation.place();
    bool is_derived = installation.settings().public_url.empty() && place.server.port == 0;
    out << "Obverse listens on "
        << (is_derived ? "http://" + place.server.address + ":" + std::to_string(server.port()) : place.public_url)
        << "\n";
    auto code = installation.database().write([](db::Tx& tx) { return organisation::open_set_up(tx); });
    if (code)
        out << "Nobody has set up yet. Open " << place.public_url << "/set-up and give this code: " << *code << "\n";
    out.flush();
}

}  // namespace

void add_house_routes(Installation& installation, platform::Metrics& metrics) {
    auto& house = installation.house();
    auto& router = house.router();
    router.add(house_route("/healthz",
                           [](http::Request const&) -> base::Result<http::Response> { return http::text("well\n"); }));
    router.add(house_route("/readyz", [&house](http::Request const&) -> base::Result<http::Response> {
        auto readiness = readiness_of(house.tools());
        return http::json(json::write(readiness), readiness.is_ready ? 200 : 503);
    }));
    router.add(house_route("/metrics", metrics_for(installation.place().metrics_readers, metrics)));
    auto document = http::openapi(router, document_head());
    router.add(house_route("/api/openapi.json", [document](http::Request const&) -> base::Result<http::Response> {
        return http::json(document);
    }));
    router.set_pages(http::pages(installation.settings().assets));
}

base::Result<bool> serve(Settings const& settings, std::ostream& out) {
    auto const signals = hold_stop_signals();
    allow_many_files();
    platform::start_log(settings.log_level, settings.log_format);
    TRY(installation, Installation::open(settings));
    TRY_VOID(check_demo_stays_home(installation->database(), installation->place().server.address));
    auto& house = installation->house();
    platform::Metrics metrics;
    add_house_routes(*installation, metrics);
    house.hear_hints();

    http::Server server(installation->place().server, house.router(),
                        [&](http::Answered const& answered) { write_down(metrics, answered); });
    metrics.add_gauge("obverse_connections", "Connections open now.",
                      [&] { return static_cast<double>(server.connections()); });
    metrics.add_gauge("obverse_streams", "Event streams open now.",
                      [&] { return static_cast<double>(house.hub().count()); });
    metrics.add_gauge("obverse_mails_late", "Mails that have waited for more than an hour.",
                      [&] { return static_cast<double>(count_late_mails(house.tools())); });
    TRY_VOID(server.start());
    jobs::Workers workers(house.board(), installation->database(), settings.job_workers, [&] { house.round(); });
    print_start(*installation, server, out);
    platform::log(platform::LogLevel::info, "started", {{"port", std::int64_t{server.port()}}});

    int signal = 0;
    sigwait(&signals, &signal);
    platform::log(platform::LogLevel::info, "stopping", {{"signal", std::int64_t{signal}}});
    server.stop();
    return true;
}

}  // namespace app
