import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server does with the next message: answers with a code, or drops or keeps silent after the final dot. */
export type Step = 250 | 450 | 550 | 'drop at recipient' | 'drop after the dot' | 'silent after the dot';

/** A real SMTP server whose answers are written down beforehand; without any it takes everything. */
export class ScriptedSmtp {
  /** One entry a message whose final dot came, whatever was answered. */
  readonly received: { readonly mail: Email; readonly recipients: readonly string[]; readonly raw: string }[] = [];
  /** Called when a message has come, before it is answered. */
  onMessage: () => Promise<void> = () => Promise.resolve();

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
    private readonly steps: Step[],
  ) {}

  static async start(): Promise<ScriptedSmtp> {
    const steps: Step[] = [];
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo(_address, session, done) {
        if (steps[0] !== 'drop at recipient') { done(); return; }
        steps.shift();
        dropConnection(server, session.id);
      },
      onData(stream, session, done) {
        buffer(stream)
          .then(async (bytes) => {
            const recipients = session.envelope.rcptTo.map(({ address }) => address);
            smtp.received.push({ mail: await PostalMime.parse(bytes), recipients, raw: bytes.toString() });
            await smtp.onMessage();
            smtp.answer(steps.shift() ?? 250, session.id, done);
          })
          .catch(done);
      },
    });
    server.on('error', () => undefined); // what a dropped connection leaves behind
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const address = server.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const smtp = new ScriptedSmtp(server, `smtp://127.0.0.1:${port}?socketTimeout=500`, steps);
    return smtp;
  }

  script(...steps: Step[]): void {
    this.steps.push(...steps);
  }

  stop(): Promise<void> {
    for (const { _socket: socket } of this.server.connections) socket.destroy();
    return new Promise((resolve) => { this.server.close(resolve); });
  }

  private answer(step: Step, session: string, done: (error?: Error | null) => void): void {
    if (step === 250) done();
    else if (typeof step === 'number') done(Object.assign(new Error('as scripted'), { responseCode: step }));
    else if (step === 'drop after the dot') dropConnection(this.server, session);
  }
}

function dropConnection(server: SMTPServer, session: string): void {
  for (const connection of server.connections) {
    if (connection.id === session) connection._socket.resetAndDestroy();
  }
}
