import { QueryClient } from "@tanstack/react-query";
import { Refusal } from "lib/api-client/refusal";

// Turned away before anything was done, because many came at the same moment: as when everybody opens their letter.
const turnedAway = (error: unknown) =>
  error instanceof Refusal && error.status === 503 && ["too_busy", "crowded"].includes(error.code);
const mostTurns = 8;

/**
 * The browser's memory of answers. A refusal is an answer and is not asked again; only silence is. Whoever was turned
 * away at a crowded door comes back by themselves, not all at once.
 */
export function createQueryClient({ turn = 800 }: { turn?: number } = {}): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without a network a question fails at once and the page says so; kept back, a button would only turn its wheel.
      queries: {
        networkMode: "always",
        staleTime: 15_000,
        retry: (failures, error) => (!(error instanceof Refusal) || turnedAway(error)) && failures < 2,
      },
      mutations: {
        networkMode: "always",
        retry: (failures, error) => turnedAway(error) && failures < mostTurns,
        retryDelay: () => turn * (1 + Math.random()),
      },
    },
  });
}
