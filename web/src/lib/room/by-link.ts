import { createContext, useContext } from "react";

/** The private link by which a room is read, where nobody is signed in. */
export const ByLink = createContext<string | undefined>(undefined);

/** Its token; none for whoever is signed in. */
export function useByLink() {
  return useContext(ByLink);
}
