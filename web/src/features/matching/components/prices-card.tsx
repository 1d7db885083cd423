import type { MatchRun } from "features/matching/api/match-runs";
import { type ObjectivePrice, type Price, type Prices, usePrices } from "features/matching/api/prices";
import { smallRun } from "features/matching/components/small-run";
import styles from "features/matching/components/workbench-card.module.css";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { type Column, PlainTable } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

interface PricesCardProps {
  run: MatchRun;
  called: Called | undefined;
}

/** The four answers to the same question side by side, and what each rule and each wish costs. */
export function PricesCard({ run, called }: PricesCardProps) {
  const say = useSay();
  const isSmall = smallRun(run);
  const [open, setOpen] = useState(false);
  if (!isSmall) {
    return (
      <Card title={say("prices.title_large")}>
        <RunPrices run={run} called={called} />
      </Card>
    );
  }
  return (
    <Card>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say("prices.title_small")}</summary>
        {open && <RunPrices run={run} called={called} />}
      </details>
    </Card>
  );
}

function RunPrices({ run, called }: PricesCardProps) {
  const say = useSay();
  return (
    <Answered query={usePrices(run.id)}>
      {(prices) =>
        prices.state === "ready" ? (
          <div className={styles.sections}>
            <section className="stack">
              <h3>{say("prices.objectives")}</h3>
              <Objectives prices={prices} objective={run.objective} called={called} />
              {prices.objectives.some(({ gains }) => gains) && (
                <p className="small quiet">{say("trial.figures_mean")}</p>
              )}
            </section>
            <Without prices={prices} />
          </div>
        ) : (
          <p className="quiet" role={prices.state === "working" ? "status" : undefined}>
            {say(`prices.${prices.state}`)}
          </p>
        )
      }
    </Answered>
  );
}

const ofHundred = (benefit: number) => Math.round(benefit / 10);

interface ObjectivesProps {
  prices: Prices;
  objective: MatchRun["objective"];
  called: Called | undefined;
}

function Objectives({ prices, objective, called }: ObjectivesProps) {
  const say = useSay();
  const { own } = useLabels(called);
  const mean = (side: "mentor" | "mentee") => {
    const word = own(side);
    return word === undefined ? say(`trial.mean_${side}`) : say("trial.mean_called", { called: word });
  };
  const figure = (
    name: string,
    head: string,
    cell: (one: ObjectivePrice) => number | null | undefined,
  ): Column<ObjectivePrice> => ({ name, head, isNumber: true, cell });
  // Whoever takes part reads pairs and people alone.
  const gains = prices.objectives.some((one) => one.gains);
  return (
    <PlainTable
      caption={say("prices.objectives")}
      rows={prices.objectives}
      rowKey={(one) => one.objective}
      columns={[
        {
          name: "objective",
          head: say("matching.what_first"),
          cell: (one) => (
            <>
              <span className="whole">{say(`matching.goal_${one.objective}`)}</span>{" "}
              {one.objective === objective && <Tag>{say("prices.this_one")}</Tag>}
            </>
          ),
        },
        figure("pairs", say("trial.pairs"), ({ pairs }) => pairs),
        figure("people", say("prices.people"), (one) => one.mentors_reached + one.mentees_reached),
        ...(gains
          ? [
              figure("mentee", mean("mentee"), (one) => one.gains && ofHundred(one.gains.mentee_mean)),
              figure("mentor", mean("mentor"), (one) => one.gains && ofHundred(one.gains.mentor_mean)),
              figure("least", say("trial.least"), (one) => one.gains && ofHundred(one.gains.least)),
              figure("swap", say("trial.would_swap"), (one) => one.gains?.blocking_pairs),
            ]
          : []),
      ]}
    />
  );
}

interface LeftOut {
  key: string;
  what: string;
  price: Price;
}

function Without({ prices }: { prices: Prices }) {
  const say = useSay();
  const inWords = usePriceInWords();
  const rows: LeftOut[] = [
    ...prices.rules.map(({ rule, price }) => ({ key: rule, what: say(`prices.rule_${rule}`), price })),
    ...(prices.keeping ? [{ key: "keeping", what: say("prices.keeping"), price: prices.keeping }] : []),
    ...prices.wishes.map(({ wish, mentor, mentee, price }) => ({
      key: mentor.id + mentee.id,
      what: say(`trial.wish_${wish}`, { one: mentor.name, other: mentee.name }),
      price,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <section className="stack">
      <h3>{say("prices.without")}</h3>
      <p className="small quiet">{say("prices.without_means")}</p>
      <PlainTable
        caption={say("prices.without")}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { name: "what", head: say("prices.left_out"), cell: ({ what }) => what },
          { name: "price", head: say("prices.then"), cell: ({ price }) => inWords(price) },
        ]}
      />
      {prices.has_more_wishes && <p className="small quiet">{say("prices.more_wishes")}</p>}
    </section>
  );
}

/** Pairs first; where there are as many, what a pair gains. */
function usePriceInWords() {
  const say = useSay();
  return ({ pairs_more, mean_more }: Price): string => {
    if (pairs_more > 0) return say("prices.pairs_more", { count: pairs_more });
    if (pairs_more < 0) return say("prices.pairs_fewer", { count: -pairs_more });
    if (mean_more === null) return say("prices.as_many");
    const points = ofHundred(mean_more);
    if (points > 0) return say("prices.gains_more", { points });
    if (points < 0) return say("prices.gains_less", { points: -points });
    return say("prices.nothing");
  };
}
