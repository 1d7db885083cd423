import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type PersonRow = Shape<"PersonRow">;
export type Role = PersonRow["roles"][number];

interface PeopleFilter {
  sort?: "name" | "department" | "level";
  order?: "ascending" | "descending";
  search?: string | undefined;
  role?: Role | undefined;
  state?: "active" | "without_address" | "inactive" | "name_only" | "everyone" | "removable" | undefined;
}

/** Colleagues, by name unless said otherwise. An empty filter is everybody who is active. */
export function usePeople(filter: PeopleFilter) {
  return useList(["person", "list", filter], (cursor, signal) => {
    const query = { ...filter, search: filter.search || undefined, cursor };
    return answer(api.GET("/api/people", { params: { query }, signal }));
  });
}
