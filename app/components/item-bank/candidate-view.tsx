import { ItemView } from "~/components/item/item-view";
import { LanguageProvider } from "~/components/language";
import type { Language } from "~/components/messages";
import type { ShownItem } from "~/examination/shown-item";

/** The item as a candidate who reads `language` sees it; what is chosen in it goes nowhere. */
export function CandidateView({ item, language }: { item: ShownItem; language: Language }) {
  return (
    <LanguageProvider language={language}>
      <form
        lang={language}
        onSubmit={(event) => event.preventDefault()}
        className="rounded border border-line bg-ground p-4"
      >
        <ItemView item={item} answer={null} onChange={() => undefined} />
      </form>
    </LanguageProvider>
  );
}
