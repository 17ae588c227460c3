import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "./password.server";

test("keeps Argon2id at the cost OWASP asks for", async () => {
  expect(await hashPassword("three seats filled")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("compares the whole password, in normal form C", async () => {
  const long = `${"a".repeat(80)}ä`;
  const stored = await hashPassword(long);
  expect(await passwordMatches(stored, long)).toBe(true);
  expect(await passwordMatches(stored, `${"a".repeat(80)}a\u0308`)).toBe(true);
  expect(await passwordMatches(stored, `${"a".repeat(80)}b`)).toBe(false);
});

test("nobody matches an account without a password", async () => {
  expect(await passwordMatches(null, "nobody has this password")).toBe(false);
  expect(await passwordMatches(undefined, "")).toBe(false);
});
