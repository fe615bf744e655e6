import { Language } from '#libs/platform';

/** What an ask says; `of` is the number of a wish or the name of a theme. */
type AskWords = Readonly<Record<'size' | 'pinned' | 'ties' | 'mix' | 'excluded' | 'apart' | 'wish' | 'theme', (of: string) => string>>;

const WORDS: Record<Language, AskWords> = {
  [Language.EN]: {
    size: () => 'the number of members',
    pinned: () => 'the members that have a seat in any case',
    ties: () => 'each partner knows another one from a past project, or from its region',
    mix: () => 'the number of newcomers',
    excluded: () => 'the organisations that get no seat',
    apart: () => 'the organisations that do not go together',
    wish: (of) => `wish ${of}`,
    theme: (of) => `the theme ${of}`,
  },
  [Language.NL]: {
    size: () => 'het aantal leden',
    pinned: () => 'de leden die hoe dan ook een plaats hebben',
    ties: () => 'elke partner kent een andere uit een vroeger project, of uit de eigen regio',
    mix: () => 'het aantal nieuwkomers',
    excluded: () => 'de organisaties die geen plaats krijgen',
    apart: () => 'de organisaties die niet samengaan',
    wish: (of) => `wens ${of}`,
    theme: (of) => `het thema ${of}`,
  },
  [Language.FR]: {
    size: () => 'le nombre de membres',
    pinned: () => 'les membres qui ont une place en tout cas',
    ties: () => 'chaque partenaire en connaît un autre par un projet passé, ou par sa région',
    mix: () => 'le nombre de nouveaux venus',
    excluded: () => 'les organisations qui n’ont pas de place',
    apart: () => 'les organisations qui ne vont pas ensemble',
    wish: (of) => `le souhait ${of}`,
    theme: (of) => `le thème ${of}`,
  },
  [Language.DE]: {
    size: () => 'die Zahl der Mitglieder',
    pinned: () => 'die Mitglieder, die auf jeden Fall einen Platz haben',
    ties: () => 'jeder Partner kennt einen anderen aus einem früheren Projekt oder aus seiner Region',
    mix: () => 'die Zahl der Neulinge',
    excluded: () => 'die Organisationen, die keinen Platz bekommen',
    apart: () => 'die Organisationen, die nicht zusammengehen',
    wish: (of) => `Wunsch ${of}`,
    theme: (of) => `das Thema ${of}`,
  },
};

/** @returns nothing for a rule of the call, which has its own words */
export function askInWords(demand: string, language: Language): string | undefined {
  const [kind = '', of = ''] = demand.split(/:(.*)/s);
  const words = WORDS[language];
  return Object.hasOwn(words, kind) ? words[kind as keyof AskWords](of) : undefined;
}
