import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { messagesOf, TakeOver } from './hand-over.js';

/** Through a real port, as between threads. */
function handedOver(whole: unknown): { arrived: unknown; largest: number } {
  const { port1, port2 } = new MessageChannel();
  const other = new TakeOver();
  let largest = 0;
  for (const { message, given } of messagesOf(whole)) {
    port1.postMessage(message, given);
    const { message: received } = receiveMessageOnPort(port2) as { message: typeof message };
    largest = Math.max(largest, 'items' in received ? received.items.length : 0);
    other.take(received);
  }
  port1.close();
  return { arrived: other.whole, largest };
}

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));
const list = fc.array(leaf, { maxLength: 120, size: 'max' });
const map = fc.array(fc.tuple(fc.string(), leaf), { maxLength: 120, size: 'max' }).map((entries) => new Map(entries));
const inside = fc.oneof(leaf, list, map, fc.record({ list, map }));
const data = fc.oneof(inside, fc.array(inside, { maxLength: 4 }), fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), inside, { maxKeys: 4 }));

describe('handing over', () => {
  it('gives the other what there was', () => {
    fc.assert(fc.property(data, (whole) => { expect(handedOver(whole).arrived).toEqual(whole); }), { seed: 1, numRuns: 200 });
  });

  it('takes many items in small pieces, in their order', () => {
    const codes = Array.from({ length: 12_345 }, (_, i) => `code-${i}`);
    const whole = { codes, position: new Map(codes.map((code, i) => [code, i])), nested: { few: [codes.slice(0, 60)] } };
    const { arrived, largest } = handedOver(whole);
    expect(arrived).toEqual(whole);
    expect(largest).toBe(250);
  });

  it('gives typed arrays away', () => {
    const whole = { weight: Float64Array.of(1, Number.NaN, -0), column: new Uint32Array(100_000).fill(7) };
    const { arrived } = handedOver(whole);
    expect(arrived).toEqual({ weight: Float64Array.of(1, Number.NaN, -0), column: new Uint32Array(100_000).fill(7) });
    expect(whole.column).toHaveLength(0);
  });
});
