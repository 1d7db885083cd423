import { Link } from "@tanstack/react-router";
import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { type SetUpStep, setUpSteps, stepOf } from "features/programme/components/set-up-step";
import styles from "features/programme/components/set-up-steps.module.css";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";

type Standing = "needed" | "waits" | "done" | "chosen";

// What has good defaults needs nothing; it is never marked as done or undone.
const withDefaults: SetUpStep[] = ["people", "rules", "words"];

function standingOf(setUp: ProgrammeSetUp, step: SetUpStep): Standing {
  const missing = setUp.missing.filter((one) => step === "ready" || stepOf[one] === step);
  if (step === "sponsor" && setUp.sponsor && missing.every((one) => one === "sponsor"))
    return missing.length === 0 ? "done" : "waits";
  if (missing.length > 0) return "needed";
  return withDefaults.includes(step) ? "chosen" : "done";
}

interface SetUpStepsProps {
  setUp: ProgrammeSetUp;
  at: SetUpStep;
  children: ReactNode;
}

/** The way through the set-up beside the step one is at: what is done, what is still needed, what may stay as it is. */
export function SetUpSteps({ setUp, at, children }: SetUpStepsProps) {
  const say = useSay();
  return (
    <div className={styles.guide}>
      <nav aria-label={say("set_up_programme.steps")}>
        <ol className={styles.steps}>
          {setUpSteps.map((step, index) => {
            const standing = standingOf(setUp, step);
            const last = step === "ready";
            return (
              <li key={step}>
                <Link
                  className={`${styles.step} ${styles[standing] ?? ""}`}
                  to="/programmes/$programme_id/set-up/$step"
                  params={{ programme_id: setUp.id, step }}
                  aria-current={step === at ? "step" : undefined}
                >
                  <span className={styles.mark} aria-hidden>
                    {standing === "done" && !last ? "✓" : index + 1}
                  </span>
                  <span className={styles.name}>{say(`set_up_programme.step_${step}`)}</span>
                  {!last && <span className={styles.note}>{say(`set_up_programme.step_${standing}`)}</span>}
                </Link>
              </li>
            );
          })}
        </ol>
      </nav>
      {children}
    </div>
  );
}
