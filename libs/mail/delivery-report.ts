import PostalMime, { type Attachment, type Email } from 'postal-mime';

/** What a mail server says of a message some time after it took it (RFC 3464). */
export interface DeliveryReport {
  /** Of the message that it is about. */
  readonly messageId: string;
  /** `failed` is for good; `delayed` and the others change nothing. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463), such as 5.1.1. */
  readonly status: string;
}

const ACTION = /^Action:\s*(failed|delayed|delivered|relayed|expanded)\b/im;
const STATUS = /^Status:\s*(\d\.\d{1,3}\.\d{1,3})\b/im;
const MESSAGE_ID = /^Message-ID:\s*(<[^\s<>]+>)/im;

/** Reads a mail that came back. @returns undefined when it is no report about a message whose id it tells */
export async function readDeliveryReport(raw: Buffer): Promise<DeliveryReport | undefined> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const report = partOf(mail, 'message/delivery-status');
  const returned = partOf(mail, 'message/rfc822') ?? partOf(mail, 'text/rfc822-headers') ?? '';
  const action = ACTION.exec(report ?? '')?.[1]?.toLowerCase() as DeliveryReport['action'] | undefined;
  const status = STATUS.exec(report ?? '')?.[1];
  const messageId = MESSAGE_ID.exec(returned.replace(/\r?\n[ \t]+/g, ' '))?.[1];
  return action && status && messageId ? { messageId, action, status } : undefined;
}

const partOf = ({ attachments }: Email, mimeType: string): string | undefined => {
  const found = attachments.find((attachment) => attachment.mimeType.toLowerCase() === mimeType);
  return found && textOf(found);
};

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('latin1');
