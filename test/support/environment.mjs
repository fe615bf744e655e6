import { runInContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's world for a test file, with what the language brings (`Math`, `Promise`, `Map`, …) declared once more as
 * constants. A constant is found at once; as a property of the world every mention of it passes through a proxy of Jest,
 * which makes code that counts and compares a lot several times slower than it is outside of tests.
 */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    const names = Object.entries(Object.getOwnPropertyDescriptors(this.global))
      .filter(([name, { value, configurable }]) => /^[A-Z]\w+$/.test(name) && configurable && value !== undefined)
      .map(([name]) => name);
    runInContext(`const { ${names.join(', ')} } = globalThis;`, this.getVmContext());
  }
}
