import { describe, expect, it } from '@jest/globals';
import { COLOURS, letterHtml, letterText, type Letter } from './letter.js';

const letter: Letter = {
  language: 'nl',
  title: 'Twee datums',
  greeting: 'Beste Nel,',
  paragraphs: ['Wat voor vandaag is.'],
  facts: [],
  sections: [
    { title: 'Morgen: indienen', paragraphs: ['Een herinnering.'], facts: [{ label: 'Wanneer:', value: '<vrijdag>' }] },
    { title: 'Nieuws', paragraphs: [], facts: [{ label: 'Website:', value: 'site', link: 'https://call.example/a?b&c' }] },
  ],
  footer: 'Waarom.',
  links: [{ text: 'Stoppen', url: 'https://verbond.test/stop' }],
};

/** Relative luminance and contrast as WCAG 2 defines them: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('a letter', () => {
  it('tells several things in one text', () => {
    expect(letterText(letter)).toBe(`Twee datums

Beste Nel,

Wat voor vandaag is.

* Morgen: indienen

Een herinnering.

Wanneer: <vrijdag>

* Nieuws

Website: https://call.example/a?b&c

-- 
Waarom.
Stoppen
https://verbond.test/stop
`);
  });

  it('has headings in order, its language, and nothing that has to be loaded', () => {
    const page = letterHtml(letter);
    expect(page.match(/<h\d|lang="\w+"/g)).toEqual(['lang="nl"', 'lang="nl"', '<h1', '<h2', '<h2']);
    expect(page).toContain('<strong>&lt;vrijdag&gt;</strong>');
    expect(page).toContain('<a href="https://call.example/a?b&amp;c"');
    expect(page).not.toMatch(/<img|<table|<link|src=|url\(/);
  });

  it('fits a phone: no width of its own, and no small print', () => {
    const page = letterHtml(letter);
    expect(page).toContain('width=device-width');
    expect(page).not.toMatch(/[^-]width:\d/);
    expect((page.match(/font(?:-size)?:(\d+)px/g) ?? []).map((size) => Number(/\d+/.exec(size)?.[0])).every((size) => size >= 14)).toBe(true);
  });

  it.each(['light', 'dark'] as const)('can be read in the %s', (scheme) => {
    const { background, text, quiet, link } = COLOURS[scheme];
    for (const colour of [text, quiet, link]) expect(contrast(colour, background)).toBeGreaterThan(4.5);
    for (const colour of [text, quiet, link, background]) expect(letterHtml(letter)).toContain(colour);
  });
});
