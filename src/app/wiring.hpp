#pragma once
// One House is one installation as it runs: the mechanisms, the routes over them, what happens by itself, and how a
// cookie becomes a viewer. The server, the command line and the door tests all stand in the same one.

#include <string>

#include "access/door.hpp"
#include "audit/dispatcher.hpp"
#include "notice/delivery.hpp"
#include "platform/http/openapi.hpp"
#include "platform/http/route.hpp"
#include "platform/http/stream.hpp"
#include "platform/jobs/board.hpp"

namespace app {

// What a house is made of; everything must outlive it.
struct Ground {
    db::Database& database;
    platform::Clock& clock;
    crypto::Keys const& keys;
    crypto::HashingPool& hashing;
    crypto::KeyFiles key_files;
    std::string public_url;
    // None: mails wait, and nothing is connected to.
    std::optional<mail::Server> mail_server = {};
    outbound::AllowList free_busy = {};
};

class House {
  public:
    House(Ground const& ground, access::Identify identify);

    [[nodiscard]] access::Tools& tools() { return tools_; }
    [[nodiscard]] http::Router& router() { return router_; }
    [[nodiscard]] http::Hub& hub() { return hub_; }
    [[nodiscard]] jobs::Board& board() { return board_; }

    // One round of what the server does about once a second: place events, queue what the schedule says and the mails
    // that are due.
    void round();
    // For tests, the demo and commands: everything that follows from what has been done, in this thread. What the
    // schedule would begin is left to round().
    void drain();
    // Passes hints from the database to open pages; the server calls it once.
    void hear_hints();

  private:
    http::Route stream_route();

    access::Tools tools_;
    access::Identify identify_;
    access::Routes routes_;
    http::Router router_;
    http::Hub hub_;
    jobs::Board board_;
    notice::Delivery delivery_;
    audit::Dispatcher dispatcher_;
};

// How the document of the contract is headed.
http::DocumentHead document_head();

}  // namespace app
