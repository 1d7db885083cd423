import { useMutation } from "@tanstack/react-query";
import { useLeft } from "features/signin/api/entering";
import { answer, api } from "lib/api-client/api";

export function useSignOut() {
  const left = useLeft();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/api/session")),
    onSuccess: left,
  });
}

/** Signs out every browser of one's own, this one too. */
export function useSignOutEverywhere() {
  const left = useLeft();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/api/sessions")),
    onSuccess: left,
  });
}
