#pragma once
// The doors of a private link: no session, the link alone. By the link one reads and answers what was sent to its
// holder as a confidential contact, by the same endpoints as signed in.

#include <utility>

#include "access/call.hpp"
#include "care/contact_link.hpp"

namespace care {

// How a link stands, to an administrator; never the link itself.
struct ContactLinkAnswer {
    std::optional<base::Day> made_on;        // none: there is none that opens
    std::optional<std::string> not_because;  // why there can be none: not_a_contact, no_address, signs_in
};
BOOST_DESCRIBE_STRUCT(ContactLinkAnswer, (), (made_on, not_because))

base::Result<ContactLinkAnswer> show_contact_link(access::Call& call);
// A new link, mailed to its holder; the one before opens nothing.
base::Result<ContactLinkAnswer> post_contact_link(access::Call& call);
base::Result<ContactLinkAnswer> remove_contact_link(access::Call& call);

// Who acts by the link in the path. Gone with the role, with a password, with another link: the answer of nonsense.
base::Result<access::Viewer> holder_of_link(access::Call& call);

template <auto endpoint>
struct ByLink;
template <class Output, base::Result<Output> (*endpoint)(access::Call&)>
struct ByLink<endpoint> {
    static base::Result<Output> answer(access::Call& call) {
        TRY(holder, holder_of_link(call));
        call.viewer = std::move(holder);
        return endpoint(call);
    }
};
template <class Output, class Input, base::Result<Output> (*endpoint)(access::Call&, Input const&)>
struct ByLink<endpoint> {
    static base::Result<Output> answer(access::Call& call, Input const& input) {
        TRY(holder, holder_of_link(call));
        call.viewer = std::move(holder);
        return endpoint(call, input);
    }
};
// An endpoint for signed-in contacts, as a door of the link.
template <auto endpoint>
inline constexpr auto by_link = &ByLink<endpoint>::answer;

}  // namespace care
