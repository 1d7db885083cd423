#pragma once
// One House is one installation as it runs: the mechanisms, the routes over them, and how a cookie becomes a viewer.
// The server, the command line and the door tests all stand in the same one.

#include <string>

#include "access/door.hpp"
#include "platform/http/openapi.hpp"
#include "platform/http/route.hpp"
#include "platform/http/stream.hpp"

namespace app {

// What a house is made of; everything must outlive it.
struct Ground {
    db::Database& database;
    platform::Clock& clock;
    crypto::Keys const& keys;
    crypto::HashingPool& hashing;
    std::string public_url;
};

class House {
  public:
    House(Ground const& ground, access::Identify identify);

    [[nodiscard]] access::Tools& tools() { return tools_; }
    [[nodiscard]] http::Router& router() { return router_; }
    [[nodiscard]] http::Hub& hub() { return hub_; }

  private:
    access::Tools tools_;
    access::Routes routes_;
    http::Router router_;
    http::Hub hub_;
};

// How the document of the contract is headed.
http::DocumentHead document_head();

}  // namespace app
