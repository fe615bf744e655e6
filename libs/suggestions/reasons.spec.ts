import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '#libs/matching';
import { Language } from '#libs/platform';
import { reasonOf, type Names } from './reasons.js';

/** Names as they stand in the bundled data. */
const NAMES: Record<string, string> = {
  'food.surplus': 'food surplus',
  '2S-FLAVOUR': 'FLAVOUR (2018–2022)',
  'stad-brugge': 'Stad Brugge',
  'panier-de-la-mer': 'Le Panier de la Mer',
  BE251: 'Arr. Brugge',
};
const nameOf = (key: string): string => NAMES[key] ?? key;
const names: Names = { theme: nameOf, organisation: nameOf, project: nameOf, region: nameOf };

const theme = (role: 'offers-sought' | 'seeks-offered' | 'call'): Evidence => ({ kind: 'theme', role, id: 'food.surplus' });
const project = (...members: string[]): Evidence => ({ kind: 'project', id: '2S-FLAVOUR', with: members, year: 2018 });
const place = (role: 'adds-country' | 'in-area' | 'perhaps-in-area' | 'near' | 'active'): Evidence => ({
  kind: 'place',
  role,
  place: role === 'adds-country' ? 'GB' : 'BE251',
});

const note = (role: 'wishes-unknown' | 'askers' | 'kept-place', count?: number): Evidence => ({ kind: 'note', role, ...(count !== undefined && { count }) });
const word = (role: 'typical' | 'named'): Evidence => ({ kind: 'word', role, id: 'museum' });

const EVIDENCE: readonly Evidence[] = [
  theme('offers-sought'),
  theme('seeks-offered'),
  theme('call'),
  project('asker'),
  project('stad-brugge', 'panier-de-la-mer', 'asker'),
  project(),
  place('adds-country'),
  { kind: 'place', role: 'adds-country', place: 'FR', count: 2, of: 3 },
  place('in-area'),
  place('perhaps-in-area'),
  place('near'),
  place('active'),
  word('typical'),
  word('named'),
  note('wishes-unknown'),
  note('askers', 41),
  note('kept-place', 12),
];

