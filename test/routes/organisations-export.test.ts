import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideOnStatus } from "~/organisations/decide-on-status.server";
import type { Database } from "~/platform/database/handle";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const now = new Date("2027-01-15T09:00:00Z");

let database: Database;
let served: ServedPortal;
let cookie: string;
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  served = await servePortal(database, { now: () => now });
  const organisationId = await anOrganisation(db, { name: "Nordlicht, Systems" });
  for (const [name, start] of [
    ["Ada", "2026-03-10"],
    ["Ben", "2026-04-01"],
    ["Cem", "2026-06-01"],
  ] as const) {
    const personId = await aMember(db, organisationId, name);
    await aCertificate(db, { personId, organisationId, start });
  }
  await anOrganisation(db, { name: "Ärmel Süd", timeZone: "Asia/Tokyo" });
  await anOrganisation(db, { name: "Kiesel", levelCode: "partner" });
  const actorId = await aStaffMember(db, "Ines", "portal_admin");
  const decision = { outcome: "remediation", effectiveOn: "2027-01-10", remediationThrough: "2027-02-28" } as const;
  await decideOnStatus(db, { actorId, organisationId, seenId: "", reason: "two leave", ...decision }, now);
  cookie = await served.signedIn(actorId);
});
afterAll(async () => {
  served.close();
  await database.close();
});

const download = (path: string) => fetch(`${served.url}/organisations/export/${path}`, { headers: { Cookie: cookie } });

const head = [
  "Organisation",
  "As of",
  "Status (computed)",
  "Certified administrators",
  "Below from",
  "Because",
  "Decision",
  "Decision holds from",
  "Remediation until",
  "Reason of the decision",
  "Level",
  "Contracting entity",
  "Time zone",
];
const nothing = ["", "", "", "", "", ""];
const nordlicht = [
  ...["Nordlicht, Systems", "2027-01-15", "At risk", "3", "2027-03-10", "Ada Example’s certificate ends"],
  ...["Remediation", "2027-01-10", "2027-02-28", "two leave", "Distributor", "IONOS SE", "Europe/Berlin"],
];
const aermel = ["Ärmel Süd", "2027-01-15", "In preparation", "0", ...nothing, "Distributor", "IONOS SE", "Asia/Tokyo"];
const kiesel = ["Kiesel", "2027-01-15", "Not applicable", "0", ...nothing, "Partner", "IONOS SE", "Europe/Berlin"];

/** The rows of a CSV none of whose cells holds a quotation mark or a line break. */
const rowsOf = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ""),
    );

/** The rows of the one sheet; cells that are not there are empty. */
async function sheetOf(response: Response): Promise<string[][]> {
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, words = ""]) => words);
  return [...text("xl/worksheets/sheet1.xml").matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, cells = ""]) => {
    const row = head.map(() => "");
    for (const [, column = "", attributes = "", value = ""] of cells.matchAll(
      /<c r="([A-Z])\d+"([^>]*)><v>(.*?)<\/v>/g,
    )) {
      row[column.charCodeAt(0) - 65] = attributes.includes('t="s"') ? (shared[Number(value)] ?? "") : value;
    }
    return row;
  });
}

describe("the organisations as a file", () => {
  it("are a CSV with every column, the most pressing first", async () => {
    const response = await download("csv");
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="organisations-2027-01-15.csv"');
    expect(rowsOf(await response.text())).toEqual([head, nordlicht, aermel, kiesel]);
  });

  it("are the same as a workbook", async () => {
    const response = await download("xlsx");
    expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="organisations-2027-01-15.xlsx"');
    expect(await sheetOf(response)).toEqual([head, nordlicht, aermel, kiesel]);
  });

  it.each([
    ["status=at_risk", ["Nordlicht, Systems"]],
    ["level=partner", ["Kiesel"]],
    ["decision=none", ["Ärmel Süd", "Kiesel"]],
    ["falls=2027-03", ["Nordlicht, Systems"]],
    ["falls=2027-04", []],
    ["text=SÜD", ["Ärmel Süd"]],
    ["entity=ionos_inc", []],
    ["level=partner&status=met", []],
    ["sort=name&direction=desc", ["Ärmel Süd", "Nordlicht, Systems", "Kiesel"]],
    ["sort=count", ["Ärmel Süd", "Kiesel", "Nordlicht, Systems"]],
    // All of it, whatever page was looked at.
    ["page=2", ["Nordlicht, Systems", "Ärmel Süd", "Kiesel"]],
  ])("hold what the filters let through, in the order asked for: %s", async (query, names) => {
    const expected = [head[0], ...names];
    expect(rowsOf(await (await download(`csv?${query}`)).text()).map(([name]) => name)).toEqual(expected);
    expect((await sheetOf(await download(`xlsx?${query}`))).map(([name]) => name)).toEqual(expected);
  });

  it("are of the day asked for, and say so in their name", async () => {
    const response = await download("csv?on=2027-03-10&status=not_met");
    expect(response.headers.get("Content-Disposition")).toContain('"organisations-2027-03-10.csv"');
    const [, row] = rowsOf(await response.text());
    const then = ["2027-03-10", "Not met", "2", "2027-03-10", "Ada Example’s certificate ended"];
    expect(row).toEqual([nordlicht[0], ...then, ...nordlicht.slice(6)]);
  });

  it("speak the reader's language", async () => {
    await database.pool.query("update person set language = 'de' where email = 'ines@ionos.example'");
    const [words, row] = (await (await download("csv?status=at_risk")).text())
      .split("\r\n")
      .map((line) => line.split(";"));
    expect(words?.slice(0, 4)).toEqual([
      "Organisation",
      "Stand",
      "Status (berechnet)",
      "Zertifizierte Administratoren",
    ]);
    expect(row?.slice(2, 7)).toEqual([
      ...["Gefährdet", "3", "2027-03-10", "das Zertifikat von Ada Example endet", "Nachbesserung"],
    ]);
    await database.pool.query("update person set language = 'en' where email = 'ines@ionos.example'");
  });

  it("exist in these two formats only", async () => {
    expect((await download("pdf")).status).toBe(404);
  });
});
