import { LanguageProvider } from "~/components/language";
import type { Language } from "~/components/messages";
import type { ExamPage, Refused } from "./exam-page";
import { ExamShell } from "./exam-shell";

/** All that the exam is made from, on the server and again in the browser. */
export interface ExamIslandData {
  readonly page: ExamPage;
  readonly refused: Refused | undefined;
  readonly language: Language;
}

/** The exam page as a tree of its own: nothing in it may lean on the router (`Link`, `Form`, `useNavigation`). */
export function ExamIsland({ page, refused, language }: ExamIslandData) {
  return (
    <LanguageProvider language={language}>
      <ExamShell page={page} refused={refused} />
    </LanguageProvider>
  );
}
