#pragma once
// Live hints (server-sent events). A hint says only {kind, id}, to those who may see it; the page fetches. There is no
// replay: after a reconnect the page fetches again.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"

namespace http {

struct Hint {
    base::AnyId organisation;
    std::string kind;
    base::AnyId id;
    // Who may hear it; empty: whoever `may_hear` of the listener allows.
    std::vector<base::AnyId> readers = {};
};

struct Listener {
    base::AnyId organisation;
    base::AnyId reader;
    // Asked for hints without readers; runs in the publisher's thread and must be quick.
    std::function<bool(Hint const&)> may_hear = {};
    // Asked every 500 ms by the hub's own thread (a database read is fine): false closes the stream. What it throws is
    // logged, and it is asked again.
    std::function<bool()> is_still_valid = {};
};

// One open stream: filled by the hub, emptied by the connection.
class Stream {
  public:
    explicit Stream(Listener listener) : listener_(std::move(listener)) {}

    [[nodiscard]] Listener const& listener() const { return listener_; }
    // False when the listener is too far behind: the stream closes, and the page fetches again.
    bool push(std::string_view event);
    void close();
    [[nodiscard]] bool is_closed() const;
    // Everything waiting, as text/event-stream.
    std::string take();
    // Called, from any thread, whenever there is something to take or the stream has closed.
    void on_change(std::function<void()> wake);

  private:
    Listener listener_;
    mutable std::mutex mutex_;
    std::string waiting_;
    bool closed_ = false;
    std::function<void()> wake_;
};

class Hub {
  public:
    Hub();
    ~Hub();

    // Nothing when this person has too many streams open already.
    std::shared_ptr<Stream> listen(Listener listener);
    void publish(Hint const& hint);
    // One round of the check that otherwise runs every 500 ms.
    void check();
    void close_all();
    [[nodiscard]] std::size_t count() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace http
