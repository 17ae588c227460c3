import { describe, expect, it } from "vitest";
import { blankForm, blankRows, type ItemForm } from "~/examination/authoring/item-form";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { answerForm, type FormAnswer } from "~/routes/item-form/answer-form.server";
import { fieldsOf } from "../factories/item-forms";

const now = new Date("2027-02-01T08:00:00Z");

describe("the preview of an item that is not whole", () => {
  async function previewOf(kind: ItemKind, change: Partial<ItemForm>): Promise<FormAnswer["preview"]> {
    const response = await answerForm(
      fieldsOf({ ...blankForm(kind), ...change }, "preview"),
      { kind, language: "en", base: null, images: async () => new Map(), now },
      async () => Response.error(),
      async () => null,
    );
    const { faults, places, preview } = (await response.json()) as FormAnswer;
    expect([response.status, Object.keys(places)]).toEqual([200, Object.keys(faults)]);
    return preview;
  }
  const option = (en: string, de = "", right = "") => ({ ...blankRows.options, en, de, right });
  const prompt = (en: string, match = "") => ({ ...blankRows.prompts, en, match });

  it("is nothing where nothing is written", async () => {
    expect(await previewOf("matching", {})).toBeNull();
  });

  it("shows the language that is there", async () => {
    const preview = await previewOf("single_choice", {
      stemDe: "Was *fehlt*?",
      options: [option("", "Erste", "on"), option("ls -l"), option("Only English", ""), option("", "Zweite")],
    });
    expect(preview?.en).toBeNull();
    expect(preview?.de?.item.stemHtml).toBe("<p>Was <em>fehlt</em>?</p>\n");
    const shown = preview?.de?.item;
    const options = shown && "options" in shown ? shown.options : [];
    expect(options.map(({ text }) => text).sort()).toEqual(["Erste", "Only English", "Zweite", "ls -l"]);
    expect(preview?.de?.key).toEqual(["Erste"]);
  });

  it("leaves out exhibits that nothing can be seen of, and points that are no figures", async () => {
    const exhibit = (kind: string, bodyEn: string) => ({ ...blankRows.exhibits, kind, titleEn: kind, bodyEn });
    const preview = await previewOf("numeric", {
      stemEn: "How much?",
      exhibits: [
        exhibit("", "no kind"),
        exhibit("log", ""),
        exhibit("image", ""),
        exhibit("chart", "Time"),
        exhibit("chart", "Time | a\n1 | 2\n2 | 1.200\n3 | 4"),
        exhibit("table", "a | b\n1"),
      ],
      answers: [
        { unit: "ms", value: "12", tolerance: "0.5" },
        { unit: "s", value: "1.200", tolerance: "" },
      ],
    });
    const { exhibits } = preview?.en?.item ?? { exhibits: [] };
    expect(exhibits.map(({ kind }) => kind)).toEqual(["chart", "table"]);
    expect(exhibits[0]).toMatchObject({ labels: ["1", "3"], series: [{ values: [2, 4] }] });
    expect(preview?.en?.key).toEqual(["12 ± 0.5 ms"]);
  });

  it("says of a key what is clear of it", async () => {
    const matching = await previewOf("matching", {
      options: [option("A"), blankRows.options, option("C")],
      prompts: [prompt("first", "3"), prompt("second", "2"), prompt("third")],
    });
    expect(matching?.en?.key).toEqual(["first → C"]);
    const requirement = {
      ...blankRows.requirements,
      field: "2",
      evidence: "1, 7",
      labelEn: "When",
      clause: "2.2-log-messages",
    };
    const report = await previewOf("incident_report", {
      options: [option("09:14 UTC")],
      prompts: [prompt("Place"), prompt("Time")],
      requirements: [requirement, { ...requirement, field: "9" }],
    });
    expect(report?.en?.key).toEqual(["Time · When (2.2-log-messages): 09:14 UTC"]);
    const marked = await previewOf("mark_evidence", {
      exhibits: [{ ...blankRows.exhibits, kind: "log", bodyEn: "! proof\n~ either\n  nothing" }],
    });
    expect(marked?.de?.key).toEqual(["! `proof`", "~ `either`"]);
    expect((await previewOf("ordering", { options: [option("one"), option("two")] }))?.en?.key).toEqual([
      "1. one",
      "2. two",
    ]);
  });
});
