import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type MyFrontLineNotes = Shape<"MyFrontLineNotes">;
export type NoteOpening = MyFrontLineNotes["programmes"][number];
export type OwnNote = MyFrontLineNotes["items"][number];
export type ReceivedNote = MyFrontLineNotes["received"][number];
export type NoteAsRead = OwnNote["preview"]["note"];
export type ReleasedNote = Shape<"ReleasedNotes">["items"][number];
export type FrontLineThemes = Shape<"FrontLineThemes">;
export type Theme = FrontLineThemes["items"][number];
type NoteWanted = Shape<"NoteWantedRequest">;
type ThemeWanted = Shape<"ThemeWanted">;

/** What the reader writes, and what a partner wrote to them. */
export function useMyNotes() {
  return useQuery({
    queryKey: ["front_line_note", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/front-line-notes", { signal })),
  });
}

const at = (programmeId: string, noteId: string) => ({
  params: { path: { id: programmeId, note_id: noteId } },
});

/** Private: the answer is all of one's own notes again. */
function useNoteWrite<Input>(send: (input: Input) => Promise<MyFrontLineNotes>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (mine) => queries.setQueryData(["front_line_note", "mine"], mine),
    onError: () => queries.invalidateQueries({ queryKey: ["front_line_note", "mine"] }),
  });
}

export function useWriteNote(programmeId: string) {
  return useNoteWrite(({ id, note }: { id: string; note: NoteWanted }) =>
    answer(
      api.PUT("/api/programmes/{id}/front-line-notes/{note_id}", { ...at(programmeId, id), body: note }),
    ),
  );
}

export function useThrowNoteAway(note: OwnNote) {
  return useNoteWrite(() =>
    answer(api.DELETE("/api/programmes/{id}/front-line-notes/{note_id}", at(note.programme_id, note.id))),
  );
}

/** As it stands in the preview, or back again. */
export function useSendNote(note: OwnNote) {
  return useNoteWrite((goes: "out" | "back") =>
    answer(
      goes === "out"
        ? api.PUT("/api/programmes/{id}/front-line-notes/{note_id}/sending", {
            ...at(note.programme_id, note.id),
            body: { version: note.version },
          })
        : api.DELETE(
            "/api/programmes/{id}/front-line-notes/{note_id}/sending",
            at(note.programme_id, note.id),
          ),
    ),
  );
}

const of = (id: string) => ({ params: { path: { id } } });

/** For whoever coordinates: what has gone out, without authors. */
export function useReleasedNotes(programmeId: string) {
  return useQuery({
    queryKey: ["front_line_note", programmeId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/front-line-notes", { ...of(programmeId), signal })),
  });
}

export function useMyThemes() {
  return useQuery({
    queryKey: ["front_line_theme", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/front-line-themes", { signal })),
  });
}

export function useThemes(programmeId: string) {
  return useQuery({
    queryKey: ["front_line_theme", programmeId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/front-line-themes", { ...of(programmeId), signal })),
  });
}

function useThemeWrite<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["front_line_theme"] }),
        queries.invalidateQueries({ queryKey: ["front_line_note"] }),
      ]),
  });
}

const theme = (programmeId: string, themeId: string) => ({
  params: { path: { id: programmeId, theme_id: themeId } },
});

export function useComposeTheme(programmeId: string) {
  return useThemeWrite(({ id, theme: wanted }: { id: string; theme: ThemeWanted }) =>
    answer(
      api.PUT("/api/programmes/{id}/front-line-themes/{theme_id}", {
        ...theme(programmeId, id),
        body: wanted,
      }),
    ),
  );
}

export function useThrowThemeAway(programmeId: string, themeId: string) {
  return useThemeWrite(() =>
    answer(api.DELETE("/api/programmes/{id}/front-line-themes/{theme_id}", theme(programmeId, themeId))),
  );
}

/** As the sponsor: once, read by everybody who takes part. */
export function useAnswerTheme(programmeId: string, themeId: string) {
  return useThemeWrite((text: string) =>
    answer(
      api.PUT("/api/programmes/{id}/front-line-themes/{theme_id}/answer", {
        ...theme(programmeId, themeId),
        body: { text },
      }),
    ),
  );
}
