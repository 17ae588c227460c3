import { useMessages } from "~/components/language";
import type { OutdatedPart } from "~/examination/authoring/outdated-texts";
import { itemBankMessages } from "./item-bank-messages";
import { outdatedMessages } from "./outdated-messages";

/** Names the outdated texts as the form does, by the language that is behind. */
export function OutdatedList({ parts }: { parts: readonly OutdatedPart[] }) {
  const words = useMessages(outdatedMessages);
  const bank = useMessages(itemBankMessages);
  const name = ({ part, ordinal }: OutdatedPart) =>
    ordinal === null ? bank.parts[part] : `${bank.parts[part]} ${ordinal}`;
  return (["en", "de"] as const).map((language) => {
    const behind = parts.filter((part) => part.language === language);
    return (
      behind.length > 0 && (
        <p key={language}>
          {words.behind[language]} {behind.map(name).join(", ")}
        </p>
      )
    );
  });
}
