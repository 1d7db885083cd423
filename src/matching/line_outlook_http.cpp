#include "matching/line_outlook_http.hpp"

#include "matching/line_outlook_store.hpp"
#include "programme/programme_store.hpp"

namespace matching {

base::Result<LineOutlook> show_line_outlook(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!programme::store::find_led_programme(call.tx, call.viewer, id)) return base::not_found("programme");
    return store::load_line_outlook(call.tx, call.viewer.organisation, id);
}

}  // namespace matching
