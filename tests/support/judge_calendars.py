"""Other programs read the calendars in tests/calendars as they were meant: khal as a person's calendar program, Radicale as a
server that is asked which events lie in a span of time. Prints a line for each that does not, and nothing when all is well."""
import base64
import datetime
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

CALENDARS = pathlib.Path(sys.argv[1])
# File, then what stands in the calendar after it was read: the title, and from when until when in UTC.
STORY = [
    ("request.ics", [("2027-03-24 15:00", "2027-03-24 15:45", "Ana Moreira · Sofia Lind")]),
    ("update.ics", [("2027-03-31 14:00", "2027-03-31 15:00", "Ana Moreira · Sofia Lind")]),
    ("series.ics", [("2027-03-31 14:00", "2027-03-31 15:00", "Ana Moreira · Sofia Lind"),
                    ("2027-10-27 13:00", "2027-10-27 13:45", "Ana Moreira · Sofia Lind"),
                    ("2027-11-03 14:00", "2027-11-03 14:45", "Ana Moreira · Sofia Lind")]),
]


def khal(folder):
    (folder / "calendar").mkdir()
    config = folder / "khal.conf"
    config.write_text(f"""
[calendars]
[[obverse]]
path = {folder / "calendar"}
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder / "khal.db"}
""")
    home = dict(os.environ, HOME=str(folder), XDG_CACHE_HOME=str(folder), LANG="C.UTF-8")

    def ask(*words):
        done = subprocess.run(["khal", "-c", str(config), *words], env=home, capture_output=True, text=True)
        if done.returncode != 0:
            print("khal", words[0], done.stderr)
        return done.stdout

    for file, expected in STORY:
        ask("import", "--batch", "-a", "obverse", str(CALENDARS / file))
        listed = ask("list", "--format", "{start-long}|{end-long}|{title}", "--day-format", "", "2027-01-01", "2027-12-31")
        events = sorted({tuple(line.split("|")) for line in listed.splitlines() if "|" in line})
        if events != sorted(expected):
            print("khal, after", file, "sees", events)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Radicale:
    def __init__(self, folder):
        self.address = f"http://127.0.0.1:{free_port()}"
        self.process = subprocess.Popen(
            ["/usr/bin/python3", "-m", "radicale", "--config", "", "--auth-type", "none", "--server-hosts",
             self.address.removeprefix("http://"), "--storage-filesystem-folder", str(folder / "radicale")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ask(self, method, path, body=b"", kind="application/xml"):
        request = urllib.request.Request(self.address + path, data=body, method=method, headers={
            "Content-Type": kind, "Depth": "1", "Authorization": "Basic " + base64.b64encode(b"ana:").decode()})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def is_up(self):
        for _ in range(300):
            try:
                self.ask("GET", "/.web/")
                return True
            except urllib.error.URLError:
                time.sleep(0.1)
        return False

    def events_between(self, start, end):
        return self.ask("REPORT", "/ana/dates/", f"""<?xml version="1.0"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop><C:filter>
<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="{start}" end="{end}"/></C:comp-filter>
</C:comp-filter></C:filter></C:calendar-query>""".encode())[1].count("<getetag>")


def stamp(text, minutes):
    moment = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M") + datetime.timedelta(minutes=minutes)
    return moment.strftime("%Y%m%dT%H%M%SZ")


def radicale(folder):
    server = Radicale(folder)
    try:
        if not server.is_up():
            print("Radicale did not start")
            return
        made = server.ask("MKCALENDAR", "/ana/dates/")
        if made[0] != 201:
            print("Radicale makes no calendar:", made)
        for file, expected in STORY[:2]:
            put = server.ask("PUT", "/ana/dates/one.ics", (CALENDARS / file).read_bytes(), "text/calendar")
            if put[0] not in (201, 204):
                print("Radicale refuses", file, put)
            (starts, ends, _) = expected[0]
            # The minute it begins and the one it ends are in it; the minutes before and after are not.
            spans = [(stamp(starts, -1), stamp(starts, 0), 0), (stamp(starts, 0), stamp(starts, 1), 1),
                     (stamp(ends, -1), stamp(ends, 0), 1), (stamp(ends, 0), stamp(ends, 1), 0)]
            for start, end, count in spans:
                seen = server.events_between(start, end)
                if seen != count:
                    print("Radicale, after", file, "sees", seen, "events from", start, "until", end)
    finally:
        server.process.terminate()
        server.process.wait()


for judge in (khal, radicale):
    with tempfile.TemporaryDirectory() as place:
        judge(pathlib.Path(place))
