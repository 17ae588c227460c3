import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { OutdatedBadges } from "~/components/item-bank/item-status-badge";
import { OutdatedList } from "~/components/item-bank/outdated-list";
import { useLanguage, useMessages } from "~/components/language";
import type { Language } from "~/components/messages";
import { Notice } from "~/components/notice";
import { ScrollFrame } from "~/components/scroll-frame";
import { Section } from "~/components/section";
import type { ItemText } from "~/examination/authoring/item-texts";
import { type ClauseTag, clauseNames } from "~/examination/clause-tags";
import { type Section as SectionCode, sectionNames } from "~/examination/section-names";
import { messages } from "./messages";
import type { ItemData } from "./route";

const monospace = new Set<ItemText["part"]>(["lines", "command", "parameters", "generator", "enemyGroup"]);

/** Everything the item says, English beside German, or above it where the screen is narrow; what has no language runs across. */
export function TextsTable({ texts, outdated }: Pick<ItemData, "texts" | "outdated">) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const behind = ({ id }: ItemText, language: Language) =>
    outdated.some((part) => part.row === id && part.language === language);
  return (
    <Section title={words.sideBySide}>
      {outdated.length > 0 && (
        <div className="mb-3">
          <Notice tone="warning">
            <OutdatedList parts={outdated} />
          </Notice>
        </div>
      )}
      <ScrollFrame labelledBy="texts-caption">
        <table className="w-full text-sm md:min-w-2xl">
          <caption id="texts-caption" className="sr-only">
            {words.sideBySide}
          </caption>
          <thead className="max-md:sr-only">
            <tr className="border-b border-edge text-left align-baseline">
              <th scope="col" className="w-40 py-1.5 pr-4">
                {words.part}
              </th>
              {(["en", "de"] as const).map((each) => (
                <th key={each} scope="col" className="py-1.5 pr-4">
                  {bank.languages[each]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {texts.map((row) => (
              <tr key={row.id} className="border-b border-line align-baseline last:border-b-0 max-md:block max-md:py-2">
                <th scope="row" className="py-2 pr-4 text-left font-normal text-muted max-md:block max-md:py-0">
                  {bank.parts[row.part]}
                  {row.ordinal !== null && ` ${row.ordinal}`}
                </th>
                {row.en === row.de ? (
                  <td colSpan={2} className={cellClass(row)}>
                    {named(row, language, bank)}
                  </td>
                ) : (
                  (["en", "de"] as const).map((each) => (
                    <td key={each} lang={each} className={cellClass(row)}>
                      <span lang={language} className="block font-sans text-muted text-xs md:hidden">
                        {bank.languages[each]}
                      </span>
                      {row[each]}
                      {behind(row, each) && (
                        <span lang={language} className="mt-1 block font-sans">
                          <OutdatedBadges languages={[each]} />
                        </span>
                      )}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  );
}

const cellClass = ({ part }: ItemText): string =>
  `py-2 pr-4 max-md:block max-md:py-1 whitespace-pre-wrap wrap-anywhere ${monospace.has(part) ? "font-mono" : ""}`;

type Bank = (typeof itemBankMessages)["en"];

/** The literals of the rules in the words of the page. */
function named({ part, en }: ItemText, language: Language, bank: Bank): string {
  switch (part) {
    case "section":
      return sectionNames[language][en as SectionCode];
    case "kind":
      return bank.kinds[en as keyof Bank["kinds"]];
    case "pool":
      return bank.pools[en as keyof Bank["pools"]];
    case "clauses":
      return (en.split("\n") as ClauseTag[]).map((tag) => `${tag}: ${clauseNames[tag][language]}`).join("\n");
    default:
      return en;
  }
}
