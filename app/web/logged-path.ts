/** A path as the log may hold it: what opens a one-time link is as good as a password. */
export const loggedPath = (path: string): string => path.replace(/^(\/link\/).+/, "$1[hidden]");
