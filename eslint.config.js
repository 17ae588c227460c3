import tseslint from "typescript-eslint";

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

/** Only the rules that need types, or that Biome does not have: Biome does the rest. */
export default tseslint.config(
  { ignores: ["build/**", "node_modules/**", "public/**"] },
  {
    files: ["app/**/*.{ts,tsx}", "scripts/**/*.ts", "migrations/**/*.ts", "test/**/*.{ts,tsx}"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/platform/**", "app/**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...clockAndChance] },
  },
  {
    files: ["app/routes/**", "app/jobs/**"],
    ignores: ["app/**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...clockAndChance, ...noDatabaseCalls] },
  },
);
