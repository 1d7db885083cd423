import { QueryClient } from "@tanstack/react-query";
import { Refusal } from "lib/api-client/refusal";

/** The browser's memory of answers. A refusal is an answer and is not asked again; only silence is. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
      },
      mutations: { retry: false },
    },
  });
}
