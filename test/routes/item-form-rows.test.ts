import { describe, expect, it } from "vitest";
import { formOfItem } from "~/examination/authoring/form-of-item";
import { blankRows, type ItemForm } from "~/examination/authoring/item-form";
import type { WrittenItem } from "~/examination/authoring/written-item";
import { answerForm, type FormAnswer } from "~/routes/item-form/answer-form.server";
import { fieldsOf } from "../factories/item-forms";
import { aWrittenItem } from "../factories/items";

const now = new Date("2027-02-01T08:00:00Z");
const item = aWrittenItem();

describe("numbers of other rows", () => {
  const option = (en: string) => ({ ...blankRows.options, en });
  const options = [option("one"), blankRows.options, option("three"), option("four")];
  const prompt = (en: string, match: string) => ({ ...blankRows.prompts, en, match });

  async function pressOf(form: ItemForm): Promise<FormAnswer["faults"] | WrittenItem> {
    let saved: WrittenItem | undefined;
    const response = await answerForm(
      fieldsOf({ ...formOfItem(item), ...form, exhibits: [] }, "save"),
      { kind: form.kind, language: "de", base: null, images: async () => new Map(), now },
      async (given) => {
        saved = given;
        return new Response(null, { status: 302 });
      },
      async () => null,
    );
    return saved ?? ((await response.json()) as FormAnswer).faults;
  }

  const told = (number: number) =>
    `said:Bei Nummer ${number} steht nichts. Bitte füllen Sie diese Zeile aus, oder nennen Sie eine andere Nummer.`;
  const words = { stemEn: "S", stemDe: "S", rationaleEn: "R", rationaleDe: "R" };
  const filled = { ...formOfItem(item), ...words, options };

  it("are marked at their field where nothing stands at them (matching)", async () => {
    const prompts = [
      prompt("a", "2"),
      blankRows.prompts,
      prompt("b", "5"),
      prompt("c", ""),
      prompt("d", "3rd"),
      prompt("e", "3"),
    ];
    expect(await pressOf({ ...filled, kind: "matching", prompts })).toEqual({
      "prompts.0.match": told(2),
      "prompts.2.match": told(5),
      "prompts.3.match": "required",
      "prompts.4.match": "not_a_whole_number",
    });
  });

  it("are marked at their field where nothing stands at them (incident report)", async () => {
    const requirement = (field: string, evidence: string) => ({
      ...{ ...blankRows.requirements, field, evidence },
      ...{ clause: "2.2-log-messages", labelEn: `${field}/${evidence}`, labelDe: "x" },
    });
    const prompts = [blankRows.prompts, prompt("Time", ""), prompt("Place", "")];
    const requirements = [requirement("1", "3"), requirement("2", "1, 2"), requirement("3", ""), requirement("3", "4")];
    expect(await pressOf({ ...filled, kind: "incident_report", prompts, requirements })).toEqual({
      "requirements.0.field": told(1),
      "requirements.1.evidence": told(2),
      "requirements.2.evidence": "required",
    });
  });

  it("stand beside the faults of other rows, which are marked where they stand on the page", async () => {
    const answers = [
      { unit: "ms", value: "", tolerance: "" },
      blankRows.answers,
      { unit: "s", value: "x", tolerance: "" },
    ];
    expect(await pressOf({ ...filled, kind: "numeric", answers })).toEqual({ "answers.2.value": "not_a_number" });
    const halves = [option("one"), blankRows.options, { ...blankRows.options, de: "zwei", right: "on" }];
    expect(await pressOf({ ...filled, options: halves })).toEqual({ "options.2.en": "required" });
  });
});

describe("figures that may mean two things", () => {
  const unclear = "Das kann Tausender oder Dezimalstellen bedeuten. Schreiben Sie 1000 oder 1,0.";
  const numeric: Partial<ItemForm> = {
    kind: "numeric",
    answers: [{ unit: "IOPS", value: "12.000", tolerance: "1,000" }],
    points: "1.000",
  };
  const chart = (...lines: string[]) => ({
    exhibits: [{ ...blankRows.exhibits, kind: "chart", titleEn: "T", unit: "IOPS", bodyEn: lines.join("\n") }],
  });
  const faultsOf = async (change: Partial<ItemForm>) => {
    const form = { ...formOfItem(item), ...change };
    const response = await answerForm(
      fieldsOf(form, "save"),
      { kind: form.kind, language: "de", base: null, images: async () => new Map(), now },
      async () => Response.json({ faults: {} }),
      async () => null,
    );
    return ((await response.json()) as FormAnswer).faults;
  };

  it("are refused in the candidate's words", async () => {
    const said = `said:${unclear}`;
    expect(await faultsOf(numeric)).toEqual({ "answers.0.value": said, "answers.0.tolerance": said, points: said });
    expect(
      await faultsOf({ ...numeric, points: "2", answers: [{ unit: "ms", value: "0,125", tolerance: "1.50" }] }),
    ).toEqual({});
  });

  it.each([
    [
      "a thousand or one?",
      ["Zeit | a | b", "", "10:00 | 1.200 | 300", "10:05 | 1 | 2"],
      `Zeile 3, „1.200“: ${unclear}`,
    ],
    [
      "no number",
      ["Zeit | a | b", "10:00 | 1 | 2", "10:05 | 1 | viel"],
      "Zeile 3, „viel“: Bitte geben Sie eine Zahl ein, zum Beispiel 12.",
    ],
    [
      "too few cells",
      ["Zeit | a | b", "10:00 | 1 | 2", "10:05 | 1"],
      "Zeile 3: Jede Zeile braucht eine Beschriftung und einen Wert je Reihe.",
    ],
    [
      "too many cells",
      ["Zeit | a | b", "10:00 | 1 | 2 | 3", "10:05 | 1 | 2"],
      "Zeile 2: Jede Zeile braucht eine Beschriftung und einen Wert je Reihe.",
    ],
    ["no name of a series", ["Zeit | a |  ", "10:00 | 1 | 2", "10:05 | 1 | 2"], "Zeile 1: Diese Angabe fehlt noch."],
  ])("are named with their line in a chart: %s", async (_, lines, sentence) => {
    expect(await faultsOf(chart(...lines))).toEqual({ "exhibits.0.bodyEn": `said:${sentence}` });
  });
});
