#pragma once
// One connection from accept to close: requests one after the other, each read, routed, handled by a worker and
// answered; or an open event stream.

#include <atomic>
#include <memory>
#include <set>
#include <thread>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include "platform/http/server.hpp"
#include "platform/http/wire.hpp"
#include "platform/http/workers.hpp"

namespace http {

// What a connection is asked by its loop.
class Connection {
  public:
    virtual ~Connection() = default;
    // Runs in the loop's thread.
    virtual void close_when_idle() = 0;
};

// One event loop with its thread and the connections that live on it.
struct Loop {
    // Only touched by this loop's thread; outlives the context, whose end destroys the last of them.
    std::set<Connection*> connections;
    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard{context.get_executor()};
    std::thread thread;
};

// What all sessions of a server share.
struct Service {
    ServerOptions options;
    Router const& router;
    Observe observe;
    bool speaks_tls = false;
    std::atomic<bool> is_stopping = false;
    std::atomic<std::size_t> open = 0;
    std::unique_ptr<Workers> workers = {};
};

// Counts `service.open` down when it is over. In the loop's thread.
void begin_session(Service& service, Loop& loop, std::unique_ptr<Wire> wire);

}  // namespace http
