#include "care/monday.hpp"

#include <algorithm>
#include <array>

namespace care {
namespace {

constexpr std::size_t kMostSentences = 3;

}  // namespace

std::vector<MondaySentence> sentences_of(MondayCounts const& counts, std::optional<std::int64_t> days_to_told) {
    std::vector<MondaySentence> sentences;
    if (counts.pairs > 0) sentences.push_back({MondayKind::met, counts.met, counts.pairs});
    if (counts.help > 0) sentences.push_back({MondayKind::help, counts.help, counts.pairs});
    if (days_to_told) sentences.push_back({MondayKind::end, *days_to_told, counts.pairs});
    for (auto const& urgent : std::array{MondaySentence{MondayKind::word, counts.word, counts.pairs},
                                         MondaySentence{MondayKind::no_next_date, counts.no_next_date, counts.pairs}})
        if (urgent.count > 0 && sentences.size() < kMostSentences) sentences.push_back(urgent);
    return sentences;
}

bool needs_somebody(std::vector<MondaySentence> const& sentences) {
    return std::ranges::any_of(sentences, [](MondaySentence const& one) { return one.kind != MondayKind::met; });
}

}  // namespace care
