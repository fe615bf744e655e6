import { describe, expect, it } from '@jest/globals';
import { readConfig } from '#libs/platform';
import { smtpOptions } from './smtp-options.js';

const requireTls = (url: string): boolean => smtpOptions(readConfig({}), url).requireTLS;

describe('TLS', () => {
  it.each(['smtp://relay.example', 'smtp://user:word@relay.example:587', 'smtp://relay.example?ignoreTLS=false'])('is asked for at %s', (url) => {
    expect(requireTls(url)).toBe(true);
  });

  it.each(['smtps://relay.example', 'smtp://localhost:1025', 'smtp://127.0.0.1:25', 'smtp://mail:1025?ignoreTLS=true'])('is there from the start or not asked for at %s', (url) => {
    expect(requireTls(url)).toBe(false);
  });
});
