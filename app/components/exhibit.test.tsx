import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LogExhibit } from "./exhibit";

const lines = ["first  line", "<script>alert(1)</script>", "third"];

describe("a log as an exhibit", () => {
  it("shows every line as it was written, spaces and all", () => {
    const markup = renderToStaticMarkup(<LogExhibit caption="syslog" lines={lines} />);
    expect(markup).toContain("first  line");
    expect(markup).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("scrolls in a frame that focus reaches and that its caption names", () => {
    const markup = renderToStaticMarkup(<LogExhibit caption="syslog" lines={lines} />);
    const id = /<figcaption id="([^"]+)"/.exec(markup)?.[1];
    expect(markup).toContain(`aria-labelledby="${id}" tabindex="0"`);
  });

  it("lets lines be chosen without a script: a checkbox each, numbered from 1", () => {
    const markup = renderToStaticMarkup(
      <LogExhibit caption="syslog" lines={lines} select={{ name: "evidence", chosen: [2] }} />,
    );
    const boxes = [...markup.matchAll(/<input type="checkbox"[^>]*>/g)].map(([tag]) => tag);
    expect(boxes.map((tag) => /value="(\d+)"/.exec(tag)?.[1])).toEqual(["1", "2", "3"]);
    expect(boxes.map((tag) => tag.includes("checked"))).toEqual([false, true, false]);
    expect(boxes.every((tag) => tag.includes('name="evidence"'))).toBe(true);
  });
});
