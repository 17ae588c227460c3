import type { AnswerInWords } from "~/examination/regrade/answer-in-words";
import type { Definition } from "./definition-list";
import { KeyList } from "./item-bank/key-list";
import { useMessages } from "./language";
import { regradeMessages } from "./regrade-messages";

interface NamedAnswer {
  readonly treatment: keyof typeof regradeMessages.en.treatments;
  /** Null where the regrade names no answer. */
  readonly answer: AnswerInWords | null;
}

/** What is right by the item, and what the regrade names beside it or in its place. */
export function useNamedAnswer(): (regrade: NamedAnswer) => Definition[] {
  const { byKey, named } = useMessages(regradeMessages);
  return ({ treatment, answer }) =>
    answer
      ? [
          { term: byKey, value: <KeyList lines={answer.key} /> },
          {
            term: treatment === "accept_both" ? named.accept_both : named.new_key,
            value: <KeyList lines={answer.named} />,
          },
        ]
      : [];
}
