#pragma once
// Hears what other nodes say through PostgreSQL's NOTIFY, on a connection and a thread of its own.

#include <functional>
#include <memory>
#include <string>

namespace db {

class Listener {
  public:
    using Heard = std::function<void(std::string const& channel, std::string const& payload)>;

    // Connects again, once a second, whenever it is cut off.
    Listener(std::string address, Heard heard);
    ~Listener();
    Listener(Listener const&) = delete;
    Listener& operator=(Listener const&) = delete;
    // Returns when the channel is being listened to, or after five seconds of trying.
    void add(std::string const& channel);

  private:
    class Ear;
    std::unique_ptr<Ear> ear_;
};

}  // namespace db
