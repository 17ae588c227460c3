import { Form } from "@remix-run/react";
import { useEffect, useMemo } from "react";
import { SubmitButton } from "~/components/button";
import type { FormOutcome } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
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
  /** So many are kept that were not when the page was read. */
  counted: (added: number) => void;
}

/** The items of a section, each with its field; what is typed is kept as it is typed, and all of it by the button. */
export function BallotForm({ studyId, section, items, asked, outcome, counted }: BallotFormProps) {
  const words = useMessages(messages);
  const start = useMemo(
    () => Object.fromEntries(items.map((item) => [ratingField(item.itemVersionId), String(startOf(item) ?? "")])),
    [items],
  );
  const { states, bindings } = useKeptRatings({ studyId, start, leave: words.leave });
  const stateOf = ({ itemVersionId, percent }: BallotItem) =>
    states[ratingField(itemVersionId)] ?? (percent === null ? undefined : "kept");
  const added = items.filter((item) => item.percent === null && stateOf(item) === "kept").length;
  useEffect(() => counted(added), [counted, added]);
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
          state={stateOf(item)}
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
