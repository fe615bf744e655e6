import { once } from 'node:events';
import net from 'node:net';

/** A way through the network to a server, which a test closes and opens again. */
export interface Gate {
  /** The server's address through this gate. */
  readonly url: string;
  /** Breaks all connections and refuses new ones. */
  close(): Promise<void>;
  open(): Promise<void>;
}

/** @param target address of the server behind it */
export async function openGate(target: string): Promise<Gate> {
  const behind = new URL(target);
  const sockets = new Set<net.Socket>();
  const gate = net.createServer((near) => {
    if (!gate.listening) return void near.destroy(); // it came in while the gate closed
    const far = net.connect(Number(behind.port), behind.hostname);
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const open = async (port: number): Promise<void> => {
    gate.listen(port, '127.0.0.1');
    await once(gate, 'listening');
  };
  await open(0);
  const { port } = gate.address() as net.AddressInfo;
  const url = new URL(target);
  url.port = String(port);
  return {
    url: url.href,
    async close() {
      const closed = once(gate, 'close');
      gate.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    open: () => open(port),
  };
}
