#include "message/report_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"
#include "platform/page_of_rows.hpp"

namespace message::store {
namespace {

struct ReportRow {
    ReportId id;
    PairingId pairing_id;
    PersonId person_id;
    PersonId contact_id;
    base::Day reported_on;
    meta::Bytes sealed_words;
    meta::Bytes sealed_excerpt;
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (id, pairing_id, person_id, contact_id, reported_on, sealed_words, sealed_excerpt))

constexpr std::array kReportSortings{
    page::Sorting{ReportSort::reported_on, "report.reported_on", page::Compared::as_text, page::Order::descending},
    page::Sorting{ReportSort::name, "reporter.name_folded"},
};
// Whoever is no longer a confidential contact there reads nothing more.
constexpr page::Listing kReports{
    R"(report.id, report.pairing_id, report.person_id, report.contact_id, report.reported_on, report.sealed_words,
       report.sealed_excerpt)",
    R"(FROM reports report
       JOIN pairings p ON p.organisation_id = report.organisation_id AND p.id = report.pairing_id
       JOIN people reporter ON reporter.organisation_id = report.organisation_id AND reporter.id = report.person_id
       WHERE report.organisation_id = $1 AND report.contact_id = $2
         AND ($3 IS NULL OR reporter.name_folded LIKE $3 ESCAPE '!')
         AND EXISTS (SELECT 1 FROM roles granted
                     WHERE granted.organisation_id = $1 AND granted.person_id = $2
                       AND granted.role = 'confidential_contact'
                       AND (granted.programme_id IS NULL OR granted.programme_id = p.programme_id)))",
    "report.id"};

crypto::SealedPlace place_in_report(access::OrganisationId organisation, ReportId id, std::string_view column) {
    return {"reports", column, base::any(organisation), base::any(id)};
}

}  // namespace

bool insert_report(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, Report const& report) {
    auto const sealed = [&](std::string_view column, std::string const& text) {
        return crypto::seal(keys, place_in_report(organisation, report.id, column), text);
    };
    return tx.run(R"(
        INSERT INTO reports (organisation_id, id, pairing_id, person_id, contact_id, reported_on, sealed_words,
                             sealed_excerpt)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organisation_id, id) DO NOTHING)",
                  organisation, report.id, report.pairing_id, report.person_id, report.contact_id, report.reported_on,
                  sealed("sealed_words", report.words),
                  sealed("sealed_excerpt", json::write(Excerpts{report.excerpt}))) == 1;
}

base::Result<page::Rows<Report>> list_reports(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                              ReportsQuery const& query) {
    auto const organisation = viewer.organisation;
    TRY(rows, page::read<ReportRow>(tx, query, kReportSortings, kReports, organisation, viewer.person,
                                    page::folded_part(query.search)));
    page::Rows<Report> reports;
    page::fill(reports, std::move(rows), [&](ReportRow const& row) {
        auto const open = [&](std::string_view column, meta::Bytes const& sealed) {
            return crypto::open(keys, place_in_report(organisation, row.id, column), sealed);
        };
        return Report{row.id,
                      row.pairing_id,
                      row.person_id,
                      row.contact_id,
                      row.reported_on,
                      open("sealed_words", row.sealed_words),
                      json::read<Excerpts>(open("sealed_excerpt", row.sealed_excerpt)).value().items};
    });
    return reports;
}

}  // namespace message::store
