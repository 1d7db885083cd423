#pragma once
// How mails leave. The rows that wait are the outbox: whoever has a mail server looks about once a second, queues one
// job for each organisation with mails that are due, and the job sends them. Slow work stands outside any transaction:
// the tries are counted in one, the words go out, each outcome is saved in another.
//
// A node sends for one organisation at a time, so that a mail server that hangs never holds more than one worker; after
// trouble with the server itself it rests for a minute.

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>

#include "notice/mail.hpp"
#include "platform/clock.hpp"
#include "platform/jobs/board.hpp"
#include "platform/jobs/schedule.hpp"
#include "platform/mail/session.hpp"

namespace notice {

inline constexpr jobs::Kind<jobs::Nothing> kSendMails{"mails.send"};

inline constexpr std::int64_t kMailsAtOnce = 20;
// What is left of a batch after this is put off: the lease of the job must outlive it.
inline constexpr base::Duration kBatchLasts = std::chrono::seconds(30);
inline constexpr base::Duration kServerRests = std::chrono::minutes(1);

// A mail as it would go out now. Whoever owns a kind may add the calendar part of what it is about.
struct OutgoingMail {
    MailText text;
    std::optional<mail::CalendarPart> calendar = {};
    // The recipient has said not to be asked (docs/decisions/0061): the server is asked whether it would take the mail,
    // and the row ends as every other does, but no words go out.
    bool is_withheld = false;
    // It can wait, and its recipient is not written to before then.
    std::optional<base::Instant> waits_until = {};
};
// Nothing when what it is about is gone.
using WriteOutgoing = std::function<std::optional<OutgoingMail>(db::Tx& tx, Mail const& mail)>;

class Delivery {
  public:
    // Without a server nothing is ever sent, and nothing is looked for.
    Delivery(db::Database& database, platform::Clock const& clock, std::optional<mail::Server> server,
             WriteOutgoing write);

    [[nodiscard]] bool has_server() const { return server_.has_value(); }
    // One job for each organisation with due mails that has none yet. True when any was queued.
    bool queue_due();
    // The job.
    base::Result<bool> send_due(jobs::Work& work);

  private:
    struct Batch;
    void send(Batch const& batch);
    void save(Mail const& mail, Mail const& before);
    [[nodiscard]] bool is_resting() const { return clock_.wall() < rests_until_.load(); }

    db::Database& database_;
    platform::Clock const& clock_;
    std::optional<mail::Server> server_;
    WriteOutgoing write_;
    std::mutex sending_;
    std::atomic<base::Instant> rests_until_{};
};

}  // namespace notice
