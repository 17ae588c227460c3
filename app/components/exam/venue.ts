/** What notices that the page is left. */
export interface Watch {
  /** To be told before the page goes to another one of the exam by itself: this is no leaving. */
  readonly movesOn: () => void;
  readonly stop: () => void;
}

/** Where somebody sits: all that the examination and the mock examination do not have in common for the page that shows them. */
export interface Venue {
  /** Of the attempt, or of the round. */
  readonly id: string;
  /** Of one question, or, without one, of the first that is open. */
  readonly page: (ordinal?: number) => string;
  readonly answer: string;
  readonly items: string;
  readonly note: string;
  readonly handIn: string;
  readonly signIn: string;
  /** Called once JavaScript runs; `current` says which question is shown. */
  readonly watch?: (current: () => number) => Watch;
}
