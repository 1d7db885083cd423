"""Reads a calendar with python3-icalendar and tells what it means, zones taken from the calendar alone."""
import datetime
import sys

import icalendar

text = open(sys.argv[1], "rb").read()
calendar = icalendar.Calendar.from_ical(text)
zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
print("method", calendar["METHOD"])
print("zones", " ".join(sorted(zones)))


def in_utc(property):
    moment = property.dt
    name = property.params.get("TZID")
    if name:
        moment = zones[name].localize(moment.replace(tzinfo=None))
    return moment.astimezone(datetime.timezone.utc)


for event in calendar.walk("VEVENT"):
    print("event", event["UID"], "sequence", event["SEQUENCE"], "status", event["STATUS"], "class", event["CLASS"])
    starts = in_utc(event["DTSTART"])
    ends = starts + event["DURATION"].dt
    print("from", starts.strftime("%Y-%m-%dT%H:%M:%SZ"), "until", ends.strftime("%Y-%m-%dT%H:%M:%SZ"))
    print("summary", event["SUMMARY"])
    if "LOCATION" in event:
        print("location", event["LOCATION"])
    if "ORGANIZER" in event:
        print("organizer", event["ORGANIZER"], event["ORGANIZER"].params["CN"])
    attendees = event.get("ATTENDEE", [])
    for attendee in attendees if isinstance(attendees, list) else [attendees]:
        print("attendee", attendee, attendee.params["CN"])
