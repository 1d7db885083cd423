#include "platform/http/stream.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <thread>

#include <spdlog/spdlog.h>

#include "platform/json.hpp"

namespace http {

namespace {

constexpr std::size_t kMostWaiting = std::size_t{64} << 10U;
// One stream per browser, shared between its tabs; a person has a few browsers.
constexpr std::size_t kMostPerReader = 10;
constexpr auto kCheckEvery = std::chrono::milliseconds(500);

bool hears(Listener const& listener, Hint const& hint) {
    if (listener.organisation != hint.organisation) return false;
    if (!hint.readers.empty()) return std::ranges::find(hint.readers, listener.reader) != hint.readers.end();
    return listener.may_hear && listener.may_hear(hint);
}

// The fourth net of the house: a question that breaks, as when the database is busy or away, is no answer; it is asked
// again, and the thread of the hub goes on.
bool is_cut_off(Listener const& listener) {
    try {
        return listener.is_still_valid && !listener.is_still_valid();
    } catch (std::exception const& breakage) {
        spdlog::error("a stream could not be checked: {}", breakage.what());
        return false;
    }
}

}  // namespace

bool Stream::push(std::string_view event) {
    std::function<void()> wake;
    {
        std::lock_guard lock(mutex_);
        if (closed_) return false;
        if (waiting_.size() + event.size() > kMostWaiting)
            closed_ = true;
        else
            waiting_ += event;
        wake = wake_;
    }
    if (wake) wake();
    return true;
}

void Stream::close() {
    std::function<void()> wake;
    {
        std::lock_guard lock(mutex_);
        closed_ = true;
        wake = wake_;
    }
    if (wake) wake();
}

bool Stream::is_closed() const {
    std::lock_guard lock(mutex_);
    return closed_;
}

std::string Stream::take() {
    std::lock_guard lock(mutex_);
    return std::exchange(waiting_, {});
}

void Stream::on_change(std::function<void()> wake) {
    std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

struct Hub::Inside {
    mutable std::mutex mutex;
    std::condition_variable stopping;
    bool stopped = false;
    std::vector<std::shared_ptr<Stream>> streams;
    std::thread checker;

    std::vector<std::shared_ptr<Stream>> copy() const {
        std::lock_guard lock(mutex);
        return streams;
    }
};

Hub::Hub() : inside_(std::make_unique<Inside>()) {
    inside_->checker = std::thread([this] {
        std::unique_lock lock(inside_->mutex);
        while (!inside_->stopping.wait_for(lock, kCheckEvery, [this] { return inside_->stopped; })) {
            lock.unlock();
            check();
            lock.lock();
        }
    });
}

Hub::~Hub() {
    {
        std::lock_guard lock(inside_->mutex);
        inside_->stopped = true;
    }
    inside_->stopping.notify_all();
    inside_->checker.join();
    close_all();
}

std::shared_ptr<Stream> Hub::listen(Listener listener) {
    std::lock_guard lock(inside_->mutex);
    auto& streams = inside_->streams;
    std::erase_if(streams, [](auto const& stream) { return stream->is_closed(); });
    auto open = std::ranges::count_if(streams,
                                      [&](auto const& stream) { return stream->listener().reader == listener.reader; });
    if (static_cast<std::size_t>(open) >= kMostPerReader) return nullptr;
    return streams.emplace_back(std::make_shared<Stream>(std::move(listener)));
}

void Hub::publish(Hint const& hint) {
    std::string event = "data: {\"kind\":";
    json::write_text(event, hint.kind);
    event.append(",\"id\":\"").append(hint.id.text()).append("\"}\n\n");
    for (auto const& stream : inside_->copy())
        if (hears(stream->listener(), hint)) stream->push(event);
}

void Hub::check() {
    // Outside the lock: the question may take a database read.
    for (auto const& stream : inside_->copy())
        if (is_cut_off(stream->listener())) stream->close();
    std::lock_guard lock(inside_->mutex);
    std::erase_if(inside_->streams, [](auto const& stream) { return stream->is_closed(); });
}

void Hub::close_all() {
    for (auto const& stream : inside_->copy()) stream->close();
}

std::size_t Hub::count() const {
    return inside_->copy().size();
}

}  // namespace http
