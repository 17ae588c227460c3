import { expect, it } from "vitest";
import { loggedPath } from "./logged-path";

it.each([
  ["/link/abc", "/link/[hidden]"],
  ["/calendars/abc.ics", "/calendars/[hidden]"],
  // Addresses are found however they are written.
  ["/Calendars/abc.ics", "/Calendars/[hidden]"],
  ["/training/abc", "/training/abc"],
  ["/link/", "/link/"],
])("%s is logged as %s", (path, logged) => expect(loggedPath(path)).toBe(logged));
