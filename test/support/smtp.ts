import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server of the test. */
export interface TestSmtp {
  readonly url: string;
  /** All that it was handed, answered or not. */
  readonly mails: Email[];
  stop(): Promise<void>;
}

/** @param beforeAnswering what happens between the end of a mail and the server's answer */
export async function startSmtp(beforeAnswering: (mail: Email) => Promise<void> = () => Promise.resolve()): Promise<TestSmtp> {
  const mails: Email[] = [];
  const receive = async (content: Buffer): Promise<void> => {
    const mail = await PostalMime.parse(content);
    mails.push(mail);
    await beforeAnswering(mail);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, answer) => {
      buffer(stream).then(receive).then(() => { answer(); }, answer);
    },
  });
  server.on('error', () => undefined); // a client that is killed breaks its connection
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise((resolve) => { server.close(() => { resolve(); }); }),
  };
}
