import { type Exchange, useWriteExchange } from "features/topic/api/exchange";
import type { Catalogue } from "features/topic/api/list-topics";
import { AboutMe } from "features/topic/components/about-me";
import { PrivateTopics } from "features/topic/components/private-topics";
import { TopicPicker } from "features/topic/components/topic-picker";
import { UsualTimes } from "features/topic/components/usual-times";
import { useAgain } from "lib/api-client/again";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";
import { Lane, Lanes } from "ui/lanes/lanes";
import { Sees } from "ui/sees/sees";

interface ExchangeFormProps {
  exchange: Exchange;
  catalogue: Catalogue;
  /** The privacy charter in force, read here and signed with the agreement. */
  charter: { version: number; title: string; clauses: { title: string; text: string }[] };
  /** Something of it is no longer as it was saved, by a key or by a button. */
  onTouch: () => void;
  onDone: (exchange: Exchange) => void;
  /** What was written meanwhile is to be shown instead. */
  onTaken: () => void;
}

const shown = ({ topics, profile }: Exchange) => ({ topics, profile });

/** My exchange as one document: three things are needed, everything else can wait. */
export function ExchangeForm({ exchange, catalogue, charter, onTouch, onDone, onTaken }: ExchangeFormProps) {
  const say = useSay();
  const [topics, keepTopics] = useState(exchange.topics);
  const [profile, keepProfile] = useState(exchange.profile);
  const setTopics = (changed: typeof topics) => {
    onTouch();
    keepTopics(changed);
  };
  const setProfile = (changed: typeof profile) => {
    onTouch();
    keepProfile(changed);
  };
  const form = useRequestForm({
    initialValues: shown(exchange),
    request: useWriteExchange(exchange.id),
    over: {
      read: exchange,
      again: useAgain<Exchange>(["enrolment", exchange.id, "exchange"]),
      values: shown,
      onTaken,
    },
    body: (_, { version }) => ({ version, topics, profile }),
    onDone,
  });
  const bringing = exchange.side === "mentor" ? "teaches" : "learns";
  const wanting = exchange.side === "mentor" ? "learns" : "teaches";

  return (
    <RequestForm form={form} submit={say("exchange.save")}>
      <Card title={say("exchange.topics")} beside={<Sees>{say("exchange.sees_topics")}</Sees>}>
        <Lanes>
          <Lane side={bringing} title={say("exchange.i_bring")}>
            <TopicPicker
              catalogue={catalogue}
              way="bring"
              chosen={topics.offers.map((one) => ({ topic: one.topic, weight: one.strength }))}
              onChange={(chosen) =>
                setTopics({
                  ...topics,
                  offers: chosen.map((one) => ({ topic: one.topic, strength: one.weight })),
                })
              }
            />
          </Lane>
          <Lane side={wanting} title={say("exchange.i_want")}>
            <TopicPicker
              catalogue={catalogue}
              way="want"
              chosen={topics.wants.map((one) => ({ topic: one.topic, weight: one.priority }))}
              onChange={(chosen) =>
                setTopics({
                  ...topics,
                  wants: chosen.map((one) => ({ topic: one.topic, priority: one.weight })),
                })
              }
            />
          </Lane>
        </Lanes>
      </Card>
      <div className="columns even">
        <Card title={say("times.title")} beside={<Sees>{say("exchange.sees_times")}</Sees>}>
          <UsualTimes
            times={profile.usual_times}
            onChange={(usual_times) => setProfile({ ...profile, usual_times })}
          />
        </Card>
        <Card title={charter.title}>
          <details open={exchange.profile.charter_read_version !== charter.version}>
            <summary>{say("exchange.read_charter")}</summary>
            <div className="stack">
              {charter.clauses.map((clause) => (
                <div key={clause.title}>
                  <h3>{clause.title}</h3>
                  <p>{clause.text}</p>
                </div>
              ))}
            </div>
          </details>
          <TickField
            label={say("exchange.charter_read")}
            hint={say("exchange.charter_signed_later")}
            checked={profile.charter_read_version === charter.version}
            onChange={(event: { target: { checked: boolean } }) =>
              setProfile({ ...profile, charter_read_version: event.target.checked ? charter.version : null })
            }
          />
        </Card>
      </div>
      <details>
        <summary>{say("exchange.more")}</summary>
        <div className="stack">
          <AboutMe profile={profile} usesCareerStage={exchange.uses_career_stage} onChange={setProfile} />
          <PrivateTopics
            catalogue={catalogue}
            chosen={topics.private_topics}
            onChange={(private_topics) => setTopics({ ...topics, private_topics })}
          />
        </div>
      </details>
    </RequestForm>
  );
}
