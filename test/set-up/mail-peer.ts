import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { MailTransport } from "~/platform/mail-transport";
import { smtpTransport } from "~/platform/smtp-transport";

export interface Arrived {
  readonly mail: ParsedMail;
  /** As it travelled. */
  readonly source: string;
  readonly recipients: string[];
}

/** A real mail server on this machine with the portal's own way to it. */
export interface MailPeer {
  readonly transport: MailTransport;
  /** What has arrived since the last call, in that order. */
  take(): Arrived[];
  close(): Promise<void>;
}

export async function mailPeer(): Promise<MailPeer> {
  let arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const source = Buffer.concat(chunks);
        simpleParser(source).then(
          (mail) => {
            arrived.push({ mail, source: source.toString("latin1"), recipients });
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const transport = smtpTransport(`smtp://127.0.0.1:${port}`, "Partner Certification Portal <portal@portal.example>");
  return {
    transport,
    take() {
      const taken = arrived;
      arrived = [];
      return taken;
    },
    close() {
      transport.close();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
