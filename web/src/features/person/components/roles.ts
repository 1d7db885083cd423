import type { Role } from "features/person/api/list-people";

/** Every role there is. Taking part is none: it follows from joining. */
export const roles = [
  "administrator",
  "coordinator",
  "sponsor",
  "analyst",
  "confidential_contact",
  "employee_representative",
  "conflicts",
] as const satisfies readonly Role[];
