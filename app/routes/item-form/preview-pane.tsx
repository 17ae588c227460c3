import { Disclosure } from "~/components/confirm";
import { ItemStem } from "~/components/item/item-stem";
import { CandidateView } from "~/components/item-bank/candidate-view";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { KeyList } from "~/components/item-bank/key-list";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import type { FormAnswer } from "./answer-form.server";
import { messages } from "./messages";

interface PreviewPaneProps {
  preview: FormAnswer["preview"];
  at: string;
  /** What the page calls the fields that are missing or wrong. */
  waitingFor: readonly string[];
}

/** What there is of the item as the candidate will see it, in the reader's language first, and what will count as right. */
export function PreviewPane({ preview, at, waitingFor }: PreviewPaneProps) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const other = language === "en" ? "de" : "en";
  const shown = ([language, other] as const).flatMap((each) => {
    const found = preview?.[each];
    return found ? { each, ...found } : [];
  });
  return (
    <div id="preview">
      <Section title={words.preview}>
        {waitingFor.length > 0 && (
          <div className="mb-3">
            <Notice tone="warning">{words.previewWaits([...new Set(waitingFor)].join("; "))}</Notice>
          </div>
        )}
        {shown.length === 0 && <p className="text-muted">{words.previewMissing}</p>}
        {shown.map(({ each, item, key, rationaleHtml }, index) => {
          const view = (
            <div lang={each}>
              <CandidateView key={`${each}/${at}`} item={item} language={each} />
              {key.length > 0 && (
                <>
                  <h3 lang={language} className="mt-3 text-sm font-semibold">
                    {bank.parts.key}
                  </h3>
                  <KeyList lines={key} />
                </>
              )}
              {rationaleHtml && (
                <>
                  <h3 lang={language} className="mt-3 text-sm font-semibold">
                    {bank.parts.rationale}
                  </h3>
                  <ItemStem html={rationaleHtml} size="text-base" />
                </>
              )}
            </div>
          );
          return (
            <div key={each} className="mt-3 first:mt-0">
              {index === 0 ? view : <Disclosure label={bank.languages[each]}>{view}</Disclosure>}
            </div>
          );
        })}
      </Section>
    </div>
  );
}
