import { hydrateRoot } from "react-dom/client";
import { ExamIsland, type ExamIslandData } from "./exam-island";

/** Brings the server's markup to life in the browser. */
export function wakeExam(island: HTMLElement, data: ExamIslandData): void {
  hydrateRoot(island, <ExamIsland {...data} />);
}
