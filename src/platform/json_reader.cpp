// Boost.JSON checks the grammar and calls back; what it finds goes straight into the struct, without a tree between.

#include <set>

#include <boost/json/basic_parser_impl.hpp>

#include "platform/json.hpp"
#include "platform/meta_text.hpp"

namespace json {

namespace {

using boost::json::error_code;
using meta::Kind;

// What stands open: a struct, list or map being filled, a meta::Json being copied, or something refused whose inside
// is passed over.
enum class Open { structure, list, map, copied, passed_over };

struct Frame {
    Open open;
    meta::Type const* type = nullptr;
    void* object = nullptr;
    meta::Limit const* limit = nullptr;
    std::string step = {};               // the way to this frame, one pointer step
    std::vector<bool> seen = {};         // fields of a struct
    meta::Field const* field = nullptr;  // the field whose value comes next, nullptr when unknown
    std::string key = {};                // the key of a map or unknown field whose value comes next
    std::size_t count = 0;               // values so far
    std::set<std::string> copied_keys = {};
};

struct Place {
    meta::Type const* type = nullptr;  // nullptr: nothing to fill
    void* where = nullptr;
    meta::Limit const* limit = nullptr;
    bool is_item = false;  // inside a list or map: its own bounds
};

enum class Literal { string, number, boolean };

class Filler {
  public:
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);

    Filler(meta::Type const& type, void* value, std::size_t most_errors)
        : root_{&type, value, nullptr, false}, most_errors_(most_errors) {}

    std::vector<base::FieldError> errors;
    std::string duplicate;  // pointer of a key given twice

    bool on_document_begin(error_code& /*ec*/) { return true; }
    bool on_document_end(error_code& /*ec*/) { return true; }
    bool on_array_begin(error_code& ec) { return begin('[', Kind::list, Open::list, ec); }
    bool on_array_end(std::size_t /*n*/, error_code& /*ec*/) { return end(']'); }
    bool on_object_begin(error_code& ec) { return begin('{', Kind::structure, Open::structure, ec); }
    bool on_object_end(std::size_t /*n*/, error_code& /*ec*/) { return end('}'); }
    bool on_string_part(boost::json::string_view s, std::size_t /*n*/, error_code& /*ec*/) { return part(s); }
    bool on_string(boost::json::string_view s, std::size_t /*n*/, error_code& /*ec*/) {
        return literal(s, Literal::string);
    }
    bool on_key_part(boost::json::string_view s, std::size_t /*n*/, error_code& /*ec*/) { return part(s); }
    bool on_key(boost::json::string_view s, std::size_t n, error_code& ec);
    bool on_number_part(boost::json::string_view s, error_code& /*ec*/) { return part(s); }
    bool on_int64(std::int64_t /*i*/, boost::json::string_view s, error_code& /*ec*/) {
        return literal(s, Literal::number);
    }
    bool on_uint64(std::uint64_t /*u*/, boost::json::string_view s, error_code& /*ec*/) {
        return literal(s, Literal::number);
    }
    bool on_double(double /*d*/, boost::json::string_view s, error_code& /*ec*/) { return literal(s, Literal::number); }
    bool on_bool(bool b, error_code& /*ec*/) { return literal(b ? "true" : "false", Literal::boolean); }
    bool on_null(error_code& ec);
    static bool on_comment_part(boost::json::string_view /*s*/, error_code& /*ec*/) { return true; }
    static bool on_comment(boost::json::string_view /*s*/, error_code& /*ec*/) { return true; }

  private:
    bool part(std::string_view text) {
        text_ += text;
        return true;
    }
    std::string take_text(std::string_view rest) {
        text_ += rest;
        return std::exchange(text_, {});
    }
    Frame* top() { return frames_.empty() ? nullptr : &frames_.back(); }
    bool is_copying() { return top() != nullptr && top()->open == Open::copied; }

    // The place of the value that starts now, inside optionals and patches.
    Place next_place();
    Place raw_place();
    // The pointer to the value that starts now.
    [[nodiscard]] std::string pointer() const;
    [[nodiscard]] std::string step_of(Frame const& frame) const;
    void refuse(base::FieldError error, std::string const& at);
    void refuse_type(meta::Type const& type);
    bool literal(std::string_view rest, Literal literal);
    bool begin(char bracket, Kind wanted, Open open, error_code& ec);
    bool end(char bracket);
    void finish(Frame const& frame);
    bool refuse_duplicate(std::string const& key, error_code& ec);
    // Separators and keys of a copied value.
    void copy_lead();

