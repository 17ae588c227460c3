import { type IslandName, islandDataId, islandId } from "./components/island-ids";

const island = document.getElementById(islandId);

/** An examination and a mock examination are the pages that run without the router (components/island.tsx). */
if (island) {
  const data = JSON.parse(document.getElementById(islandDataId)?.textContent ?? "");
  const name = island.dataset.name as IslandName;
  if (name === "exam") void import("./routes/exam-attempt/wake-exam").then(({ wakeExam }) => wakeExam(island, data));
  else void import("./routes/mock-exam/wake-mock-exam").then(({ wakeMockExam }) => wakeMockExam(island, data));
} else void import("./router-pages").then(({ wakeRouterPage }) => wakeRouterPage());
