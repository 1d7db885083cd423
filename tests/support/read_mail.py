"""Reads mails with Python's e-mail package, a judge from outside: octets on standard input, what they say on standard
output as one JSON object: the headers as text, each leaf part with its type and its content, and every defect."""

import email
import email.policy
import json
import sys
from email.header import decode_header, make_header
from email.utils import getaddresses

octets_of_all = sys.stdin.buffer.read()
mail = email.message_from_bytes(octets_of_all, policy=email.policy.SMTP)
defects = [repr(defect) for part in mail.walk() for defect in part.defects]
headers = {}
for name, value in mail.items():
    defects += [f"{name}: {defect!r}" for defect in value.defects]
    if name.lower() in headers:
        defects.append(f"{name} stands twice")
    headers[name.lower()] = str(value)
parts = []
for part in mail.walk():
    if part.is_multipart():
        continue
    octets = part.get_payload(decode=True)
    parts.append({
        "type": part.get_content_type(),
        "method": part.get_param("method") or "",
        "charset": part.get_param("charset") or "",
        "file_name": part.get_filename() or "",
        "inside": [container.get_content_type() for container in mail.walk()
                   if container.is_multipart() and part in container.get_payload()][0],
        "text": octets.decode("utf-8"),
    })


def mailboxes(name):
    # Names by the older reader: the newer one puts a space between encoded words that belong together.
    raw = email.message_from_bytes(octets_of_all, policy=email.policy.compat32)
    return [{"name": str(make_header(decode_header(display))), "address": address}
            for display, address in getaddresses(raw.get_all(name))]


print(json.dumps({
    "headers": headers,
    "from": mailboxes("from"),
    "to": mailboxes("to"),
    "subject": str(mail["subject"]),
    "date": mail["date"].datetime.isoformat(),
    "parts": parts,
    "defects": defects,
}))
