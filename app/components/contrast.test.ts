import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { paperColours } from "./three-seats-svg";

/** The tokens of styles/; WCAG 2.2, 1.4.3 (text 4.5:1) and 1.4.11 (graphics and edges of controls 3:1). */
const css = ["tokens", "base", "watermark"]
  .map((name) => readFileSync(new URL(`../styles/${name}.css`, import.meta.url), "utf8"))
  .join("");

type Scheme = "light" | "dark";
type Tokens = Record<string, Record<Scheme, string>>;

function tokensOf(block: string): Tokens {
  const tokens: Tokens = {};
  for (const [, name, light, dark] of block.matchAll(/--color-([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)/g)) {
    if (name && light && dark) tokens[name] = { light, dark };
  }
  return tokens;
}

function block(start: string): string {
  const from = css.indexOf(start);
  return css.slice(from, css.indexOf("}", from));
}

const normal = tokensOf(block("@theme static"));
const strong: Tokens = { ...normal, ...tokensOf(block(':root[data-contrast="more"]')) };

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["canvas", "surface", "sunken"];
const softs = ["accent-soft", "good-soft", "warn-soft", "bad-soft"];

const text: [string, string[]][] = [
  ["ink", [...grounds, ...softs]],
  ["muted", [...grounds, "accent-soft"]],
  ["accent", [...grounds, ...softs]],
  ["accent-strong", [...grounds, ...softs]],
  ["on-accent", ["accent", "accent-strong"]],
  ["good", [...grounds, "good-soft"]],
  ["warn", [...grounds, "warn-soft"]],
  ["bad", [...grounds, "bad-soft"]],
  ["on-bad", ["bad"]],
];

const graphics: [string, string[]][] = [
  ["edge", grounds],
  ["accent", grounds],
  ["good", ["good-soft"]],
  ["warn", ["warn-soft"]],
  ["bad", ["bad-soft"]],
];

const pairs = (list: [string, string[]][]) => list.flatMap(([front, backs]) => backs.map((back) => ({ front, back })));

describe.each([
  ["normal", normal],
  ["more contrast", strong],
] as const)("contrast, %s", (_name, tokens) => {
  describe.each(["light", "dark"] as const)("%s scheme", (scheme) => {
    const ratio = ({ front, back }: { front: string; back: string }) =>
      contrast(tokens[front]?.[scheme] ?? "", tokens[back]?.[scheme] ?? "");
    it.each(pairs(text))("text $front on $back is at least 4.5:1", (pair) => {
      expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
    });
    it.each(pairs(graphics))("shape $front on $back is at least 3:1", (pair) => {
      expect(ratio(pair)).toBeGreaterThanOrEqual(3);
    });
  });
});

/** `front` laid over `back` at a share. */
function blended(front: string, back: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const [over, under] = [front, back].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(over * share + under * (1 - share))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}

describe.each([
  ["normal", normal],
  ["more contrast", strong],
] as const)("beside a letter of the watermark, %s", (_name, tokens) => {
  const share = Number(/opacity: ([\d.]+)/.exec(block(".watermark {"))?.[1]);
  const onItems: [string, string[]][] = [
    ["ink", grounds],
    ["muted", grounds],
    ["accent", grounds],
  ];
  it.each(pairs(onItems))("text $front on $back is at least 4.5:1 all the same", ({ front, back }) => {
    expect(share).toBeGreaterThan(0.02);
    for (const scheme of ["light", "dark"] as const) {
      const [letter, ground, ink] = [front, back, "ink"].map((name) => tokens[name]?.[scheme] ?? "") as [
        string,
        string,
        string,
      ];
      expect(contrast(letter, blended(ink, ground, share)), scheme).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it("more contrast gives more: body text at least 15:1, quiet text at least 10:1", () => {
  for (const scheme of ["light", "dark"] as const) {
    expect(contrast(strong.ink?.[scheme] ?? "", strong.surface?.[scheme] ?? "")).toBeGreaterThanOrEqual(15);
    expect(contrast(strong.muted?.[scheme] ?? "", strong.surface?.[scheme] ?? "")).toBeGreaterThanOrEqual(10);
  }
});

it("the seats of mails have the colours of the light scheme", () => {
  for (const [name, colour] of Object.entries(paperColours)) expect(normal[name]?.light).toBe(colour);
});
