import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type OpeningLetter = Shape<"LetterAnswer">;
export type OwnLetter = Shape<"OwnLetter">;
export type LetterToAgree = Shape<"LetterToAgree">;

export const letterKey = (programmeId: string) => ["opening_letter", "programme", programmeId];

/** The letter in the sponsor's name, for whoever runs the programme. */
export function useOpeningLetter(programmeId: string) {
  return useQuery({
    queryKey: letterKey(programmeId),
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/opening-letter", { params: { path: { id: programmeId } }, signal }),
      ),
  });
}

function useLetterWrite<Input>(programmeId: string, send: (input: Input) => Promise<OpeningLetter>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (letter) => {
      queries.setQueryData(letterKey(programmeId), letter);
      await queries.invalidateQueries({ queryKey: ["opening_letter", "mine"] });
    },
  });
}

const of = (id: string) => ({ params: { path: { id } } });

export function useWriteLetter(programmeId: string) {
  return useLetterWrite(programmeId, (body: Shape<"LetterInput">) =>
    answer(api.PUT("/api/programmes/{id}/opening-letter", { ...of(programmeId), body })),
  );
}

export function usePutLetterToSponsor(programmeId: string) {
  return useLetterWrite(programmeId, (version: number) =>
    answer(api.PUT("/api/programmes/{id}/opening-letter/request", { ...of(programmeId), body: { version } })),
  );
}

export function usePublishLetter(programmeId: string) {
  return useLetterWrite(programmeId, (version: number) =>
    answer(
      api.PUT("/api/programmes/{id}/opening-letter/publication", { ...of(programmeId), body: { version } }),
    ),
  );
}

export function useTakeLetterDown(programmeId: string) {
  return useLetterWrite(programmeId, () =>
    answer(api.DELETE("/api/programmes/{id}/opening-letter/publication", of(programmeId))),
  );
}

/** The letter in the sponsor's own name; open to whoever holds the link. */
export function useLetterPage(link: string) {
  return useQuery({
    queryKey: ["opening_letter", "link", link],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/opening-letters/{link}", { params: { path: { link } }, signal })),
  });
}

export function useAgreeToLetter(link: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      answer(
        api.PUT("/api/opening-letters/{link}/agreement", { params: { path: { link } }, body: { version } }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["opening_letter"] }),
  });
}

/** The letters of the reader's programmes, and what waits for their yes as a sponsor. */
export function useMyLetters() {
  return useQuery({
    queryKey: ["opening_letter", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-opening-letters", { signal })),
  });
}
