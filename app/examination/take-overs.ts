/** Which windows have sat an attempt. Information for whoever looks at it, never a verdict. */

export interface TakeOver {
  readonly turn: number;
  readonly fromClient: string;
  readonly toClient: string;
  readonly takenAt: Date;
}

export interface NumberedTakeOver {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  readonly takenAt: Date;
}

/** `takeOvers` in their order; their windows by number, in the order in which they appeared, because their names say nothing to anybody. */
export function numberedTakeOvers(takeOvers: readonly TakeOver[]): NumberedTakeOver[] {
  const appeared = [...new Set(takeOvers.flatMap(({ fromClient, toClient }) => [fromClient, toClient]))];
  const numberOf = (client: string) => appeared.indexOf(client) + 1;
  return takeOvers.map(({ turn, fromClient, toClient, takenAt }) => ({
    turn,
    from: numberOf(fromClient),
    to: numberOf(toClient),
    takenAt,
  }));
}
