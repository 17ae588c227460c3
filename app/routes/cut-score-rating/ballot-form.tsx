import { Form } from "@remix-run/react";
import { useMemo } from "react";
import { SubmitButton } from "~/components/button";
import type { FormOutcome } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import type { BallotProgress } from "~/examination/cut-score/ballot-progress";
import { ratingField } from "~/examination/cut-score/rating-field";
import type { BallotItem } from "~/examination/cut-score/read-ballot.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { RatedItem, startOf } from "./rated-item";
import { useKeptRatings } from "./use-kept-ratings";

export const ballotId = "ratings";

interface BallotFormProps {
  studyId: string;
  section: string;
  items: readonly BallotItem[];
  asked: string | undefined;
  outcome: FormOutcome | undefined;
  /** Something was kept: so far is the judge now. */
  counted: (progress: BallotProgress) => void;
}

/** The items of a section, each with its field; what is typed is kept as it is typed, and all of it by the button. */
export function BallotForm({ studyId, section, items, asked, outcome, counted }: BallotFormProps) {
  const words = useMessages(messages);
  const start = useMemo(
    () => Object.fromEntries(items.map((item) => [ratingField(item.itemVersionId), String(startOf(item) ?? "")])),
    [items],
  );
  const { states, bindings } = useKeptRatings({ studyId, start, leave: words.leave, counted });
  const lost = Object.values(states).find((state) => state === "unreachable" || state === "refused");
  return (
    <Form
      method="post"
      action={paths.rateItems(studyId, section)}
      id={ballotId}
      className="flex flex-col gap-4"
      noValidate
      {...bindings}
    >
      {items.map((item) => (
        <RatedItem
          key={item.itemVersionId}
          item={item}
          isAsked={item.itemVersionId === asked}
          state={states[ratingField(item.itemVersionId)] ?? (item.percent === null ? undefined : "kept")}
          outcome={outcome}
        />
      ))}
      <p role="status" className="sr-only">
        {lost && words.states[lost]}
      </p>
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  );
}
