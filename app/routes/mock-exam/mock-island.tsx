import { useMemo } from "react";
import type { Refused } from "~/components/exam/exam-page";
import { ExamShell } from "~/components/exam/exam-shell";
import { LanguageProvider } from "~/components/language";
import type { Language } from "~/components/messages";
import type { MockPage } from "./mock-page";
import { mockVenue } from "./mock-venue";

/** All that a mock examination is made from, on the server and again in the browser. */
export interface MockIslandData {
  readonly page: MockPage;
  readonly refused: Refused | undefined;
  readonly language: Language;
}

/** The page of a mock examination as a tree of its own, as that of the examination is. */
export function MockIsland({ page, refused, language }: MockIslandData) {
  const venue = useMemo(() => mockVenue(page.roundId), [page.roundId]);
  return (
    <LanguageProvider language={language}>
      <ExamShell page={page} refused={refused} venue={venue} />
    </LanguageProvider>
  );
}