const SENTENCES: Record<Language, readonly string[]> = {
  en: [
    'Offers what you seek: food surplus.',
    'Seeks what you offer: food surplus.',
    'Offers a theme of the call: food surplus.',
    'Was in FLAVOUR (2018–2022) with you.',
    'Was in FLAVOUR (2018–2022) with Stad Brugge, Le Panier de la Mer, and you.',
    'Took part in FLAVOUR (2018–2022).',
    'Adds a country: United Kingdom.',
    'Adds France: 2 of 3 countries.',
    'Lies in the programme area (Arr. Brugge).',
    'May lie in the programme area (Arr. Brugge).',
    'Is near you (Arr. Brugge).',
    'Organisations from there take part in projects like this (Arr. Brugge).',
    'Its name says a kind that projects like this have: museum.',
    'Is named in the text: museum.',
    'What it seeks is not known.',
    'Was already suggested to 41 organisations in this call, more than it can answer.',
    'New here: one place in 12 is kept for newcomers.',
  ],
  nl: [
    'Biedt wat u zoekt: food surplus.',
    'Zoekt wat u biedt: food surplus.',
    'Biedt een thema van de oproep: food surplus.',
    'Zat in FLAVOUR (2018–2022) met u.',
    'Zat in FLAVOUR (2018–2022) met Stad Brugge, Le Panier de la Mer en u.',
    'Deed mee aan FLAVOUR (2018–2022).',
    'Voegt een land toe: Verenigd Koninkrijk.',
    'Voegt Frankrijk toe: 2 van 3 landen.',
    'Ligt in het programmagebied (Arr. Brugge).',
    'Ligt mogelijk in het programmagebied (Arr. Brugge).',
    'Ligt dicht bij u (Arr. Brugge).',
    'Organisaties van daar doen mee aan projecten als dit (Arr. Brugge).',
    'Zijn naam noemt een soort die zulke projecten hebben: museum.',
    'Wordt in de tekst genoemd: museum.',
    'Wat ze zoekt, is niet bekend.',
    'Werd in deze oproep al aan 41 organisaties voorgesteld, meer dan ze kan beantwoorden.',
    'Nieuw hier: één plaats op 12 is voor nieuwkomers.',
  ],
  fr: [
    'Offre ce que vous cherchez : food surplus.',
    'Cherche ce que vous offrez : food surplus.',
    'Offre un thème de l’appel : food surplus.',
    'A participé à FLAVOUR (2018–2022) avec vous.',
    'A participé à FLAVOUR (2018–2022) avec Stad Brugge, Le Panier de la Mer et vous.',
    'A participé à FLAVOUR (2018–2022).',
    'Ajoute un pays : Royaume-Uni.',
    'Ajoute ce pays : France (2 sur 3).',
    'Se situe dans la zone du programme (Arr. Brugge).',
    'Se situe peut-être dans la zone du programme (Arr. Brugge).',
    'Est proche de vous (Arr. Brugge).',
    'Des organisations de là participent à de tels projets (Arr. Brugge).',
    'Son nom dit un genre que de tels projets comptent : museum.',
    'Est nommée dans le texte : museum.',
    'Ce qu’elle cherche n’est pas connu.',
    'Déjà proposée à 41 organisations dans cet appel, plus qu’elle ne peut répondre.',
    'Nouvelle venue : une place sur 12 est réservée aux nouveaux.',
  ],
  de: [
    'Bietet, was Sie suchen: food surplus.',
    'Sucht, was Sie bieten: food surplus.',
    'Bietet ein Thema des Aufrufs: food surplus.',
    'War in FLAVOUR (2018–2022) mit Ihnen.',
    'War in FLAVOUR (2018–2022) mit Stad Brugge, Le Panier de la Mer und Ihnen.',
    'War in FLAVOUR (2018–2022).',
    'Bringt ein Land hinzu: Vereinigtes Königreich.',
    'Bringt ein Land hinzu: Frankreich (2 von 3).',
    'Liegt im Programmgebiet (Arr. Brugge).',
    'Liegt möglicherweise im Programmgebiet (Arr. Brugge).',
    'Liegt in Ihrer Nähe (Arr. Brugge).',
    'Organisationen von dort sind in solchen Projekten (Arr. Brugge).',
    'Ihr Name nennt eine Art, die solche Projekte haben: museum.',
    'Wird im Text genannt: museum.',
    'Was sie sucht, ist nicht bekannt.',
    'In diesem Aufruf schon 41 Organisationen vorgeschlagen, mehr als sie beantworten kann.',
    'Neu hier: Jeder 12. Platz ist für Neue.',
  ],
};

describe.each(Object.values(Language))('reasons in %s', (language) => {
  it('are one sentence a piece of evidence', () => {
    expect(EVIDENCE.map((evidence) => reasonOf(evidence, 'asker', names, language))).toEqual(SENTENCES[language]);
  });

  it('call the asker "you" only where it was itself', () => {
    const others = reasonOf(project('stad-brugge'), 'asker', names, language);
    expect(others).toContain('Stad Brugge');
    expect(others).not.toMatch(/\b(you|u|vous|Ihnen)\b/);
  });

  it('name what has no name by its code', () => {
    const unknown: Evidence[] = [
      { kind: 'theme', role: 'call', id: 'theme.x' },
      { kind: 'project', id: 'P-X', with: ['org-x'] },
      { kind: 'place', role: 'near', place: 'XX1' },
    ];
    const sentences = unknown.map((evidence) => reasonOf(evidence, 'asker', names, language)).join(' ');
    for (const code of ['theme.x', 'P-X', 'org-x', 'XX1']) expect(sentences).toContain(code);
  });
});
