import { useAims } from "features/programme/api/list-aims";
import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import styles from "features/programme/components/aim-cards.module.css";
import { useSay } from "lib/i18n/say";
import { TickField } from "ui/form/tick-field";
import { Lane, Lanes } from "ui/lanes/lanes";
import { Answered } from "ui/state/states";

type Aim = ProgrammeSetUp["aims"][number];

interface AimCardsProps {
  language: string;
  chosen: Aim[];
  onChange: (chosen: Aim[]) => void;
}

const most = 3;

/** Six ready aims as cards: what either side gains, which business aim each serves, and what it asks. */
export function AimCards({ language, chosen, onChange }: AimCardsProps) {
  const say = useSay();
  const aims = useAims(language);
  const chosenAs = (key: string) => chosen.find((one) => one.aim === key);
  const toggle = (key: string, first: string[]) =>
    onChange(
      chosenAs(key) ? chosen.filter((one) => one.aim !== key) : [...chosen, { aim: key, instruments: first }],
    );
  const measure = (key: string, all: string[], instrument: string) =>
    onChange(
      chosen.map((one) => {
        if (one.aim !== key) return one;
        const asked = (other: string) => one.instruments.includes(other) !== (other === instrument);
        return { aim: key, instruments: all.filter(asked) };
      }),
    );
  return (
    <Answered query={aims}>
      {({ aims: words, instruments }) => (
        <ul className={styles.aims}>
          {words.map((aim) => {
            const mine = chosenAs(aim.key);
            return (
              <li key={aim.key} className={`${styles.aim} ${mine ? styles.on : ""}`}>
                <TickField
                  label={aim.name}
                  hint={aim.purpose}
                  checked={Boolean(mine)}
                  disabled={!mine && chosen.length >= most}
                  onChange={() => toggle(aim.key, aim.instruments.slice(0, 1))}
                />
                <Lanes>
                  <Lane side="teaches" title={say("aims.gain_bringing")}>
                    <p className="small">{aim.gains_of_those_who_teach}</p>
                  </Lane>
                  <Lane side="learns" title={say("aims.gain_wanting")}>
                    <p className="small">{aim.gains_of_those_who_learn}</p>
                  </Lane>
                </Lanes>
                <p className="small quiet">{say("aims.serves", { aim: aim.business_aim })}</p>
                {mine && aim.instruments.length > 1 && (
                  <details>
                    <summary className="small">{say("aims.ask_more")}</summary>
                    {aim.instruments.map((key) => {
                      const asked = instruments.find((one) => one.key === key);
                      return (
                        <TickField
                          key={key}
                          label={say("aims.asks", { what: asked?.asks, items: asked?.items })}
                          checked={mine.instruments.includes(key)}
                          onChange={() => measure(aim.key, aim.instruments, key)}
                        />
                      );
                    })}
                  </details>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Answered>
  );
}
