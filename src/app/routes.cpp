#include "app/routes.hpp"

namespace app {

void add_routes(access::Routes& routes) {
    add_house_routes(routes);
    add_programme_routes(routes);
    add_pair_routes(routes);
    add_meeting_routes(routes);
    add_notebook_routes(routes);
    add_review_routes(routes);
    add_message_routes(routes);
    add_acquaintance_routes(routes);
    add_ballot_routes(routes);
    add_supervisor_routes(routes);
    add_questionnaire_routes(routes);
    add_circle_routes(routes);
    add_voice_routes(routes);
    add_front_line_routes(routes);
    add_outcome_routes(routes);
    add_preparation_routes(routes);
    add_care_routes(routes);
    add_representative_routes(routes);
}

}  // namespace app
