import type { ExamPage } from "~/components/exam/exam-page";

/** What the loader sends to the exam page, as plain JSON. */
export interface AttemptPage extends ExamPage {
  readonly attemptId: string;
}
