#pragma once
// JSON Schema 2020-12, as OpenAPI 3.1 uses it, from the same tables that read and write.

#include <map>
#include <string>

#include "platform/meta.hpp"

namespace json {

// Requests may leave out what is optional; answers always hold every key.
enum class Direction { request, answer };

// Collects the named structs of a document. Two different structs with the same short name are refused
// (std::logic_error): the document and the generated client would mix them up.
class Schemas {
  public:
    // The schema of a value: structs by reference into #/components/schemas, everything else in place.
    std::string of(meta::Type const& type, Direction direction, meta::Limit const* limit = nullptr,
                   bool is_item = false);
    // The JSON object of all structs referred to so far.
    [[nodiscard]] std::string components() const;

  private:
    std::string refer(meta::Type const& type, Direction direction);
    std::string structure(meta::Type const& type, Direction direction);

    std::map<std::string, meta::Type const*> types_;
    std::map<std::string, std::string> schemas_;
};

}  // namespace json
