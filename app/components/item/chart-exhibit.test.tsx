import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LanguageProvider } from "~/components/language";
import { ChartExhibit } from "./chart-exhibit";
import { ChartPlot } from "./chart-plot";

const hours = ["08:00", "08:05", "08:10", "08:15", "08:20", "08:25", "08:30", "08:35", "08:40"];
const chart = {
  kind: "chart" as const,
  title: "Read latency of volume vdb",
  axis: "10 March 2026, UTC",
  unit: "ms",
  labels: hours,
  series: [{ name: "vdb", values: [1, 1, 1, 48, 55, 57, 12_000, 1, 1] }],
};

const drawn = (width: number, labels = hours) =>
  renderToStaticMarkup(
    <LanguageProvider language="en">
      <ChartPlot chart={{ ...chart, labels }} width={width} className="" />
    </LanguageProvider>,
  );

/** Where each text begins and ends, were every character as wide as the widest of figures. */
function extents(markup: string): { text: string; from: number; to: number }[] {
  return [...markup.matchAll(/<text x="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]*)</g)].map(
    ([, x, anchor, text = ""]) => {
      const width = text.length * 7;
      const from = Number(x) - (anchor === "end" ? width : width / 2);
      return { text, from, to: from + width };
    },
  );
}

describe("a chart", () => {
  it("says beside the picture what its axes are", () => {
    const markup = renderToStaticMarkup(
      <LanguageProvider language="en">
        <ChartExhibit chart={chart} />
      </LanguageProvider>,
    );
    const [beforeTheTable = ""] = markup.split("<details");
    expect(beforeTheTable).toContain(">10 March 2026, UTC</p>");
    expect(beforeTheTable).toContain(">ms</p>");
    expect(beforeTheTable).toContain('aria-label="Read latency of volume vdb (ms; 10 March 2026, UTC)"');
  });

  it.each([
    [300, hours],
    [640, hours],
    [300, hours.map((hour) => `2026-03-10 ${hour}`)],
    [640, hours.map((hour) => `2026-03-10 ${hour}`)],
  ])("keeps every label of a drawing %s wide inside it and clear of the next", (width, labels) => {
    const texts = extents(drawn(width, labels));
    const below = texts.filter(({ text }) => labels.includes(text));
    expect(texts.every(({ from, to }) => from >= 0 && to <= width)).toBe(true);
    expect(below.length).toBeGreaterThan(1);
    expect(below.every(({ from }, index) => index === 0 || from > (below[index - 1]?.to ?? 0))).toBe(true);
  });

  it("draws a single point and an empty range without a figure that is none", () => {
    expect(drawn(300, ["08:00"])).not.toContain("NaN");
  });
});
