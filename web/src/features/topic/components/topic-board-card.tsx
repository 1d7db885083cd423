import { useTopics } from "features/topic/api/list-topics";
import { useTopicBoard } from "features/topic/api/show-topic-board";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Answered, Empty } from "ui/state/states";
import { PlainTable } from "ui/table/plain-table";

/** Who brings what against who wants what, with a sentence in front; private topics stand nowhere in it. */
export function TopicBoardCard({ programmeId, language }: { programmeId: string; language: string }) {
  const say = useSay();
  const topics = useTopics(language);
  const board = useTopicBoard(programmeId);
  return (
    <Card title={say("topic_board.title")}>
      <Answered query={topics}>
        {(catalogue) => (
          <Answered query={board}>
            {({ mentor }) => {
              const nameOf = (key: string) => catalogue.topics.find((one) => one.key === key)?.name ?? key;
              const short = mentor.filter(({ offered, wanted }) => wanted > 0 && offered === 0);
              if (mentor.length === 0) return <Empty sentence={say("topic_board.empty")} />;
              return (
                <>
                  <p>
                    {short.length === 0
                      ? say("topic_board.enough")
                      : say("topic_board.short", {
                          topics: short.map(({ topic }) => nameOf(topic)).join(", "),
                        })}
                  </p>
                  <PlainTable
                    caption={say("topic_board.title")}
                    rows={mentor}
                    rowKey={({ topic }) => topic}
                    columns={[
                      { name: "topic", head: say("topic_board.topic"), cell: ({ topic }) => nameOf(topic) },
                      {
                        name: "offered",
                        head: say("topic_board.offered"),
                        isNumber: true,
                        cell: ({ offered }) => offered,
                      },
                      {
                        name: "wanted",
                        head: say("topic_board.wanted"),
                        isNumber: true,
                        cell: ({ wanted }) => wanted,
                      },
                    ]}
                  />
                </>
              );
            }}
          </Answered>
        )}
      </Answered>
    </Card>
  );
}
