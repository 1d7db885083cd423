import { QueryClient } from "@tanstack/react-query";
import { Refusal } from "lib/api-client/refusal";

/** The browser's memory of answers. A refusal is an answer and is not asked again; only silence is. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without a network a question fails at once and the page says so; kept back, a button would only turn its wheel.
      queries: {
        networkMode: "always",
        staleTime: 15_000,
        retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
