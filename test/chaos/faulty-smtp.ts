import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Chance } from './chance.js';

const SLOW_MILLISECONDS = 3000;

/** A mail server that refuses some mails for now, breaks some connections and is slow at times, as chance has it. */
export class FaultySmtp {
  /** How often the final dot of each Message-ID came and was not refused. */
  readonly taken = new Map<string, number>();
  /** Off: it takes everything at once. */
  faults = true;

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async start(chance: Chance): Promise<FaultySmtp> {
    const happens = (share: number): boolean => smtp.faults && chance.happens(share);
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo(_address, session, done) {
        if (happens(0.01)) done(Object.assign(new Error('4.7.1 later'), { responseCode: 451 }));
        else if (happens(0.003)) smtp.drop(session.id);
        else done();
      },
      onData(stream, session, done) {
        const take = async (): Promise<void> => {
          const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec((await buffer(stream)).toString('latin1'))?.[1] ?? '';
          smtp.taken.set(messageId, (smtp.taken.get(messageId) ?? 0) + 1);
          if (happens(0.005)) await setTimeout(SLOW_MILLISECONDS);
          if (happens(0.005)) smtp.drop(session.id);
          else done();
        };
        take().catch(done);
      },
    });
    server.on('error', () => undefined); // a client that is killed breaks its connection
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    const smtp = new FaultySmtp(server, `smtp://127.0.0.1:${port}`);
    return smtp;
  }

  stop(): Promise<void> {
    for (const { _socket: socket } of this.server.connections) socket.destroy();
    return new Promise((resolve) => { this.server.close(resolve); });
  }

  private drop(session: string): void {
    for (const connection of this.server.connections) if (connection.id === session) connection._socket.resetAndDestroy();
  }
}
