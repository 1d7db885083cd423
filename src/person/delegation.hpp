#pragma once
// Somebody keeps another's dates: books, chooses and moves, and sees nothing else (rules 12 and B, column AS). What may
// be done so belongs to the room `meeting`; who may do it stands here. Being an assistant is no role: it follows from
// the row. Either of the two ends it at any time, and the row is gone.

#include <array>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"

namespace person {

using DelegationId = base::Id<struct DelegationTag>;

inline constexpr int kMostAssistants = 3;

struct Delegation {
    DelegationId id;
    access::PersonId principal_id;
    access::PersonId assistant_id;
    base::Day since_on;
};
BOOST_DESCRIBE_STRUCT(Delegation, (), (id, principal_id, assistant_id, since_on))

// `assistants`: whom the principal has already.
base::Result<Delegation> delegate(Delegation wanted, std::vector<access::PersonId> const& assistants);

base::Refusal delegation_not_found();

struct DelegationInput {
    std::string assistant;
};
BOOST_DESCRIBE_STRUCT(DelegationInput, (), (assistant))

struct DelegationBrief {
    DelegationId id;
    std::string name;  // of the other
    base::Day since_on;
};
BOOST_DESCRIBE_STRUCT(DelegationBrief, (), (id, name, since_on))

struct Delegations {
    std::vector<DelegationBrief> assistants;  // who keep your dates
    std::vector<DelegationBrief> principals;  // whose dates you keep
};
BOOST_DESCRIBE_STRUCT(Delegations, (), (assistants, principals))

}  // namespace person

template <>
inline constexpr auto meta::limits<person::DelegationInput> =
    std::array{meta::Limit{"assistant", 1, 300, "Who: name, number, sign-in name or address"}};
