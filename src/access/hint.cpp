#include "access/hint.hpp"

#include "platform/json.hpp"

namespace obverse::access {

void hint(db::Tx& tx, OrganisationId organisation, std::string_view kind, base::AnyId id,
          std::vector<PersonId> const& readers) {
    HintMessage message{base::any(organisation), std::string(kind), id, {}};
    for (auto const& reader : readers) message.readers.push_back(base::any(reader));
    tx.notify(kHintChannel, json::write(message));
}

}  // namespace obverse::access
