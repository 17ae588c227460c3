import { describe, expect, it } from "vitest";
import { messages } from "./messages";

const sources = import.meta.glob<string>("../../**/*.server.ts", { query: "?raw", import: "default", eager: true });
/**
 * A workflow names what it records as `"subject.done"`, and what that is about as `subjectType: "subject"`; it records it itself, or leaves it with the
 * trace of the whole change.
 */
const recording = Object.values(sources).filter((source) => /recordEvents\(|leaveTrace\(|\bTrace\b/.test(source));
const named = (pattern: RegExp) =>
  [...new Set(recording.flatMap((source) => [...source.matchAll(pattern)].map(([, name = ""]) => name)))].sort();

const actions = named(/"([a-z_]+\.[a-z_]+(?:ed|begun|withdrawn|undone|chosen|reset|retried|everywhere))"/g);
const subjects = named(/subjectType: "([a-z_]+)"/g);

describe("what workflows record has words", () => {
  it("is found", () => {
    expect(actions.length).toBeGreaterThan(30);
    expect(actions).toEqual(expect.arrayContaining(["attempt.finished", "certificate.issued"]));
    expect(subjects).toContain("training_session");
  });

  it.each(actions)("%s", (action) => {
    expect(Object.keys(messages.en.actions)).toContain(action);
  });

  it.each(subjects)("about: %s", (subject) => {
    expect(Object.keys(messages.en.subjects)).toContain(subject);
  });
});
