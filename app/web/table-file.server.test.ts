import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { asCsv, tableResponse, workbookResponse } from "./table-file.server";

const table = {
  name: "figures",
  head: ["Item", "Share"],
  rows: [
    ["=1+1", 0.5],
    ['say "no", please', null],
  ],
};

describe("a table that is taken away", () => {
  it.each(["=SUM(A1)", "+1", "-1", "@x", "\tx"])("keeps %j from being run as a formula", (text) => {
    expect(asCsv({ ...table, rows: [[text]] }, "en")).toContain(`\r\n'${text}\r\n`);
  });

  it("leaves negative figures figures", () => {
    expect(asCsv({ ...table, rows: [[-0.25]] }, "en")).toContain("\r\n-0.25\r\n");
  });

  it("quotes what would end a cell", () => {
    expect(asCsv(table, "en")).toBe(`\uFEFFItem,Share\r\n'=1+1,0.5\r\n"say ""no"", please",\r\n`);
  });

  it("has the separator and the decimal comma that a German spreadsheet expects, and is guarded alike", () => {
    const rows = [
      ["=1+1", 0.35],
      ["rot; grün", -1.5],
      ["a, b", null],
      ["1.2", 12],
    ];
    expect(asCsv({ ...table, rows }, "de")).toBe(
      `\uFEFFItem;Share\r\n'=1+1;0,35\r\n"rot; grün";-1,5\r\na, b;\r\n1.2;12\r\n`,
    );
  });

  it("is a workbook with guarded texts and figures as figures", async () => {
    const response = await tableResponse(table, "xlsx", "de");
    expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="figures.xlsx"');
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const contents = Object.values(files)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join("");
    expect(contents).toMatch(/(&apos;|&#39;|')=1\+1/);
    expect(contents).toContain("<v>0.5</v>");
    expect(contents).not.toContain("<f>");
  });

  it("shows shares as per cent in a workbook, in columns as wide as their longest text", async () => {
    const head = ["Item", "Share of all who answered"];
    const response = await tableResponse({ ...table, head, shares: [1] }, "xlsx", "en");
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(text("xl/styles.xml")).toContain('formatCode="0.0%"');
    expect(text("xl/worksheets/sheet1.xml")).toMatch(/<col min="1"[^>]* width="18"/);
    expect(text("xl/worksheets/sheet1.xml")).toMatch(/<col min="2"[^>]* width="27"/);
  });

  it("can be a sheet among several, each with its own name and guarded alike", async () => {
    const { head, rows } = table;
    const sheets = [
      { sheet: "Items", head, rows },
      { sheet: "Forms", head: ["Form"], rows: [["-2"]] },
    ];
    const files = unzipSync(new Uint8Array(await (await workbookResponse("both", sheets)).arrayBuffer()));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(text("xl/workbook.xml")).toMatch(/name="Items".*name="Forms"/s);
    expect(Object.keys(files).filter((name) => name.startsWith("xl/worksheets/sheet"))).toHaveLength(2);
    expect(
      Object.values(files)
        .map((bytes) => new TextDecoder().decode(bytes))
        .join(""),
    ).toMatch(/(&apos;|&#39;|')-2/);
  });
});
