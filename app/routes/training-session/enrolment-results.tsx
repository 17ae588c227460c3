import { useEffect, useRef } from "react";
import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import type { EnrolmentResult } from "~/training/enrol-people.server";
import { messages } from "./messages";

/** The results in the action's answer, if that is what it holds. */
export const resultsIn = (actionData: unknown): readonly EnrolmentResult[] =>
  typeof actionData === "object" && actionData !== null && "results" in actionData
    ? (actionData.results as readonly EnrolmentResult[])
    : [];

/** After enrolling: one line a person, who has a seat and who waits at which place. Takes focus when it appears. */
export function EnrolmentResults({ results }: { results: readonly EnrolmentResult[] }) {
  const words = useMessages(messages);
  const box = useRef<HTMLDivElement>(null);
  const ids = results.map(({ personId }) => personId).join();
  useEffect(() => {
    if (ids !== "") box.current?.focus();
  }, [ids]);
  if (results.length === 0) return null;
  const allSeated = results.every(({ outcome }) => outcome.kind !== "waiting");
  return (
    <div ref={box} tabIndex={-1} className="mb-5">
      <Notice tone={allSeated ? "success" : "warning"} title={words.resultTitle}>
        <ul className="list-disc pl-5">
          {results.map((result) => (
            <li key={result.personId}>{sentence(result, words)}</li>
          ))}
        </ul>
        <p className="mt-1 text-sm">{words.resultTold}</p>
      </Notice>
    </div>
  );
}

function sentence({ personName, outcome }: EnrolmentResult, words: (typeof messages)["en"]): string {
  switch (outcome.kind) {
    case "enrolled":
      return words.resultEnrolled(personName);
    case "already_in":
      return words.resultIn(personName);
    case "waiting":
      return outcome.why === "full"
        ? words.resultWaiting(personName, outcome.place)
        : words.resultBehind(personName, outcome.place);
  }
}
