import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldFault } from "~/components/field-fault";
import { submitted } from "./form.server";
import { nameField } from "./name-field.server";

const schema = z.object({ name: nameField });

/** The name as it is taken, or the fault codes of its field. */
async function read(name: string) {
  const form = new FormData();
  form.set("name", name);
  const answer = await submitted(form, schema, async (value) => value);
  return "name" in answer ? answer.name : (await answer.json()).errors.name;
}

describe("a name on a form", () => {
  it.each([
    ["Zoë Łukasz-Ångström", "Zoë Łukasz-Ångström"],
    ["  Jörg Müller ", "Jörg Müller"],
    ["Елена Ψ O’Neill", "Елена Ψ O’Neill"],
    ["Nguyễn Thị Hằng", "Nguyễn Thị Hằng"],
    ["a".repeat(200), "a".repeat(200)],
  ])("is taken as typed where a certificate can print it: %s", async (typed, taken) => {
    expect(await read(typed)).toBe(taken);
  });

  it.each([
    ["王 Anna 王 明", ["unprintable:王 明"]],
    ["Ops 🚀 Team", ["unprintable:🚀"]],
    ["שרה", ["unprintable:ש ר ה"]],
    ["一二三四五六七八九十百千", ["unprintable:一 二 三 四 五 六 七 八 九 十"]],
    ["Anna\u202e\u200bB", ["invisible:U+202E U+200B"]],
    ["An\u00adna", ["invisible:U+00AD"]],
    ["Anna\tB", ["invisible:U+0009"]],
    ["Anna\u034f\ufe0f", ["invisible:U+034F U+FE0F"]],
    ["نیک\u200cپی", ["invisible:U+200C", "unprintable:ن ی ک پ"]],
    ["   ", ["required"]],
    ["\u200b\u200d", ["required"]],
    ["a".repeat(201), ["too_long:200"]],
  ])("is refused at its field: %s", async (typed, faults) => {
    expect(await read(typed)).toEqual(faults);
  });

  it("names the characters in both languages", () => {
    expect(fieldFault("unprintable:王 明", "en")).toMatch(/^Certificates cannot print these characters: 王 明 –/);
    expect(fieldFault("unprintable:王 明", "de")).toMatch(/auf Zertifikaten nicht drucken: 王 明 –/);
  });
});
