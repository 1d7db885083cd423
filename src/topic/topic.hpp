#pragma once
// The catalogue of topics: stable keys ("C1", family "C"), words per language, and what is special about a topic.

#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace topic {

// Which way the knowledge usually goes between levels.
enum class Direction { up, down, both };
BOOST_DESCRIBE_ENUM(Direction, up, down, both)

struct Family {
    std::string key;
    std::string name;
    Direction direction = Direction::both;
    std::string description;
};
BOOST_DESCRIBE_STRUCT(Family, (), (key, name, direction, description))

struct Topic {
    std::string key;
    std::string family;
    std::string name;
    std::string description;
    Direction direction = Direction::both;
    bool is_private = false;  // flag (s): only by a consent of its own (rules 6)
    bool cannot_replace_training = false;
};
BOOST_DESCRIBE_STRUCT(Topic, (), (key, family, name, description, direction, is_private, cannot_replace_training))

struct Catalogue {
    std::vector<Family> families;
    std::vector<std::string> starters;  // twelve to begin with, from most families
    std::vector<Topic> topics;

    [[nodiscard]] Topic const* find(std::string_view key) const;
    // A topic or a whole family.
    [[nodiscard]] bool has_subject(std::string_view key) const;
};
BOOST_DESCRIBE_STRUCT(Catalogue, (), (families, starters, topics))

// In `language`, or in English. Lives as long as the program; the same keys in every language.
Catalogue const& catalogue(std::string_view language = "en");

}  // namespace topic
