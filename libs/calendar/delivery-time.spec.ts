import { describe, expect, it } from '@jest/globals';
import { deliveryTime, digestTime } from './delivery-time.js';

const at = (text: string): Date => new Date(`${text}:00Z`);
const FAR = at('2024-06-01T00:00');

describe('deliveryTime', () => {
  it.each([
    ['by day', '2023-11-29T08:00', 'Europe/Brussels', '2023-11-29T08:00'],
    ['at 07:00 sharp', '2023-11-29T06:00', 'Europe/Brussels', '2023-11-29T06:00'],
    ['at 19:59', '2023-11-29T18:59', 'Europe/Brussels', '2023-11-29T18:59'],
    ['from 20:00 until the next morning', '2023-11-29T19:00', 'Europe/Brussels', '2023-11-30T06:00'],
    ['before 07:00 until that morning', '2023-11-29T05:59', 'Europe/Brussels', '2023-11-29T06:00'],
    ['by the clock of the reader', '2023-11-29T08:00', 'America/New_York', '2023-11-29T12:00'],
    ['across the clock change', '2023-10-28T20:00', 'Europe/Brussels', '2023-10-29T06:00'],
  ])('delivers %s', (_case, planned, zone, delivered) => {
    expect(deliveryTime(at(planned), FAR, zone)).toEqual(at(delivered));
  });

  it('stays as planned rather than reach the deadline', () => {
    const planned = at('2023-11-29T21:00');
    expect(deliveryTime(planned, at('2023-11-30T06:00'), 'Europe/Brussels')).toEqual(planned);
    expect(deliveryTime(planned, at('2023-11-30T06:01'), 'Europe/Brussels')).toEqual(at('2023-11-30T06:00'));
  });
});

describe('digestTime', () => {
  it.each([
    ['at nine what is planned for nine', '2023-11-29T08:00', 'Europe/Brussels', '2023-11-29T08:00'],
    ['at nine what is planned earlier', '2023-11-29T08:00', 'Europe/Dublin', '2023-11-29T09:00'],
    ['the next morning what is planned later', '2023-11-29T08:01', 'Europe/Brussels', '2023-11-30T08:00'],
    ['across the clock change', '2023-10-28T10:00', 'Europe/Brussels', '2023-10-29T08:00'],
  ])('delivers %s', (_case, planned, zone, delivered) => {
    expect(digestTime(at(planned), FAR, zone)).toEqual(at(delivered));
  });

  it('keeps its own time where the next morning is too late, quiet hours apart', () => {
    expect(digestTime(at('2023-11-30T12:00'), at('2023-11-30T16:00'), 'Europe/Brussels')).toEqual(at('2023-11-30T12:00'));
    expect(digestTime(at('2023-11-29T20:00'), at('2023-11-30T07:00'), 'Europe/Brussels')).toEqual(at('2023-11-30T06:00'));
  });
});
