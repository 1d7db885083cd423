#include "platform/http/openapi.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "platform/http/problem.hpp"
#include "platform/json_schema.hpp"

namespace http {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr std::string_view kPrefix = "/api/";

value parsed(std::string const& text) {
    return boost::json::parse(text);
}

std::string lower_name(Method method) {
    std::string name(name_of(method));
    for (auto& letter : name) letter = static_cast<char>(letter - 'A' + 'a');
    return name;
}

// "GET /api/pairings/{id}/agreement" -> "get_pairings_by_id_agreement".
std::string operation_id(Route const& route) {
    auto id = lower_name(route.method);
    std::string_view rest = route.path;
    rest.remove_prefix(kPrefix.size());
    while (!rest.empty()) {
        auto end = std::min(rest.find('/'), rest.size());
        auto step = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        bool is_parameter = step.starts_with('{');
        id.append(is_parameter ? "_by_" : "_").append(is_parameter ? step.substr(1, step.size() - 2) : step);
    }
    std::ranges::replace(id, '-', '_');
    return id;
}

std::string tag_of(Route const& route) {
    auto rest = std::string_view(route.path).substr(kPrefix.size());
    return std::string(rest.substr(0, rest.find('/')));
}

void add_path_parameters(array& parameters, std::string_view path) {
    for (auto at = path.find('{'); at != std::string_view::npos; at = path.find('{', at + 1)) {
        auto name = path.substr(at + 1, path.find('}', at) - at - 1);
        object schema{{"type", "string"}};
        if (name == "id" || name.ends_with("_id")) schema["format"] = "uuid";
        parameters.push_back(
            object{{"name", std::string(name)}, {"in", "path"}, {"required", true}, {"schema", std::move(schema)}});
    }
}

void add_query_parameters(array& parameters, meta::Type const& query, json::Schemas& schemas) {
    for (auto const& field : query.fields) {
        auto const& bare = field.type->bare();
        bool is_required = !field.type->may_be_absent() && bare.kind != meta::Kind::list;
        object parameter{{"name", field.name},
                         {"in", "query"},
                         {"required", is_required},
                         {"schema", parsed(schemas.of(bare, json::Direction::request, field.limit))}};
        if (field.limit != nullptr && !field.limit->words.empty()) parameter["description"] = field.limit->words;
        parameters.push_back(std::move(parameter));
    }
}

void add_idempotency_key(array& parameters) {
    parameters.push_back(object{{"name", "Idempotency-Key"},
                                {"in", "header"},
                                {"required", false},
                                {"description", "The same key within 24 hours gives the first answer again."},
                                {"schema", object{{"type", "string"}, {"minLength", 1}, {"maxLength", 255}}}});
}

object content(std::string const& type, value schema) {
    return object{{type, object{{"schema", std::move(schema)}}}};
}

object request_body(Route const& route, json::Schemas& schemas) {
    object types;
    for (auto const& type : route.content_types) {
        bool is_described = type == "application/json" && route.input != nullptr;
        types[type] = object{
            {"schema", is_described ? parsed(schemas.of(*route.input, json::Direction::request)) : value(object{})}};
    }
    return object{{"required", true}, {"content", std::move(types)}};
}

object responses(Route const& route, json::Schemas& schemas) {
    object success{{"description", reason_of(route.success)}};
    if (route.output != nullptr)
        success["content"] = content("application/json", parsed(schemas.of(*route.output, json::Direction::answer)));
    auto refusal = parsed(schemas.of(meta::of<Problem>(), json::Direction::answer));
    object problem{{"description", "A refusal, as problem details (RFC 9457)."},
                   {"content", content("application/problem+json", std::move(refusal))}};
    return object{{std::to_string(route.success), std::move(success)}, {"4XX", problem}, {"5XX", problem}};
}

object operation(Route const& route, json::Schemas& schemas) {
    array parameters;
    add_path_parameters(parameters, route.path);
    if (route.query != nullptr) add_query_parameters(parameters, *route.query, schemas);
    if (route.takes_idempotency_key) add_idempotency_key(parameters);
    object operation{{"operationId", operation_id(route)},
                     {"summary", route.summary},
                     {"tags", array{value(tag_of(route))}},
                     {"x-permission", route.who_may}};
    for (auto const& [key, text] : route.extensions) operation[key] = parsed(text);
    if (!parameters.empty()) operation["parameters"] = std::move(parameters);
    if (!route.content_types.empty()) operation["requestBody"] = request_body(route, schemas);
    operation["responses"] = responses(route, schemas);
    return operation;
}

void indent(std::string& out, value const& node, std::size_t depth);

template <class Items, class WriteItem>
void indent_items(std::string& out, Items const& items, std::size_t depth, char const* brackets, WriteItem write_item) {
    out += brackets[0];
    char const* separator = "\n";
    for (auto const& item : items) {
        out.append(separator).append(2 * (depth + 1), ' ');
        write_item(item);
        separator = ",\n";
    }
    if (!items.empty()) out.append("\n").append(2 * depth, ' ');
    out += brackets[1];
}

void indent(std::string& out, value const& node, std::size_t depth) {
    if (auto const* members = node.if_object()) {
        indent_items(out, *members, depth, "{}", [&](auto const& member) {
            out.append(boost::json::serialize(value(member.key()))).append(": ");
            indent(out, member.value(), depth + 1);
        });
    } else if (auto const* items = node.if_array()) {
        indent_items(out, *items, depth, "[]", [&](auto const& item) { indent(out, item, depth + 1); });
    } else {
        out += boost::json::serialize(node);
    }
}

object head_of(DocumentHead const& head) {
    return {{"title", head.title},
            {"version", head.version},
            {"description", head.description},
            {"license", object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}};
}

}  // namespace

std::string openapi(Router const& router, DocumentHead const& head) {
    json::Schemas schemas;
    object paths;
    for (auto const* route : router.all()) {
        if (!route->path.starts_with(kPrefix)) continue;
        auto& path = paths.emplace(route->path, object{}).first->value().as_object();
        path[lower_name(route->method)] = operation(*route, schemas);
    }
    object session{{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-session"}};
    object document{{"openapi", "3.1.0"}, {"info", head_of(head)}};
    document["servers"] = array{value(object{{"url", "/"}})};
    document["security"] = array{value(object{{"session", array{}}})};
    document["paths"] = std::move(paths);
    document["components"] =
        object{{"securitySchemes", object{{"session", std::move(session)}}}, {"schemas", parsed(schemas.components())}};
    std::string text;
    indent(text, document, 0);
    return text + "\n";
}

}  // namespace http
