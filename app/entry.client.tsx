import { islandDataId, islandId } from "./components/island-ids";

const island = document.getElementById(islandId);

/** The exam is the one page that runs without the router (components/island.tsx). */
if (island) {
  const data = JSON.parse(document.getElementById(islandDataId)?.textContent ?? "");
  void import("./routes/exam-attempt/wake-exam").then(({ wakeExam }) => wakeExam(island, data));
} else void import("./router-pages").then(({ wakeRouterPage }) => wakeRouterPage());
