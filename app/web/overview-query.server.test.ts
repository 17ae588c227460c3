import { expect, it } from "vitest";
import { overviewQuery } from "./overview-query.server";

it.each([
  ["", ""],
  ["?view=all&page=3", ""],
  ["?sort=status&direction=asc", ""],
  ["?page=2&entity=ionos_inc&status=at_risk", "status=at_risk&entity=ionos_inc"],
  ["?status=no_such&sort=drop+table&direction=up&on=2027-02-30", ""],
  ["?on=2027-03-12&text=+Nord+%26+S%C3%BCd+&decision=none", "on=2027-03-12&text=Nord+%26+S%C3%BCd&decision=none"],
  ["?falls=2027-13", ""],
  ["?falls=2027-03&sort=name&direction=desc", "falls=2027-03&sort=name&direction=desc"],
])("%s is asked as %s", (search, expected) => {
  expect(overviewQuery(search)).toBe(expected);
  expect(overviewQuery(`?${expected}`)).toBe(expected);
});
