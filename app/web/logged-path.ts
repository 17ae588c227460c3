/** A path as the log may hold it: what opens a one-time link or somebody's calendar is as good as a password. */
export const loggedPath = (path: string): string => path.replace(/^(\/link\/|\/calendars\/).+/i, "$1[hidden]");
