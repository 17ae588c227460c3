import type { DeliveryOutcome, Mail, MailTransport } from "~/platform/mail-transport";
import type { Chance } from "./chance";
import type { VirtualClock } from "./virtual-clock";

/** A mail as the world's mail server saw it. */
export interface SeenMail {
  readonly messageId: string;
  readonly to: string;
  readonly at: Date;
  /** Taken, so that somebody can read it. */
  readonly taken: boolean;
  /** The portal was told so. */
  readonly answered: boolean;
  readonly how: MailFault | "taken" | "away";
}

export type MailFault = "lost_reply" | "taken_twice" | "refused_for_now" | "refused_for_good";

const probability: Record<MailFault, number> = {
  lost_reply: 0.01,
  taken_twice: 0.005,
  refused_for_now: 0.02,
  refused_for_good: 0.003,
};

/** The outside world's mail server: a stand-in at the transport's seam that answers as mail servers do on bad days. */
export class MailServer {
  /** Nobody answers. */
  away = false;
  faulty = false;
  private seen: SeenMail[] = [];

  constructor(
    private readonly clock: VirtualClock,
    private readonly chance: Chance,
  ) {}

  transportFor(instance: { readonly dead: boolean }): MailTransport {
    return {
      kind: "smtp",
      from: "portal@portal.example",
      deliver: async (mail) => {
        // A process that has been killed sends nothing any more.
        if (instance.dead) throw new Error("this process has ended");
        return this.receive(mail);
      },
      close: () => undefined,
    };
  }

  /** What has been seen since the last call. */
  take(): SeenMail[] {
    const seen = this.seen;
    this.seen = [];
    return seen;
  }

  private receive(mail: Mail): DeliveryOutcome {
    const note = (how: SeenMail["how"], taken: boolean, answered: boolean) =>
      this.seen.push({ messageId: mail.messageId, to: mail.to.address, at: this.clock.now(), how, taken, answered });
    if (this.away) {
      note("away", false, false);
      return { outcome: "uncertain", reason: "connect ECONNREFUSED" };
    }
    switch (this.fault()) {
      case "lost_reply":
        note("lost_reply", true, false);
        return { outcome: "uncertain", reason: "no answer within 20 seconds" };
      case "taken_twice":
        note("taken_twice", true, true);
        return { outcome: "accepted" };
      case "refused_for_now":
        note("refused_for_now", false, true);
        return { outcome: "uncertain", reason: "451 try again later" };
      case "refused_for_good":
        note("refused_for_good", false, true);
        return { outcome: "refused", of: "address", reason: "550 no such mailbox" };
      case undefined:
        note("taken", true, true);
        return { outcome: "accepted" };
    }
  }

  private fault(): MailFault | undefined {
    let draw = this.chance.number();
    if (!this.faulty) return undefined;
    for (const [fault, share] of Object.entries(probability) as [MailFault, number][]) {
      if (draw < share) return fault;
      draw -= share;
    }
    return undefined;
  }
}
