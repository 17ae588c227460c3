import { describe, expect, it } from "vitest";
import { formOfItem } from "~/examination/authoring/form-of-item";
import { blankForm, blankRows, type ItemForm, rowField } from "~/examination/authoring/item-form";
import type { StoredVersion } from "~/examination/authoring/version-queries.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import type { ImageReference } from "~/examination/images/image-reference";
import { conflict } from "~/kernel/rejection";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { answerForm, type FormAnswer } from "~/routes/item-form/answer-form.server";
import { aWrittenItem } from "../factories/items";

const now = new Date("2027-02-01T08:00:00Z");
const item = aWrittenItem();
const base: StoredVersion = { itemId: "i", version: 3, status: "draft", englishRevised: 1, germanRevised: 1, item };

function fieldsOf(form: ItemForm, intent: string): FormData {
  const fields = new FormData();
  fields.set("intent", intent);
  for (const [name, value] of Object.entries(form)) if (typeof value === "string") fields.set(name, value);
  for (const clause of form.clauses) fields.append("clauses", clause);
  for (const list of ["exhibits", "options", "prompts", "answers", "requirements"] as const) {
    for (const [index, row] of form[list].entries()) {
      for (const [cell, text] of Object.entries(row)) fields.set(rowField(list, index, cell), text);
    }
  }
  return fields;
}

const picture: ImageReference = { sha256: "a".repeat(64), type: "image/png", width: 640, height: 320 };
const knownImages = (hashes: readonly string[]) =>
  new Map(hashes.filter((hash) => hash === picture.sha256).map((hash) => [hash, picture]));

/** What comes of the form: the answer, or what was to be saved. */
async function press(
  intent: string,
  change: Partial<ItemForm> = {},
  refusal?: { error: Error; theirs?: WrittenItem },
): Promise<{ status: number; answer?: FormAnswer; saved?: WrittenItem }> {
  let saved: WrittenItem | undefined;
  const response = await answerForm(
    fieldsOf({ ...formOfItem(item), ...change }, intent),
    { kind: item.content.kind, language: "en", base, images: async (hashes) => knownImages(hashes), now },
    async (given) => {
      if (refusal) throw refusal.error;
      saved = given;
      return new Response(null, { status: 302 });
    },
    async () => (refusal?.theirs ? { ...base, version: 4, item: refusal.theirs } : null),
  );
  if (saved) return { status: response.status, saved };
  return { status: response.status, answer: (await response.json()) as FormAnswer };
}

const rows = formOfItem(item).options;
const [depth, time] = rows;
if (!depth || !time) throw new Error("two options expected");

