#include "topic/topic.hpp"

#include <algorithm>

#include "platform/content.hpp"

namespace topic {

Topic const* Catalogue::find(std::string_view key) const {
    auto found = std::ranges::find(topics, key, &Topic::key);
    return found == topics.end() ? nullptr : &*found;
}

bool Catalogue::has_subject(std::string_view key) const {
    return find(key) != nullptr || std::ranges::find(families, key, &Family::key) != families.end();
}

Catalogue const& catalogue(std::string_view language) {
    return content::read_once<Catalogue>("content/topics/", language);
}

}  // namespace topic
