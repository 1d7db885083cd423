#include "care/monday.hpp"

#include <algorithm>
#include <array>

namespace care {
namespace {

constexpr std::size_t kMostSentences = 3;

}  // namespace

std::vector<MondaySentence> sentences_of(MondayCounts const& counts) {
    std::vector<MondaySentence> sentences;
    if (counts.pairs > 0) sentences.push_back({MondayKind::met, counts.met, counts.pairs});
    for (auto const& urgent : std::array{MondaySentence{MondayKind::help, counts.help, counts.pairs},
                                         MondaySentence{MondayKind::word, counts.word, counts.pairs},
                                         MondaySentence{MondayKind::no_next_date, counts.no_next_date, counts.pairs}})
        if (urgent.count > 0 && sentences.size() < kMostSentences) sentences.push_back(urgent);
    return sentences;
}

bool needs_somebody(std::vector<MondaySentence> const& sentences) {
    return std::ranges::any_of(sentences, [](MondaySentence const& one) { return one.kind != MondayKind::met; });
}

}  // namespace care
