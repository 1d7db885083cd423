#include "record/programme_facts_http.hpp"

#include "programme/called_store.hpp"
#include "questionnaire/questionnaire_store.hpp"
#include "record/programme_facts_store.hpp"

namespace record {

base::Result<ProgrammeFacts> show_programme_facts(access::Call& call) {
    TRY(id, call.id<programme::ProgrammeId>("id"));
    if (!questionnaire::store::may_read_results(call.tx, call.viewer, id)) return base::not_found("programme");
    auto facts = store::count_facts(call.tx, call.viewer.organisation, id);
    facts.programme = programme::store::find_called(call.tx, call.viewer.organisation, id, call.viewer.language);
    return facts;
}

}  // namespace record
