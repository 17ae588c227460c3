import { hydrateRoot } from "react-dom/client";
import { MockIsland, type MockIslandData } from "./mock-island";

/** Brings the server's markup to life in the browser. */
export function wakeMockExam(island: HTMLElement, data: MockIslandData): void {
  hydrateRoot(island, <MockIsland {...data} />);
}
