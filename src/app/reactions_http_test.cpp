#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/hint.hpp"
#include "pairing/pairing_actions.hpp"
#include "platform/json.hpp"
#include "support/door.hpp"

namespace app {
namespace {

using testing::Each;
using testing::Field;
using testing::UnorderedElementsAre;

// Hears what open pages hear. The database keeps its listeners, so this outlives the test.
class Ear {
  public:
    void hear(std::string const& payload) {
        std::lock_guard const guard(mutex_);
        heard_.push_back(json::read<access::HintMessage>(payload).value());
        changed_.notify_all();
    }
    std::vector<access::HintMessage> wait_for(std::size_t many) {
        std::unique_lock guard(mutex_);
        changed_.wait_for(guard, std::chrono::seconds(10), [&] { return heard_.size() >= many; });
        return heard_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<access::HintMessage> heard_;
};

TEST(Hints, tell_the_two_of_a_pair_and_nobody_else_that_their_page_has_changed) {
    support::Door door;
    auto const cast = support::make_cast(door.database());
    auto const ear = std::make_shared<Ear>();
    door.database().listen(std::string(access::kHintChannel),
                           [ear](std::string const& payload) { ear->hear(payload); });

    auto const opened = door.database().write([&](db::Tx& tx) {
        return pairing::open_pairing(tx, access::house(cast.organisation),
                                     {cast.programme, pairing::Origin::run, cast.ana, cast.sofia, 0, {}},
                                     door.clock().now());
    });
    ASSERT_TRUE(opened);
    door.house().drain();

    auto const heard = ear->wait_for(1);
    ASSERT_FALSE(heard.empty());
    EXPECT_THAT(heard, Each(Field(&access::HintMessage::kind, "pairing")));
    EXPECT_THAT(heard.front().readers, UnorderedElementsAre(base::any(cast.ana), base::any(cast.sofia)));
}

}  // namespace
}  // namespace app
