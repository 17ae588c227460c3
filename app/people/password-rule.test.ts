import { expect, test } from "vitest";
import { passwordFault } from "./password-rule";

const person = { fullName: "Jana Sommerfeld", email: "jana.sommerfeld@example.org" };

test.each([
  ["three seats filled", undefined],
  ["correct horse battery staple", undefined],
  ["Übergrößenträgerwäsche", undefined],
  ["密碼密碼一二三四五六七八九十甲", undefined],
  ["14 characters!", "too_short"],
  ["x".repeat(1_001), "too_long"],
  ["passwordpassword1", "password_common"],
  ["Passwort Passwort 2026", "password_common"],
  ["abcabcabcabcabcabc", "password_common"],
  ["123456789012345678", "password_common"],
  ["jana.sommerfeld@example.org1", "password_personal"],
  ["Sommerfeld Jana 12", "password_personal"],
])("%s: %s", (password, fault) => {
  expect(passwordFault(password, person)).toBe(fault);
});

test("length counts characters, not code units", () => {
  expect(passwordFault("🙂".repeat(7), person)).toBe("too_short");
});
