#include "app/routes.hpp"

namespace app {

void add_routes(access::Routes& r) {
    // using access::May;  one block a room, in the order of the floors

    // organisation

    // person

    // notice

    // signin

    // programme

    // topic

    // invitation

    // matching

    // pairing

    static_cast<void>(r);
}

}  // namespace app
