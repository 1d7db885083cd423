#pragma once

#include "access/call.hpp"
#include "invitation/opening_letter_shapes.hpp"

namespace invitation {

base::Result<LetterAnswer> show_letter(access::Call& call);
base::Result<LetterAnswer> put_letter(access::Call& call, LetterInput const& input);
base::Result<LetterAnswer> put_letter_request(access::Call& call, LetterRead const& read);
base::Result<LetterAnswer> put_letter_publication(access::Call& call, LetterRead const& read);
base::Result<LetterAnswer> remove_letter_publication(access::Call& call);
base::Result<LetterPage> show_letter_page(access::Call& call);
base::Result<LetterPage> put_letter_agreement(access::Call& call, LetterRead const& read);
base::Result<OwnLetters> list_my_letters(access::Call& call);

}  // namespace invitation
