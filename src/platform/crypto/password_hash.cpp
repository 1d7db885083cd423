#include "platform/crypto/password_hash.hpp"

#include <algorithm>
#include <array>
#include <new>

#include <sodium.h>

#include "platform/crypto/secret.hpp"

namespace crypto {

namespace {

std::string argon2id(std::string_view password, HashingCost cost) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    int const failed = crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes, cost.bytes,
                                             crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::bad_alloc();
    return hash.data();
}

}  // namespace

base::Refusal too_busy_to_hash() {
    return {base::RefusalKind::unavailable,
            "too_busy",
            "Too many people are signing in at this moment.",
            {},
            {{"retry_after", "1"}}};
}

// A place among those that hash; given back when it goes out of scope.
class HashingPool::Place {
  public:
    static base::Result<Place> take(HashingPool& pool) {
        std::unique_lock lock(pool.mutex_);
        if (pool.running_ >= pool.bounds_.running) {
            if (pool.waiting_ >= pool.bounds_.waiting) return too_busy_to_hash();
            ++pool.waiting_;
            pool.peak_.waiting = std::max(pool.peak_.waiting, pool.waiting_);
            pool.freed_.wait(lock, [&] { return pool.running_ < pool.bounds_.running; });
            --pool.waiting_;
        }
        ++pool.running_;
        pool.peak_.running = std::max(pool.peak_.running, pool.running_);
        return Place(pool);
    }
    Place(Place&& other) noexcept : pool_(std::exchange(other.pool_, nullptr)) {}
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;
    Place& operator=(Place&&) = delete;
    ~Place() {
        if (pool_ == nullptr) return;
        {
            std::lock_guard const lock(pool_->mutex_);
            --pool_->running_;
        }
        pool_->freed_.notify_one();
    }

  private:
    explicit Place(HashingPool& pool) : pool_(&pool) {}
    HashingPool* pool_;
};

HashingPool::HashingPool(HashingCost cost, HashingBounds bounds)
    : cost_(cost), bounds_(bounds), dummy_hash_(argon2id(random_secret(), cost)) {}

base::Result<std::string> HashingPool::hash(std::string_view password) {
    TRY(place, Place::take(*this));
    return argon2id(password, cost_);
}

base::Result<bool> HashingPool::verify(std::string_view password, std::string const& hash) {
    TRY(place, Place::take(*this));
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

base::Result<bool> HashingPool::verify_nobody(std::string_view password) {
    TRY(answer, verify(password, dummy_hash_));
    std::lock_guard const lock(mutex_);
    ++dummy_runs_;
    return answer && false;
}

bool HashingPool::is_outdated(std::string const& hash) const {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.bytes) != 0;
}

std::uint64_t HashingPool::dummy_runs() const {
    std::lock_guard const lock(mutex_);
    return dummy_runs_;
}

HashingBounds HashingPool::peak() const {
    std::lock_guard const lock(mutex_);
    return peak_;
}

}  // namespace crypto
