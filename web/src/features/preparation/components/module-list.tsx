import { Link } from "@tanstack/react-router";
import type { ModuleBrief } from "features/preparation/api/preparation";
import styles from "features/preparation/components/module-list.module.css";
import { useSay } from "lib/i18n/say";
import { Tag } from "ui/tag/tag";

interface ModuleListProps {
  modules: ModuleBrief[];
  /** Whose they are; without, they are those of the house for a part somebody plays. */
  enrolmentId?: string;
}

/** What there is to read, with the minutes it takes. */
export function ModuleList({ modules, enrolmentId }: ModuleListProps) {
  const say = useSay();
  return (
    <ul className={styles.list}>
      {modules.map(({ key, title, minutes, is_done, before, your_turn }) => (
        <li key={key}>
          <div>
            {enrolmentId ? (
              <Link
                to="/preparation/$enrolment_id/$module"
                params={{ enrolment_id: enrolmentId, module: key }}
              >
                {title}
              </Link>
            ) : (
              <Link to="/reading/$module" params={{ module: key }}>
                {title}
              </Link>
            )}
            {your_turn && <p className="quiet small">{your_turn}</p>}
            {before !== null && (
              <p className="quiet small">
                {say(Number(before) === 0 ? "preparation.before_first" : "preparation.before", {
                  number: Number(before),
                })}
              </p>
            )}
          </div>
          {is_done ? (
            <Tag>{say("preparation.done")}</Tag>
          ) : (
            <span className="quiet small">{say("preparation.minutes", { minutes })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
