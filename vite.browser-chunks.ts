const components = (names: string): RegExp => new RegExp(`/app/components/(?:${names})(?:-messages)?\\.tsx?$`);

/** By the name of the file that holds them, in the order in which they are asked; what is not named here is left to Rollup. */
const chunks: readonly (readonly [name: string, modules: RegExp])[] = [
  ["react", /\/node_modules\/(?:react|react-dom|scheduler)\//],
  ["router", /\/node_modules\/(?:@remix-run|react-router|react-router-dom)\//],
  ["start", /\/components\/island-ids\.ts$|vite\/preload-helper/],
  ["base", components("messages|language|shell|mark|notice|format|format-instant|confirm|plain-button|scroll-frame")],
  ["base", /\/app\/(?:kernel\/[^/]+|web\/paths)\.ts$/],
  ["question", /\/app\/components\/(?:item\/|exhibit\.tsx)|\/app\/examination\/(?:given-answer|section-names)\.ts$/],
  [
    "sitting",
    /\/components\/exam\/(?:messages|use-exam|exam-(?:clock|header|warning|page)|time-up|watch-page|noticed-events)\.tsx?$/,
  ],
  [
    "frame",
    components(
      "problem-page|problem-of|problem|page-title|plain-frame|language-switch|navigation|control|menu|nonce|island",
    ),
  ],
  ["frame", components("page-header|section|button|status-badge|badge")],
  [
    "frame",
    /\/app\/router-pages\.tsx$|\/app\/web\/(?:navigation|start-page)\.ts$|\/app\/routes\/portal-frame\/(?!route)/,
  ],
  ["bank", /\/components\/item-bank\/(?!item-fault)|\/examination\/(?:authoring\/bank-question|clause-tags)\.ts$/],
  ["table", components("data-table|table")],
  ["forms", components("form-field|field-fault|text-field|choice-field|form-problem|form-outcome|error-summary")],
];

/**
 * What most pages need together comes in a few files instead of some forty: each file of its own costs names, repeats and a place in the
 * list of files that every page brings. The exam loads `react`, `base` and `question`, and nothing of the router.
 */
export const browserChunk = (id: string): string | undefined => chunks.find(([, modules]) => modules.test(id))?.[0];
