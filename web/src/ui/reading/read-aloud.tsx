import { useSay } from "lib/i18n/say";
import { useEffect, useMemo, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { Button } from "ui/button/button";
import { spokenOf } from "ui/reading/markdown";

type State = "silent" | "speaking" | "paused";

/** The browser's own voice: nothing is sent anywhere. Nothing is shown where a browser has none. */
export function ReadAloud({ title, text }: { title: string; text: string }) {
  const say = useSay();
  const language = useIntl().locale;
  const voice = typeof window === "undefined" ? undefined : window.speechSynthesis;
  const sentences = useMemo(() => [title, ...spokenOf(text)], [title, text]);
  const [state, setState] = useState<State>("silent");
  // Whatever was to follow what has been stopped is of another reading.
  const reading = useRef(0);

  useEffect(
    () => () => {
      reading.current += 1;
      voice?.cancel();
    },
    [voice],
  );
  if (!voice) return null;

  const speak = (at: number, mine: number) => {
    const sentence = sentences[at];
    if (mine !== reading.current) return;
    if (sentence === undefined) {
      setState("silent");
      return;
    }
    const said = new SpeechSynthesisUtterance(sentence);
    said.lang = language;
    said.onend = () => speak(at + 1, mine);
    said.onerror = () => {
      if (mine === reading.current) setState("silent");
    };
    voice.speak(said);
  };
  const start = () => {
    reading.current += 1;
    voice.cancel();
    setState("speaking");
    speak(0, reading.current);
  };
  const stop = () => {
    reading.current += 1;
    voice.cancel();
    setState("silent");
  };
  return (
    <div className="row">
      {state === "silent" && <Button onClick={start}>{say("reading.aloud")}</Button>}
      {state === "speaking" && (
        <Button
          onClick={() => {
            voice.pause();
            setState("paused");
          }}
        >
          {say("reading.pause")}
        </Button>
      )}
      {state === "paused" && (
        <Button
          onClick={() => {
            voice.resume();
            setState("speaking");
          }}
        >
          {say("reading.go_on")}
        </Button>
      )}
      {state !== "silent" && (
        <Button kind="bare" onClick={stop}>
          {say("reading.stop")}
        </Button>
      )}
    </div>
  );
}
