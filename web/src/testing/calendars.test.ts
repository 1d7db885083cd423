import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { expect, it } from "vitest";

/** What the server wrote for calendar programs (src/meeting/calendar_test.cpp), as ical.js reads it. */
function read(name: string) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(`../tests/calendars/${name}`, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      from: event.startDate.toJSDate().toISOString(),
      until: event.endDate.toJSDate().toISOString(),
      title: event.summary,
      attendees: event.attendees.map((attendee) => attendee.getFirstValue()),
      status: component.getFirstPropertyValue("status"),
    };
  });
  return { method: calendar.getFirstPropertyValue("method"), events };
}

const both = ["mailto:ana@example.org", "mailto:sofia@example.org"];

it("reads an invitation and what became of it", () => {
  const asked = read("request.ics");
  expect(asked.method).toBe("REQUEST");
  expect(asked.events).toEqual([
    {
      uid: "m-1@obverse.example",
      sequence: 2,
      from: "2027-03-24T15:00:00.000Z",
      until: "2027-03-24T15:45:00.000Z",
      title: "Ana Moreira · Sofia Lind",
      attendees: both,
      status: "CONFIRMED",
    },
  ]);
  const [moved] = read("update.ics").events;
  expect(moved).toMatchObject({
    sequence: 3,
    from: "2027-03-31T14:00:00.000Z",
    until: "2027-03-31T15:00:00.000Z",
  });
  const off = read("cancel.ics");
  expect(off.method).toBe("CANCEL");
  expect(off.events[0]).toMatchObject({ uid: "m-1@obverse.example", sequence: 4, status: "CANCELLED" });
});

it("reads several dates of one mail, before and after the clocks change", () => {
  const { method, events } = read("series.ics");
  expect(method).toBe("PUBLISH");
  expect(events.map(({ from }) => from)).toEqual(["2027-10-27T13:00:00.000Z", "2027-11-03T14:00:00.000Z"]);
});
