#pragma once
// One question of a questionnaire, and what somebody answers to it. Pure.
//   Keys: that of an item ("voice_1"), a topic on the ladder ("know.C1", and "know_then.C1": as it was at the start,
//   looked back at), or a coordinator's own ("own_1").

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "instrument/item.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace questionnaire {

using programme::Side;

// agreement, confidence, ladder and choice as instrument::Scale has them; text: in one's own words.
enum class QuestionKind { agreement, confidence, ladder, choice, text };
BOOST_DESCRIBE_ENUM(QuestionKind, agreement, confidence, ladder, choice, text)

struct AskedQuestion {
    std::string key;
    QuestionKind kind = QuestionKind::agreement;
    std::string text;
    std::vector<std::string> choices;

    auto operator<=>(AskedQuestion const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskedQuestion, (), (key, kind, text, choices))

struct QuestionnaireAnswer {
    std::string question;
    std::optional<std::int32_t> value;
    std::optional<std::string> text;

    auto operator<=>(QuestionnaireAnswer const&) const = default;
};
BOOST_DESCRIBE_STRUCT(QuestionnaireAnswer, (), (question, value, text))

// Of figures; none for a text.
std::optional<instrument::Range> range_of(AskedQuestion const& question);

// What a coordinator may ask of their own: agreement, choice, text.
struct OwnQuestion {
    QuestionKind kind = QuestionKind::agreement;
    std::string text;
    std::vector<std::string> choices;
};
BOOST_DESCRIBE_STRUCT(OwnQuestion, (), (kind, text, choices))

inline constexpr std::size_t kMostChoices = 12;
inline constexpr std::size_t kMostOwn = 20;
// Rules 9: up to thirty pairs are asked ten questions at a time.
inline constexpr std::size_t kMostOwnInSmall = 10;
// Given keys in their order. Refused at /questions/<position>: `not_asked_here` (a kind of the house's own),
// `too_short` (a choice of fewer than two), `not_with_this_kind` (choices of another kind), `twice` (a choice said
// twice); and `too_many_questions`.
base::Result<std::vector<AskedQuestion>> own_questions(std::vector<OwnQuestion> const& wanted, bool is_small);

// Refused at /answers/<position>: `unknown`, `twice`, `out_of_range`, `wrong_kind`.
base::Result<bool> check_answers(std::vector<QuestionnaireAnswer> const& answers,
                                 std::vector<AskedQuestion> const& asked);
QuestionnaireAnswer const* answer_to(std::vector<QuestionnaireAnswer> const& answers, std::string_view question);

// What the house asks at one moment, as it is kept from the opening on: keys of items in the order in which they are
// put (lightly first, what may weigh on somebody last), among them `kLadderItem` where an aim asks what people can do.
inline constexpr std::string_view kLadderItem = "know";
enum class Length {
    whole,
    short_look  // ninety days after: three on leading, and what people can do
};
// Of VOICE only the first three where no aim names it; an instrument that needs more people than `people` is left out.
std::vector<std::string> items_of(std::vector<std::string> const& instruments, std::size_t people, Length length);

// How far somebody's ladders look: on the way in what they can do now; at the end also what they could at the start.
enum class Ladders { now, now_and_then };
// In the words of `language`, without what is asked of the other side. `topics`: whose ladders these are; those that
// nobody knows any more are left out.
std::vector<AskedQuestion> questions_of(std::vector<std::string> const& items, Side side,
                                        std::vector<std::string> const& topics, Ladders ladders,
                                        std::string_view language);
// Whether the other side is asked it, too: an item of an instrument for one side is not.
bool is_asked_of(std::string_view question, Side side);
// Of answers: the topics whose ladders somebody was on.
std::vector<std::string> topics_in(std::vector<QuestionnaireAnswer> const& answers);

// Within an instrument in an order that `seed` decides; instruments stay in theirs, and so do own questions.
std::vector<AskedQuestion> mixed(std::vector<AskedQuestion> questions, std::uint64_t seed);

}  // namespace questionnaire

template <>
inline constexpr auto meta::limits<questionnaire::QuestionnaireAnswer> =
    std::array{meta::Limit{"question", 1, 60, "The key of a question that is asked"},
               meta::Limit{"value", 0, 20,
                           "agreement: 1, not at all, to 5, fully; confidence: 0 to 10; ladder: 0 to 4; choice: the "
                           "number of one, from 1; null: cannot say"},
               meta::Limit{"text", 1, 2000, "In your own words"}};
template <>
inline constexpr auto meta::limits<questionnaire::OwnQuestion> =
    std::array{meta::Limit{"text", 1, 500, "The question, or the statement to agree with"},
               meta::Limit{"choices", 0, questionnaire::kMostChoices, "Of a choice: two at least"}};