describe("the form of an item", () => {
  it("saves what is whole", async () => {
    const { status, saved } = await press("save", { points: "5" });
    expect(status).toBe(302);
    expect(saved).toEqual({ ...item, points: 5 });
  });

  it.each([
    ["no question in German", { stemDe: " " }, { stemDe: "required" }],
    ["points that are no number", { points: "two" }, { points: "not_a_number" }],
    ["half a point", { points: "1.5" }, { points: "not_a_whole_number" }],
    ["too many points", { points: "101" }, { points: "too_big:100" }],
    ["no section", { section: "" }, { section: "not_one_of" }],
    ["no clause", { clauses: [] }, { clauses: "too_few:1" }],
    ["a choice in German only", { options: [depth, { ...time, en: "" }] }, { "options.1.en": "required" }],
    ["one choice", { options: [{ ...time, right: "" }] }, { options: "too_few:2" }],
    ["nothing right", { options: [depth, { ...time, right: "" }] }, { options: "too_few:1" }],
    [
      "nothing wrong",
      { options: [{ ...depth, right: "on" }, time] },
      { options: "said:Something must be wrong or prove nothing, or there is nothing to choose." },
    ],
    [
      "half a misconception",
      { options: [{ ...depth, misconceptionEn: "x" }, time] },
      { "options.0.misconceptionDe": "required" },
    ],
    [
      "a picture that nobody has given",
      { exhibits: [{ ...blankRows.exhibits, kind: "image", titleEn: "T", altEn: "x", altDe: "x" }] },
      { "exhibits.0.file": "image_missing" },
    ],
    [
      "a file that is no picture",
      {
        exhibits: [
          {
            ...blankRows.exhibits,
            kind: "image",
            titleEn: "T",
            imageFault: "image_type",
            image: picture.sha256,
            altEn: "x",
            altDe: "x",
          },
        ],
      },
      { "exhibits.0.file": "image_type" },
    ],
    [
      "a picture described in English only",
      { exhibits: [{ ...blankRows.exhibits, kind: "image", titleEn: "T", image: picture.sha256, altEn: "x" }] },
      { "exhibits.0.altDe": "required" },
    ],
    [
      "a table with a short row",
      { exhibits: [{ ...blankRows.exhibits, kind: "table", titleEn: "T", bodyEn: "a | b\n1" }] },
      { "exhibits.0.bodyEn": "said:Line 2: Every row needs as many cells as the head, in both languages." },
    ],
    [
      "an exhibit without its kind",
      { exhibits: [{ ...blankRows.exhibits, titleEn: "T" }] },
      { "exhibits.0.kind": "invalid" },
    ],
  ] as const)("%s is marked at its field, and all that was typed comes back", async (_, change, faults) => {
    const { status, answer } = await press("save", change as Partial<ItemForm>);
    expect(status).toBe(400);
    expect(answer?.faults).toMatchObject(faults);
    expect(answer?.form).toEqual({ ...formOfItem(item), ...change });
  });

  it("gives more rows and keeps what was typed, whole or not", async () => {
    const { status, answer } = await press("more", { stemDe: "" });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ faults: {}, spareRows: 6, form: { stemDe: "", stemEn: formOfItem(item).stemEn } });
  });

  it("shows the preview as a candidate sees it, and beside it what is right", async () => {
    const { answer } = await press("preview", { stemEn: "Is **this** <b>bold</b>?" });
    expect(answer?.preview?.en?.item.stemHtml).toContain("<strong>this</strong> &lt;b&gt;bold&lt;/b&gt;");
    const shown = JSON.stringify([answer?.preview?.en?.item, answer?.preview?.de?.item]);
    expect(shown).not.toContain("mean time");
    expect(shown).not.toContain("optionIds");
    expect(answer?.preview?.en?.key).toEqual(["How long a request takes"]);
    expect(answer?.preview?.de?.key).toEqual(["Wie lange eine Anfrage dauert"]);
  });

  it("shows both versions when somebody has saved meanwhile", async () => {
    const refusal = { error: conflict("changed_meanwhile"), theirs: { ...item, points: 4 } };
    const { status, answer } = await press("save", { points: "7" }, refusal);
    expect(status).toBe(409);
    expect(answer?.conflict).toMatchObject({ version: 4, difference: [{ part: "points" }] });
    expect(answer?.conflict?.difference[0]?.stretches).toEqual([
      { text: "4", change: "removed" },
      { text: "7", change: "added" },
    ]);
    expect(answer?.form.points).toBe("7");
  });

  it("marks a code that is taken", async () => {
    const { status, answer } = await press("save", {}, { error: conflict("item_code_taken", { code: "TST-001" }) });
    expect([status, answer?.faults]).toEqual([409, { code: "already_taken" }]);
  });
});

describe("the summary of faults", () => {
  /** What an empty new item of the kind still lacks, in the words of its page. */
  async function lacking(kind: ItemKind, language: "en" | "de", change: Partial<ItemForm> = {}): Promise<string[]> {
    const response = await answerForm(
      fieldsOf({ ...blankForm(kind), ...change }, "save"),
      { kind, language, base: null, images: async () => new Map(), now },
      async () => Response.error(),
      async () => null,
    );
    return Object.values(((await response.json()) as FormAnswer).places);
  }

  it.each([
    ["incident_report", "de", ["Felder des Tickets", "Belege", "Was das Ticket enthalten muss"]],
    ["ordering", "en", ["Entries, in the right order"]],
    ["matching", "de", ["Vorgaben", "Antworten"]],
    ["single_choice", "en", ["Choices"]],
    ["numeric", "de", ["Angebotene Einheiten, und was in jeder stimmt"]],
  ] as const)("names the lists of %s as its page does (%s)", async (kind, language, lists) => {
    const places = await lacking(kind, language);
    const others = language === "de" ? ["Frage, Deutsch", "Erklärung, Englisch"] : ["Question, German"];
    expect(places).toEqual(expect.arrayContaining([...lists, ...others]));
  });

  it("asks for a code that is missing, instead of calling it unusable", async () => {
    const response = await answerForm(
      fieldsOf(blankForm("ordering"), "save"),
      { kind: "ordering", language: "en", base: null, images: async () => new Map(), now },
      async () => Response.error(),
      async () => null,
    );
    expect(((await response.json()) as FormAnswer).faults.code).toBe("required");
  });

  it("names a row as the page does", async () => {
    const rows = [{ ...blankRows.options, de: "Nur Deutsch" }];
    expect(await lacking("ordering", "de", { options: rows })).toContain("Eintrag 1");
    expect(
      await lacking("incident_report", "en", { options: rows, prompts: [{ ...blankRows.prompts, de: "x" }] }),
    ).toEqual(expect.arrayContaining(["Piece 1", "Field 1"]));
  });
});

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
