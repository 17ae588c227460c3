import { describe, expect, it } from "vitest";
import { sortLink, withQuery } from "./query-link";

describe("withQuery", () => {
  it("changes one part of the address and keeps the rest", () => {
    expect(withQuery("?q=nord&page=3", { page: 4 })).toBe("?q=nord&page=4");
  });

  it("takes out what is empty", () => {
    expect(withQuery("?q=nord&page=3", { q: "", page: null })).toBe("?");
  });

  it("writes values so that they arrive whole", () => {
    const search = withQuery("", { q: "Halden & Roe = 100 %" });
    expect(new URLSearchParams(search).get("q")).toBe("Halden & Roe = 100 %");
  });
});

describe("sortLink", () => {
  it("sorts upwards first, downwards the second time, upwards again the third", () => {
    expect(sortLink("", "name", undefined)).toBe("?sort=name&direction=asc");
    expect(sortLink("", "name", { key: "name", direction: "asc" })).toBe("?sort=name&direction=desc");
    expect(sortLink("", "name", { key: "name", direction: "desc" })).toBe("?sort=name&direction=asc");
  });

  it("starts upwards on another column and goes back to the first page, keeping the filters", () => {
    const current = { key: "name", direction: "asc" } as const;
    expect(sortLink("?q=nord&page=7&sort=name&direction=asc", "status", current)).toBe(
      "?q=nord&sort=status&direction=asc",
    );
  });
});
