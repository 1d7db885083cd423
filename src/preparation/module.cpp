#include "preparation/module.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>
#include <tuple>

#include "base/text.hpp"
#include "platform/content.hpp"
#include "platform/embedded.hpp"

namespace preparation {
namespace {

constexpr std::string_view kFence = "---\n";
constexpr std::string_view kSection = "\n## ";

using Front = std::map<std::string, std::string, std::less<>>;

[[noreturn]] void broken(std::string_view key, std::string_view what) {
    throw std::logic_error("module " + std::string(key) + ": " + std::string(what));
}

Front front_of(std::string_view key, std::string_view text) {
    Front front;
    for (auto const& line : base::split(text, '\n')) {
        if (line.empty()) continue;
        auto const colon = line.find(": ");
        if (colon == std::string::npos) broken(key, "front matter is \"name: value\"");
        front.emplace(line.substr(0, colon), base::trim(std::string_view(line).substr(colon + 2)));
    }
    return front;
}

std::string const& value_of(std::string_view key, Front const& front, std::string_view name) {
    auto const found = front.find(name);
    if (found == front.end() || found->second.empty()) broken(key, std::string(name) + " is missing");
    return found->second;
}

bool flag_in(std::string_view key, Front const& front, std::string_view name) {
    auto const& value = value_of(key, front, name);
    if (value != "true" && value != "false") broken(key, std::string(name) + " is true or false");
    return value == "true";
}

std::int32_t number_in(std::string_view key, Front const& front, std::string_view name) {
    auto const& value = value_of(key, front, name);
    std::int32_t number = 0;
    auto const read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (read.ec != std::errc() || number < 1) broken(key, std::string(name) + " is a number");
    return number;
}

Reader reader_in(std::string_view key, Front const& front) {
    auto const& value = value_of(key, front, "reader");
    Reader reader{};
    if (!boost::describe::enum_from_string(value.c_str(), reader)) broken(key, "nobody reads it");
    return reader;
}

using ModulesByLanguage = std::map<std::string, std::vector<Module>, std::less<>>;

ModulesByLanguage read_all_modules() {
    constexpr std::string_view kFolder = "content/modules/";
    ModulesByLanguage modules;
    for (auto const& file : embedded::list(kFolder)) {
        auto const name = file.path.substr(kFolder.size());
        auto const slash = name.find('/');
        auto const key = name.substr(slash + 1, name.rfind('.') - slash - 1);
        modules[std::string(name.substr(0, slash))].push_back(read_module(key, file.text));
    }
    for (auto& [language, all] : modules)
        std::ranges::sort(all, {},
                          [](Module const& one) { return std::tuple(!is_of_a_side(one.reader), one.order, one.key); });
    return modules;
}

}  // namespace

bool is_of_a_side(Reader reader) {
    return reader == Reader::mentor || reader == Reader::mentee || reader == Reader::both;
}

bool is_for(Reader reader, Side side) {
    return reader == Reader::both || reader == (side == Side::mentor ? Reader::mentor : Reader::mentee);
}

std::int32_t minutes_of(std::string_view markdown) {
    std::int32_t words = 0;
    bool inside = false;
    for (char const letter : markdown) {
        bool const blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
        if (!blank && !inside) ++words;
        inside = !blank;
    }
    return std::max(1, (words + kWordsAMinute / 2) / kWordsAMinute);
}

Module read_module(std::string_view key, std::string_view markdown) {
    if (!markdown.starts_with(kFence)) broken(key, "front matter is missing");
    auto const end = markdown.find("\n---\n", kFence.size());
    if (end == std::string_view::npos) broken(key, "front matter does not end");
    auto const front = front_of(key, markdown.substr(kFence.size(), end - kFence.size()));
    auto const body = markdown.substr(end + kFence.size());
    auto const last = body.rfind(kSection);
    if (last == std::string_view::npos) broken(key, "there are no sections");
    auto const under = body.find('\n', last + kSection.size());
    if (value_of(key, front, "key") != key) broken(key, "its file is called otherwise");
    Module module;
    module.key = std::string(key);
    module.title = value_of(key, front, "title");
    module.reader = reader_in(key, front);
    module.is_core = flag_in(key, front, "core");
    module.is_small = flag_in(key, front, "small");
    if (auto const& before = value_of(key, front, "before"); before != "none") module.before = before;
    module.minutes = number_in(key, front, "minutes");
    module.order = number_in(key, front, "order");
    module.your_turn = value_of(key, front, "your_turn");
    module.text = base::trim(body.substr(0, last));
    module.exercise = under == std::string_view::npos ? "" : base::trim(body.substr(under));
    if (module.text.empty() || module.exercise.empty()) broken(key, "text or exercise is missing");
    return module;
}

std::vector<Module> const& modules_in(std::string_view language) {
    static auto const kModules = read_all_modules();
    auto found = kModules.find(language);
    if (found == kModules.end()) found = kModules.find(language.substr(0, language.find('-')));
    return found == kModules.end() ? kModules.find("en")->second : found->second;
}

Module const* find_module(std::string_view language, std::string_view key) {
    auto const& modules = modules_in(language);
    auto const found = std::ranges::find(modules, key, &Module::key);
    return found == modules.end() ? nullptr : &*found;
}

std::vector<Sentence> const& sentences_of(Side side, std::string_view language) {
    auto const& ready = content::read_once<ReadySentences>("content/ready/", language);
    return side == Side::mentor ? ready.mentor : ready.mentee;
}

}  // namespace preparation
