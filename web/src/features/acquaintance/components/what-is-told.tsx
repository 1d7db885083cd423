import type { AcquaintanceBrief } from "features/acquaintance/api/acquaintances";
import type { Shape } from "lib/api-client/api";
import { useSay } from "lib/i18n/say";
import { Lane, Lanes } from "ui/lanes/lanes";

export type InWords = (reason: Shape<"ReasonShown">) => string;

/** All that one of the two is told of the other: topics both ways, style and between which levels they stand. */
export function WhatIsTold({ acquaintance, inWords }: { acquaintance: AcquaintanceBrief; inWords: InWords }) {
  const say = useSay();
  const { levels, side, styles } = acquaintance;
  return (
    <>
      {levels && (
        <p className="quiet small">
          {say("acquaintance.levels", {
            least: levels.least,
            most: levels.most,
            several: levels.least === levels.most ? "no" : "yes",
          })}
        </p>
      )}
      <Lanes>
        <Lane side={side === "mentor" ? "teaches" : "learns"} title={say("acquaintance.they_want")}>
          <Sentences reasons={acquaintance.they_want} inWords={inWords} />
        </Lane>
        <Lane side={side === "mentor" ? "learns" : "teaches"} title={say("acquaintance.you_want")}>
          <Sentences reasons={acquaintance.you_want} inWords={inWords} />
        </Lane>
      </Lanes>
      {styles.length > 0 && <p className="quiet">{styles.map(inWords).filter(Boolean).join(" ")}</p>}
    </>
  );
}

function Sentences({ reasons, inWords }: { reasons: Shape<"ReasonShown">[]; inWords: InWords }) {
  const sentences = [...new Set(reasons.map(inWords).filter(Boolean))];
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
