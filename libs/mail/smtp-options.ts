import type { Config } from '#libs/platform';
import { senderOf } from './address.js';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** All that a mail program decides by: RFC 8058 asks that the one-click headers be signed. */
const SIGNED = [
  'From', 'To', 'Subject', 'Date', 'Message-ID', 'Reply-To', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding',
  'Auto-Submitted', 'List-Unsubscribe', 'List-Unsubscribe-Post',
].join(':');

/** How nodemailer is to talk to the server at `url`; what the URL's own query says goes before it. */
export function smtpOptions(config: Pick<Config, 'mailConnections' | 'mailRate' | 'mailFrom' | 'dkim'>, url: string) {
  return {
    pool: true as const,
    maxConnections: config.mailConnections,
    ...(config.mailRate !== undefined && { rateLimit: config.mailRate, rateDelta: 1000 }),
    maxRequeues: 0, // whether a message goes out again is decided by the ledger alone
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    requireTLS: needsTls(new URL(url)),
    ...(config.dkim !== undefined && {
      dkim: {
        domainName: senderOf(config.mailFrom).domain,
        keySelector: config.dkim.selector,
        privateKey: config.dkim.privateKey,
        headerFieldNames: SIGNED,
      },
    }),
  };
}

/** A server that does not offer TLS, or whose offer was taken out on the way, gets no mail, unless the URL says `ignoreTLS`. */
function needsTls({ protocol, hostname, searchParams }: URL): boolean {
  return protocol === 'smtp:' && !LOOPBACK.test(hostname) && searchParams.get('ignoreTLS') !== 'true';
}
