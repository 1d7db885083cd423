/** The answers there are to each kind. */
export const agreements = [1, 2, 3, 4, 5] as const;
export const confidences = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export const rungs = [0, 1, 2, 3, 4] as const;
