import { Link } from "@remix-run/react";
import { ItemStem } from "~/components/item/item-stem";
import { CandidateView } from "~/components/item-bank/candidate-view";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { KeyList } from "~/components/item-bank/key-list";
import { useMessages } from "~/components/language";
import { languages } from "~/components/messages";
import { Section } from "~/components/section";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import type { ItemData } from "./route";

/** The item as the exam shows it, and what only staff see: the key and why it is right. */
export function CandidateSection({ data }: { data: ItemData }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const { head, version, shownIn, example, generated, preview, answer } = data;
  return (
    <Section
      title={words.asSeen}
      action={
        <nav aria-label={words.seenIn} className="flex flex-wrap gap-x-4 text-sm">
          {languages.map((language) => (
            <Link
              key={language}
              to={paths.item(head.itemId, { version, in: language, example })}
              preventScrollReset
              aria-current={language === shownIn ? "true" : undefined}
              className="link tap py-1 aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {bank.languages[language]}
            </Link>
          ))}
          {generated && (
            <Link
              to={paths.item(head.itemId, { version, in: shownIn, example: example + 1 })}
              preventScrollReset
              className="link tap py-1"
            >
              {words.anotherExample}
            </Link>
          )}
        </nav>
      }
    >
      <CandidateView key={`${version}/${shownIn}/${example}`} item={preview} language={shownIn} />
      <div lang={shownIn} className="mt-5 grid gap-5 lg:grid-cols-2">
        <div className="min-w-0">
          <h3 className="text-sm font-semibold">{words.right}</h3>
          <KeyList lines={answer.key} />
        </div>
        <div className="min-w-0">
          <h3 className="text-sm font-semibold">{words.because}</h3>
          <div className="mt-1">
            <ItemStem html={answer.rationaleHtml} size="text-base" />
          </div>
        </div>
      </div>
    </Section>
  );
}
