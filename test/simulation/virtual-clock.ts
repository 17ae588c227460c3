import type { Clock } from "~/platform/clock";

/** The clock that portal and database see. The world moves it; it may be wrong by a while, as clocks are. */
export class VirtualClock implements Clock {
  private true = 0;
  private errorMs = 0;

  /** What time it really is. */
  moveTo(instant: Date): void {
    this.true = instant.getTime();
  }

  pass(milliseconds: number): void {
    this.true += milliseconds;
  }

  /** From now on the clock shows this much too little. */
  setBack(milliseconds: number): void {
    this.errorMs = -milliseconds;
  }

  setRight(): void {
    this.errorMs = 0;
  }

  now(): Date {
    return new Date(this.true + this.errorMs);
  }

  trueTime(): Date {
    return new Date(this.true);
  }
}
