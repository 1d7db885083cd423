/** What the two write down; the rest of an agreement the server adds. */
export interface Agreement {
  version: number;
  charter_version: number;
  [line: string]: unknown;
}

const written = [
  "version",
  "cadence",
  "channel",
  "notice_days",
  "booking_side",
  "leading_side",
  "ends_on",
  "mentor_outcomes",
  "mentee_outcomes",
];

/** What is sent to write down what was read. */
export function writtenDown(read: Agreement): Record<string, unknown> {
  return Object.fromEntries(written.map((line) => [line, read[line]]));
}
