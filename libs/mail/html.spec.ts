import { describe, expect, it } from '@jest/globals';
import { html, page } from './html.js';

describe('the html template', () => {
  it('escapes every value, in text and in attributes', () => {
    expect(html`<a title="${'"><img onerror=alert(1)>'}">${`Tom & 'Jerry'`}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;img onerror=alert(1)&gt;">Tom &amp; &#39;Jerry&#39;</a>',
    );
  });

  it('keeps markup made by itself, alone or in a list', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${html`<hr>`}${3}`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul><hr>3');
  });

  it('makes a page in the language of its reader', () => {
    expect(page('nl', 'Stop <nu>', html`<p>…</p>`)).toMatch(/^<!doctype html>\n<html lang="nl">[^]*<title>Stop &lt;nu&gt;<\/title>/);
  });
});
