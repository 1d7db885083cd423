#include "programme/open_call.hpp"

#include "base/text.hpp"
#include "person/person.hpp"
#include "platform/crypto/secret.hpp"

namespace programme {
namespace {

base::Result<bool> check_code(OpenCall const& call, JoinRequestInput const& input) {
    auto const given = base::fold(input.code.value_or(""));
    if (!crypto::is_equal(given, base::fold(call.code.value_or("")))) return base::invalid("/code", "wrong_code");
    return true;
}

base::Result<bool> check_domain(OpenCall const& call, std::optional<std::string> const& email) {
    if (!email) return base::invalid("/email", "required");
    if (!email->ends_with("@" + call.mail_domain.value_or(""))) return base::invalid("/email", "other_domain");
    return true;
}

}  // namespace

base::Result<OpenCall> open_call(ProgrammeId programme, OpenCallInput const& input, std::string fresh_code,
                                 crypto::Nonce nonce) {
    OpenCall call{programme, input.limited_by, std::nullopt, std::nullopt, nonce, input.closes_on};
    if (input.limited_by == LimitedBy::code) {
        call.code = base::squeeze(input.code.value_or(std::move(fresh_code)));
        return call;
    }
    auto const domain = base::fold(input.mail_domain.value_or(""));
    if (domain.empty()) return base::invalid("/mail_domain", "required");
    if (!person::read_email("a@" + domain)) return base::invalid("/mail_domain", "format");
    call.mail_domain = domain;
    return call;
}

base::Result<JoinRequest> ask_to_join(OpenCall const& call, JoinRequestInput const& input, base::Day today,
                                      base::Instant now) {
    if (call.closes_on < today) return call_closed();
    JoinRequest request;
    request.programme_id = call.programme_id;
    request.name = base::squeeze(input.name);
    request.side = input.side;
    request.asked_at = now;
    if (request.name.empty()) return base::invalid("/name", "required");
    if (input.email) {
        request.email = person::read_email(*input.email);
        if (!request.email) return base::invalid("/email", "format");
    }
    if (call.limited_by == LimitedBy::code) {
        TRY_VOID(check_code(call, input));
    } else {
        TRY_VOID(check_domain(call, request.email));
    }
    return request;
}

base::Refusal call_closed() {
    return base::conflict("call_closed", "the programme link was open until an earlier day");
}

base::Refusal too_many_waiting() {
    return base::conflict("too_many_waiting", "too many people wait for an answer already");
}

}  // namespace programme
