import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { type JobRow, jobColumns } from "./job-columns";
import { messages } from "./messages";

const failing: JobRow = {
  name: "counting-check",
  schedule: { dailyAt: "03:20" },
  running: false,
  late: false,
  nextRunAt: "2027-01-10T03:51:00.000Z",
  lastDoneAt: "2027-01-09T03:20:00.000Z",
  failures: 5,
  lastRun: { startedAt: "2027-01-10T03:35:00.000Z", outcome: "failed", error: "a difference" },
};

const next = (row: JobRow, language: "en" | "de") => {
  const column = jobColumns(messages[language], language, false).find(({ key }) => key === "next");
  return renderToStaticMarkup(column?.cell(row));
};

it("says of a job that has failed when it is tried again, and after how many failures", () => {
  expect(next(failing, "en")).toMatch(/03:51.*tried again after 5 failures in a row/);
  expect(next({ ...failing, failures: 1 }, "de")).toMatch(/03:51.*neuer Versuch nach einem Fehlschlag/);
  expect(next({ ...failing, failures: 0 }, "en")).not.toContain("tried again");
});
