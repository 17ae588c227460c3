import parser from "@typescript-eslint/parser";
import { defineConfig } from "eslint/config";

const clockAndChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Time is an argument; only platform/ reads the clock.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Time is an argument; only platform/ reads the clock.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Chance is an argument; only platform/ draws it.",
  },
  {
    selector: "CallExpression[callee.name='randomUUID'], CallExpression[callee.property.name='randomUUID']",
    message: "Chance is an argument; only platform/ draws it.",
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "Only platform/env.ts reads the environment.",
  },
];
const noDatabaseCalls = [
  {
    selector: "CallExpression[callee.type='MemberExpression'][callee.object.name=/^(db|trx)$/]",
    message: "Routes and jobs call queries and workflows, never the database.",
  },
  {
    selector: "CallExpression[callee.type='MemberExpression'][callee.object.property.name=/^(db|trx)$/]",
    message: "Routes and jobs call queries and workflows, never the database.",
  },
];

const ownClock = [
  {
    selector: "CallExpression[callee.name=/^formatInstant/] > Literal[value='UTC']",
    message: "People read times on their organisation's clock, staff on policy.staffTimeZone.",
  },
];

/** Only what Biome and Oxlint do not have. What needs types is asked in .oxlintrc.json, of a compiler that is quicker by far. */
export default defineConfig([
  {
    files: ["app/**/*.{ts,tsx}"],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/platform/**", "app/**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...clockAndChance] },
  },
  {
    files: ["app/routes/**", "app/jobs/**"],
    ignores: ["app/**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...clockAndChance, ...noDatabaseCalls, ...ownClock] },
  },
  {
    // The portal's own plan is laid by UTC, and the page says so.
    files: ["app/routes/jobs/**"],
    ignores: ["app/**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...clockAndChance, ...noDatabaseCalls] },
  },
]);
