#include "acquaintance/acquaintance_http.hpp"
#include "app/routes.hpp"
#include "care/name_opening_http.hpp"

namespace app {

using access::May;

// Quiet where the log would tell who is in an acquaintance, or when they write.
void add_acquaintance_routes(access::Routes& r) {
    constexpr std::string_view kAnswers = "order, happy to meet / rather not, go on / not this time";
    constexpr std::string_view kTopics = "what I bring / want, ordinary topics";
    constexpr std::string_view kMessages = "messages, shared notes, actions, files, feedback";
    r.get("/programmes/{id}/anonymous-rounds", May::coordinator, acquaintance::list_anonymous_rounds,
          "List the anonymous rounds of a programme, and why none can be opened now");
    r.put("/programmes/{id}/anonymous-rounds/{round_id}", May::coordinator, acquaintance::put_anonymous_round,
          "Draw couples and suggest them to each other without names; nobody is shown who");
    r.get("/my-acquaintances", May::participant, acquaintance::list_my_acquaintances,
          "List those without a name whom you could write to, or write to")
        .quiet()
        .may_show({kTopics, "working-style answers", kAnswers});
    r.get("/acquaintances/{id}", May::participant, acquaintance::show_acquaintance,
          "Read an acquaintance of yours with its messages, without a name")
        .quiet()
        .may_show({kTopics, "working-style answers", kAnswers, kMessages});
    r.put("/acquaintances/{id}/answer", May::participant, acquaintance::put_answer,
          "Say privately whether you would be happy to write to each other")
        .quiet()
        .may_show({kTopics, "working-style answers", kAnswers});
    r.put("/acquaintances/{id}/messages/{message_id}", May::participant, acquaintance::put_acquaintance_message,
          "Write a message that is shown to the other from the next full hour on")
        .quiet()
        .may_show({kTopics, "working-style answers", kMessages});
    r.put("/acquaintances/{id}/name-choice", May::participant, acquaintance::put_name_choice,
          "Choose privately to open your name, or no longer; both open at one moment")
        .quiet()
        .may_show({kTopics, "working-style answers", kMessages});
    r.put("/acquaintances/{id}/departure", May::participant, acquaintance::put_departure,
          "Leave, without a reason and with your name closed")
        .quiet()
        .may_show({kTopics, "working-style answers", kMessages});
    r.get("/name-openings", May::administrator, care::list_name_openings,
          "List the names that a confidential contact asks to open for a stated danger")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
    r.put("/name-openings/{id}/agreement", May::administrator, care::put_name_agreement,
          "Agree, as the second of two, that a name is opened for a stated danger")
        .quiet()
        .may_show({"concern", "name, department, site, function"});
}

}  // namespace app
