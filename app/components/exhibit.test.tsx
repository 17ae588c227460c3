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

  it("breaks lines that may be broken, so that there is nothing to scroll", () => {
    const markup = renderToStaticMarkup(<LogExhibit caption="syslog" lines={lines} wraps />);
    expect(markup).toContain("whitespace-pre-wrap");
    expect(markup).not.toContain("tabindex");
  });

  it("keeps date and host in one piece where a line is broken, and every character of it", () => {
    const line = "2026-03-10T09:14:31+0000 db-02 kernel: ok";
    const markup = renderToStaticMarkup(<LogExhibit caption="syslog" lines={[line]} wraps />);
    expect(markup).toContain(">2026-03-10T09:14:31+0000</span>");
    expect(markup.replaceAll(/<[^>]*>/g, "")).toContain(line);
  });

  it("tells equal lines apart by their numbers", () => {
    const markup = renderToStaticMarkup(<LogExhibit caption="syslog" lines={["same", "same"]} />);
    expect(markup.match(/>same</g)).toHaveLength(2);
  });

  it("scrolls in a frame that focus reaches and that its caption names", () => {
    const markup = renderToStaticMarkup(<LogExhibit caption="syslog" lines={lines} />);
    const id = /<figcaption id="([^"]+)"/.exec(markup)?.[1];
    expect(markup).toContain(`aria-labelledby="${id}" tabindex="0"`);
  });

  it("lets lines be chosen without a script: a checkbox each with the line's own value, numbered from 1", () => {
    const markup = renderToStaticMarkup(
      <LogExhibit
        caption="syslog"
        lines={lines}
        select={{ name: "evidence", values: ["a", "b", "c"], chosen: ["b"] }}
      />,
    );
    const boxes = [...markup.matchAll(/<input type="checkbox"[^>]*>/g)].map(([tag]) => tag);
    expect(boxes.map((tag) => /value="(\w+)"/.exec(tag)?.[1])).toEqual(["a", "b", "c"]);
    expect([...markup.matchAll(/Line (\d)</g)].map(([, number]) => number)).toEqual(["1", "2", "3"]);
    expect(boxes.map((tag) => tag.includes("checked"))).toEqual([false, true, false]);
    expect(boxes.every((tag) => tag.includes('name="evidence"'))).toBe(true);
  });
});
