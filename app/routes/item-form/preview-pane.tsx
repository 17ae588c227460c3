import { Disclosure } from "~/components/confirm";
import { CandidateView } from "~/components/item-bank/candidate-view";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import type { FormAnswer } from "./answer-form.server";
import { messages } from "./messages";

interface PreviewPaneProps {
  preview: FormAnswer["preview"];
  at: string;
  /** What the page calls the fields that keep it from showing the item as it stands in the form. */
  waitingFor: readonly string[];
}

/** The item as the candidate will see it, in the reader's language first. */
export function PreviewPane({ preview, at, waitingFor }: PreviewPaneProps) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const other = language === "en" ? "de" : "en";
  const missing = [...new Set(waitingFor)].join("; ");
  return (
    <div id="preview">
      <Section title={words.preview}>
        {missing !== "" && preview && (
          <div className="mb-3">
            <Notice tone="warning">{words.previewBehind(missing)}</Notice>
          </div>
        )}
        {preview ? (
          <>
            <CandidateView key={`${language}/${at}`} item={preview[language]} language={language} />
            <div className="mt-3">
              <Disclosure label={bank.languages[other]}>
                <CandidateView key={`${other}/${at}`} item={preview[other]} language={other} />
              </Disclosure>
            </div>
          </>
        ) : (
          <p className="text-muted">
            {words.previewMissing} {missing !== "" && words.previewWaits(missing)}
          </p>
        )}
      </Section>
    </div>
  );
}
