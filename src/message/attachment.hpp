#pragma once
// A file beside a message: at most 5 MiB, five a message, of an allow-list found by content and never by name or by
// what the sender says it is. PNG and JPEG are drawn anew, so that nothing of theirs but the picture is kept; PDF and
// plain text are kept as they are and only ever saved, never shown.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "message/thread.hpp"

namespace message {

inline constexpr std::size_t kLargestAttachment = std::size_t{5} << 20U;
// Uploaded and not sent yet; each goes after a day.
inline constexpr std::int64_t kMostUnsent = 10;
inline constexpr auto kUnsentKept = std::chrono::hours(24);
inline constexpr std::size_t kLongestFileName = 100;  // characters, with the ending

enum class AttachmentKind { png, jpeg, pdf, plain_text };
BOOST_DESCRIBE_ENUM(AttachmentKind, png, jpeg, pdf, plain_text)

struct Attachment {
    AttachmentId id;
    AttachmentKind kind = AttachmentKind::plain_text;
    std::string name;
    std::string content;
    std::optional<std::int32_t> width;  // of a picture, in pixels
    std::optional<std::int32_t> height;
};

// Everything an upload goes through before it is kept. Refuses: unknown_kind, broken_picture, picture_too_large,
// empty_file. Slow: outside a transaction.
base::Result<Attachment> admit(AttachmentId id, std::string_view name, std::string content);

// None of the allow-list: nothing.
std::optional<AttachmentKind> kind_of(std::string_view content);
// As every system can keep it: without folders, control and direction characters, with the ending of its kind.
std::string clean_name(std::string_view name, AttachmentKind kind);
std::string_view content_type(AttachmentKind kind);
// RFC 6266: `inline` for pictures, else `attachment`, with the name in ASCII and in UTF-8.
std::string content_disposition(Attachment const& attachment);

base::Refusal attachment_not_found();
base::Refusal unknown_kind();
base::Refusal empty_file();
base::Refusal too_many_unsent();

}  // namespace message
