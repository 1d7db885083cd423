import type { Circle } from "features/circle/api/circles";

/** "Ana Moreira · Stores", one a line. */
export function CircleMembers({ members }: { members: Circle["members"] }) {
  return (
    <ul>
      {members.map(({ id, name, department }) => (
        <li key={id}>
          {name}
          {department && <span className="quiet"> · {department}</span>}
        </li>
      ))}
    </ul>
  );
}
