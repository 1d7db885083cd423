import type { Preview, PreviewRow } from "features/matching/api/match-preview";
import { type TopicName, useLeftoverInWords, useReasonInWords } from "features/matching/components/reasons";
import { TwoSides } from "features/matching/components/two-sides";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { type Column, PlainTable } from "ui/table/plain-table";

interface PreviewResultProps {
  rows: PreviewRow[];
  preview: Preview;
  topicName: TopicName;
}

type Pair = Preview["pairs"][number];

/** What pasted rows would become: a picture, three sentences, and the pairs with their reasons. */
export function PreviewResult({ rows, preview, topicName }: PreviewResultProps) {
  const say = useSay();
  const inWords = useReasonInWords(topicName);
  const leftInWords = useLeftoverInWords();
  const nameOf = (row: number) => rows[row]?.name ?? "";
  const because = (pair: Pair, side: "for_mentor" | "for_mentee") =>
    pair.reasons[side].map(inWords).filter(Boolean).join(" · ");
  const columns: Column<Pair>[] = [
    {
      name: "mentor",
      head: say("called.brings"),
      cell: ({ mentor }) => <span className="teaches">{nameOf(mentor)}</span>,
    },
    {
      name: "mentee",
      head: say("called.wants"),
      isTitle: true,
      cell: ({ mentee }) => <span className="learns">{nameOf(mentee)}</span>,
    },
    { name: "for_mentee", head: say("matching.why_wants"), cell: (pair) => because(pair, "for_mentee") },
    { name: "for_mentor", head: say("matching.why_brings"), cell: (pair) => because(pair, "for_mentor") },
  ];
  const missing = preview.missing_topics[0];
  return (
    <>
      <div className="columns">
        <Card>
          <TwoSides
            mentors={preview.mentors.map(String)}
            mentees={preview.mentees.map(String)}
            pairs={preview.pairs.map(({ mentor, mentee }) => ({
              key: `${mentor}-${mentee}`,
              mentor: String(mentor),
              mentee: String(mentee),
            }))}
          />
        </Card>
        <Card title={say("matching.preview_says")}>
          <p>
            {say("matching.preview_pairs", {
              pairs: preview.pairs.length,
              most: Math.min(preview.mentors.length, preview.mentees.length),
              across: preview.pairs_across_departments,
            })}
          </p>
          {missing && (
            <p>
              {say("matching.preview_missing_topic", {
                topic: topicName(missing.topic),
                count: missing.wanted_by,
              })}
            </p>
          )}
          {preview.missing_managers.length > 0 && (
            <p>
              {say("matching.preview_missing_managers", {
                count: preview.missing_managers.length,
                names: preview.missing_managers.slice(0, 5).join(", "),
              })}
            </p>
          )}
          {preview.leaves_topics_out && <p className="quiet">{say("matching.preview_without_topics")}</p>}
          {preview.without_partner.map(({ row, reason }) => (
            <p key={row} className="quiet">
              <strong>{nameOf(row)}</strong> {leftInWords(reason)}
            </p>
          ))}
        </Card>
      </div>
      <Card title={say("matching.pairs")}>
        <PlainTable
          caption={say("matching.pairs")}
          columns={columns}
          rows={preview.pairs}
          rowKey={({ mentor, mentee }) => `${mentor}-${mentee}`}
        />
      </Card>
    </>
  );
}
