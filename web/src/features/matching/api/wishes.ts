import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type WishedCouple = Shape<"WishedCouple">;

interface Couple {
  mentor_id: string;
  mentee_id: string;
}

interface WishesFilter {
  /** Part of a name of either side. */
  search: string | undefined;
  wish: WishedCouple["wish"] | undefined;
  sort: "mentor" | "mentee" | "wish";
  order: "ascending" | "descending";
}

/** Whom to keep together and whom apart, in every run. */
export function useWishes(programmeId: string, filter: WishesFilter) {
  return useList(["wish", programmeId, filter], (cursor, signal) => {
    const params = { path: { id: programmeId }, query: { ...filter, cursor } };
    return answer(api.GET("/api/programmes/{id}/wishes", { params, signal }));
  });
}

function useWish<What = Couple>(
  programmeId: string,
  wish: (what: What & { id: string }) => Promise<unknown>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (what: What) => wish({ ...what, id: programmeId }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["wish", programmeId] }),
        // What has been tried out was tried with the wishes of before.
        queries.invalidateQueries({
          predicate: ({ queryKey: [kind, , asked] }) =>
            kind === "match_run" && (asked === "remedies" || asked === "why-not"),
        }),
      ]),
  });
}

export function useKeepTogether(programmeId: string) {
  return useWish(programmeId, (path) =>
    answer(api.PUT("/api/programmes/{id}/locks/{mentor_id}/{mentee_id}", { params: { path } })),
  );
}

export function useKeepApart(programmeId: string) {
  return useWish(programmeId, (path) =>
    answer(api.PUT("/api/programmes/{id}/bans/{mentor_id}/{mentee_id}", { params: { path } })),
  );
}

const forgetTogether = (path: Couple & { id: string }) =>
  answer(api.DELETE("/api/programmes/{id}/locks/{mentor_id}/{mentee_id}", { params: { path } }));
const forgetApart = (path: Couple & { id: string }) =>
  answer(api.DELETE("/api/programmes/{id}/bans/{mentor_id}/{mentee_id}", { params: { path } }));

export function useForgetTogether(programmeId: string) {
  return useWish(programmeId, forgetTogether);
}

export function useForgetApart(programmeId: string) {
  return useWish(programmeId, forgetApart);
}

/** Takes several of them back, one after the other. */
export function useForgetWishes(programmeId: string) {
  return useWish<{ couples: WishedCouple[] }>(programmeId, async ({ id, couples }) => {
    for (const { wish, mentor, mentee } of couples)
      await (wish === "together" ? forgetTogether : forgetApart)({
        id,
        mentor_id: mentor.id,
        mentee_id: mentee.id,
      });
  });
}
