import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Announcements = Shape<"Announcements">;
export type Announcement = Shape<"AnnouncementAnswer">;
export type AnnouncementInput = Shape<"AnnouncementInput">;
export type AnnouncementPreview = Shape<"AnnouncementPreview">;
export type Audience = AnnouncementInput["audience"];
export type OwnAnnouncement = Shape<"OwnAnnouncement">;

const key = (programmeId: string) => ["announcement", "programme", programmeId];

/** What was said in a programme, and how many each word would go to now. */
export function useAnnouncements(programmeId: string) {
  return useQuery({
    queryKey: key(programmeId),
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/announcements", { params: { path: { id: programmeId } }, signal }),
      ),
  });
}

/** As it is read, and how many it would go to; nothing is sent. */
export function usePreviewAnnouncement(programmeId: string) {
  return useMutation({
    mutationFn: (body: AnnouncementInput) =>
      answer(
        api.POST("/api/programmes/{id}/announcement-previews", {
          params: { path: { id: programmeId } },
          body,
        }),
      ),
  });
}

export function useSendAnnouncement(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AnnouncementInput) =>
      answer(api.POST("/api/programmes/{id}/announcements", { params: { path: { id: programmeId } }, body })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["announcement"] }),
        queries.invalidateQueries({ queryKey: ["invitation"] }),
      ]),
  });
}

/** What whoever looks after the reader's programmes said, the latest first. */
export function useMyAnnouncements() {
  return useQuery({
    queryKey: ["announcement", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-announcements", { signal })),
  });
}
