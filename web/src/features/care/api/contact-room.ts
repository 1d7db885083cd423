import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useByLink } from "lib/room/by-link";

export type ContactRoom = Shape<"ContactRoom">;

/** The reader's own room, as a confidential contact. */
export function useContactRoom() {
  const token = useByLink();
  return useQuery({
    queryKey: ["contact_room", token],
    queryFn: ({ signal }) =>
      answer(
        token
          ? api.GET("/api/contact-rooms/{token}", { params: { path: { token } }, signal })
          : api.GET("/api/contact-room", { signal }),
      ),
  });
}

export function useSetContactRoom() {
  const token = useByLink();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"RoomSettingsRequest">) =>
      answer(
        token
          ? api.PUT("/api/contact-rooms/{token}", { params: { path: { token } }, body })
          : api.PUT("/api/contact-room", { body }),
      ),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ["contact_room"] });
      queries.invalidateQueries({ queryKey: ["concern"] });
    },
  });
}

/** Who is named as a person to talk to in a programme, for whoever coordinates it. */
export function useNamedContacts(programme: string) {
  return useQuery({
    queryKey: ["contact_room", "named", programme],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/named-contacts", { params: { path: { id: programme } }, signal })),
  });
}

/** Whether somebody has a private link to their room, for administrators. */
export function useContactLink(person: string) {
  return useQuery({
    queryKey: ["contact_link", person],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/people/{id}/contact-link", { params: { path: { id: person } }, signal })),
  });
}

export function useSendContactLink(person: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST("/api/people/{id}/contact-link", { params: { path: { id: person } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["contact_link", person] }),
  });
}

export function useRemoveContactLink(person: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(api.DELETE("/api/people/{id}/contact-link", { params: { path: { id: person } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["contact_link", person] }),
  });
}
