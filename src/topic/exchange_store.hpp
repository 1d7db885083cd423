#pragma once
// The only SQL that writes offers, wants, will_not_discuss and private_topics.

#include <vector>

#include "platform/crypto/seal.hpp"
#include "platform/db/db.hpp"
#include "topic/exchange_shapes.hpp"

namespace topic::store {

using access::OrganisationId;
using access::ProgrammeId;

Topics load_topics(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment, crypto::Keys const& keys);
// The day of a consent stays as long as the consent does.
void replace_topics(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment, Topics const& topics,
                    base::Day today, crypto::Keys const& keys);

std::vector<std::string> load_will_not_discuss(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment);
void replace_will_not_discuss(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment,
                              std::vector<std::string> const& subjects);

// Of a programme that the caller has found for the viewer; nothing when the enrolment is of another, or withdrawn.
std::optional<ExchangeBrief> find_brief(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                        EnrolmentId enrolment);
TopicBoard load_board(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

// For matching: everybody who has joined, sorted by enrolment.
std::vector<EnrolmentTopics> load_all_topics(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                             crypto::Keys const& keys);

// Private topics and what is not to be discussed, of programmes that have closed and whose last day is before
// `last_before`.
void forget_private_wishes(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace topic::store
