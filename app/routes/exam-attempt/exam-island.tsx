import { useMemo } from "react";
import type { Refused } from "~/components/exam/exam-page";
import { ExamShell } from "~/components/exam/exam-shell";
import { LanguageProvider } from "~/components/language";
import type { Language } from "~/components/messages";
import type { AttemptPage } from "./attempt-page";
import { examVenue } from "./exam-venue";

/** All that the exam is made from, on the server and again in the browser. */
export interface ExamIslandData {
  readonly page: AttemptPage;
  readonly refused: Refused | undefined;
  readonly language: Language;
}

/** The exam page as a tree of its own: nothing in it may lean on the router (`Link`, `Form`, `useNavigation`). */
export function ExamIsland({ page, refused, language }: ExamIslandData) {
  const venue = useMemo(() => examVenue(page.attemptId), [page.attemptId]);
  return (
    <LanguageProvider language={language}>
      <ExamShell page={page} refused={refused} venue={venue} />
    </LanguageProvider>
  );
}
