/** The coin with its two faces. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <circle cx="10.5" cy="13" r="9.5" fill="var(--teal-mark)" />
      <path d="M13 3.8a9.5 9.5 0 1 1 0 18.4a9.5 9.5 0 0 0 0-18.4z" fill="var(--copper-mark)" />
    </svg>
  );
}
