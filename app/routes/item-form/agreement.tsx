import { CheckboxField } from "~/components/choice-field";
import { OutdatedList } from "~/components/item-bank/outdated-list";
import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import type { OutdatedPart } from "~/examination/authoring/outdated-texts";
import { messages } from "./agreement-messages";

/** What of the item is outdated, and the author's word that its languages agree; nobody translates what a generator makes. */
export function Agreement({ outdated, generated }: { outdated: readonly OutdatedPart[]; generated: boolean }) {
  const words = useMessages(messages);
  return (
    <>
      {outdated.length > 0 && (
        <Notice tone="warning" title={words.outdated}>
          <OutdatedList parts={outdated} />
          <p className="mt-1">{words.untilChanged}</p>
        </Notice>
      )}
      <CheckboxField field={{ name: "agree" }} label={words.agree} hint={words.agreeHint} defaultChecked={generated} />
    </>
  );
}
