import { describe, expect, test } from "vitest";
import { z } from "zod";
import { conflict } from "~/kernel/rejection";
import { harmlessNames, submitted } from "./form.server";

const form = (entries: Record<string, string | string[]>): FormData => {
  const data = new FormData();
  for (const [name, values] of Object.entries(entries)) for (const value of [values].flat()) data.append(name, value);
  return data;
};

describe("hostile field names are refused before anything is built from them", () => {
  test.each([
    "staff[100000].name",
    "staff[501]",
    "a.b.c.d.e.f.g",
    "a[0][0][0][0][0][0]",
    "__proto__.polluted",
    "a.constructor",
    "a[prototype]",
    "x".repeat(201),
  ])("%s", (name) => {
    expect(harmlessNames(form({ [name]: "1" }))).toBe(false);
  });
  test.each(["email", "staff[500].name", "a.b.c", "people"])("%s is harmless", (name) => {
    expect(harmlessNames(form({ [name]: "1" }))).toBe(true);
  });
  test("more fields than any form has", () => {
    expect(harmlessNames(form({ many: Array.from({ length: 2_001 }, String) }))).toBe(false);
  });
});

const schema = z.object({
  name: z.string().min(1).max(5),
  seats: z.coerce.number().int().min(1),
  password: z.string().optional(),
});
const answerOf = async (data: FormData, run: () => Promise<Response> = async () => new Response("done")) => {
  const response = (await submitted(data, schema, run)) as Response;
  return { status: response.status, body: response.status === 200 ? null : await response.json() };
};

test("faults come back as codes by field, with what was typed and without a password", async () => {
  const { status, body } = await answerOf(form({ name: "too long a name", seats: "0", password: "secret" }));
  expect(status).toBe(400);
  expect(body.errors).toEqual({ name: ["too_long:5"], seats: ["too_small:1"] });
  expect(body.initialValue).toEqual({ name: "too long a name", seats: "0" });
});

test("a missing field is asked for", async () => {
  expect((await answerOf(form({ seats: "x" }))).body.errors).toEqual({ name: ["required"], seats: ["not_a_number"] });
});

test("a conflict keeps what was typed and says which rule refused", async () => {
  const refused = await answerOf(form({ name: "Anna", seats: "2", password: "secret" }), async () => {
    throw conflict("email_taken", { email: "a@b.c" });
  });
  expect(refused.status).toBe(409);
  expect(refused.body).toEqual({
    initialValue: { name: "Anna", seats: "2" },
    errors: {},
    rejection: {
      code: "email_taken",
      facts: { email: "a@b.c" },
      sentence: {
        en: expect.stringMatching(/^Somebody with this e-mail address/),
        de: expect.stringMatching(/^.*E-Mail-Adresse/),
      },
    },
  });
});
