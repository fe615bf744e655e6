import fs from 'node:fs';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** The mails that a demo has captured, the earliest first, those of one instant by recipient and subject. */
export async function capturedMails(dataFolder: string): Promise<Email[]> {
  const folder = path.join(dataFolder, 'mail');
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith('.eml')) : [];
  const mails = await Promise.all(files.map((file) => PostalMime.parse(fs.readFileSync(path.join(folder, file)))));
  return mails.sort((one, two) => lineOf(one).localeCompare(lineOf(two)));
}

/** '2023-11-27T16:00Z rethink-ireland: In 3 days: …', by the handle of the demo's person. */
export const lineOf = (mail: Email): string => `${momentOf(mail)} ${recipientOf(mail)}: ${mail.subject ?? ''}`;

export const recipientOf = ({ to }: Email): string => to?.[0]?.address?.split('@')[0] ?? '';

const momentOf = ({ date = '' }: Email): string => new Date(date).toISOString().replace(':00.000Z', 'Z');

/** The address behind the link that ends such mails. */
export function unsubscribeUrlOf({ headers }: Email): string {
  const header = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  return /^<(.+)>$/.exec(header)?.[1] ?? '';
}
