import type { Environment } from "~/platform/env";
import type { Portal } from "~/platform/portal";

/** What has to be there before the first page: the demo world on a demo's first start. */
export const prepare =
  (_env: Environment, _print: (line: string) => void) =>
  async (_portal: Portal): Promise<() => Promise<void>> => {
    return async () => undefined;
  };
