import { describe, expect, it } from "vitest";
import { formOfItem } from "~/examination/authoring/form-of-item";
import { blankForm, blankRows, type ItemForm } from "~/examination/authoring/item-form";
import type { StoredVersion } from "~/examination/authoring/version-queries.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import type { ImageReference } from "~/examination/images/image-reference";
import { conflict } from "~/kernel/rejection";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { answerForm, type FormAnswer } from "~/routes/item-form/answer-form.server";
import { fieldsOf } from "../factories/item-forms";
import { aWrittenItem } from "../factories/items";

const now = new Date("2027-02-01T08:00:00Z");
const item = aWrittenItem();
const base: StoredVersion = {
  itemId: "i",
  version: 3,
  status: "draft",
  englishRevised: 1,
  germanRevised: 1,
  outdatedTexts: {},
  item,
};

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
  it("asks for the right answer where none is ticked, and says that any one of several will do", async () => {
    const none = await press("save", { options: rows.map((row) => ({ ...row, right: "" as const })) });
    expect(none.answer?.faults.options).toBe("said:Tick the right answer.");
    const third = { ...depth, id: "", en: "How many there are", de: "", right: "" as const };
    const both = [...rows.map((row) => ({ ...row, right: "on" as const })), third];
    const { answer } = await press("preview", { options: both });
    expect(answer?.preview?.en?.key[0]).toBe("Any one of these is right:");
    expect(answer?.preview?.de?.key).toHaveLength(3);
  });

  it("names which text of a picture is missing, and in which language", async () => {
    const exhibits = [
      { ...blankRows.exhibits, kind: "image" as const, image: picture.sha256, altDe: "x" },
      { ...blankRows.exhibits, kind: "image" as const, image: picture.sha256, titleDe: "T", altEn: "x" },
    ];
    const { answer } = await press("save", { exhibits });
    expect(answer?.places).toEqual({
      "exhibits.0.titleEn": "Exhibit 1 – Title, English",
      "exhibits.0.altEn": "Exhibit 1 – Description, English",
      "exhibits.1.titleEn": "Exhibit 2 – Title, English",
      "exhibits.1.altDe": "Exhibit 2 – Description, German",
    });
  });

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
    ["nothing right", { options: [depth, { ...time, right: "" }] }, { options: "said:Tick the right answer." }],
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
