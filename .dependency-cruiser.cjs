const features = [
  "audit",
  "notices",
  "people",
  "organisations",
  "training",
  "examination",
  "certification",
  "eligibility",
];
const anyFeature = `^app/(${features.join("|")})/`;
const test = "\\.test\\.tsx?$";

/** A lower feature never imports a higher one; see docs/architecture.md. */
const featureOrder = features.slice(0, -1).map((feature, index) => ({
  name: `${feature}-imports-no-higher-feature`,
  severity: "error",
  from: { path: `^app/${feature}/` },
  to: { path: `^app/(${features.slice(index + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    // A type that a route's own part borrows from its loader is gone before anything runs; it closes no circle.
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "kernel-imports-nothing",
      severity: "error",
      from: { path: "^app/kernel/", pathNot: test },
      to: { path: "^app/(?!kernel/)" },
    },
    {
      name: "platform-imports-kernel-only",
      severity: "error",
      from: { path: "^app/platform/" },
      to: { path: "^app/(?!kernel/|platform/)" },
    },
    ...featureOrder,
    {
      name: "features-know-no-upper-floor",
      severity: "error",
      from: { path: anyFeature },
      to: { path: "^app/(web|components|routes|jobs)/" },
    },
    {
      name: "rules-stay-pure",
      severity: "error",
      from: { path: anyFeature, pathNot: ["\\.server\\.tsx?$", test] },
      to: {
        path: ["\\.server\\.tsx?$", "^app/platform/", "^node_modules/(kysely|pg|pdfkit|nodemailer|pino|express)"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "kysely-in-queries-only",
      severity: "error",
      from: { path: anyFeature, pathNot: ["queries[a-z-]*\\.server\\.ts$", "-queries\\.server\\.ts$"] },
      to: { path: "^node_modules/kysely", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pdfkit-in-documents-only",
      severity: "error",
      from: { path: "^app/", pathNot: "/render-[^/]+\\.server\\.ts$" },
      to: { path: "^node_modules/pdfkit" },
    },
    {
      name: "components-stay-in-the-browser",
      severity: "error",
      from: { path: "^app/components/", pathNot: test },
      to: { path: ["\\.server\\.tsx?$", "^app/(platform|web|routes|jobs)/"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "entrances-never-import-each-other",
      severity: "error",
      from: { path: "^app/routes/([^/]+)/" },
      to: { path: "^app/routes/(?!$1/)" },
    },
    {
      name: "no-jobs-from-routes",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/jobs/", pathNot: "^app/jobs/(all-jobs|due)" },
    },
    {
      name: "nobody-imports-routes",
      severity: "error",
      from: { path: "^app/(?!routes/|routes\\.ts|entry\\.(client|server))", pathNot: test },
      to: { path: "^app/routes/" },
    },
    { name: "migrations-are-frozen", severity: "error", from: { path: "^migrations/" }, to: { path: "^app/" } },
    {
      name: "node-cron-only-in-jobs",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/jobs/" },
      to: { path: "^node_modules/node-cron" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
