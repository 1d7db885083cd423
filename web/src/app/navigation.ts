import type { MessageKey } from "lib/i18n/say";

/** The rooms a person may stand in; somebody with several roles changes between them in the menu. */
type Area = "taking_part" | "programme" | "administration";

interface Destination {
  to: string;
  says: MessageKey;
  /** Shown to holders of one of these roles alone. */
  needs?: readonly string[];
}

const administrator = ["administrator"] as const;
const people = ["administrator", "coordinator"] as const;

/** The bar at the top, by area: a table. `$programme_id` is the programme of the page one is on; without one, the rest. */
const navigation: Record<Area, Destination[]> = {
  taking_part: [
    { to: "/", says: "nav.home" },
    { to: "/exchange", says: "nav.exchange" },
    { to: "/suggestions", says: "nav.suggestions" },
    { to: "/pair", says: "nav.pair" },
    { to: "/messages", says: "nav.messages" },
    { to: "/talk", says: "nav.talk" },
  ],
  programme: [
    { to: "/programmes", says: "nav.programmes" },
    { to: "/programmes/preview", says: "nav.preview" },
    { to: "/programmes/$programme_id", says: "nav.programme" },
    { to: "/programmes/$programme_id/monday", says: "nav.monday" },
    { to: "/programmes/$programme_id/people", says: "nav.people" },
    { to: "/programmes/$programme_id/matching", says: "nav.matching" },
    { to: "/programmes/$programme_id/pairs", says: "nav.pairs" },
    { to: "/programmes/$programme_id/questions", says: "nav.questions" },
  ],
  administration: [
    { to: "/administration/people", says: "nav.people", needs: people },
    { to: "/administration/import", says: "nav.import", needs: people },
    { to: "/administration/letters", says: "nav.letters", needs: people },
    { to: "/administration/holidays", says: "nav.holidays", needs: people },
    { to: "/administration/roles", says: "nav.roles", needs: administrator },
    { to: "/administration/mails", says: "nav.mails", needs: administrator },
    { to: "/administration/reporting-channels", says: "nav.reporting_channels", needs: administrator },
    { to: "/administration/log", says: "nav.log", needs: administrator },
    { to: "/administration/conflicts", says: "nav.conflicts", needs: ["conflicts"] },
  ],
};

/** What stands in the bar of an area for somebody with these roles, on a page of a programme or not. */
export function destinationsOf(area: Area, roles: readonly string[], hasProgramme: boolean): Destination[] {
  const isHere = (one: Destination) =>
    area !== "programme" || hasProgramme === one.to.includes("$programme_id");
  const mayOpen = ({ needs }: Destination) => !needs || needs.some((role) => roles.includes(role));
  return navigation[area].filter((one) => isHere(one) && mayOpen(one));
}

/** The area a path lies in. */
export function areaOf(path: string): Area {
  if (path.startsWith("/programmes")) return "programme";
  if (path.startsWith("/administration")) return "administration";
  return "taking_part";
}

/** The areas a person with these roles has, and where each begins. */
export function areasOf(roles: readonly string[]): { area: Area; to: string; says: MessageKey }[] {
  const has = (role: string) => roles.includes(role);
  return [
    { area: "taking_part" as const, to: "/", says: "nav.taking_part" as const },
    ...(has("coordinator")
      ? [{ area: "programme" as const, to: "/programmes", says: "nav.programmes" as const }]
      : []),
    // Whoever runs a programme brings people in, too; roles, mails and the log are the administrator's, and conflicts
    // are nobody's but those who hold that role.
    ...(has("administrator") || has("coordinator")
      ? [
          {
            area: "administration" as const,
            to: "/administration/people",
            says: has("administrator") ? ("nav.administration" as const) : ("nav.people" as const),
          },
        ]
      : []),
    ...(has("conflicts") && !has("administrator") && !has("coordinator")
      ? [
          {
            area: "administration" as const,
            to: "/administration/conflicts",
            says: "nav.conflicts" as const,
          },
        ]
      : []),
  ];
}
