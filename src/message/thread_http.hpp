#pragma once

#include "access/call.hpp"
#include "message/thread_shapes.hpp"

namespace message {

base::Result<MyThreads> list_my_threads(access::Call& call);
base::Result<ThreadAnswer> show_thread(access::Call& call);
base::Result<MessagePage> list_messages(access::Call& call, MessagesQuery const& query);
base::Result<MessageAnswer> put_message(access::Call& call, MessageWritten const& written);
base::Result<MessageAnswer> remove_message(access::Call& call);
base::Result<ThreadAnswer> put_reading(access::Call& call, ReadingUpTo const& reading);
base::Result<ThreadAnswer> put_block(access::Call& call);
base::Result<ThreadAnswer> remove_block(access::Call& call);

base::Result<AttachmentBrief> put_attachment(access::Visit& visit, UploadedFile const& file);
base::Result<access::Document> show_attachment(access::Call& call);

}  // namespace message
