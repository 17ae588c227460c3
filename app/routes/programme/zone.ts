/** Where a day of the form begins, and in which the page says its times: the zone of those who publish. */
export const zone = "Europe/Berlin";