    Place root_;
    std::size_t most_errors_;
    std::vector<Frame> frames_;
    std::string text_;
    std::string* copy_ = nullptr;
};

std::string Filler::step_of(Frame const& frame) const {
    switch (frame.open) {
        case Open::structure:
            return pointer_step(frame.field != nullptr ? frame.field->name : frame.key);
        case Open::map:
        case Open::copied:
            return pointer_step(frame.key);
        case Open::list:
            return pointer_step(std::to_string(frame.count - 1));
        case Open::passed_over:
            return "";
    }
    return "";
}

std::string Filler::pointer() const {
    std::string path;
    for (auto const& frame : frames_) path += step_of(frame);
    return path;
}

void Filler::refuse(base::FieldError error, std::string const& at) {
    if (errors.size() >= most_errors_) return;
    error.pointer = at;
    errors.push_back(std::move(error));
}

Place Filler::raw_place() {
    auto* frame = top();
    if (frame == nullptr) return root_;
    ++frame->count;
    switch (frame->open) {
        case Open::structure:
            if (frame->field == nullptr) return {};
            return {frame->field->type, frame->field->of(frame->object), frame->field->limit, false};
        case Open::list:
            return {frame->type->element, frame->type->add(frame->object), frame->limit, true};
        case Open::map: {
            auto* where = frame->type->insert(frame->object, frame->key);
            if (where == nullptr) return {};
            return {frame->type->element, where, frame->limit, true};
        }
        case Open::copied:
        case Open::passed_over:
            return {};
    }
    return {};
}

Place Filler::next_place() {
    auto place = raw_place();
    while (place.type != nullptr && place.type->may_be_absent()) {
        place.where = place.type->add(place.where);
        place.type = place.type->element;
    }
    return place;
}

void Filler::refuse_type(meta::Type const& type) {
    auto expected = [&]() -> std::string {
        switch (type.kind) {
            case Kind::boolean:
                return "true or false";
            case Kind::int32:
            case Kind::int64:
                return "whole number";
            case Kind::real:
                return "number";
            case Kind::list:
                return "list";
            case Kind::map:
            case Kind::structure:
                return "object";
            default:
                return "text";
        }
    }();
    refuse({"", "type", {{"expected", std::move(expected)}}}, pointer());
}

void Filler::copy_lead() {
    auto& frame = frames_.back();
    if (frame.count++ > 0) *copy_ += ',';
    if (frame.key.empty() && frame.copied_keys.empty()) return;
    write_text(*copy_, frame.key);
    *copy_ += ':';
}

bool Filler::literal(std::string_view rest, Literal literal) {
    auto text = take_text(rest);
    auto write_copy = [&](std::string& out) {
        if (literal == Literal::string)
            write_text(out, text);
        else
            out += text;
    };
    if (is_copying()) {
        copy_lead();
        write_copy(*copy_);
        if (literal == Literal::string && text.find('\0') != std::string::npos) refuse({"", "nul", {}}, pointer());
        return true;
    }
    auto place = next_place();
    if (place.type == nullptr) return true;
    auto wanted = [&] {
        switch (place.type->kind) {
            case Kind::boolean:
                return literal == Literal::boolean;
            case Kind::int32:
            case Kind::int64:
            case Kind::real:
                return literal == Literal::number;
            case Kind::list:
            case Kind::map:
            case Kind::structure:
                return false;
            case Kind::json:
                return true;
            default:
                return literal == Literal::string;
        }
    };
    if (!wanted()) {
        refuse_type(*place.type);
    } else if (place.type->kind == Kind::json) {
        auto& out = static_cast<meta::Json*>(place.where)->text;
        out.clear();
        write_copy(out);
        if (literal == Literal::string && text.find('\0') != std::string::npos) refuse({"", "nul", {}}, pointer());
    } else {
        auto bounds = place.is_item ? meta::item_bounds_of(place.limit) : meta::bounds_of(place.limit);
        if (auto wrong = meta::fill(*place.type, place.where, text, bounds, meta::Whole::as_json))
            refuse(std::move(*wrong), pointer());
    }
    return true;
}

bool Filler::on_null(error_code& /*ec*/) {
    if (is_copying()) {
        copy_lead();
        *copy_ += "null";
        return true;
    }
    auto place = raw_place();
    if (place.type == nullptr) return true;
    if (place.type->may_be_absent())
        place.type->clear(place.where);
    else if (place.type->kind == Kind::json)
        static_cast<meta::Json*>(place.where)->text = "null";
    else
        refuse({"", "required", {}}, pointer());
    return true;
}

bool Filler::refuse_duplicate(std::string const& key, error_code& ec) {
    duplicate = pointer();
    if (duplicate.empty()) duplicate = pointer_step(key);
    ec = boost::json::error::syntax;
    return false;
}

bool Filler::on_key(boost::json::string_view s, std::size_t /*n*/, error_code& ec) {
    auto key = take_text(s);
    auto& frame = frames_.back();
    frame.key = key;
    switch (frame.open) {
        case Open::structure: {
            frame.field = frame.type->find_field(key);
            if (frame.field == nullptr) {
                refuse({"", "unknown", {}}, pointer());
                return true;
            }
            auto index = static_cast<std::size_t>(frame.field - frame.type->fields.data());
            if (frame.seen[index]) return refuse_duplicate(key, ec);
            frame.seen[index] = true;
            return true;
        }
        case Open::map:  // filled keys are in the map; keys of refused values are remembered too
        case Open::copied:
            if (key.find('\0') != std::string::npos) refuse({"", "nul", {}}, pointer());
            if (!frame.copied_keys.insert(key).second) return refuse_duplicate(key, ec);
            return true;
        case Open::list:
        case Open::passed_over:
            return true;
    }
    return true;
}

bool Filler::begin(char bracket, Kind wanted, Open open, error_code& /*ec*/) {
    if (is_copying()) {
        copy_lead();
        *copy_ += bracket;
        frames_.push_back({.open = Open::copied});
        return true;
    }
    auto place = next_place();
    if (place.type == nullptr) {
        frames_.push_back({.open = Open::passed_over});
        return true;
    }
    if (place.type->kind == Kind::json) {
        copy_ = &static_cast<meta::Json*>(place.where)->text;
        *copy_ = bracket;
        frames_.push_back({.open = Open::copied});
        return true;
    }
    if (open == Open::structure && place.type->kind == Kind::map) open = Open::map;
    if (place.type->kind != wanted && open != Open::map) {
        refuse_type(*place.type);
        frames_.push_back({.open = Open::passed_over});
        return true;
    }
    frames_.push_back({.open = open,
                       .type = place.type,
                       .object = place.where,
                       .limit = place.is_item ? nullptr : place.limit,
                       .seen = std::vector<bool>(place.type->fields.size())});
    return true;
}

bool Filler::end(char bracket) {
    auto frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.open == Open::copied) *copy_ += bracket;
    finish(frame);
    return true;
}

