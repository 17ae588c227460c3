import { CheckboxField } from "~/components/choice-field";
import { OutdatedList } from "~/components/item-bank/outdated-list";
import { Notice } from "~/components/notice";
import type { OutdatedPart } from "~/examination/authoring/outdated-texts";
import type { agreementMessages } from "./agreement-messages";

interface AgreementProps {
  outdated: readonly OutdatedPart[];
  generated: boolean;
  words: (typeof agreementMessages)["en"];
}

/** What of the item is outdated, and the author's word that its languages agree; nobody translates what a generator makes. */
export function Agreement({ outdated, generated, words }: AgreementProps) {
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
