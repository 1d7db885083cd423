#include "meeting/guide.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <stdexcept>

#include "base/text.hpp"
#include "platform/embedded.hpp"

namespace meeting {
namespace {

constexpr std::string_view kFence = "---";
constexpr std::int32_t kLastOfTheTable = 6;
constexpr std::array<std::string_view, 3> kWhoeverGoesOn{"2", "3", "5"};

[[noreturn]] void broken(std::string_view key, std::string_view what) {
    throw std::logic_error("guide " + std::string(key) + ": " + std::string(what));
}

std::int32_t minutes_in(std::string_view key, std::string_view text) {
    std::int32_t minutes = 0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), minutes);
    if (read.ec != std::errc() || minutes < 1) broken(key, "minutes are a number");
    return minutes;
}

void read_front_line(Guide& guide, std::string_view line) {
    auto const colon = line.find(": ");
    if (colon == std::string_view::npos) broken(guide.key, "front matter is \"name: value\"");
    auto const name = line.substr(0, colon);
    auto const value = base::trim(line.substr(colon + 2));
    if (name == "title") {
        guide.title = value;
    } else if (name == "question") {
        guide.question = value;
    } else if (name == "minutes") {
        guide.minutes = minutes_in(guide.key, value);
    } else {
        broken(guide.key, "front matter that nobody reads");
    }
}

GuidePart* part_named(Guide& guide, std::string_view name) {
    if (name == "opening") return &guide.opening;
    if (name == "core") return &guide.core;
    return name == "closing" ? &guide.closing : nullptr;
}

std::vector<std::string>& lines_under(Guide& guide, std::string_view heading) {
    auto const words = base::split(heading, ' ');
    if (auto* part = part_named(guide, words.front())) {
        part->minutes = words.size() == 2 ? minutes_in(guide.key, words.back()) : 0;
        return part->lines;
    }
    if (heading == "teaches") return guide.mentor_brings;
    if (heading == "learns") return guide.mentee_brings;
    if (heading != "prompts") broken(guide.key, "a section that nobody reads");
    return guide.prompts;
}

void check(Guide const& guide) {
    if (guide.title.empty() || guide.question.empty()) broken(guide.key, "title or question is missing");
    for (auto const* part : {&guide.opening, &guide.core, &guide.closing})
        if (part->minutes == 0 || part->lines.empty()) broken(guide.key, "a part is missing");
    if (guide.opening.minutes + guide.core.minutes + guide.closing.minutes > guide.minutes)
        broken(guide.key, "the parts take longer than the whole");
    if (guide.mentor_brings.empty() || guide.mentee_brings.empty()) broken(guide.key, "a lane is empty");
    if (guide.prompts.empty() || guide.prompts.size() > kMostPrompts) broken(guide.key, "one to three prompts");
}

using GuidesByLanguage = std::map<std::string, std::vector<Guide>, std::less<>>;

GuidesByLanguage read_all() {
    constexpr std::string_view kFolder = "content/guides/";
    GuidesByLanguage guides;
    for (auto const& file : embedded::list(kFolder)) {
        auto const name = file.path.substr(kFolder.size());
        auto const slash = name.find('/');
        auto const key = name.substr(slash + 1, name.rfind('.') - slash - 1);
        guides[std::string(name.substr(0, slash))].push_back(read_guide(key, file.text));
    }
    return guides;
}

}  // namespace

Guide read_guide(std::string_view key, std::string_view markdown) {
    Guide guide;
    guide.key = std::string(key);
    int fences = 0;
    std::vector<std::string>* lines = nullptr;
    for (auto const& line : base::split(markdown, '\n')) {
        if (line == kFence) {
            ++fences;
        } else if (fences == 1) {
            read_front_line(guide, line);
        } else if (line.starts_with("## ")) {
            lines = &lines_under(guide, line.substr(3));
        } else if (line.starts_with("- ") && lines) {
            lines->push_back(base::trim(line.substr(2)));
        } else if (!line.empty()) {
            broken(key, "a line that is no part of it");
        }
    }
    check(guide);
    return guide;
}

std::vector<Guide> const& guides_in(std::string_view language) {
    static auto const kGuides = read_all();
    auto found = kGuides.find(language);
    if (found == kGuides.end()) found = kGuides.find(language.substr(0, language.find('-')));
    return found == kGuides.end() ? kGuides.find("en")->second : found->second;
}

Guide const& guide_in(std::string_view language, std::string_view key) {
    auto const& guides = guides_in(language);
    auto const found = std::ranges::find(guides, key, &Guide::key);
    if (found == guides.end()) broken(key, "there is none");
    return *found;
}

std::string guide_key(std::int32_t number) {
    if (number <= kLastOfTheTable) return std::to_string(number);
    return std::string(kWhoeverGoesOn[static_cast<std::size_t>(number - kLastOfTheTable - 1) % kWhoeverGoesOn.size()]);
}

}  // namespace meeting
