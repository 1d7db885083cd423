#include "app/routes.hpp"

#include "audit/audit_log_http.hpp"

namespace app {

using access::May;

void add_routes(access::Routes& r) {
    // audit
    r.get("/audit-log", May::administrator, audit::list_audit_log, "Read the chain of events, newest first")
        .may_show({"who looked at what about me", "settings, and who changed them"});

    // organisation

    // person

    // notice

    // signin

    // programme

    // topic

    // invitation

    // matching

    // pairing
}

}  // namespace app
