import type { Letter, Reader } from '#libs/mail';
import type { Told } from './told.js';
import { words } from './words.js';

/** Several things in one quiet mail: what each says, under its own heading. */
export function digestOf(all: readonly Told[], { language, name }: Reader, addresses: { readonly settings: string; readonly stop: string }): Told {
  const say = words(language);
  const letter: Letter = {
    language,
    title: say('digestSubject', { count: all.length, first: all[0]?.letter.title ?? '' }),
    greeting: say('greeting', { name }),
    paragraphs: [say('digest', { count: all.length })],
    facts: [],
    sections: all.map(({ letter: { title, paragraphs, facts } }) => ({ title, paragraphs, facts })),
    footer: say('whyDigest'),
    links: [
      { text: say('stopAll'), url: addresses.stop },
      { text: say('settings'), url: addresses.settings },
    ],
  };
  const attachments = all.flatMap(({ attachments: files }, i) => files.map((file) => ({ ...file, filename: `${i + 1}-${file.filename}` })));
  return { letter, attachments, unsubscribeUrl: addresses.stop };
}