void Filler::finish(Frame const& frame) {
    if (frame.open == Open::list || frame.open == Open::map) {
        if (auto wrong = meta::check_count(frame.count, meta::bounds_of(frame.limit)))
            refuse(std::move(*wrong), pointer());
    }
    if (frame.open != Open::structure) return;
    for (std::size_t i = 0; i < frame.seen.size(); ++i) {
        auto const& field = frame.type->fields[i];
        if (!frame.seen[i] && !field.type->may_be_absent())
            refuse({"", "required", {}}, pointer() + pointer_step(field.name));
    }
}

base::Refusal malformed(std::string code, std::string detail, std::string pointer = "") {
    std::vector<base::FieldError> errors;
    if (!pointer.empty()) errors.push_back({std::move(pointer), code, {}});
    return {base::RefusalKind::malformed, std::move(code), std::move(detail), std::move(errors), {}};
}

}  // namespace

base::Result<bool> read(meta::Type const& type, void* value, std::string_view text, ReadLimits const& limits) {
    if (text.size() > limits.octets)
        return base::Refusal{base::RefusalKind::too_large, "too_large", "the JSON text is too long", {}, {}};
    boost::json::parse_options options;
    options.max_depth = limits.depth;
    boost::json::basic_parser<Filler> parser(options, type, value, limits.errors);
    error_code error;
    auto used = parser.write_some(false, text.data(), text.size(), error);
    auto& filler = parser.handler();
    if (!filler.duplicate.empty())
        return malformed("duplicate_key", "a key is given twice", std::move(filler.duplicate));
    if (error) return malformed("malformed_json", error.message() + " at octet " + std::to_string(used));
    if (used != text.size()) return malformed("malformed_json", "more than one JSON value");
    if (!filler.errors.empty()) return base::invalid(std::move(filler.errors));
    return true;
}

}  // namespace json
