#include "signin/set_up_http.hpp"

#include "signin/session_http.hpp"
#include "signin/set_up_actions.hpp"

namespace signin {

base::Result<access::Nothing> set_up_house(access::Visit& visit, SetUp const& wanted) {
    Founder const founder{wanted.organisation_name, wanted.language, wanted.time_zone, wanted.name,
                          wanted.sign_in_name};
    TRY(signed_in, set_up(visit, wanted.code, founder, wanted.password));
    let_in(visit, signed_in);
    return access::Nothing{};
}

}  // namespace signin
