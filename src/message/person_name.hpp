#pragma once
// Somebody as this room names them: what they want to be called, nothing else.

#include <string>

#include <boost/describe.hpp>

#include "access/viewer.hpp"

namespace message {

struct PersonName {
    access::PersonId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PersonName, (), (id, name))

}  // namespace message
