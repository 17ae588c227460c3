import type { ExamPage } from "~/components/exam/exam-page";

/** What the loader sends to the page of a mock examination, as plain JSON. */
export interface MockPage extends ExamPage {
  readonly roundId: string;
}
