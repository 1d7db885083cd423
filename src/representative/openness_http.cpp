#include "representative/openness_http.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/version.hpp"
#include "organisation/organisation_store.hpp"
#include "representative/legal_basis_store.hpp"
#include "representative/openness.hpp"

namespace representative {

base::Result<WhoSeesWhat> show_who_sees_what(access::Call& call) {
    return who_sees_what(call.viewer.language);
}

base::Result<KeptForList> list_kept(access::Call& call) {
    return KeptForList{kept_for(call.viewer.language)};
}

base::Result<RecordedEvents> list_recorded_events(access::Call& call) {
    return recorded_events(call.viewer.language);
}

base::Result<DataMap> show_data_map(access::Call& call) {
    auto const figures = kept_for(call.viewer.language);
    auto const bases = store::list_bases(call.tx, call.viewer.organisation);
    DataMap map;
    map.may_write = call.viewer.is_administrator();
    for (auto const& purpose : data_purposes(call.viewer.language).purposes) {
        MappedPurpose mapped;
        static_cast<DataPurpose&>(mapped) = purpose;
        for (auto const& key : purpose.kept) {
            auto const figure = std::ranges::find(figures, key, &KeptFor::key);
            if (figure != figures.end()) mapped.kept_for.push_back(*figure);
        }
        auto const basis = std::ranges::find(bases, purpose.key, &LegalBasis::purpose);
        if (basis != bases.end()) {
            mapped.version = basis->version;
            if (!basis->basis.empty()) {
                mapped.legal_basis = basis->basis;
                mapped.legal_basis_written_on = basis->written_on;
            }
        }
        map.purposes.push_back(std::move(mapped));
    }
    return map;
}

base::Result<DataMap> put_legal_basis(access::Call& call, LegalBasisInput const& input) {
    std::string const purpose(call.parameter("purpose"));
    auto const& purposes = data_purposes().purposes;
    if (std::ranges::find(purposes, purpose, &DataPurpose::key) == purposes.end()) return base::not_found("purpose");
    auto const organisation = call.viewer.organisation;
    auto const bases = store::list_bases(call.tx, organisation);
    auto const standing = std::ranges::find(bases, purpose, &LegalBasis::purpose);
    auto const before = standing == bases.end() ? 0 : standing->version;
    TRY_VOID(base::check_version("legal basis", input.version, before));
    LegalBasis const basis{purpose, base::trim(input.basis), before + 1,
                           organisation::store::today(call.tx, organisation, call.now)};
    if (!store::save_basis(call.tx, organisation, basis, before)) return base::stale("legal basis", before);
    audit::record(call.tx, call.viewer, kLegalBasisWritten, std::nullopt, audit::Facts().word("purpose", purpose),
                  call.now);
    return show_data_map(call);
}

}  // namespace representative
