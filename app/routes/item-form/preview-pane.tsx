import { Disclosure } from "~/components/confirm";
import { CandidateView } from "~/components/item-bank/candidate-view";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import type { FormAnswer } from "./answer-form.server";
import { messages } from "./messages";

/** The item as the candidate will see it, in the reader's language first. */
export function PreviewPane({ preview, at }: { preview: FormAnswer["preview"]; at: string }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const other = language === "en" ? "de" : "en";
  return (
    <div id="preview">
      <Section title={words.preview}>
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
          <p className="text-muted">{words.previewMissing}</p>
        )}
      </Section>
    </div>
  );
}
