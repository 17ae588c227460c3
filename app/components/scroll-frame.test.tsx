import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ScrollFrame } from "./scroll-frame";

const styles = readFileSync(new URL("../styles/components.css", import.meta.url), "utf8");

describe("a frame that scrolls", () => {
  it("can be reached by the keyboard and has a name", () => {
    const markup = renderToStaticMarkup(<ScrollFrame labelledBy="caption">…</ScrollFrame>);
    expect(markup).toContain('role="group" aria-labelledby="caption" tabindex="0"');
  });

  it("shows by shades at its edges that more lies beyond them, whatever stands in it", () => {
    const markup = renderToStaticMarkup(<ScrollFrame labelledBy="caption">…</ScrollFrame>);
    const classes = /class="([^"]*)"/.exec(markup)?.[1]?.trim().split(" ") ?? [];
    const shaded = classes.filter((name) => new RegExp(`\\.${name} \\{[^}]*no-repeat local[^}]*\\}`).test(styles));
    expect(shaded).toEqual(["frame"]);
  });
});
