import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server does with the next message: answers its end or its recipient, or drops the connection, or keeps silent. */
export type Step =
  | '250'
  | `${4 | 5}${number} ${string}`
  | `recipient ${4 | 5}${number} ${string}`
  | `greeting ${421 | 554} ${string}`
  | 'drop at recipient'
  | 'drop in the message'
  | 'drop after the dot'
  | 'drop after the answer'
  | 'silent after the dot';

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

  /** @param tls whether it offers STARTTLS, with a certificate that nobody trusts */
  static async start(tls: 'TLS' | 'no TLS' = 'no TLS'): Promise<ScriptedSmtp> {
    const steps: Step[] = [];
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      logger: false, // its built-in certificate is what nobody trusts
      disabledCommands: tls === 'TLS' ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      onConnect(_session, done) {
        const answer = next(steps, 'greeting ');
        done(answer === undefined ? undefined : refusal(answer));
      },
      onRcptTo(_address, session, done) {
        const answer = next(steps, 'recipient ');
        if (answer !== undefined) done(refusal(answer));
        else if (next(steps, 'drop at recipient') === undefined) done();
        else dropConnection(server, session.id);
      },
      onData(stream, session, done) {
        if (next(steps, 'drop in the message') !== undefined) {
          stream.resume();
          dropConnection(server, session.id);
          return;
        }
        buffer(stream)
          .then(async (bytes) => {
            const recipients = session.envelope.rcptTo.map(({ address }) => address);
            smtp.received.push({ mail: await PostalMime.parse(bytes), recipients, raw: bytes.toString() });
            await smtp.onMessage();
            smtp.answer(steps.shift() ?? '250', session.id, done);
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
    if (step === 'silent after the dot') return;
    if (step === 'drop after the dot') { dropConnection(this.server, session); return; }
    done(step === '250' || step === 'drop after the answer' ? undefined : refusal(step));
    if (step === 'drop after the answer') setImmediate(() => { dropConnection(this.server, session); });
  }
}

/** Takes the next step if it is of that kind; what follows the kind's name. */
function next(steps: Step[], kind: string): string | undefined {
  if (!steps[0]?.startsWith(kind)) return undefined;
  return steps.shift()?.slice(kind.length);
}

const refusal = (answer: string): Error =>
  Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });

function dropConnection(server: SMTPServer, session: string): void {
  for (const connection of server.connections) {
    if (connection.id === session) connection._socket.resetAndDestroy();
  }
}
