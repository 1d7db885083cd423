#include "platform/db/pool.hpp"

namespace db {

Pool::Lease Pool::take() {
    auto connection = take_idle();
    try {
        if (!connection) connection = open_();
    } catch (Error const&) {
        give_back(nullptr);
        throw;
    }
    return {*this, std::move(connection)};
}

// Takes a place; nothing when no connection stands idle in it.
std::unique_ptr<Connection> Pool::take_idle() {
    std::unique_lock held(mutex_);
    if (!came_back_.wait_for(held, patience_, [&] { return free_places_ > 0; }))
        throw Error(Code::busy, "every database connection stayed taken");
    --free_places_;
    if (idle_.empty()) return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
    {
        std::scoped_lock const held(mutex_);
        ++free_places_;
        if (connection && connection->is_alive()) idle_.push_back(std::move(connection));
    }
    came_back_.notify_one();
}

void Pool::forget_idle() {
    std::scoped_lock const held(mutex_);
    idle_.clear();
}

}  // namespace db
